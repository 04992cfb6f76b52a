import { displayWidth } from '../../value/display-width.js';
import type { ExchangeRateTable } from '../exchange-rate-table.js';
import { COLUMN_HEADINGS, figuresOf, footnoteLine, titleOf } from './printed-text.js';

const GAP = 2;
const INDENT = 2;
const NARROWEST_LABEL = 12;

/**
 * Plain text, aligned on the decimal point. Labels and notes are broken, and signs left out where they find no room,
 * so that no line passes `columns` (of 80, whatever the currency).
 */
export function terminalTable(table: ExchangeRateTable, columns = 80): string {
  const withSigns = laidOut(table, columns);
  const layout = withSigns.room < NARROWEST_LABEL ? laidOut({ ...table, sign: '' }, columns) : withSigns;
  const { groups, widths, room } = layout;
  const longest = Math.max(...groups.flatMap(({ rows }) => rows.map(({ label }) => label.length + INDENT)));
  const labelWidth = Math.max(NARROWEST_LABEL, Math.min(longest, room));

  const lines = groups.flatMap(({ heading, rows }) => [
    ...wrapped(heading, columns),
    ...rows.flatMap(({ label, figures }) => rowLines(label, figures, labelWidth, widths)),
  ]);
  const notes = table.footnotes.flatMap((note) => wrapped(footnoteLine(note), columns));
  const head = ' '.repeat(labelWidth) + aligned(COLUMN_HEADINGS, widths);
  return [...wrapped(titleOf(table), columns), '', head, ...lines, '', ...notes, ''].join('\n');
}

/** The printed rows, the width of each column of figures, and the room that they leave to the labels. */
function laidOut(table: ExchangeRateTable, columns: number) {
  const groups = table.groups.map(({ heading, rows }) => ({
    heading,
    rows: rows.map((row, index) => ({ label: row.label, figures: figuresOf(table, row, index === 0) })),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const widths = COLUMN_HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map(({ figures }) => figures[column]?.length ?? 0)),
  );
  const room = columns - widths.reduce((sum, width) => sum + width + GAP, 0);
  return { groups, widths, room };
}

/** The figures stand on the last line of a broken label, as print sets them. */
function rowLines(
  label: string,
  figures: readonly string[],
  labelWidth: number,
  widths: readonly number[],
): string[] {
  const lines = wrapped(label, labelWidth - INDENT).map((line) => ' '.repeat(INDENT) + line);
  const last = lines.pop() ?? '';
  return [...lines, last.padEnd(labelWidth) + aligned(figures, widths)];
}

function aligned(texts: readonly string[], widths: readonly number[]): string {
  return texts.map((text, column) => ' '.repeat(GAP) + text.padStart(widths[column] ?? 0)).join('');
}

/** Lines of at most `width`, in columns of a terminal unless measured otherwise, broken between words; a longer word stands alone. */
export function wrapped(text: string, width: number, widthOf = displayWidth): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
