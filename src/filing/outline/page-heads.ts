import type { Layout } from '../read/layout.js';
import type { Line } from './lines.js';

/** Blocks at the top of a page, below its number, that may repeat the name of the issuer or of the section. */
const LINES_AT_TOP = 3;
const FEWEST_REPEATS = 4;
const CONTINUED = /\s*[-–—]?\s*\(?\bcont(?:inued|['’]d|\.)\)?\s*$/i;

/**
 * Lines that stand again and again at the top of pages: the issuer's name, "Notes to Consolidated Financial
 * Statements". They are no headings, whatever they look like.
 */
export function pageHeads(layout: Layout, lines: readonly (Line | null)[]): ReadonlySet<string> {
  const seen = new Map<string, { times: number; atTop: number }>();
  let sinceFurniture = LINES_AT_TOP;
  for (const [index, { kind }] of layout.blocks.entries()) {
    if (kind === 'page-number' || kind === 'running-header') {
      sinceFurniture = 0;
      continue;
    }
    sinceFurniture += 1;
    const line = lines[index];
    if (line == null || line.text.length > 120) {
      sinceFurniture = LINES_AT_TOP + 1;
      continue;
    }
    const text = headText(line.text);
    const count = seen.get(text) ?? { times: 0, atTop: 0 };
    count.times += 1;
    if (sinceFurniture <= LINES_AT_TOP) count.atTop += 1;
    seen.set(text, count);
  }
  const heads = new Set<string>();
  for (const [text, { times, atTop }] of seen)
    if (times >= FEWEST_REPEATS && 2 * atTop > times) heads.add(text);
  return heads;
}

/** A line as the head of a page, "(continued)" taken off. */
export function headText(text: string): string {
  return text.includes('ont') || text.includes('ONT') ? text.replace(CONTINUED, '') : text;
}
