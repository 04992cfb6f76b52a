import { firstIndex } from '../value/index.js';
import type { Place } from './filing.js';

/** A character reference, its semicolon as optional as browsers have it. */
const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][\da-zA-Z]{1,31});?/y;
const SPACE = /\s/;

/**
 * How the text of a place and its source correspond, character by character. The text holds what the spans hold, with
 * character references decoded, and perhaps white space between lines or cells that stands nowhere in the source.
 */
export class PlaceOffsets {
  /** Where runs begin that correspond one for one: in the text, and in the source; both ascend. */
  private readonly texts: number[] = [];
  private readonly sources: number[] = [];
  private readonly place: Place;

  /** Linear in the length of the place. */
  constructor(source: string, place: Place) {
    this.place = place;
    const { text, spans } = place;
    let at = 0;
    for (const [start, end] of spans) {
      if (text.startsWith(source.slice(start, end), at)) {
        this.begin(at, start);
        at += end - start;
      } else {
        at = this.follow(source, start, end, at);
      }
    }
  }

  /** The offset in the text of an offset in the source; of one between spans, that of what follows. */
  toText(offset: number): number {
    const run = this.runAt(this.sources, offset);
    if (run < 0) return 0;
    const next = this.texts[run + 1] ?? this.place.text.length;
    return Math.min(next, (this.texts[run] ?? 0) + Math.max(0, offset - (this.sources[run] ?? 0)));
  }

  /** The offset in the source of an offset in the text. */
  toSource(offset: number): number {
    const run = this.runAt(this.texts, offset);
    if (run < 0) return this.place.start;
    const next = this.sources[run + 1] ?? this.place.end;
    return Math.min(next, (this.sources[run] ?? 0) + offset - (this.texts[run] ?? 0));
  }

  /** Walks through a span that is not in the text as it stands; gives where its text ends. */
  private follow(source: string, start: number, end: number, from: number): number {
    const { text } = this.place;
    let [at, offset] = [from, start];
    this.begin(at, offset);
    while (offset < end && at < text.length) {
      const [there, here] = [source[offset] as string, text[at] as string];
      const length = there === '&' ? referenceLength(source, offset, text, at) : 0;
      if (length > 0) {
        this.begin(at, offset);
        at += isPair(text, at) ? 2 : 1;
        offset += length;
        this.begin(at, offset);
      } else if (here !== there && SPACE.test(here) && !SPACE.test(there)) {
        at += 1;
        this.begin(at, offset);
      } else {
        at += 1;
        offset += 1;
      }
    }
    return at;
  }

  private begin(text: number, source: number): void {
    const last = this.texts.length - 1;
    if (this.texts[last] === text) {
      this.sources[last] = source;
      return;
    }
    this.texts.push(text);
    this.sources.push(source);
  }

  /** The last run that begins at or before an offset; -1 for none. */
  private runAt(starts: readonly number[], offset: number): number {
    return firstIndex(starts.length, (index) => (starts[index] ?? 0) > offset) - 1;
  }
}

/** The length of the character reference that stands there; 0 where the text shows the same signs as they are. */
function referenceLength(source: string, offset: number, text: string, at: number): number {
  REFERENCE.lastIndex = offset;
  const [reference] = REFERENCE.exec(source) ?? [''];
  return reference === '' || text.startsWith(reference, at) ? 0 : reference.length;
}

/** Whether one character takes two code units. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
