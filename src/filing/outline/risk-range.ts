import type { Layout } from '../read/layout.js';
import { compareLooks } from './block-look.js';
import type { HeadingRule } from './headings.js';
import type { ItemPlace } from './item-places.js';
import type { Line } from './lines.js';
import { type RiskHeading, riskLooks } from './risk-looks.js';

/** The blocks of Item 3.D (20-F) or 1A (10-K), with the headings among them by index of their block. */
export interface RiskRange {
  readonly from: number;
  readonly until: number;
  readonly headings: ReadonlyMap<number, RiskHeading>;
}

const RISK_ITEMS = new Set(['item-1a', 'item-3-d']);

/** Null where the report has no such Item, or nothing in it stands out. */
export function riskRange(
  layout: Layout,
  lines: readonly (Line | null)[],
  rule: HeadingRule,
  places: readonly ItemPlace[],
): RiskRange | null {
  const order = places.findIndex(({ items }) => items.some(({ id }) => RISK_ITEMS.has(id)));
  const place = places[order];
  if (place === undefined) return null;
  const from = (place.titleBlock ?? place.block) + 1;
  const until = endOf(place, from, places[order + 1]?.block ?? layout.blocks.length, lines, rule);
  const inside: number[] = [];
  for (let index = from; index < until; index += 1) {
    const kind = layout.blocks[index]?.kind;
    if (kind !== 'page-number' && kind !== 'running-header') inside.push(index);
  }
  const looks = riskLooks(
    layout,
    inside.flatMap((index) => layout.blocks[index] ?? []),
  );
  if (looks === null) return null;
  const headings = new Map(looks.headings.map((heading) => [inside[heading.at] ?? 0, heading]));
  return { from, until, headings };
}

/** A section that an index points at ends where another heading looks as high. */
function endOf(
  { look }: ItemPlace,
  from: number,
  next: number,
  lines: readonly (Line | null)[],
  rule: HeadingRule,
): number {
  if (look === null) return next;
  for (let index = from; index < next; index += 1) {
    const line = lines[index];
    if (line != null && rule.isHeading(line) && compareLooks(line.look, look) >= 0) return index;
  }
  return next;
}
