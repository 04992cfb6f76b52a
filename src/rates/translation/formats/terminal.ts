import { displayWidth, padEnd, padStart } from '../../../value/display-width.js';
import { currencyOf, formatDayLong } from '../../../value/index.js';
import { rateText } from '../../direction.js';
import { wrapped } from '../../table-formats/terminal.js';
import type { ConvenienceTranslation } from '../convenience-translation.js';
import { signedPercent, type TranslationNote, weekdayAndDay } from '../notes.js';
import type { RateMovement } from '../rate-movement.js';
import type { TranslatedTable } from '../translated-table.js';
import type { TranslationRate } from '../translation-rate.js';
import {
  gridOf,
  isTable,
  longestOf,
  pairText,
  type Translation,
  type TranslationGrid,
  unitHeading,
} from './grid.js';

const GAP = 2;
const INDENT = 2;
const NARROWEST_LABEL = 16;
/** What headings may take, widest first; 0 for no more than their longest word. */
const HEADING_WIDTHS = [24, 16, 12, 0];

/** The least that labels, and the most that headings, are given. */
interface Widths {
  readonly headingWidth: number;
  readonly labelWidth: number;
}

const NARROWEST: Widths = { headingWidth: 0, labelWidth: NARROWEST_LABEL };
/** More digits of a quotient help nobody to re-perform it. */
const WORK_DECIMALS = 4;

/** What is for print first, then what is for the preparer: the rate, the work, warnings and notes. */
export function terminalTranslation(translation: Translation, columns: number): string {
  const body = isTable(translation) ? tableLines(translation, columns) : amountLines(translation);
  const work = isTable(translation) ? [] : workLines(translation);
  const { rate, movement, wording, notes } = translation;
  const about = [rateLine(rate), ...work, ...(movement === null ? [] : movementLines(translation, movement))];
  return [
    ...body,
    '',
    ...wrapped(wording, columns),
    '',
    ...about.flatMap((line) => wrapped(line, columns)),
    ...(notes.length === 0 ? [] : ['', ...noteLines(notes, columns)]),
    '',
  ].join('\n');
}

function amountLines({ amounts }: ConvenienceTranslation): string[] {
  return amounts.map(pairText);
}

function rateLine({ unit, value, rateName, day, source, isOfficial }: TranslationRate): string {
  const named = rateName.includes(source.name) ? rateName : `${source.name}, ${rateName}`;
  return `Rate: ${rateText(unit, value.toString())} on ${weekdayAndDay(day)} (${isOfficial ? named : source.name})`;
}

/** "29700000000 / 117.48 = 252808988.7640… → $252.8 million". */
function workLines({ amounts }: ConvenienceTranslation): string[] {
  return amounts.map(({ translated: { formula, exact, text } }) => {
    const quotient = exact.rounded(WORK_DECIMALS, 'down');
    const isWhole = exact.denominator === 1n;
    return `Work: ${formula} = ${isWhole ? exact.numerator : `${quotient}…`}, printed ${text}`;
  });
}

function movementLines(translation: Translation, { latest, percent, material }: RateMovement): string[] {
  const lines = [
    `Latest: ${rateText(latest.unit, latest.value.toString())} on ${weekdayAndDay(latest.day)}, a move of ${signedPercent(percent)} (a warning above ${material}%)`,
  ];
  if (isTable(translation)) return lines;
  for (const { base, atLatest } of translation.amounts) {
    if (atLatest !== null)
      lines.push(`Latest: ${base.text} is ${atLatest.text} at the rate of ${formatDayLong(latest.day)}`);
  }
  return lines;
}

