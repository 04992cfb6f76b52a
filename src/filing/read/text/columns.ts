import type { Segment } from './segments.js';

/** A stretch of a line that a column takes up. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What is known of a table before its columns are: its rows of values, the lines drawn in it, EDGAR's marks. */
export interface ColumnEvidence {
  /** The values of each row, labels left out. */
  readonly rows: readonly (readonly Segment[])[];
  /** The strokes of each drawn line. */
  readonly rules: readonly (readonly Extent[])[];
  readonly marks: readonly number[] | null;
}

/** Two numbers of one column may miss each other by so much: a bracket that hangs out, a dash set in the middle. */
const HANG = 2;
/** Of rows with as many values as any, where the values of one column do not stand above each other. */
const MOST_ROWS = 0.6;

/**
 * The columns that a table's values stand in, left to right: values above each other share one. Where that makes more
 * columns than the rows have values, as behind leaders of uneven length, values are counted off instead.
 */
export function columnsOf({ rows, rules, marks }: ColumnEvidence): readonly Extent[] {
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0) return [];
  const clusters = parted(overlapping(filled), filled);
  const columns = merged(clusters, filled, rules);
  const most = filled.reduce((count, row) => Math.max(count, row.length), 0);
  if (columns.length <= most || confirmed(columns, rules, marks)) return columns;
  const full = filled.filter((row) => row.length === most);
  return full.length >= MOST_ROWS * filled.length ? countedOff(full, most) : columns;
}

/** Stretches that values cover, those that overlap joined: each value is drawn on a strip as wide as the table. */
function overlapping(rows: readonly (readonly Segment[])[]): Extent[] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.at(-1)?.to ?? 0);
  const strip = new Uint8Array(width);
  for (const row of rows) {
    for (const { from, to } of row) {
      if (strip[from] === 0) strip[from] = COVERED;
      for (let at = from + 1; at < to; at += 1) strip[at] = JOINED;
    }
  }
  const joined: Extent[] = [];
  for (let at = 0; at < width; at += 1) {
    if (strip[at] === 0) continue;
    const from = at;
    while (strip[at + 1] === JOINED) at += 1;
    joined.push({ from, to: at + 1 });
  }
  return joined;
}

/** On a strip: a place that a value covers, and one that it covers together with the place before. */
const COVERED = 1;
const JOINED = 2;

/** Parts a stretch that holds two values of one row: a number set askew has bridged two columns. */
function parted(clusters: readonly Extent[], rows: readonly (readonly Segment[])[]): readonly Extent[] {
  const most = new Int32Array(clusters.length);
  for (const row of rows) {
    forEachRun(row, clusters, (cluster, start, end) => {
      if (end - start > (most[cluster] ?? 0)) most[cluster] = end - start;
    });
  }
  if (most.every((count) => count < 2)) return clusters;
  const members: (readonly Segment[])[][] = clusters.map(() => []);
  for (const row of rows) {
    forEachRun(row, clusters, (cluster, start, end) => {
      if (end - start > 1 && end - start === most[cluster]) members[cluster]?.push(row.slice(start, end));
    });
  }
  return clusters.flatMap((cluster, index) => {
    const count = most[index] ?? 0;
    return count < 2 ? [cluster] : countedOff(members[index] ?? [], count);
  });
}

/** Calls back for the values of a row that one stretch holds, which stand beside each other. */
function forEachRun(
  row: readonly Segment[],
  clusters: readonly Extent[],
  call: (cluster: number, start: number, end: number) => void,
): void {
  let start = 0;
  let open = -1;
  for (let index = 0; index < row.length; index += 1) {
    const cluster = clusterAt(clusters, row[index]?.from ?? 0);
    if (cluster === open) continue;
    if (index > start) call(open, start, index);
    open = cluster;
    start = index;
  }
  if (row.length > start) call(open, start, row.length);
}

