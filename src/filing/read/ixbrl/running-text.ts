import type { SourceSpan } from '../../filing.js';
import { isPlainSpace } from '../../plain-characters.js';
import { decodeReferences } from './references.js';

const AMPERSAND = 38;

/** What parts words in the text of a block; the stronger of two that meet stands. */
export const SPACE = 1;
export const LINE = 2;

/** More ranges than that, and a text block gives its hull: its mark-up is part of what it says. */
const MOST_SPANS = 32;

/** A moment of the running text: what lies between two of them is what an element encloses. */
export interface Mark {
  readonly run: number;
  readonly length: number;
}

/**
 * The text that stands in tagged elements, collected once however deep they nest: each element's text is a range of
 * it. White space is folded; a space parts cells, a line end parts paragraphs and rows.
 */
export class RunningText {
  private readonly source: string;
  private readonly pieces: string[] = [];
  private length = 0;
  private pending = 0;
  private whole: string | null = null;
  /** Two numbers a run of text between tags: where it begins and ends in the source. */
  private runs = new Int32Array(1024);
  private runCount = 0;

  constructor(source: string) {
    this.source = source;
  }

  mark(): Mark {
    return { run: this.runCount, length: this.length };
  }

  part(separator: number): void {
    if (separator > this.pending) this.pending = separator;
  }

  /** A stretch of the source between two tags. */
  add(from: number, to: number): void {
    if (from >= to) return;
    this.addRun(from, to);
    const { source } = this;
    let start = from;
    while (start < to && isPlainSpace(source.charCodeAt(start))) start += 1;
    if (start > from) this.part(SPACE);
    if (start === to) return;
    let end = to;
    while (isPlainSpace(source.charCodeAt(end - 1))) end -= 1;
    const piece = source.slice(start, end);
    this.push(isPlain(source, start, end) ? piece : folded(decodeReferences(piece)));
    if (end < to) this.part(SPACE);
  }

  /** Between two marks, white space folded and parted as it is laid out. To be asked when all is added. */
  laidOut(from: Mark, to: Mark): string {
    this.whole ??= this.pieces.join('');
    return this.whole.slice(from.length, to.length).trim();
  }

  /** Between two marks, run after run with nothing between, as XBRL joins them; white space folded. */
  joined(from: Mark, to: Mark): string {
    if (to.run - from.run > MOST_SPANS) return this.laidOut(from, to);
    if (to.run - from.run === 1) {
      const [start, end] = [this.runs[2 * from.run] as number, this.runs[2 * from.run + 1] as number];
      const text = this.source.slice(start, end);
      return isPlain(this.source, start, end) ? text.trim() : folded(decodeReferences(text));
    }
    let text = '';
    for (let at = 2 * from.run; at < 2 * to.run; at += 2)
      text += this.source.slice(this.runs[at], this.runs[at + 1]);
    return folded(decodeReferences(text));
  }

  /** The runs between two marks that are not blank; of many, the range that holds them all. */
  spans(from: Mark, to: Mark): SourceSpan[] {
    const spans: SourceSpan[] = [];
    let start = -1;
    let end = -1;
    for (let at = 2 * from.run; at < 2 * to.run; at += 2) {
      const [runStart, runEnd] = [this.runs[at] as number, this.runs[at + 1] as number];
      if (this.isBlank(runStart, runEnd)) continue;
      if (runStart !== end) {
        if (start >= 0) spans.push([start, end]);
        if (spans.length >= MOST_SPANS)
          return [[(spans[0] as SourceSpan)[0], this.runs[2 * to.run - 1] as number]];
        start = runStart;
      }
      end = runEnd;
    }
    if (start < 0) return spans;
    // An array that is pushed to takes room for many.
    if (spans.length === 0) return [[start, end]];
    spans.push([start, end]);
    return spans;
  }

  private isBlank(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (!isPlainSpace(this.source.charCodeAt(at))) return false;
    return true;
  }

  private push(piece: string): void {
    if (piece === '') return;
    if (this.pending !== 0 && this.length > 0) {
      this.pieces.push(this.pending === LINE ? '\n' : ' ');
      this.length += 1;
    }
    this.pending = 0;
    this.pieces.push(piece);
    this.length += piece.length;
  }

  private addRun(from: number, to: number): void {
    const at = 2 * this.runCount;
    if (at === this.runs.length) {
      const grown = new Int32Array(2 * at);
      grown.set(this.runs);
      this.runs = grown;
    }
    this.runs[at] = from;
    this.runs[at + 1] = to;
    this.runCount += 1;
  }
}

/** Whether a stretch reads as it stands: no reference, and no white space but single spaces. */
function isPlain(source: string, start: number, end: number): boolean {
  let wasWhite = false;
  for (let at = start; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code === AMPERSAND || code < 32 || code === 0xa0) return false;
    const white = code === 32;
    if (white && wasWhite) return false;
    wasWhite = white;
  }
  return true;
}

function folded(text: string): string {
  return isFolded(text) ? text.trim() : text.replace(/[\s\u00a0]+/g, ' ').trim();
}

function isFolded(text: string): boolean {
  let wasWhite = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000) return false;
    const white = code === 32;
    if (white && wasWhite) return false;
    wasWhite = white;
  }
  return true;
}
