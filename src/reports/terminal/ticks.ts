import type { CheckedFigure, Tick, TickInput } from '../../checks/check.js';
import { formatPeriod } from '../../value/index.js';
import { groupedDigits, markOf } from '../marks.js';
import { coverageLines } from './coverage.js';
import { printable, wrapAfter } from './layout.js';
import { type Page, placeText } from './page.js';
import { rateTableIds } from './rate-tables.js';

/** More than these would bury the summary: they are counted; `--evidence` and the other formats list all. */
const MOST_LISTED = 40;

/** Confirmed figures that stand in no reprinted table: a line each, with the work in words, or counted. */
export function otherTickLines(page: Page): string[] {
  const reprinted = rateTableIds(page);
  const ticked = page.result.figures.filter(
    ({ figure, ticks }) =>
      ticks.length > 0 && !('table' in figure.where && reprinted.has(figure.where.table)),
  );
  if (ticked.length === 0) return [];
  if (ticked.length > MOST_LISTED) return coverageLines(page);
  return [page.colors.bold('In the text'), ...ticked.flatMap((checked) => oneLine(page, checked)), ''];
}

function oneLine(page: Page, checked: CheckedFigure): string[] {
  const work = checked.ticks.map(({ formula }) => formula).join('; ');
  return painted(page, checked, wrapAfter(`  ${headOf(checked)}  `, work, page.columns));
}

/** The work behind every tick: formula, inputs, recomputed value. */
export function evidenceLines(page: Page): string[] {
  const ticked = page.result.figures.filter(({ ticks }) => ticks.length > 0);
  if (ticked.length === 0) return [];
  return [page.colors.bold('Evidence'), ...ticked.flatMap((checked) => evidenceOf(page, checked)), ''];
}

function evidenceOf(page: Page, checked: CheckedFigure): string[] {
  const { figure } = checked;
  const period = figure.period === null ? '' : `, ${formatPeriod(figure.period)}`;
  const about = `${figure.label} (${figure.unit}${period})  ${placeText(page, figure.start)}`;
  return [
    ...painted(page, checked, wrapAfter(`  ${headOf(checked)}  `, about, page.columns)),
    ...checked.ticks.flatMap((tick) => tickLines(page, tick)),
  ];
}

function tickLines(page: Page, tick: Tick): string[] {
  return [
    ...wrapAfter('    ', `${tick.letter}  ${workText(tick)}`, page.columns),
    ...groupedInputs(tick.inputs).flatMap(({ source, values }) =>
      wrapAfter(`      ${source}: `, values.join(', '), page.columns),
    ),
    ...tick.inputs.flatMap((input) => ('figure' in input ? figureInput(page, input.figure) : [])),
  ];
}

/** Observations of one series together: "H.10 JPY: 2016-03-31 112.42, 2016-02-29 112.90". */
function groupedInputs(inputs: readonly TickInput[]): { source: string; values: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const input of inputs) {
    if ('figure' in input) continue;
    const source = `${input.source} ${input.series}`;
    const values = groups.get(source) ?? [];
    groups.set(source, values);
    values.push(`${input.date} ${input.value}`);
  }
  return [...groups].map(([source, values]) => ({ source, values }));
}

function figureInput(page: Page, id: string): string[] {
  const other = page.figures.get(id);
  if (other === undefined) return [`      figure ${id}`];
  const { figure } = other;
  return wrapAfter(
    '      ',
    `${figure.text}  ${figure.label}  ${placeText(page, figure.start)}`,
    page.columns,
  );
}

function headOf(checked: CheckedFigure): string {
  return `${printable(checked.figure.text)} ${markOf(checked)}`.trim();
}

/** Colours the figure at the head of its first line, after wrapping, so that colour never counts as width. */
function painted(page: Page, checked: CheckedFigure, lines: readonly string[]): string[] {
  const head = headOf(checked);
  const paint = checked.status === 'differs' ? page.colors.red : page.colors.green;
  return lines.map((line, index) => (index === 0 ? line.replace(head, () => paint(head)) : line));
}

/** The formula and what it gives, which some formulas end in already. */
function workText({ formula, recomputed, grade }: Tick): string {
  const result = groupedDigits(recomputed);
  if (!formula.includes(' = ')) return `${formula} = ${result}`;
  return grade === 'exact' ? formula : `${formula}; recomputed ${result}`;
}
