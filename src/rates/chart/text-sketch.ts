import { BrailleGrid } from './braille-grid.js';
import type { SketchFrame } from './chart-text.js';
import type { RateChart } from './rate-chart.js';
import type { Inks } from './text-inks.js';

const DOTS_ACROSS = 2;
const DOTS_DOWN = 4;

/** The lines of the plot, each with the label of the axis that stands at it. */
export function sketchRows(chart: RateChart, frame: SketchFrame, inks: Inks): string[] {
  const { gutter, columns, rows, values } = frame;
  const line = drawnLine(chart, frame);
  const averages = averageCells(chart, frame);
  const rules = ruleColumns(chart, frame);
  const labels = new Map(values.ticks.map(({ value, text }) => [rowOf(value, frame), text]));
  return Array.from({ length: rows }, (_, row) => {
    const label = labels.get(row);
    const cells = Array.from({ length: columns }, (__, column) => {
      const sign = line.sign(column, row);
      if (sign !== null) return inks.blue(sign);
      if (averages.has(row * columns + column)) return inks.yellow('─');
      return rules.has(column) ? inks.dim('┊') : ' ';
    });
    return `${(label ?? '').padStart(gutter - 1)} ${label === undefined ? '│' : '┤'}${cells.join('')}`;
  });
}

function drawnLine({ lines }: RateChart, { columns, rows, values, x }: SketchFrame): BrailleGrid {
  const grid = new BrailleGrid(columns, rows);
  for (const line of lines) {
    let before: readonly [number, number] | null = null;
    for (const { day, value } of line) {
      const here = [Math.floor(x(day) * DOTS_ACROSS), Math.round(values.position(value))] as const;
      grid.line(...(before ?? here), ...here);
      before = here;
    }
  }
  return grid;
}

/** Cells, counted row by row, through which the average of a fiscal year runs. */
function averageCells({ periods }: RateChart, frame: SketchFrame): Set<number> {
  const cells = new Set<number>();
  for (const { period, average } of periods) {
    if (average === null) continue;
    const row = rowOf(average.value, frame);
    const until = Math.min(frame.columns, Math.ceil(frame.edge(period.until)) - 1);
    for (let column = Math.max(0, Math.ceil(frame.edge(period.start))); column < until; column++) {
      cells.add(row * frame.columns + column);
    }
  }
  return cells;
}

/** Columns with a rule from top to bottom: marked days and new currency units. */
function ruleColumns({ marks, redenominations }: RateChart, { x, edge }: SketchFrame): Set<number> {
  const days = marks
    .filter(({ kind }) => kind === 'day')
    .flatMap(({ rate }) => (rate.day === null ? [] : [rate.day]));
  return new Set([...days.map(x), ...redenominations.map(edge)].map(Math.floor));
}

function rowOf(value: number, { values }: SketchFrame): number {
  return Math.floor(Math.round(values.position(value)) / DOTS_DOWN);
}
