import type { Filing } from '../src/filing/index.js';

/** A page with its inline XBRL removed: the header whole, of every other element the tags. */
export function untagged(source: string): string {
  return source.replace(/<ix:header\b[\s\S]*?<\/ix:header>/g, '').replace(/<\/?ix:[^>]*>/g, '');
}

/** All that a figure says but where it stands in the source, which removed tags shift. */
export function figureLines({ figures }: Filing): string[] {
  return figures.map(({ text, role, value, decimals, unit, period, label, key, range, where }) =>
    JSON.stringify([text, role, value, decimals, unit, period, label, key, range, where]),
  );
}
