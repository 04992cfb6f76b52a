import type { Place, SourceSpan } from './filing.js';
import type { Layout } from './read/layout.js';

/** The place of a range of the layout's text: its text is the spans joined, character references decoded. */
export function placeOf({ text, map }: Layout, from: number, to: number): Place {
  const spans = map.spansOf(from, to);
  return { text: text.slice(from, to), spans, start: startOf(spans), end: endOf(spans) };
}

/** The place of a figure: its text holds nothing that does not stand in the source. */
export function figurePlaceOf({ text, map }: Layout, from: number, to: number): Place {
  const spans = map.spansOf(from, to);
  const held = spans.length === 1 ? text.slice(from, to) : map.heldText(text, from, to);
  return { text: held, spans, start: startOf(spans), end: endOf(spans) };
}

function startOf(spans: readonly SourceSpan[]): number {
  return spans[0]?.[0] ?? 0;
}

function endOf(spans: readonly SourceSpan[]): number {
  return spans[spans.length - 1]?.[1] ?? 0;
}
