import { type CheckedFigure, TICK_LETTERS, type Tick } from '../../checks/index.js';
import type { Figure } from '../../filing/filing.js';
import { counted, groupedDigits, markOf } from '../marks.js';
import { printable, wrapAfter } from '../terminal/layout.js';
import { type Page, placeText } from '../terminal/page.js';

/** Official rates listed for one tick: those of a year are 250. */
const MOST_OBSERVATIONS = 12;
/** Figures listed for one tick. */
const MOST_INPUTS = 24;
/** Between the labels of a row, its groups and its column. */
const LABEL_PARTS = ' · ';

/** Each tick of a figure: the formula, what it gives, and what it rests on, each with work of its own in a line. */
export function workLines(page: Page, checked: CheckedFigure): string[] {
  const figures = new Map(page.result.figures.map((each) => [each.figure.id, each]));
  const told = new Set<string>([checked.figure.id]);
  return checked.ticks.flatMap((tick) => [
    ...wrapAfter(`  ${tick.letter}  `, `${TICK_LETTERS[tick.letter]} (${tick.check})`, page.columns),
    ...wrapAfter('      ', tick.formula, page.columns),
    ...wrapAfter('      ', resultText(tick, checked.figure), page.columns),
    ...observationLines(page, tick),
    ...inputLines(page, checked, inputsOf(tick, figures), told),
  ]);
}

/** What the formula gives beside what is printed. */
function resultText({ recomputed, grade }: Tick, { value, text }: Figure): string {
  if (grade === 'exact' && recomputed === value) return `gives ${groupedDigits(recomputed)}, as printed`;
  const how = grade === 'exact' ? 'as printed at its last digit' : 'within rounding';
  return `gives ${groupedDigits(recomputed)}, printed ${printable(text)}: agrees ${how}`;
}

function observationLines(page: Page, { inputs }: Tick): string[] {
  const lines = inputs.flatMap((input) =>
    'figure' in input ? [] : [`${input.source} ${input.series} ${input.date} ${input.value}`],
  );
  const left = lines.length - MOST_OBSERVATIONS;
  const shown = left > 1 ? lines.slice(0, MOST_OBSERVATIONS) : lines;
  return [
    ...shown.flatMap((line) => wrapAfter('      ', line, page.columns)),
    ...(left > 1 ? [`      and ${counted(left, 'more rate')}; --format json has them all`] : []),
  ];
}

function inputsOf({ inputs }: Tick, figures: ReadonlyMap<string, CheckedFigure>): CheckedFigure[] {
  const ids = new Set(inputs.flatMap((input) => ('figure' in input ? [input.figure] : [])));
  return [...ids].flatMap((id) => figures.get(id) ?? []);
}

/** Work of their own is told once, where they first stand, and only where it does not rest on the figure explained. */
function inputLines(
  page: Page,
  { figure }: CheckedFigure,
  inputs: readonly CheckedFigure[],
  told: Set<string>,
): string[] {
  const left = inputs.length - MOST_INPUTS;
  return [
    ...inputs.slice(0, MOST_INPUTS).flatMap((input) => {
      const isTold = told.has(input.figure.id);
      told.add(input.figure.id);
      const own = isTold ? undefined : independentTick(input, figure.id);
      return [
        ...wrapAfter(`      ${shortHead(input)}  `, besideText(page, input, figure), page.columns),
        ...(own === undefined ? [] : wrapAfter(`          ${own.letter}  `, own.formula, page.columns)),
      ];
    }),
    ...(left > 0 ? [`      and ${counted(left, 'more figure')}`] : []),
  ];
}

/** The first tick that does not rest on a figure, mere agreement left out. */
function independentTick({ ticks }: CheckedFigure, without: string): Tick | undefined {
  return ticks.find(
    ({ support, inputs }) =>
      support !== 'agreement' && !inputs.some((input) => 'figure' in input && input.figure === without),
  );
}

/** "f12  ¥117.48 ✓OF" */
export function shortHead(checked: CheckedFigure): string {
  return `${checked.figure.id}  ${printable(checked.figure.text)} ${markOf(checked)}`.trimEnd();
}

/** What a figure is called and where it stands, as far as that differs from the figure whose work is told. */
export function besideText(page: Page, { figure: other }: CheckedFigure, figure: Figure): string {
  const own = new Set(figure.label.split(LABEL_PARTS));
  const parts = other.label.split(LABEL_PARTS).filter((part) => !own.has(part));
  const label = parts.length > 0 ? parts.join(LABEL_PARTS) : other.label;
  const isNear =
    'table' in other.where && 'table' in figure.where
      ? other.where.table === figure.where.table
      : placeText(page, other.start) === placeText(page, figure.start);
  return isNear ? label : `${label}, at ${placeText(page, other.start)}`;
}
