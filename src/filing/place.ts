import type { Place, SourceSpan } from './filing.js';

/** The place of one range of the source. */
export function placeAt(source: string, start: number, end: number): Place {
  return placeOf(source, [[start, end]]);
}

/** The place of several ranges, in reading order. */
export function placeOf(source: string, spans: readonly SourceSpan[]): Place {
  return {
    text: spans.map(([start, end]) => printable(source.slice(start, end))).join(''),
    spans,
    start: spans[0]?.[0] ?? 0,
    end: spans.at(-1)?.[1] ?? 0,
  };
}

/** The part of a place from `from` to `to`, offsets into its text. */
export function partOf(source: string, place: Place, from: number, to: number): Place {
  if (place.spans.length === 1) return placeAt(source, place.start + from, place.start + to);
  const spans: SourceSpan[] = [];
  let offset = 0;
  for (const [start, end] of place.spans) {
    const left = Math.max(start, start + from - offset);
    const right = Math.min(end, start + to - offset);
    if (left < right) spans.push([left, right]);
    offset += end - start;
  }
  return placeOf(source, spans);
}

/** No-break spaces become spaces, one for one, so that offsets hold. */
function printable(text: string): string {
  return text.includes('\u00a0') ? text.replaceAll('\u00a0', ' ') : text;
}
