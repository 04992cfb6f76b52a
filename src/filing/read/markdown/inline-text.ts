import { isPlainSpace } from '../../plain-characters.js';
import type { Emphasis, TextRange } from '../layout.js';
import type { TextBuilder } from '../text-map.js';
import { inlineMarks, type MarkedRange, type Replaced } from './inline-marks.js';

/** What was added to the text: where it stands, and what of it is marked. */
export interface InlineText extends TextRange {
  readonly emphasis: readonly Emphasis[];
  readonly raised: readonly TextRange[];
}

/** Whether a stretch may hold marks at all: most prose of a report does not. */
const MAY_BE_MARKED = /[\\&<*_[{]/;

/** Adds a stretch of Markdown to the text without its marks; white space at both ends is left out. */
export function addInline(source: string, start: number, end: number, builder: TextBuilder): InlineText {
  let [from, to] = [start, end];
  while (from < to && isPlainSpace(source.charCodeAt(from))) from += 1;
  while (to > from && isPlainSpace(source.charCodeAt(to - 1))) to -= 1;
  const begin = builder.length;
  if (from === to) return { from: begin, to: begin, emphasis: [], raised: [] };
  if (!MAY_BE_MARKED.test(source.slice(from, to))) {
    builder.add(from, to);
    return { from: begin, to: builder.length, emphasis: [], raised: [] };
  }
  return addMarked(source, from, to, builder);
}

function addMarked(source: string, from: number, to: number, builder: TextBuilder): InlineText {
  const { replaced: marks, emphasis } = inlineMarks(source, from, to);
  const { replaced, end: textEnd } = withoutTail(source, from, to, marks);
  const begin = builder.length;
  const places = new Places();
  let at = from;
  let shown = false;
  const add = (start: number, end: number) => {
    // White space beside a mark at the beginning is no part of the words.
    let first = start;
    while (!shown && first < end && isPlainSpace(source.charCodeAt(first))) first += 1;
    places.add(first, builder.length);
    shown ||= first < end;
    builder.add(first, end);
  };
  for (const { start, end, shown: text } of replaced) {
    if (start < at) continue;
    add(at, start);
    places.add(start, builder.length);
    if (text === '\n') {
      if (shown) builder.part(' ');
    } else if (text !== '') {
      builder.addDecoded(text, start, end);
      shown ||= text.trim() !== '';
    }
    places.add(end, builder.length);
    at = end;
  }
  add(at, Math.max(at, textEnd));
  places.add(to, builder.length);
  const ranges = emphasis.map((mark) => ({ mark, range: places.rangeOf(mark.span) }));
  return {
    from: begin,
    to: builder.length,
    emphasis: ranges.flatMap(({ mark, range }) => emphasisOf(mark, range)),
    raised: ranges
      .filter(({ mark, range }) => mark.as === 'raised' && range.from < range.to)
      .map(({ range }) => range),
  };
}

/** Marks at the end, and the white space before them, end nothing that is shown. */
function withoutTail(
  source: string,
  from: number,
  to: number,
  marks: readonly Replaced[],
): { replaced: readonly Replaced[]; end: number } {
  let end = to;
  let count = marks.length;
  for (;;) {
    while (end > from && isPlainSpace(source.charCodeAt(end - 1))) end -= 1;
    const last = marks[count - 1];
    if (last === undefined || last.end < end || last.shown.trim() !== '')
      return { replaced: marks.slice(0, count), end };
    end = last.start;
    count -= 1;
  }
}

function emphasisOf({ as }: MarkedRange, range: TextRange): Emphasis[] {
  if (as === 'raised' || range.from >= range.to) return [];
  return [
    {
      ...range,
      bold: as === 'bold' || as === 'bold-italic',
      italic: as === 'italic' || as === 'bold-italic',
      underlined: as === 'underlined',
    },
  ];
}

/** Where offsets of the source stand in the text, by the places that pieces begin at. */
class Places {
  private readonly sources: number[] = [];
  private readonly texts: number[] = [];

  add(source: number, text: number): void {
    this.sources.push(source);
    this.texts.push(text);
  }

  rangeOf([start, end]: readonly [number, number]): TextRange {
    return { from: this.textAt(start), to: this.textAt(end) };
  }

  /** The last piece that begins at or before an offset tells. */
  private textAt(source: number): number {
    let low = 0;
    let high = this.sources.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sources[middle] ?? 0) <= source) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    const text = this.texts[index] ?? 0;
    const next = this.texts[index + 1] ?? text;
    return Math.min(text + source - (this.sources[index] ?? source), Math.max(text, next));
  }
}
