import type { DraftBlock } from './draft-block.js';
import type { DraftCell, DraftRow } from './draft-table.js';
import { loneMarkerOf } from './list-items.js';

/** A longer text in a cell is prose. */
const PROSE = 400;
const SHORT_PROSE = 100;
/** A longer text is no number, date or code. */
const LONGEST_NUMBER = 24;
/** Letters that a number may have: "N/A", "bps", "3.5x". */
const MOST_LETTERS = 3;
const MOST_HEADING_ROWS = 3;
const HEADING = /^(?:item|part|note)\b/i;
const SIGNATURE = /\/s\/|^By:?$/i;
const CHECK_BOX = /^(?:[☐☑☒þ¨□■]|\[\s*[xXüþ]?\s*\](?:\s|$))|(?:[☐☑☒þ¨]|\[\s*[xXüþ]?\s*\])\s*$/;
/** What a page footer in a table has beside its words. */
const PAGE_NUMBER = /^(?:[A-Z]-)?\d{1,3}$/;

/** What is counted of a table to tell its kind. */
interface Counts {
  filledRows: number;
  mostFilled: number;
  /** Rows with a number behind their first filled cell. */
  numericRows: number;
  markerRows: number;
  /** Rows of a single filled cell, or none. */
  loneRows: number;
  proseRows: number;
  headingRows: number;
  boxes: boolean;
  signed: boolean;
}

/** Whether rows are a table, and not only laid out as one: headings, bullets, columns of prose, signatures, footers. */
export function isTable(rows: readonly DraftRow[]): boolean {
  const counts = countRows(rows);
  if (counts === null || counts.mostFilled < 2) return false;
  const { filledRows, numericRows, markerRows, loneRows, proseRows } = counts;
  if (markerRows > 0 && markerRows + loneRows === filledRows) return false;
  if (filledRows === 1) return isTableRow(rows);
  if (numericRows > 0) return 2 * proseRows <= filledRows || 2 * numericRows >= filledRows;
  if (counts.boxes || counts.signed || 3 * proseRows > filledRows) return false;
  return !(filledRows <= MOST_HEADING_ROWS && counts.headingRows + loneRows === filledRows);
}

/** The marker that is all that a cell holds. */
export function isMarkerCell({ content }: DraftCell): string | null {
  const [only] = content;
  return only === undefined || content.length > 1 ? null : loneMarkerOf(only.head, only.symbol);
}

function countRows(rows: readonly DraftRow[]): Counts | null {
  const counts: Counts = {
    filledRows: 0,
    mostFilled: 0,
    numericRows: 0,
    markerRows: 0,
    loneRows: 0,
    proseRows: 0,
    headingRows: 0,
    boxes: false,
    signed: false,
  };
  for (const row of rows) if (!countRow(row, counts)) return null;
  return counts;
}

/** Adds a row to the counts; false where a cell holds a table. */
function countRow({ cells }: DraftRow, counts: Counts): boolean {
  let filled = 0;
  let numeric = false;
  let prose = false;
  let first: DraftCell | null = null;
  for (const cell of cells) {
    const block = cell.content[0];
    if (block === undefined) continue;
    if (cell.content.some(({ kind }) => kind === 'table')) return false;
    filled += 1;
    prose ||= isProse(cell.content);
    if (first === null) first = cell;
    else numeric ||= isNumberLike(block);
    counts.boxes ||= block.to - block.from < PROSE && CHECK_BOX.test(block.head);
    counts.signed ||= SIGNATURE.test(block.head);
  }
  if (first === null) return true;
  counts.filledRows += 1;
  counts.mostFilled = Math.max(counts.mostFilled, filled);
  if (numeric) counts.numericRows += 1;
  if (prose) counts.proseRows += 1;
  if (filled === 1) counts.loneRows += 1;
  if (filled === 2 && !numeric) countPair(first, counts);
  return true;
}

/** A row of two cells without a number: a marker and its text, or the parts of a heading. */
function countPair(first: DraftCell, counts: Counts): void {
  if (isMarkerCell(first) !== null) counts.markerRows += 1;
  else if (HEADING.test(first.content[0]?.head ?? '')) counts.headingRows += 1;
}

/** Whether a single row is one of figures, and not a heading or a page's footer. */
function isTableRow(rows: readonly DraftRow[]): boolean {
  const filled = rows.flatMap(({ cells }) => cells).flatMap(({ content }) => content.slice(0, 1));
  const numbers = filled.slice(1).filter(isNumberLike);
  return numbers.length > 1 || (numbers.length === 1 && !PAGE_NUMBER.test(numbers[0]?.head ?? ''));
}

function isProse(content: readonly DraftBlock[]): boolean {
  let long = 0;
  for (const { from, to } of content) {
    if (to - from > PROSE) return true;
    if (to - from > SHORT_PROSE) long += 1;
  }
  return long > 1;
}

/** Digits with hardly a letter, or a dash. */
export function isNumberLike({ head, from, to }: Pick<DraftBlock, 'head' | 'from' | 'to'>): boolean {
  if (to - from > LONGEST_NUMBER) return false;
  let digits = 0;
  let letters = 0;
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
    else if ((code | 32) >= 97 && (code | 32) <= 122) letters += 1;
  }
  if (letters > MOST_LETTERS) return false;
  return digits > 0 || (letters === 0 && /^[$€£¥\s]*[-–—−]+$/.test(head));
}