/** The stretch that holds a position, by binary search. */
function clusterAt(clusters: readonly Extent[], at: number): number {
  let low = 0;
  let high = clusters.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clusters[middle]?.to ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The hull of the first values of all rows, of the second ones, and so on; halved where two hulls overlap. */
function countedOff(rows: readonly (readonly Segment[])[], count: number): Extent[] {
  const columns: { from: number; to: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    for (const row of rows) {
      from = Math.min(from, row[index]?.from ?? from);
      to = Math.max(to, row[index]?.to ?? to);
    }
    columns.push({ from, to });
  }
  for (let index = 1; index < count; index += 1) {
    const [left, right] = [columns[index - 1], columns[index]];
    if (left === undefined || right === undefined || left.to <= right.from) continue;
    const middle = Math.round((left.to + right.from) / 2);
    left.to = Math.max(left.from + 1, middle);
    right.from = left.to;
  }
  return columns;
}

/** Joins neighbours that no row fills both: one column, in which a value hangs out, or above which one line is drawn. */
function merged(
  columns: readonly Extent[],
  rows: readonly (readonly Segment[])[],
  rules: readonly (readonly Extent[])[],
): readonly Extent[] {
  const together = new Uint8Array(columns.length);
  for (const row of rows) {
    let previous = -1;
    for (const segment of row) {
      const column = clusterAt(columns, segment.from);
      if (previous >= 0 && column === previous + 1) together[column] = 1;
      previous = column;
    }
  }
  // Most tables have a row that fills each two neighbours.
  if (together.indexOf(0, 1) < 0) return columns;
  const strokes = rules
    .filter((rule) => rule.length > 1)
    .slice(0, MOST_RULES)
    .flat();
  const joined: { from: number; to: number }[] = [];
  for (const [index, { from, to }] of columns.entries()) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      together[index] === 0 &&
      (from - last.to <= HANG || bridged(strokes, last, { from, to }))
    ) {
      last.to = to;
    } else joined.push({ from, to });
  }
  return joined;
}

/** A stroke above both and above no more than both: it underlines their one heading. */
function bridged(strokes: readonly Extent[], left: Extent, right: Extent): boolean {
  return strokes.some(
    ({ from, to }) =>
      from < left.to &&
      to > right.from &&
      to - from <= right.to - left.from + HANG &&
      to - from <= LONGEST_STROKE,
  );
}

const LONGEST_STROKE = 16;
/** So many drawn lines tell enough. */
export const MOST_RULES = 40;

/** Whether the strokes of a line, or EDGAR's marks, tell of as many columns as were found. */
function confirmed(
  columns: readonly Extent[],
  rules: readonly (readonly Extent[])[],
  marks: readonly number[] | null,
): boolean {
  if (marks !== null && marks.length - 1 === columns.length) return true;
  return rules.some((rule) => rule.length === columns.length);
}

/**
 * The column of each segment of a row, from 1, rising from left to right: the one that it overlaps most, else the
 * nearest; as many segments as columns are counted off.
 */
export function columnsFor(segments: readonly Extent[], columns: readonly Extent[]): number[] {
  if (segments.length === columns.length) return segments.map((_, index) => index + 1);
  let next = 0;
  return segments.map((segment, index) => {
    const rest = segments.length - index - 1;
    const last = Math.max(next, columns.length - rest - 1);
    let best = next;
    let least = Number.POSITIVE_INFINITY;
    for (let column = next; column <= last && column < columns.length; column += 1) {
      const distance = distanceTo(segment, columns[column] ?? segment);
      if (distance > least) break;
      least = distance;
      best = column;
    }
    next = Math.min(best + 1, Math.max(0, columns.length - 1));
    return best + 1;
  });
}

/** Which columns share a position with any of some strokes: both are in order. */
export function touched(strokes: readonly Extent[], columns: readonly Extent[]): boolean[] {
  let next = 0;
  return columns.map((column) => {
    while (next < strokes.length && (strokes[next]?.to ?? 0) <= column.from) next += 1;
    return (strokes[next]?.from ?? Number.POSITIVE_INFINITY) < column.to;
  });
}

/** Negative by how much two stretches share, else what lies between them. */
export function distanceTo(a: Extent, b: Extent): number {
  return Math.max(a.from, b.from) - Math.min(a.to, b.to);
}
