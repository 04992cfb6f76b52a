import type { LabelKind } from '../figures/index.js';
import type { Row, Table } from '../filing.js';
import type { HeaderBlock } from './header-columns.js';
import type { LogicalCell, LogicalRow } from './logical-rows.js';

/** What the numbers of a column are where they are no amounts; `date`: years that tell when something was or will be. */
export type ListedKind = LabelKind | 'date';

/** Headings of columns of numbers that point elsewhere or only name: notes of the statements, pages, exhibits, licences. */
const POINTERS: readonly (readonly [RegExp, LabelKind])[] = [
  [/^notes?(?:\s+(?:no\.?|number|ref\w*))?$/i, 'note'],
  [/^(?:starting\s+)?pages?(?:\(s\))?(?:\s+(?:no\.?|numbers?|references?))?$/i, 'page'],
  [/^(?:exhibits?|item)(?:\s+(?:no\.?|numbers?|reference))?$/i, 'exhibit'],
  [
    /\b(?:licen[cs]e|patent|file|registration|permit|serial|lease|policy|identification)\s+(?:nos?\.?|numbers?)$/i,
    'name',
  ],
  [/^(?:cusip|isin)\b|\bzip\s+code/i, 'name'],
];
const ITEM_LABEL =
  /^(?:part\s+[ivx]+\b|items?\s+\d|[“"]?note\s+\d|notes? to\b|signatures?$|exhibits?\b|index\b|(?:consolidated|combined)?\s*(?:statements?|balance sheets?)\b|(?:consolidated|combined)\s|reports? of (?:independent|management)|management[’']s (?:report|responsib)|selected\b|schedule|\d{1,2}[a-c]?\.)/i;
const EXHIBIT_NUMBER = /^\*{0,2}\d{1,3}(?:[.-]\d{1,3})?(?:\s?\([a-z\d]{1,2}\)|[a-z])?\.?\*{0,2}$/i;
const FEWEST_LINES = 3;
const LONGEST_PAGE = 6;
/** Longer cells of a column of pointers are words. */
const LONGEST_POINTER = 15;

/**
 * What the numbers of a table's columns are where they are no amounts: by its headings, or because the table is a list
 * of contents ("Item 8 | … | 45") or of exhibits ("10.16 | — | Agreement …"), or all are years, note marks or, on
 * the cover, postal codes. By column; null for amounts.
 */
export function listedNumbers(
  text: string,
  table: Table,
  raw: readonly LogicalRow[],
  { paths }: HeaderBlock,
): readonly (ListedKind | null)[] {
  const { rows } = table;
  const whole = isOfExhibits(text, raw) ? 'exhibit' : isOfContents(text, rows, raw) ? 'page' : null;
  if (whole !== null) return paths.map(() => whole);
  const shapes = columnShapes(text, rows, raw, paths.length);
  return paths.map((path, column) => {
    const heading = column === 0 ? undefined : path.at(-1);
    const shape = shapes[column] as ColumnShape;
    const { long, years, zips, numbers } = shape;
    if (numbers === 0) return null;
    if (years === numbers) return yearKind(heading ?? '', years);
    if (zips > 0 && heading === undefined && isOfCover(table)) return 'address';
    if (isOfMarks(shape, table, paths, column)) return 'footnote-mark';
    const pointer = heading === undefined ? undefined : POINTERS.find(([pattern]) => pattern.test(heading));
    return pointer === undefined || 2 * long > numbers ? null : pointer[1];
  });
}

/** Whether a cell of a column of listed numbers is one of them: what is longer is words, to be read as such. */
export function isListed({ from, to }: LogicalCell, kind: ListedKind): boolean {
  return kind === 'address' ? to - from === ZIP_LENGTH : to - from <= LONGEST_POINTER;
}

const ZIP_LENGTH = 5;

/** How many cells of data rows hold a number, and how many of those look so. */
interface ColumnShape {
  numbers: number;
  /** A year or a run of years. */
  years: number;
  /** Too long to point. */
  long: number;
  /** "10045". */
  zips: number;
  /** "(1)", "(12)". */
  marks: number;
  /** The mark that all of them print, and the highest; null where they differ. */
  mark: string | null;
  highest: number;
  /** Cells that hold the dash of zero: beside them no mark stands alone. */
  dashes: number;
}

function columnShapes(
  text: string,
  rows: readonly Row[],
  raw: readonly LogicalRow[],
  count: number,
): readonly ColumnShape[] {
  const shapes = Array.from(
    { length: count },
    (): ColumnShape => ({
      numbers: 0,
      years: 0,
      long: 0,
      zips: 0,
      marks: 0,
      mark: null,
      highest: 0,
      dashes: 0,
    }),
  );
  for (let index = 0; index < raw.length; index += 1) {
    if (rows[index]?.kind !== 'data') continue;
    for (const cell of (raw[index] as LogicalRow).cells) {
      const shape = shapes[cell.column];
      if (shape === undefined || cell.column === 0) continue;
      if (cell.kind === 'dash') shape.dashes += 1;
      if (cell.kind !== 'number' && cell.kind !== 'year') continue;
      shape.numbers += 1;
      if (cell.kind === 'year') shape.years += 1;
      else countNumber(shape, text, cell);
    }
  }
  return shapes;
}

function countNumber(shape: ColumnShape, text: string, cell: LogicalCell): void {
  const { from, to } = cell;
  if (to - from > LONGEST_PAGE || isSigned(text, cell)) shape.long += 1;
  else if (to - from === ZIP_LENGTH && /^\d{5}$/.test(text.slice(from, to))) shape.zips += 1;
  if (text.charCodeAt(from) !== 0x28 || to - from > LONGEST_MARK) return;
  const mark = /^\((\d{1,2})\)$/.exec(text.slice(from, to))?.[1] ?? null;
  if (mark === null) return;
  shape.mark = shape.marks === 0 || shape.mark === mark ? mark : null;
  shape.marks += 1;
  shape.highest = Math.max(shape.highest, Number(mark));
}

const LONGEST_MARK = 4;

/** Numbers of notes are small where none is printed below. */
const MOST_UNEXPLAINED = 5;

/** A column without a heading beside one that has one, or of one mark that a note below explains. */
function isOfMarks(
  { marks, mark, highest, dashes, numbers }: ColumnShape,
  { notes }: Table,
  paths: HeaderBlock['paths'],
  column: number,
): boolean {
  if (marks < numbers || dashes > 0 || column < 2) return false;
  const isBare = paths[column]?.length === 0 && (paths[column - 1]?.length ?? 0) > 0;
  if (isBare && highest <= Math.max(MOST_UNEXPLAINED, notes.length)) return true;
  return marks > 1 && mark !== null && notes.some((note) => note.mark === mark);
}

const COVER_BLOCKS = 40;

function isOfCover({ section, block }: Table): boolean {
  return section === null || block < COVER_BLOCKS;
}

/** Whether a cell prints a sign of money or an amount of thousands. */
function isSigned(text: string, { from, to }: LogicalCell): boolean {
  return /[$€£¥%]|,\d{3}/.test(text.slice(from, to));
}

const OF_DATES =
  /\b(?:since|matur\w*|expir\w*|due|open|dates?|until|through|began|built|acquired|opened|elected)\b/i;

/** A column of nothing but years: when things were or will be, or, as "Fiscal year", what names the rows. */
function yearKind(heading: string, years: number): ListedKind | null {
  if (OF_DATES.test(heading)) return 'date';
  return years > 1 || /\byear\b/i.test(heading) ? 'year' : null;
}

/** Longer lists of whole numbers that only rise are of pages, whatever they name. */
const LONG_LIST = 8;

/** Most rows are named for Items, parts, notes or statements; their numbers grow down the page. */
function isOfContents(text: string, rows: readonly Row[], raw: readonly LogicalRow[]): boolean {
  let named = 0;
  const pages: number[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const { kind, label } = rows[index] as Row;
    if (kind !== 'data') continue;
    const cells = raw[index]?.cells ?? [];
    const only = onlyNumber(cells);
    if (only === null) continue;
    const page = only === 'several' ? null : pageNumber(text, only);
    if (page === null || page < (pages.at(-1) ?? 0)) return false;
    pages.push(page);
    if (ITEM_LABEL.test(label) || isNamedInCells(text, cells)) named += 1;
  }
  const [lines, first, last] = [pages.length, pages[0] ?? 0, pages.at(-1) ?? 0];
  return lines >= FEWEST_LINES && (2 * named >= lines || (lines >= LONG_LIST && last > first + lines / 2));
}

/** "45", "F-12", "12-15"; null for anything else. */
function pageNumber(text: string, { from, to }: LogicalCell): number | null {
  const page = to - from > LONGEST_PAGE ? null : PAGE.exec(text.slice(from, to));
  return page === null ? null : Number(page[2]) + (page[1] === undefined ? 0 : PAGES_BEFORE_STATEMENTS);
}

const PAGE = /^(F-\s?)?(\d{1,3})(?:[–-]\d{1,3})?$/;
/** Pages of the statements ("F-2") stand behind all others. */
const PAGES_BEFORE_STATEMENTS = 1000;

/** The number of a row behind its label; null where there is none. */
function onlyNumber(cells: readonly LogicalCell[]): LogicalCell | null | 'several' {
  let found: LogicalCell | null = null;
  for (const cell of cells) {
    if (cell.column === 0 || cell.kind !== 'number') continue;
    if (found !== null) return 'several';
    found = cell;
  }
  return found;
}

/** A bullet or number may stand before the name. */
function isNamedInCells(text: string, cells: readonly LogicalCell[]): boolean {
  const name = cells.find(({ column, kind }) => column > 0 && kind === 'words');
  return name !== undefined && ITEM_LABEL.test(text.slice(name.from, Math.min(name.to, name.from + 60)));
}

/** Most rows begin with the number of an exhibit and go on in words. */
function isOfExhibits(text: string, raw: readonly LogicalRow[]): boolean {
  let lines = 0;
  let exhibits = 0;
  for (const { cells } of raw) {
    if (cells.length < 2) continue;
    lines += 1;
    const [first] = cells as [LogicalCell];
    const isNumber =
      first.to - first.from < 12 && EXHIBIT_NUMBER.test(text.slice(first.from, first.to).trim());
    if (isNumber && cells.some(({ kind, from, to }) => kind === 'words' && to - from > 15)) exhibits += 1;
  }
  return exhibits >= FEWEST_LINES && 2 * exhibits > lines && hasPoints(text, raw);
}

/** "10.16", "(a)": bare whole numbers may count anything. */
function hasPoints(text: string, raw: readonly LogicalRow[]): boolean {
  return raw.some(
    ({ cells: [first] }) =>
      first !== undefined && /^\*{0,2}\d{1,3}\.\d/.test(text.slice(first.from, first.from + 8)),
  );
}
