import type { SourceSpan } from '../filing.js';

/**
 * Where each character of a visible text stands in its source. The text is a list of runs, in order: a run stands for
 * as many characters of the source, one for one, or, where the lengths differ, for one character reference as a whole.
 * Characters between runs stand nowhere: they part what mark-up parts (lines, cells).
 */
export class TextMap {
  private readonly textStarts: Int32Array;
  private readonly textEnds: Int32Array;
  private readonly sourceStarts: Int32Array;
  private readonly sourceEnds: Int32Array;
  /** The run that was looked up last: look-ups mostly go forward. */
  private last = 0;

  constructor(
    textStarts: Int32Array,
    textEnds: Int32Array,
    sourceStarts: Int32Array,
    sourceEnds: Int32Array,
  ) {
    this.textStarts = textStarts;
    this.textEnds = textEnds;
    this.sourceStarts = sourceStarts;
    this.sourceEnds = sourceEnds;
  }

  /** A text that is its source. */
  static identity(length: number): TextMap {
    const [zero, end] = [Int32Array.of(0), Int32Array.of(length)];
    return new TextMap(zero, end, zero, end);
  }

  /** The ranges of the source that a range of the text stands for, in order; neighbours joined. */
  spansOf(from: number, to: number): SourceSpan[] {
    const first = this.runAt(from);
    const shift = this.shiftWithin(first, from, to);
    if (shift !== null) return [[from + shift, to + shift]];
    const spans: [start: number, end: number][] = [];
    this.forEachRunIn(from, to, (_from, _to, start, end) => {
      const last = spans[spans.length - 1];
      if (last !== undefined && last[1] === start) last[1] = end;
      else spans.push([start, end]);
    });
    return spans;
  }

  /** How far on a range that is a piece of one run stands in the source, as most are; null for any other. */
  private shiftWithin(run: number, from: number, to: number): number | null {
    if (from >= to || run >= this.textStarts.length) return null;
    const start = this.textStarts[run] as number;
    const end = this.textEnds[run] as number;
    const shift = (this.sourceStarts[run] as number) - start;
    return from >= start && to <= end && this.sourceEnds[run] === end + shift ? shift : null;
  }

  /** The characters of a range of the text that stand in the source, those that only part lines or cells left out. */
  heldText(text: string, from: number, to: number): string {
    let held = '';
    for (let run = this.runAt(from); run < this.textStarts.length; run += 1) {
      const start = this.textStarts[run] as number;
      if (start >= to) break;
      held += text.slice(Math.max(start, from), Math.min(this.textEnds[run] as number, to));
    }
    return held;
  }

  /** The offset in the source of a character of the text, or of the first character after it that stands somewhere. */
  sourceAt(offset: number): number {
    const run = this.runAt(offset);
    if (run >= this.textStarts.length) return this.sourceEnds.at(-1) ?? 0;
    const start = this.sourceStarts[run] as number;
    const into = offset - (this.textStarts[run] as number);
    const isOneForOne =
      (this.sourceEnds[run] as number) - start ===
      (this.textEnds[run] as number) - (this.textStarts[run] as number);
    return into > 0 && isOneForOne ? start + into : start;
  }

  /** Calls back for every run, in order: its range of the text and that of the source. */
  forEachRun(call: (from: number, to: number, start: number, end: number) => void): void {
    for (let run = 0; run < this.textStarts.length; run += 1)
      call(
        this.textStarts[run] as number,
        this.textEnds[run] as number,
        this.sourceStarts[run] as number,
        this.sourceEnds[run] as number,
      );
  }

  /**
   * The map of the same text with its parts in another order; every part is a range of it that cuts no character
   * reference, all together the whole.
   */
  reordered(parts: readonly { readonly from: number; readonly to: number }[]): TextMap {
    const most = this.textStarts.length + 2 * parts.length;
    const columns = [0, 1, 2, 3].map(() => new Int32Array(most)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const [textStarts, textEnds, sourceStarts, sourceEnds] = columns;
    let count = 0;
    let length = 0;
    for (const { from, to } of parts) {
      const shift = length - from;
      length += to - from;
      this.forEachRunIn(from, to, (runFrom, runTo, start, end) => {
        textStarts[count] = runFrom + shift;
        textEnds[count] = runTo + shift;
        sourceStarts[count] = start;
        sourceEnds[count] = end;
        count += 1;
      });
    }
    return new TextMap(...(columns.map((column) => column.subarray(0, count)) as typeof columns));
  }

  /** As `forEachRun`, for a range of the text: runs are clipped to it, but for one that stands for a reference. */
  forEachRunIn(
    from: number,
    to: number,
    call: (from: number, to: number, start: number, end: number) => void,
  ): void {
    for (let run = this.runAt(from); run < this.textStarts.length; run += 1) {
      const runFrom = this.textStarts[run] as number;
      if (runFrom >= to) return;
      const runTo = this.textEnds[run] as number;
      const start = this.sourceStarts[run] as number;
      const end = this.sourceEnds[run] as number;
      const isOneForOne = runTo - runFrom === end - start;
      const before = isOneForOne ? Math.max(0, from - runFrom) : 0;
      const after = isOneForOne ? Math.max(0, runTo - to) : 0;
      call(runFrom + before, runTo - after, start + before, end - after);
    }
  }

  /** The first run that ends after an offset. */
  private runAt(offset: number): number {
    const ends = this.textEnds;
    let low = 0;
    let high = ends.length;
    const near = this.last;
    if (near < ends.length && (near === 0 || (ends[near - 1] as number) <= offset)) {
      for (let run = near; run < ends.length && run < near + 8; run += 1) {
        if ((ends[run] as number) > offset) {
          this.last = run;
          return run;
        }
      }
      low = Math.min(near + 8, ends.length);
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > offset) high = middle;
      else low = middle + 1;
    }
    this.last = low;
    return low;
  }
}

