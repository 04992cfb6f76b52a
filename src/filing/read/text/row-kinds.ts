import { BLANK, DASH, DIGIT, FURNITURE, GAP, LEADER, type Lines, RULE, TAB } from './lines.js';
import { STROKES, VALUE, WORDS, YEAR } from './segment-kinds.js';
import { LineParts, type Segment } from './segments.js';

/** A line that is no part of a table by itself. */
export const NOTHING = 0;
/** A label, then values to the end of the line. */
export const ROW = 1;
/** Values alone: a sum without a label. */
export const VALUES = 2;
/** Years, with or without words before them: a heading. */
export const YEARS = 3;
/** Words in columns: headings, or a row of names. */
export const COLUMNED = 4;
export type RowKind = typeof NOTHING | typeof ROW | typeof VALUES | typeof YEARS | typeof COLUMNED;

/** A longer line is prose without line ends, or none that a person wrote. */
const LONGEST_ROW = 1000;
/** Justified prose has gaps of two spaces, seldom three; a value alone at the end of a line stands further off. */
const LEAST_GAP_OF_ONE = 4;
/** Prose begins near the margin. */
const PROSE_INDENT = 12;
const LONGEST_GAPLESS = 50;

/** Each line as a row of a table would see it; parted and judged when first asked for, and once. */
export class RowKinds {
  readonly lines: Lines;
  private readonly kinds: Uint8Array;
  private readonly parts: LineParts;
  private readonly segments: (readonly Segment[] | undefined)[];

  constructor(lines: Lines) {
    this.lines = lines;
    this.kinds = new Uint8Array(lines.count).fill(UNKNOWN);
    this.parts = new LineParts(lines);
    this.segments = new Array(lines.count);
  }

  kindOf(line: number): RowKind {
    const known = this.kinds[line] ?? NOTHING;
    if (known !== UNKNOWN) return known as RowKind;
    const kind = this.judge(line);
    this.kinds[line] = kind;
    return kind;
  }

  segmentsOf(line: number): readonly Segment[] {
    const known = this.segments[line];
    if (known !== undefined) return known;
    const segments = this.parts.segmentsOf(line);
    this.segments[line] = segments;
    return segments;
  }

  /** A label or none, then values: what tables are found by. */
  isNumeric(line: number): boolean {
    if (this.kinds[line] === UNKNOWN && !mayEndInValue(this.lines, line)) return false;
    const kind = this.kindOf(line);
    return kind === ROW || kind === VALUES;
  }

  /** A long line from the margin, or one that ends a sentence, without wide gaps. */
  isProse(line: number): boolean {
    const { lines } = this;
    if (lines.has(line, BLANK | RULE) || lines.indent(line) >= PROSE_INDENT) return false;
    if (lines.has(line, LEADER | TAB)) return false;
    if (lines.length(line) <= LONGEST_GAPLESS && !endsInStop(lines, line)) return false;
    return !lines.has(line, GAP) || widestGap(this.segmentsOf(line)) <= 3;
  }

  private judge(line: number): RowKind {
    const { lines } = this;
    if (line >= lines.count || lines.has(line, BLANK | RULE | FURNITURE) || lines.length(line) > LONGEST_ROW)
      return NOTHING;
    const parted = lines.has(line, GAP | LEADER | TAB);
    if (!parted && lines.indent(line) < PROSE_INDENT) return NOTHING;
    if (!lines.has(line, DIGIT | DASH)) return parted && !this.isProse(line) ? this.words(line) : NOTHING;
    const segments = this.segmentsOf(line);
    const first = firstValue(segments, parted);
    if (first < 0) return this.isProse(line) ? NOTHING : this.words(line);
    if (holdsWords(segments, first)) return this.isProse(line) ? NOTHING : COLUMNED;
    return holdsAmount(segments, first) ? this.valued(line, segments, first) : YEARS;
  }

  /** What a line is whose segments are values from one on to its end. */
  private valued(line: number, segments: readonly Segment[], first: number): RowKind {
    const { lines } = this;
    const count = segments.length - first;
    if (first === 0 && lines.indent(line) >= PROSE_INDENT) return VALUES;
    // A year or a number at the margin is the label of its row.
    if (first === 0) return count > 1 ? ROW : NOTHING;
    const standsOff = lines.has(line, LEADER) || lastGap(segments) >= LEAST_GAP_OF_ONE;
    return count > 1 || standsOff ? ROW : NOTHING;
  }

  private words(line: number): RowKind {
    return this.segmentsOf(line).length > 1 ? COLUMNED : NOTHING;
  }
}

const UNKNOWN = 255;

/** The first segment that is a value, or a year that does not make the whole line; -1 for none. */
function firstValue(segments: readonly Segment[], parted: boolean): number {
  for (let index = 0; index < segments.length; index += 1) {
    const kind = segments[index]?.kind;
    if (kind === VALUE || (kind === YEAR && (index > 0 || parted))) return index;
  }
  return -1;
}

function holdsWords(segments: readonly Segment[], first: number): boolean {
  for (let index = first; index < segments.length; index += 1) {
    const kind = segments[index]?.kind;
    if (kind === WORDS || kind === STROKES) return true;
  }
  return false;
}

function holdsAmount(segments: readonly Segment[], first: number): boolean {
  for (let index = first; index < segments.length; index += 1) {
    if (segments[index]?.kind === VALUE) return true;
  }
  return false;
}

/** Whether a line ends with a full stop or semicolon; that of "U.S." is none. */
export function endsInStop(lines: Lines, line: number): boolean {
  const last = lines.lasts[line] ?? 0;
  const code = lines.codes[last - 1] as number;
  const before = lines.codes[last - 2] as number;
  return code === 0x3b || (code === 0x2e && (before < 0x41 || before > 0x5a));
}

/** Told by the last character of a line, so that most prose is not parted at all. */
function mayEndInValue(lines: Lines, line: number): boolean {
  if (!lines.has(line, DIGIT | DASH) || lines.has(line, BLANK | RULE)) return false;
  const { codes } = lines;
  const last = lines.lasts[line] ?? 0;
  const code = codes[last - 1] as number;
  if (code >= 0x23 && code <= 0x39 && code !== 0x2c && code !== 0x2e) return true;
  if (code >= 0x80) return true;
  // "N/A", "nil": a few letters behind a gap.
  for (let at = last - 2; at >= last - 6; at -= 1) {
    if ((codes[at] as number) <= 0x20) return (codes[at - 1] as number) <= 0x20 || codes[at - 1] === 0x2e;
  }
  return false;
}

function widestGap(segments: readonly Segment[]): number {
  let widest = 0;
  for (let index = 1; index < segments.length; index += 1) {
    widest = Math.max(widest, (segments[index]?.from ?? 0) - (segments[index - 1]?.to ?? 0));
  }
  return widest;
}

function lastGap(segments: readonly Segment[]): number {
  return (segments.at(-1)?.from ?? 0) - (segments.at(-2)?.to ?? 0);
}
