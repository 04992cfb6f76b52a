import type { Filing } from '../src/filing/index.js';
import { firstIndex } from '../src/value/index.js';

/** What inline XBRL adds to a page: the header whole, of every other element the tags. */
const INLINE_XBRL = /<ix:header\b[\s\S]*?<\/ix:header>|<\/?ix:[^>]*>/g;

/** A page with its inline XBRL removed. */
export function untagged(source: string): string {
  return source.replace(INLINE_XBRL, '');
}

/** Where an offset of the tagged page, outside what was removed, stands in the page without its tags. */
export function untaggedOffsets(source: string): (offset: number) => number {
  const ends: number[] = [];
  const removed: number[] = [];
  for (const match of source.matchAll(INLINE_XBRL)) {
    ends.push(match.index + match[0].length);
    removed.push((removed.at(-1) ?? 0) + match[0].length);
  }
  return (offset) => {
    const before = firstIndex(ends.length, (index) => (ends[index] ?? 0) > offset);
    return offset - (removed[before - 1] ?? 0);
  };
}

/** All that a figure says but where it stands in the source, which removed tags shift. */
export function figureLines({ figures }: Filing): string[] {
  return figures.map(({ text, role, value, decimals, unit, period, label, key, range, where }) =>
    JSON.stringify([text, role, value, decimals, unit, period, label, key, range, where]),
  );
}
