import { codeUnitsOf } from './code-units.js';
import { markUpOf, NO_TAG } from './edgar-tags.js';

/** What a line has, seen in the one pass over its characters. */
export const DIGIT = 1;
/** Two spaces or more between words, or a tab. */
export const GAP = 2;
export const TAB = 4;
/** Three dots or more that lead from a label to a number. */
export const LEADER = 8;
/** Nothing but dashes, equal signs or underscores: a line that is drawn. */
export const RULE = 16;
/** Nothing to see: white space, or EDGAR's tags. Neighbours are one line, since however many part no more than one. */
export const BLANK = 32;
/** A page ends here. */
export const PAGE = 64;
/** Small letters: a line without any, but with capitals, is in capitals. */
export const SMALL = 128;
export const CAPITAL = 256;
export const DASH = 512;
/** A page number or the head of a page: no part of the text, of no table. */
export const FURNITURE = 1024;

/** Signs other than strokes, white space, the end of the line, dots: no line has these once it is read. */
const NO_STROKE = 2048;
const SPACE = 4096;
const END = 8192;
const DOT = 16384;
const PASSING = NO_STROKE | SPACE | END | DOT;

const FULL_STOP = 0x2e;
/** White space of Unicode beside its row of spaces, the byte-order mark with it. */
const OTHER_SPACES = [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff];
/** What a character makes of its line, by its code. */
const MAKES = characterTable();

/** A drawn line has this many strokes beside each other. */
const STROKES = /[-–—―−=_]{3}/;

/**
 * The lines of a stretch of a text, as columns of numbers. A line ends with `\n`, `\r\n`, `\r` or a form feed, mixed as
 * they come. One pass sees what each line has, so that whatever is dear is done only for lines that can matter.
 */
export class Lines {
  readonly text: string;
  /** The code units of the text, which every pass over its characters reads. */
  readonly codes: Uint16Array;
  count = 0;
  /** Where the line begins. */
  starts: Int32Array;
  /** Its first visible character; `starts` of a blank line. */
  firsts: Int32Array;
  /** Behind its last visible character; `firsts` of a blank line. */
  lasts: Int32Array;
  flags: Uint16Array;
  /** EDGAR's tags on it; see edgar-tags.ts. */
  tags: Uint8Array;
  /** Runs of digits in all lines: numbers have up to four each. */
  digitRuns = 0;

  constructor(text: string, size: number) {
    this.text = text;
    this.codes = codeUnitsOf(text);
    this.starts = new Int32Array(size);
    this.firsts = new Int32Array(size);
    this.lasts = new Int32Array(size);
    this.flags = new Uint16Array(size);
    this.tags = new Uint8Array(size);
  }

  has(line: number, flag: number): boolean {
    return ((this.flags[line] ?? 0) & flag) !== 0;
  }

  /** White space before its first visible character. */
  indent(line: number): number {
    return (this.firsts[line] ?? 0) - (this.starts[line] ?? 0);
  }

  /** Without the white space around it. */
  textOf(line: number): string {
    return this.text.slice(this.firsts[line] ?? 0, this.lasts[line] ?? 0);
  }

  /** Characters from its first visible one to its last. */
  length(line: number): number {
    return (this.lasts[line] ?? 0) - (this.firsts[line] ?? 0);
  }

  /** Adds a line; a blank one only makes the blank one before it longer. */
  add(start: number, first: number, last: number, flags: number, tags: number): void {
    const previous = this.count - 1;
    if ((flags & BLANK) !== 0 && tags === NO_TAG && previous >= 0 && this.has(previous, BLANK)) {
      this.flags[previous] = (this.flags[previous] ?? 0) | flags;
      return;
    }
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.firsts[this.count] = first;
    this.lasts[this.count] = last;
    this.flags[this.count] = flags;
    this.tags[this.count] = tags;
    this.count += 1;
  }

  private grow(): void {
    const size = 2 * this.starts.length;
    const grown = (old: Int32Array) => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.starts = grown(this.starts);
    this.firsts = grown(this.firsts);
    this.lasts = grown(this.lasts);
    const flags = new Uint16Array(size);
    flags.set(this.flags);
    this.flags = flags;
    const tags = new Uint8Array(size);
    tags.set(this.tags);
    this.tags = tags;
  }
}

/** Splits a stretch of a text; blank lines are kept, since they part paragraphs. */
export function splitLines(text: string, start = 0, end = text.length): Lines {
  const lines = new Lines(text, Math.max(16, (end - start) >> 5));
  let at = start;
  while (at < end) at = addLine(lines, at, end);
  return lines;
}

