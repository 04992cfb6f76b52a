import type { Filing, Section } from '../../filing/index.js';
import { displayWidth, padEnd, padStart, shorten } from '../../value/display-width.js';
import { firstIndex, formatDayLong } from '../../value/index.js';
import { counted } from '../marks.js';
import { printable, wrapAfter } from '../terminal/layout.js';
import type { ReadingForm } from './form.js';
import { numberOf, type Selected } from './selection.js';

const NARROWEST_TITLE = 20;
const HEADS = ['tables', 'figures', 'risk factors'] as const;

/** A line of the overview. */
interface Line {
  readonly depth: number;
  readonly number: string;
  readonly title: string;
  readonly counts: readonly number[];
}

/**
 * What `tickmark read` prints on a terminal: what report it is, and its outline with the number of tables, figures and
 * risk factors of each section. `isWhole` shows every heading, else Items, statements and notes.
 */
export function overviewForm({
  columns,
  isWhole,
}: {
  readonly columns: number;
  readonly isWhole: boolean;
}): ReadingForm {
  return {
    opening: '',
    separator: '\n',
    closing: '',
    file: (selected) => overviewText(selected, columns, isWhole),
    failure: () => null,
  };
}

function overviewText(selected: Selected, columns: number, isWhole: boolean): string {
  const { filing } = selected;
  const lines = linesOf(filing, selected.outline, isWhole, 0);
  return `${[...headLines(filing, columns), '', ...tableLines(lines, columns)].join('\n')}\n`;
}

function headLines(filing: Filing, columns: number): string[] {
  const { source, cover } = filing;
  const about = [
    ...(cover.issuer === null ? [] : [cover.issuer]),
    ...(cover.form === null ? [] : [`Form ${cover.form}`]),
    ...(cover.periodEnd === null ? [] : [`fiscal year ended ${formatDayLong(cover.periodEnd)}`]),
    ...(cover.currency === null ? [] : [cover.currency]),
    ...(cover.accounting === null || cover.accounting === 'other' ? [] : [cover.accounting]),
  ];
  const parts = [
    counted(filing.tables.length, 'table'),
    counted(filing.figures.length, 'figure'),
    counted(filing.riskFactors.length, 'risk factor'),
    ...(filing.facts.length === 0 ? [] : [counted(filing.facts.length, 'tagged fact')]),
    ...(filing.documents.length === 0 ? [] : [counted(filing.documents.length, 'document')]),
  ];
  const title = `${source.path}${about.length === 0 ? '' : `: ${about.join(', ')}`}`;
  return [...wrapAfter('', title, columns), ...wrapAfter('', parts.join(', '), columns)];
}

function linesOf(filing: Filing, sections: readonly Section[], isWhole: boolean, depth: number): Line[] {
  return sections.flatMap((section) => {
    if (!isWhole && section.kind === 'heading') return [];
    const { start, end } = section;
    const line = {
      depth,
      number: section.kind === 'item' ? numberOf(section.id) : '',
      title: printable(section.title),
      counts: [filing.tables, filing.figures, filing.riskFactors].map((things) =>
        countIn(things, start, end),
      ),
    };
    return [line, ...linesOf(filing, section.children, isWhole, depth + 1)];
  });
}

/** How many begin in a range; they stand in order. */
function countIn(things: readonly { readonly start: number }[], start: number, end: number): number {
  const at = (offset: number) => firstIndex(things.length, (index) => (things[index]?.start ?? 0) >= offset);
  return at(end) - at(start);
}

/** Number, title and counts in columns; a count of none is left blank, and a column without any is left out. */
function tableLines(lines: readonly Line[], columns: number): string[] {
  if (lines.length === 0) return ['No Item or heading was recognized.'];
  const shown = HEADS.flatMap((_, index) => (lines.some(({ counts }) => counts[index] !== 0) ? [index] : []));
  const widths = shown.map((index) => HEADS[index]?.length ?? 0);
  const numberWidth = Math.max(...lines.map(({ number }) => number.length));
  const counts = widths.reduce((sum, width) => sum + width + 2, 0);
  const titles = Math.max(...lines.map((line) => displayWidth(indented(line))));
  const titleWidth = Math.max(NARROWEST_TITLE, Math.min(titles, columns - numberWidth - 2 - counts));
  const head = shown.map((index, at) => padStart(HEADS[index] ?? '', (widths[at] ?? 0) + 2)).join('');
  return [
    `${' '.repeat(numberWidth + 2 + titleWidth)}${head}`,
    ...lines.map((line) => {
      const title = padEnd(shorten(indented(line), titleWidth), titleWidth);
      const values = shown.map((index, at) =>
        padStart(line.counts[index] ? String(line.counts[index]) : '', (widths[at] ?? 0) + 2),
      );
      return `${padEnd(line.number, numberWidth)}  ${title}${values.join('')}`.trimEnd();
    }),
  ];
}

function indented({ depth, title }: Line): string {
  return '  '.repeat(depth) + title;
}
