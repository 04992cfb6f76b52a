import { isDigit } from '../../plain-characters.js';
import { isCurrencySign } from '../numeric-text.js';
import { GAP, LEADER, type Lines, TAB } from './lines.js';
import { betweenNumbers, kindOf, NEUTRAL, NOTE, type SegmentKind, VALUE, WORDS } from './segment-kinds.js';
import { GAP_SIGN, SIGNS, TAB_SIGN } from './signs.js';

/** A stretch of a line between gaps. */
export interface Segment {
  /** Offsets in the source. */
  start: number;
  end: number;
  /** Where it stands on the line, from 0, tabs filled up to every eighth column. */
  from: number;
  to: number;
  kind: SegmentKind;
}

const TAB_WIDTH = 8;
/** A longer stretch without a gap is prose without line ends, or none that a person wrote. */
const LONGEST_PARTED = 1000;

/** Parts lines at their gaps and leaders; a currency sign in a column of its own goes with the number that follows. */
export class LineParts {
  private readonly lines: Lines;
  private readonly text: string;
  private readonly codes: Uint16Array;
  /** The line that is read: where it begins, and its segments so far. */
  private start = 0;
  private hasTabs = false;
  private readonly parts: Segment[] = [];

  constructor(lines: Lines) {
    this.lines = lines;
    this.text = lines.text;
    this.codes = lines.codes;
  }

  segmentsOf(line: number): Segment[] {
    const { lines } = this;
    const first = lines.firsts[line] ?? 0;
    const last = lines.lasts[line] ?? 0;
    this.start = lines.starts[line] ?? 0;
    this.hasTabs = lines.has(line, TAB);
    this.parts.length = 0;
    if (lines.has(line, GAP | LEADER | TAB)) this.addBetweenGaps(first, last);
    else this.add(first, last);
    // A copy takes as much room as it needs; these are kept, tens of thousands of them.
    return this.parts.slice();
  }

  private addBetweenGaps(first: number, last: number): void {
    const { codes } = this;
    let from = first;
    let before = 0;
    for (let at = first; at < last; at += 1) {
      const sign = SIGNS[codes[at] as number] as number;
      // Most white space is a single space between two words.
      if ((sign & (before | TAB_SIGN)) === 0) {
        before = sign & GAP_SIGN;
        continue;
      }
      const begin = before === 0 ? at : at - 1;
      const end = endOfGap(codes, begin, last);
      const start = startOfGap(codes, begin, end);
      if (start >= 0) {
        this.add(from, start);
        from = end;
      }
      at = end - 1;
      before = 0;
    }
    this.add(from, last);
  }

  private add(start: number, end: number): void {
    if (start >= end) return;
    const { text, codes, parts } = this;
    const kind = kindOf(text, codes, start, end);
    const space = end - start > LONGEST_PARTED ? -1 : this.spaceWithin(kind, start, end);
    if (space >= 0) {
      this.add(start, space);
      this.add(space + 1, end);
      return;
    }
    const previous = parts.at(-1);
    if (previous !== undefined) {
      if ((kind === VALUE || kind === NOTE || kind === NEUTRAL) && isSign(text, previous)) {
        previous.end = end;
        previous.to = this.column(end);
        previous.kind = VALUE;
        return;
      }
      if (previous.kind === VALUE && closes(codes, start, end)) {
        previous.end = end;
        previous.to = this.column(end);
        return;
      }
    }
    parts.push({ start, end, from: this.column(start), to: this.column(end), kind });
  }

  /** The single space that parts two numbers, or a heading with its note mark from the next; -1 for none. */
  private spaceWithin(kind: SegmentKind, start: number, end: number): number {
    if (kind === VALUE) return betweenNumbers(this.codes, start, end);
    return kind === WORDS ? afterMark(this.text, this.codes, start, end) : -1;
  }

  /** Where an offset stands on the line. */
  private column(offset: number): number {
    return this.hasTabs ? this.columnAfterTabs(offset) : offset - this.start;
  }

  private columnAfterTabs(offset: number): number {
    let column = 0;
    for (let at = this.start; at < offset; at += 1) {
      column = this.codes[at] === TABULATOR ? column + TAB_WIDTH - (column % TAB_WIDTH) : column + 1;
    }
    return column;
  }
}

const DOT = 0x2e;
const TABULATOR = 0x09;

/** Where a run of white space and dots ends; the dot of ".57" behind a gap is the number's. */
function endOfGap(codes: Uint16Array, at: number, last: number): number {
  let to = at;
  while (to < last) {
    if (((SIGNS[codes[to] as number] as number) & GAP_SIGN) === 0) break;
    to += 1;
  }
  const opensNumber =
    to < last &&
    to - at >= 2 &&
    codes[to - 1] === DOT &&
    isDigit(codes[to] as number) &&
    codes[to - 2] !== DOT;
  return opensNumber ? to - 1 : to;
}

/** Where the words before a run of white space and dots end: before leaders, behind a full stop; -1 where it is no gap. */
function startOfGap(codes: Uint16Array, at: number, to: number): number {
  let dots = 0;
  let tab = false;
  for (let index = at; index < to; index += 1) {
    const code = codes[index] as number;
    if (code === DOT) dots += 1;
    else tab ||= code === TABULATOR;
  }
  if (dots >= 2) return endsInitials(codes, at) ? at + 1 : at;
  if (dots === 1 && (codes[at] as number) !== DOT) return -1;
  const start = at + dots;
  return tab || to - start >= 2 ? start : -1;
}

/** Whether the first dot of leaders is that of initials: "Non-U.S.....". */
function endsInitials(codes: Uint16Array, at: number): boolean {
  const letter = codes[at - 1] as number;
  return codes[at] === DOT && codes[at - 2] === DOT && letter >= 0x41 && letter <= 0x5a;
}

/** A heading with a note mark that a single space parts from the next heading: "Low (1) Average (2)". */
const AFTER_MARK = /(?<=[A-Za-z-]\s?\(\d{1,2}\))\s(?=\p{Lu})/u;

/** A currency sign and no more, an opening bracket behind it at most. */
function isSign(text: string, { start, end, kind }: Segment): boolean {
  if (kind !== WORDS || end - start > 5) return false;
  const sign = text.slice(start, end);
  return isCurrencySign(sign.endsWith('(') ? sign.slice(0, -1).trimEnd() : sign) || sign === '(';
}

/** The closing bracket or percent sign of the number before it. */
function closes(codes: Uint16Array, start: number, end: number): boolean {
  if (end - start > 2) return false;
  for (let at = start; at < end; at += 1) {
    const code = codes[at] as number;
    if (code !== 0x29 && code !== 0x25) return false;
  }
  return true;
}

function afterMark(text: string, codes: Uint16Array, start: number, end: number): number {
  let close = start;
  while (close < end && codes[close] !== 0x29) close += 1;
  if (close >= end - 1) return -1;
  const match = AFTER_MARK.exec(text.slice(start, end));
  return match === null ? -1 : start + match.index;
}