/**
 * Reads the line that begins at an offset and returns where the next one begins. What its characters make of it is
 * gathered rather than told apart, since a processor that guesses wrong where each word ends loses more time than all else takes.
 */
function addLine(lines: Lines, start: number, end: number): number {
  const { codes } = lines;
  let at = start;
  let seen = 0;
  let makes = 0;
  for (; at < end; at += 1) {
    makes = MAKES[codes[at] as number] as number;
    if ((makes & SPACE) === 0) break;
    seen |= makes;
  }
  const first = at;
  let before = 0;
  let twoBefore = 0;
  let runs = 0;
  let doubled = 0;
  let dots = 0;
  for (; at < end; at += 1) {
    makes = MAKES[codes[at] as number] as number;
    if ((makes & END) !== 0) break;
    runs += makes & ~before & DIGIT;
    doubled |= makes & before;
    dots |= makes & twoBefore;
    seen |= makes;
    twoBefore = before;
    before = makes;
  }
  let last = at;
  while (last > first && isWhite(codes[last - 1] as number)) last -= 1;
  if ((doubled & SPACE) !== 0 && (at - last < 2 || hasGap(codes, first, last))) seen |= GAP;
  if ((dots & DOT) !== 0 && hasLeader(codes, first, last)) seen |= LEADER;
  if (at < end && codes[at] === 0x0c) seen |= PAGE;
  lines.digitRuns += runs;
  closeLine(lines, start, first, last, seen);
  return afterEnd(codes, at, end);
}

/** Whether a character is white space, of Unicode too, other than the end of a line. */
export function isWhite(code: number): boolean {
  return ((MAKES[code] as number) & SPACE) !== 0;
}

function hasGap(codes: Uint16Array, first: number, last: number): boolean {
  for (let at = first + 1; at < last; at += 1) {
    if (isWhite(codes[at] as number) && isWhite(codes[at - 1] as number)) return true;
  }
  return false;
}

/** Whether a dot is the third of "..." or ". . .". */
function hasLeader(codes: Uint16Array, first: number, last: number): boolean {
  for (let at = first + 2; at < last; at += 1) {
    if (codes[at] !== FULL_STOP || codes[at - 2] !== FULL_STOP) continue;
    if (codes[at - 1] === FULL_STOP || (at - 4 >= first && codes[at - 4] === FULL_STOP)) return true;
  }
  return false;
}

function afterEnd(codes: Uint16Array, at: number, end: number): number {
  if (at >= end) return end;
  return codes[at] === 0x0d && at + 1 < end && codes[at + 1] === 0x0a ? at + 2 : at + 1;
}

function closeLine(lines: Lines, start: number, first: number, last: number, seen: number): void {
  if (first === last) {
    lines.add(start, start, start, (seen & PAGE) | BLANK, NO_TAG);
    return;
  }
  const isDrawn = (seen & NO_STROKE) === 0 && STROKES.test(lines.text.slice(first, last));
  const flags = (seen & ~PASSING) | (isDrawn ? RULE : 0);
  if (lines.codes[first] === 0x3c) addTagged(lines, start, first, last, flags);
  else lines.add(start, first, last, flags, NO_TAG);
}

/** A line that begins with EDGAR's tags: they are not seen, and what follows them is. */
function addTagged(lines: Lines, start: number, first: number, last: number, flags: number): void {
  const { tags, rest, endsPage } = markUpOf(lines.text, first, last);
  const page = endsPage ? PAGE : 0;
  if (rest >= last) lines.add(start, start, start, (flags & PAGE) | page | BLANK, tags);
  else lines.add(start, rest, last, flags | page, tags);
}

function characterTable(): Uint16Array {
  const makes = new Uint16Array(0x10000).fill(NO_STROKE);
  makes.fill(SPACE, 0, 0x21);
  makes.fill(NO_STROKE | DIGIT, 0x30, 0x3a);
  makes.fill(NO_STROKE | CAPITAL, 0x41, 0x5b);
  makes.fill(NO_STROKE | SMALL, 0x61, 0x7b);
  makes.fill(NO_STROKE | SMALL, 0xdf, 0x100);
  makes.fill(SPACE, 0x2000, 0x200b);
  makes.fill(DASH, 0x2012, 0x2016);
  for (const code of OTHER_SPACES) makes[code] = SPACE;
  for (const code of [0x0a, 0x0c, 0x0d]) makes[code] = END;
  makes[0x09] = SPACE | TAB;
  makes[FULL_STOP] = NO_STROKE | DOT;
  makes[0x2d] = DASH;
  makes[0x2212] = DASH;
  makes[0x3d] = 0;
  makes[0x5f] = 0;
  return makes;
}
