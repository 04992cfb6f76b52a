import type { ChartPeriod } from './chart-periods.js';
import type { SketchFrame } from './chart-text.js';
import { printedFigure } from './chart-words.js';
import type { ChartFigure, RateChart } from './rate-chart.js';

const ROWS: readonly (readonly [string, (period: ChartPeriod) => ChartFigure | null])[] = [
  ['High', ({ high }) => high],
  ['Low', ({ low }) => low],
  ['Average', ({ average }) => average],
  ['Year-end', ({ end }) => end],
];

/** A name with what parts it from the next. */
const LABEL = 7;

/** Below the axis: where each fiscal year lies and, where all have room, its figures. */
export function yearLines({ periods }: RateChart, frame: SketchFrame): string[] {
  if (periods.length === 0) return [];
  const rows = ROWS.map(([name, figureOf]) => ({
    name,
    texts: periods.map((period) => {
      const figure = figureOf(period);
      return figure === null ? '' : printedFigure(figure);
    }),
  }));
  const widths = periods.map(({ period }) => {
    const { left, right } = ends(period, frame);
    return right - left;
  });
  const haveRoom = rows.every(({ texts }) =>
    texts.every((text, index) => text.length < (widths[index] ?? 0)),
  );
  return [
    rowLine('Fiscal year', bracketed(periods, frame, Math.min(...widths)), frame),
    ...(haveRoom ? rows.map(({ name, texts }) => rowLine(name, centred(texts, periods, frame), frame)) : []),
  ];
}

function rowLine(name: string, cells: string, { gutter }: SketchFrame): string {
  return `${name.padEnd(gutter + 1)}${cells}`;
}

function centred(texts: readonly string[], periods: readonly ChartPeriod[], frame: SketchFrame): string {
  return periods.reduce((line, { period }, index) => {
    const { left, right } = ends(period, frame);
    const text = texts[index] ?? '';
    return line.padEnd(left + Math.floor((right - left - text.length + 1) / 2)) + text;
  }, '');
}

/** "├── 2002 ──┼── 2003 ──┤"; years that lie closer than their names are named now and then. */
function bracketed(periods: readonly ChartPeriod[], frame: SketchFrame, narrowest: number): string {
  const signs = Array.from({ length: frame.columns }, () => ' ');
  const every = [1, 2, 5, 10, 20, 50].find((count) => count * narrowest >= LABEL) ?? periods.length;
  for (const { period } of periods) {
    const { left, right } = ends(period, frame);
    for (let column = left; column < right; column++) signs[column] = '─';
  }
  for (const { period } of periods) {
    const { left, right } = ends(period, frame);
    if (every === 1) signs[left] = signs[left - 1] === '─' ? '┼' : '├';
    if (every === 1 && right - 1 > left) signs[right - 1] = '┤';
  }
  for (const [index, { label, period }] of periods.entries()) {
    if ((periods.length - 1 - index) % every !== 0) continue;
    const { left, right } = ends(period, frame);
    const text = ` ${label} `;
    const from = Math.floor((left + right - text.length + 1) / 2);
    const start = Math.max(0, Math.min(from, frame.columns - text.length));
    for (const [offset, sign] of [...text].entries()) signs[start + offset] = sign;
  }
  return signs.join('');
}

/** The first column of a period and the one after its last. */
function ends({ start, until }: ChartPeriod['period'], { edge, columns }: SketchFrame) {
  return { left: Math.max(0, Math.round(edge(start))), right: Math.min(columns, Math.round(edge(until))) };
}