const MOST_PIECES = 4096;

/** Collects the visible text of a source and its map, run by run. */
export class TextBuilder {
  /** Length of the text so far: the offset of what is added next. */
  length = 0;
  /** The text so far, but for its last pieces: these are joined now and then, so that none of the many lives long. */
  private readonly stretches: string[] = [];
  private pieces: string[] = [];
  private readonly source: string;
  /** The stretch of the source that reads as the end of the text does, not yet among the pieces. */
  private openStart = 0;
  private openEnd = 0;
  private runs = 0;
  /** Four numbers a run: text start and end, source start and end. */
  private numbers = new Int32Array(256);

  constructor(source: string) {
    this.source = source;
  }

  /** A stretch of the source as it stands. */
  add(start: number, end: number): void {
    if (start >= end) return;
    if (start !== this.openEnd) {
      this.closePiece();
      this.openStart = start;
    }
    this.openEnd = end;
    this.run(end - start, start, end);
  }

  /** What a character reference stands for. */
  addDecoded(text: string, start: number, end: number): void {
    if (text === '') return;
    this.closePiece();
    this.push(text);
    this.run(text.length, start, end);
  }

  /** A character that stands nowhere in the source: it parts lines or cells. */
  part(separator: ' ' | '\n' | '\t'): void {
    // A line of plain text ends with the very sign that parts it from the next: one piece rather than two.
    if (this.openStart < this.openEnd && this.source[this.openEnd] === separator) this.openEnd += 1;
    else {
      this.closePiece();
      this.push(separator);
    }
    this.length += 1;
  }

  /**
   * A text that was laid out apart from a draft of it: `map` leads into the draft, `base` from there into the source.
   * What the draft parts lines with stands nowhere.
   */
  append(text: string, map: TextMap, base: TextMap): void {
    const offset = this.length;
    this.closePiece();
    this.push(text);
    map.forEachRun((from, to, start, end) => {
      const isOneForOne = to - from === end - start;
      base.forEachRunIn(start, end, (clippedFrom, clippedTo, sourceStart, sourceEnd) => {
        this.length = offset + (isOneForOne ? from + clippedFrom - start : from);
        this.run(isOneForOne ? clippedTo - clippedFrom : to - from, sourceStart, sourceEnd);
      });
    });
    this.length = offset + text.length;
  }

  finish(): { readonly text: string; readonly map: TextMap } {
    const { runs, numbers } = this;
    const columns = [0, 1, 2, 3].map((offset) => {
      const column = new Int32Array(runs);
      for (let run = 0; run < runs; run += 1) column[run] = numbers[4 * run + offset] as number;
      return column;
    }) as [Int32Array, Int32Array, Int32Array, Int32Array];
    this.closePiece();
    this.stretches.push(this.pieces.join(''));
    const text = this.stretches.join('');
    return {
      text: text.includes('\u00a0') ? text.replaceAll('\u00a0', ' ') : text,
      map: new TextMap(...columns),
    };
  }

  private closePiece(): void {
    if (this.openStart < this.openEnd) this.pieces.push(this.source.slice(this.openStart, this.openEnd));
    this.openStart = this.openEnd;
  }

  private push(piece: string): void {
    if (this.pieces.length === MOST_PIECES) {
      this.stretches.push(this.pieces.join(''));
      this.pieces = [];
    }
    this.pieces.push(piece);
  }

  private run(length: number, start: number, end: number): void {
    const at = 4 * this.runs;
    const last = at - 4;
    const isOneForOne = end - start === length;
    if (
      last >= 0 &&
      isOneForOne &&
      this.numbers[last + 1] === this.length &&
      this.numbers[last + 3] === start &&
      (this.numbers[last + 1] as number) - (this.numbers[last] as number) ===
        (this.numbers[last + 3] as number) - (this.numbers[last + 2] as number)
    ) {
      this.numbers[last + 1] = this.length + length;
      this.numbers[last + 3] = end;
    } else {
      if (at + 4 > this.numbers.length) {
        const grown = new Int32Array(2 * this.numbers.length);
        grown.set(this.numbers);
        this.numbers = grown;
      }
      this.numbers[at] = this.length;
      this.numbers[at + 1] = this.length + length;
      this.numbers[at + 2] = start;
      this.numbers[at + 3] = end;
      this.runs += 1;
    }
    this.length += length;
  }
}