function noteLines(notes: readonly TranslationNote[], columns: number): string[] {
  return [...notes]
    .sort((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note'))
    .flatMap(({ severity, text }) => wrapped(`${severity}: ${text}`, columns));
}

/** Where not all columns find room, the translated one and what became of it stand alone, and a line says so. */
function tableLines(translated: TranslatedTable, columns: number): string[] {
  const grid = withUnits(gridOf(translated), translated);
  const whole = widestLayout(grid, columns);
  if (whole !== null) return whole;
  const kept = grid.headings
    .map((_, index) => index)
    .filter((index) => index === translated.table.column || index >= translated.table.columns.length);
  const narrow: TranslationGrid = {
    ...grid,
    headings: kept.map((index) => grid.headings[index] ?? ''),
    rows: grid.rows.map((row) => ({
      ...row,
      cells: row.cells.length === 0 ? [] : kept.map((index) => row.cells[index] ?? ''),
    })),
  };
  const left = grid.headings.length - kept.length;
  const lines = widestLayout(narrow, columns) ?? laidOut(narrow, Number.POSITIVE_INFINITY, NARROWEST) ?? [];
  const note = left === 0 ? [] : ['', `(${left} other columns found no room; the other formats have them)`];
  return [...lines, ...note];
}

/**
 * Puts the unit of the table over its own columns of amounts too, where their headings name none: in plain text a unit over the
 * last column alone would be read as that of all.
 */
function withUnits(grid: TranslationGrid, { table }: TranslatedTable): TranslationGrid {
  const { words, code } = currencyOf(table.currency);
  const named = [...words, code.toLowerCase(), 'dollar', '$', '%'];
  const headings = grid.headings.map((heading, index) => {
    const isOwn = index < table.columns.length && !/^notes?\b/i.test(heading);
    const names = named.some((word) => heading.toLowerCase().includes(word));
    return isOwn && !names ? `${unitHeading(table.currency, table.power)}: ${heading}` : heading;
  });
  return { ...grid, headings };
}

/** Labels whole if they can be, then headings in as few lines as the columns have room for. */
function widestLayout(grid: TranslationGrid, columns: number): string[] | null {
  const longest = longestOf(grid.rows, labelLength);
  for (const labelWidth of [longest, Math.min(longest, NARROWEST_LABEL)]) {
    for (const headingWidth of HEADING_WIDTHS) {
      const lines = laidOut(grid, columns, { headingWidth, labelWidth });
      if (lines !== null) return lines;
    }
  }
  return null;
}

/** The lines of the table, its headings broken between words; null where it does not fit. */
function laidOut(
  { title, stated, headings, rows }: TranslationGrid,
  columns: number,
  { headingWidth, labelWidth: least }: Widths,
): string[] | null {
  const widths = headings.map((heading, column) =>
    Math.max(
      longestOf(rows, ({ cells }) => displayWidth(cells[column] ?? '')),
      ...heldTogether(heading).split(' ').map(displayWidth),
      Math.min(displayWidth(heading), headingWidth),
    ),
  );
  const room = columns - widths.reduce((sum, width) => sum + width + GAP, 0);
  if (room < least) return null;
  const labelWidth = Math.min(longestOf(rows, labelLength), room);
  const text = Number.isFinite(columns) ? columns : 10 * NARROWEST_LABEL;
  return [
    ...(title === '' ? [] : [...wrapped(title, text)]),
    ...wrapped(`(${stated})`, text),
    '',
    ...headingLines(headings, widths).map((line) =>
      (' '.repeat(labelWidth) + line.replaceAll('\u00a0', ' ')).trimEnd(),
    ),
    ...rows.flatMap((row) => rowLines(row, labelWidth, widths)),
  ];
}

function labelLength({ label, level }: TranslationGrid['rows'][number]): number {
  return displayWidth(label) + level * INDENT;
}

function headingLines(headings: readonly string[], widths: readonly number[]): string[] {
  const broken = headings.map((heading, column) => brokenHeading(heading, widths[column] ?? 0));
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    aligned(
      broken.map((lines) => lines[line - (height - lines.length)] ?? ''),
      widths,
    ),
  );
}

/** The unit on lines of its own above, the year on one below, as reports set them; no month parts from its day. */
function brokenHeading(heading: string, width: number): string[] {
  const [, unit, name = '', year] = /^(?:([^:]+): )?(.*?)(?:\s*\b((?:19|20)\d\d))?$/.exec(heading) ?? [];
  return [unit, name, year].flatMap((part) => (part ? wrapped(heldTogether(part), width) : []));
}

function heldTogether(heading: string): string {
  return heading.replace(/(\p{Lu}\p{Ll}{2,8}) (?=\d{1,2}(?!\d))/gu, '$1\u00a0');
}

function rowLines(
  { label, level, cells }: TranslationGrid['rows'][number],
  labelWidth: number,
  widths: readonly number[],
): string[] {
  const indent = ' '.repeat(level * INDENT);
  const lines = wrapped(label, Math.max(1, labelWidth - indent.length)).map((line) => indent + line);
  if (cells.length === 0) return lines;
  const last = lines.pop() ?? '';
  return [...lines, (padEnd(last, labelWidth) + aligned(cells, widths)).trimEnd()];
}

function aligned(texts: readonly string[], widths: readonly number[]): string {
  return texts.map((text, column) => ' '.repeat(GAP) + padStart(text, widths[column] ?? 0)).join('');
}
