import type { Line } from '../read/lines.js';
import { isNumericText, isRuleLine, isTabRow, type Segment, segmentsOf } from '../read/table-lines.js';
import { isYearHeading } from './notes.js';

/** A cell before its row is understood: a range of the source and the column it stands in. */
export interface RawCell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly column: number;
  /** How many columns it stands over; more than 1 for a heading centred above several. */
  readonly columns: number;
}

export interface RawRow {
  /** Cells that hold something; column 0 is the label's. */
  readonly cells: readonly RawCell[];
  /** White space before the label. */
  readonly indent: number;
}

/** The rows of a table's lines: by tabs where it has them, else by the columns that its numbers stand in. */
export function rowsOf(lines: readonly Line[]): RawRow[] {
  const filled = lines.filter((line) => !line.blank && !isRuleLine(line.text));
  return filled.some(isTabRow) ? filled.map(tabRow) : alignedRows(filled);
}

function tabRow(line: Line): RawRow {
  const cells: RawCell[] = [];
  let from = 0;
  for (const [column, text] of line.text.split('\t').entries()) {
    const trimmed = text.trim();
    if (trimmed !== '') {
      const start = line.start + from + (text.length - text.trimStart().length);
      cells.push({ start, end: start + trimmed.length, text: trimmed, column, columns: 1 });
    }
    from += text.length + 1;
  }
  return { cells, indent: line.text.length - line.text.trimStart().length };
}

function alignedRows(lines: readonly Line[]): RawRow[] {
  const segmented = lines.map((line) => ({ line, segments: segmentsOf(line.text) }));
  const columns = columnsOf(segmented.map(({ segments }) => segments));
  return segmented.map(({ line, segments }) => {
    const reach = segments.some(({ text }) => isNumericText(text) && !isYearHeading(text))
      ? null
      : reaches(segments, columns);
    return {
      cells: segments.map((segment) => ({
        start: line.start + segment.from,
        end: line.start + segment.to,
        text: segment.text,
        ...(reach?.get(segment) ?? { column: columnFor(segment, columns), columns: 1 }),
      })),
      indent: line.text.length - line.text.trimStart().length,
    };
  });
}

/** In a row of headings each column belongs to the heading nearest to its middle: a centred one stands over several. */
function reaches(
  segments: readonly Segment[],
  columns: readonly Extent[],
): Map<Segment, { column: number; columns: number }> {
  const above = segments.filter((segment) => columnFor(segment, columns) > 0);
  const reach = new Map<Segment, { column: number; columns: number }>();
  for (const [index, column] of columns.entries()) {
    const middle = (column.from + column.to) / 2;
    const segment = above[nearest(middle, above) - 1];
    if (segment === undefined) continue;
    const known = reach.get(segment);
    reach.set(
      segment,
      known === undefined ? { column: index + 1, columns: 1 } : { ...known, columns: known.columns + 1 },
    );
  }
  return reach;
}

/** A stretch of characters that a column's numbers cover. */
interface Extent {
  from: number;
  to: number;
}

/** Numbers that stand above each other share a column; what stands left of them all is the label. */
function columnsOf(rows: readonly (readonly Segment[])[]): Extent[] {
  const numbers = rows
    .flatMap((segments) => segments.filter((segment, index) => index > 0 && isNumericText(segment.text)))
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const columns: Extent[] = [];
  for (const { from, to } of numbers) {
    const last = columns.at(-1);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
    else columns.push({ from, to });
  }
  return columns;
}

/** The column that a segment overlaps most, or whose middle is nearest; 0 for what stands left of all columns. */
function columnFor(segment: Segment, columns: readonly Extent[]): number {
  let best = 0;
  let most = 0;
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(segment.to, column.to) - Math.max(segment.from, column.from);
    if (shared > most) {
      most = shared;
      best = index + 1;
    }
  }
  if (best > 0) return best;
  const first = columns[0];
  if (first === undefined || segment.to <= first.from) return 0;
  return nearest((segment.from + segment.to) / 2, columns);
}

/** From 1; 0 where there are none. */
function nearest(middle: number, columns: readonly { readonly from: number; readonly to: number }[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { from, to }] of columns.entries()) {
    const distance = Math.abs((from + to) / 2 - middle);
    if (distance < least) {
      least = distance;
      best = index + 1;
    }
  }
  return best;
}
