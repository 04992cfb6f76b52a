import picocolors from 'picocolors';
import type { CheckedFigure, CheckResult, FigureStatus } from '../../checks/check.js';
import { formatPeriod } from '../../value/index.js';
import { counted, groupedDigits, markOf } from '../marks.js';
import { filingExcerpt } from '../terminal/excerpt.js';
import { findingText } from '../terminal/findings.js';
import { printable, wrapAfter } from '../terminal/layout.js';
import { type Page, pageOf, placeText } from '../terminal/page.js';
import { explain } from './explanation.js';
import { besideText, shortHead, workLines } from './work-text.js';

/** Figures that rest on the one that is explained, or are as large: more are counted. */
const MOST_OTHERS = 8;

const STATUS_WORDS: Readonly<Record<FigureStatus, string>> = {
  ticked: 'ticked: confirmed by independent work',
  agrees: 'agrees with other mentions, none of them in the statements: not ticked',
  differs: 'differs: a finding holds it wrong',
  unsupported:
    'unsupported: nothing in the report confirms it; its parts printed beside it, the same fact in another place or back-up outside the report would',
  label: 'a label, not an amount',
};

/** The work behind a figure in words and numbers, for a terminal of that many columns. Ends with a line end. */
export function explanationText(
  result: CheckResult,
  checked: CheckedFigure,
  { columns, color }: { readonly columns: number; readonly color: boolean },
): string {
  const page = pageOf(result, Math.max(40, columns), picocolors.createColors(color));
  const { findings, undecided, tried, sameAmounts, dependents } = explain(result, checked);
  const told = findings.flatMap((finding) => [...findingText(page, finding), '']);
  const lines = [
    ...headLines(page, checked),
    ...part(page, 'Findings', told.slice(0, -1)),
    ...part(page, 'The work', workLines(page, checked)),
    ...part(page, 'Undecided', reasonLines(page, undecided)),
    ...part(page, 'What was tried', reasonLines(page, tried)),
    ...part(page, 'As large, but not shown to be the same', otherLines(page, checked, sameAmounts)),
    ...part(page, 'What rests on it', otherLines(page, checked, dependents)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The figures that a text may mean, a line each, for a user who has to choose. */
export function choiceLines(result: CheckResult, figures: readonly CheckedFigure[], most: number): string[] {
  const page = pageOf(result, Number.POSITIVE_INFINITY, picocolors.createColors(false));
  const lines = figures.slice(0, most).map((checked) => {
    const { id, text, label, start } = checked.figure;
    return `${id}  ${printable(text)}  ${printable(label)}  ${placeText(page, start)}`;
  });
  return figures.length > most ? [...lines, `and ${figures.length - most} more`] : lines;
}

function headLines(page: Page, checked: CheckedFigure): string[] {
  const { figure, status } = checked;
  const { bold, green, red, dim } = page.colors;
  const paint = status === 'differs' ? red : status === 'ticked' ? green : (text: string) => text;
  const excerpt = filingExcerpt(page.result.filing, page.lines, figure.start, figure.end, page.columns - 4);
  const caret = `${' '.repeat(excerpt.from)}${'^'.repeat(Math.max(1, excerpt.width))}`;
  return [
    `${bold(figure.id)}  ${bold(paint(`${printable(figure.text)} ${markOf(checked)}`.trim()))}  ${dim(placeText(page, figure.start))}`,
    `  ${excerpt.text}`.trimEnd(),
    `  ${paint(caret)}`,
    ...wrapAfter('  What    ', figure.label, page.columns),
    ...wrapAfter('  Value   ', valueText(checked), page.columns),
    ...wrapAfter('  Where   ', whereText(page, checked), page.columns),
    ...wrapAfter('  Status  ', STATUS_WORDS[status], page.columns),
  ];
}

function valueText({ figure: { value, decimals, unit, period } }: CheckedFigure): string {
  const amount = groupedDigits(value);
  const step =
    unit === 'date' || decimals >= 0
      ? ''
      : `, printed in steps of ${groupedDigits(`1${'0'.repeat(-decimals)}`)}`;
  return `${amount} ${unit}${step}${period === null ? '' : `, ${formatPeriod(period)}`}`;
}

function whereText(page: Page, { figure: { where } }: CheckedFigure): string {
  if ('block' in where) return where.section === null ? 'in the text' : `in the text of ${where.section}`;
  const table = page.result.filing.tables.find(({ id }) => id === where.table);
  const caption = table?.caption == null ? '' : ` “${table.caption.slice(0, 80)}”`;
  const section = table?.section == null ? '' : ` of ${table.section}`;
  return `table ${where.table}${caption}${section}, row ${where.row + 1}, column ${where.column + 1}`;
}

function reasonLines(
  page: Page,
  reasons: readonly { readonly check: string; readonly reason: string }[],
): string[] {
  return reasons.flatMap(({ check, reason }) => wrapAfter(`  ${check}: `, reason, page.columns));
}

function part(page: Page, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', page.colors.bold(title), ...lines];
}

/** Other figures, a line each with what differs from the one that is explained. */
function otherLines(page: Page, { figure }: CheckedFigure, others: readonly CheckedFigure[]): string[] {
  const more = others.length - MOST_OTHERS;
  return [
    ...others
      .slice(0, MOST_OTHERS)
      .flatMap((other) =>
        wrapAfter(`  ${shortHead(other)}  `, besideText(page, other, figure), page.columns),
      ),
    ...(more > 0 ? [`  and ${counted(more, 'more figure')}`] : []),
  ];
}
