import type { Extent } from './columns.js';
import { columnsFor, distanceTo, MOST_RULES } from './columns.js';
import type { Segment } from './segments.js';

/** The columns that a heading stands over: the first, from 1, and how many. */
export interface Reach {
  readonly column: number;
  readonly columns: number;
}

/** A heading that may stand over several columns though it is short: it says when, or in what unit. */
const OVER_SEVERAL =
  /\b(?:19|20)\d\d\b|\bend(?:ed|ing)\b|\b(?:months?|years?|quarters?|weeks)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^\(/i;
/** A heading centred above a column may end so far before it. */
const NEAR = 3;
/** So much of a column's width, and no more, a heading beside it may cover. */
const EDGE = 0.2;

/** What is drawn below a line of headings: right below it, or below the lines that go on with it. */
export interface DrawnBelow {
  readonly strokes: readonly Extent[];
  readonly further: readonly Extent[];
}

/** A column with the strokes that are drawn above it alone: headings are as wide as those. */
export function widened(columns: readonly Extent[], rules: readonly (readonly Extent[])[]): Extent[] {
  const wide = columns.map(({ from, to }) => ({ from, to }));
  for (const strokes of rules.slice(0, MOST_RULES)) {
    let first = 0;
    for (const { from, to } of strokes) {
      while (first < columns.length && (columns[first]?.to ?? 0) <= from) first += 1;
      const column = wide[first];
      if (column === undefined || column.from >= to || (columns[first + 1]?.from ?? to) < to) continue;
      column.from = Math.min(column.from, from);
      column.to = Math.max(column.to, to);
    }
  }
  return wide;
}

/**
 * The columns that each heading of a line stands over; null for what stands left of them all. The line drawn below a
 * heading tells its columns; where none is drawn, as many headings as columns are counted off, a heading stands over
 * the columns that it covers, and headings of periods share all columns, each column with the nearest.
 */
export function reachesOf(
  segments: readonly Segment[],
  columns: readonly Extent[],
  drawn: DrawnBelow,
  text: string,
): (Reach | null)[] {
  const first = columns[0];
  if (first === undefined) return segments.map(() => null);
  const labels = segments.filter((segment) => segment.to + NEAR <= first.from).length;
  const heads = segments.slice(labels);
  const reaches: Reach[] =
    heads.length === columns.length
      ? columnsFor(heads, columns).map((column) => ({ column, columns: 1 }))
      : (underlined(heads, columns, drawn.strokes) ?? placed(heads, columns, drawn, text));
  return [...segments.slice(0, labels).map(() => null), ...reaches];
}

/** By the strokes below; null where not every heading has one of its own. */
function underlined(
  heads: readonly Extent[],
  columns: readonly Extent[],
  strokes: readonly Extent[],
): Reach[] | null {
  const reaches: Reach[] = [];
  let next = 1;
  for (const head of heads) {
    const middle = (head.from + head.to) / 2;
    const stroke = strokes.find(({ from, to }) => from - 1 <= middle && middle <= to + 1);
    const reach = stroke === undefined ? null : covered(stroke, columns);
    if (reach === null || reach.column < next) return null;
    reaches.push(reach);
    next = reach.column + reach.columns;
  }
  return reaches;
}

function placed(
  heads: readonly Segment[],
  columns: readonly Extent[],
  { further }: DrawnBelow,
  text: string,
): Reach[] {
  if (heads.every(({ start, end }) => OVER_SEVERAL.test(text.slice(start, end))))
    return shared(heads, columns);
  const fits = heads.every((head) =>
    further.some(({ from, to }) => head.from >= from - 2 && head.to <= to + 2),
  );
  return (fits ? underlined(heads, columns, further) : null) ?? beside(heads, columns);
}

/** Every column belongs to the heading nearest to its middle. */
function shared(heads: readonly Extent[], columns: readonly Extent[]): Reach[] {
  const first = columnsFor(heads, columns);
  const counts = heads.map(() => 0);
  const starts = heads.map(() => 0);
  let head = 0;
  for (const [index, column] of columns.entries()) {
    const middle = (column.from + column.to) / 2;
    while (head + 1 < heads.length && distance(heads[head + 1], middle) < distance(heads[head], middle))
      head += 1;
    if (counts[head] === 0) starts[head] = index + 1;
    counts[head] = (counts[head] ?? 0) + 1;
  }
  return heads.map((_, index) => ({
    column: starts[index] || (first[index] ?? 1),
    columns: Math.max(1, counts[index] ?? 1),
  }));
}

function distance(extent: Extent | undefined, at: number): number {
  return extent === undefined ? Number.POSITIVE_INFINITY : Math.abs((extent.from + extent.to) / 2 - at);
}

/** Each heading stands over the columns that it covers, else over the nearest that is free. */
function beside(heads: readonly Extent[], columns: readonly Extent[]): Reach[] {
  const nearest = columnsFor(heads, columns);
  let next = 1;
  return heads.map((head, index) => {
    const cover = covered(head, columns);
    const reach =
      cover !== null && cover.column >= next ? cover : { column: nearest[index] ?? next, columns: 1 };
    next = reach.column + reach.columns;
    return reach;
  });
}

/** The columns that a stretch stands over with more than an edge. */
function covered(stretch: Extent, columns: readonly Extent[]): Reach | null {
  let column = 0;
  let count = 0;
  for (const [index, extent] of columns.entries()) {
    if (-distanceTo(stretch, extent) <= EDGE * (extent.to - extent.from) && !holdsMiddle(extent, stretch))
      continue;
    if (count === 0) column = index + 1;
    count += 1;
  }
  return count === 0 ? null : { column, columns: count };
}

function holdsMiddle(outer: Extent, inner: Extent): boolean {
  const middle = (inner.from + inner.to) / 2;
  return outer.from <= middle && middle <= outer.to;
}
