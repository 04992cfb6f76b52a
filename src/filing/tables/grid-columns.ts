import type { LogicalCell } from './logical-rows.js';

type Placed = Pick<LogicalCell, 'column' | 'columns' | 'kind'>;

/** The columns of mark-up that a cell stands over: from `column`, `columns` of them. */
type Extent = Pick<LogicalCell, 'column' | 'columns'>;

/**
 * The columns that a reader sees in a grid of spans. Values of one column share a column of the mark-up, an end under
 * spans (Workiva) or a start (older makers): the fewest such columns that every value stands over are the columns of
 * values. Words that stand over none of them have columns of their own, the labels' among these.
 */
export class GridColumns {
  /** The leftmost column of the mark-up that holds anything. */
  readonly start: number;
  /** A column of the mark-up for each logical column, left to right. */
  private readonly points: readonly number[];

  private constructor(start: number, points: readonly number[]) {
    this.start = start;
    this.points = points;
  }

  static of(rows: readonly (readonly LogicalCell[])[]): GridColumns {
    let start = Number.POSITIVE_INFINITY;
    for (const cells of rows) start = Math.min(start, cells[0]?.column ?? start);
    if (start === Number.POSITIVE_INFINITY) return new GridColumns(0, []);
    const leads = leadingAreValues(rows, start);
    const values = valuePoints(rows, leads ? start : start + 1);
    const words = wordPoints(rows, values, start);
    const points = [...words, ...values].sort((a, b) => a - b);
    // Column 0 is the labels', printed or not.
    const hasLabels = !leads && words.length > 0 && words[0] === points[0];
    return new GridColumns(start, hasLabels ? points : [-1, ...points]);
  }

  /** Gives a cell its logical column, and how many of these it stands over. */
  place(cell: { -readonly [Key in keyof Placed]: Placed[Key] }, isFirst: boolean): void {
    const { points } = this;
    const first = firstAtLeast(points, cell.column);
    const end = firstAtLeast(points, cell.column + cell.columns);
    const isWords = cell.kind === 'words';
    const isLabel = isFirst && (isWords ? cell.column === this.start || first === 0 : first === 0 && end > 0);
    cell.columns = isLabel || !(isWords || cell.kind === 'year') ? 1 : Math.max(1, end - first);
    if (isLabel) cell.column = 0;
    // A heading that is set beside its column rather than over it is taken for the next on the right.
    else if (isWords || cell.kind === 'year')
      cell.column = end > first ? first : Math.min(first, points.length - 1);
    else cell.column = Math.max(0, end - 1);
  }
}

/**
 * Whether the leftmost column holds values: only in a table without labels. Beside words its numbers are labels
 * themselves (exhibit numbers), and years always are.
 */
function leadingAreValues(rows: readonly (readonly LogicalCell[])[], start: number): boolean {
  let lines = 0;
  for (const cells of rows) {
    const [first] = cells;
    if (first === undefined || cells.length < 2) continue;
    const isLine = cells.some(({ kind }) => kind === 'number' || kind === 'dash');
    if (!isLine) continue;
    if (first.column > start || !cells.every(({ kind }) => kind === 'number' || kind === 'dash'))
      return false;
    lines += 1;
  }
  return lines > 0;
}

function valuePoints(rows: readonly (readonly LogicalCell[])[], from: number): number[] {
  const extents = new Extents();
  for (const cells of rows) {
    for (const cell of cells) if (cell.kind !== 'words' && cell.column >= from) extents.add(cell);
  }
  return extents.points();
}

/** Of words in rows that hold values or a label alone: headings stand over columns that others make. */
function wordPoints(
  rows: readonly (readonly LogicalCell[])[],
  values: readonly number[],
  start: number,
): number[] {
  const extents = new Extents();
  for (const cells of rows) {
    const tells =
      cells.length === 1 ||
      values.length === 0 ||
      cells.some(({ kind, column }) => kind !== 'words' && column > start);
    if (!tells) continue;
    for (const cell of cells) if (isFree(cell, values, start)) extents.add(cell);
  }
  return extents.points();
}

/** Words that stand over no column of values, or begin the row. */
function isFree(cell: LogicalCell, values: readonly number[], start: number): boolean {
  if (cell.kind !== 'words' && cell.column > start) return false;
  const first = firstAtLeast(values, cell.column);
  return first >= values.length || (values[first] as number) >= cell.column + cell.columns;
}

/** Distinct extents, so that a table of a million cells has but a few. */
class Extents {
  private readonly seen = new Set<number>();

  add({ column, columns }: Extent): void {
    this.seen.add(column * SPAN_LIMIT + Math.min(columns, SPAN_LIMIT - 1));
  }

  /** The fewest points that every extent holds one of: taking extents by their ends, each that holds no point yet gives its last column. */
  points(): number[] {
    const extents = [...this.seen].map((key) => ({
      start: Math.floor(key / SPAN_LIMIT),
      end: Math.floor(key / SPAN_LIMIT) + (key % SPAN_LIMIT),
    }));
    extents.sort((a, b) => a.end - b.end || b.start - a.start);
    const points: number[] = [];
    for (const { start, end } of extents) {
      if (points.length === 0 || (points.at(-1) as number) < start) points.push(end - 1);
    }
    return points;
  }
}

/** More columns than a cell may span. */
const SPAN_LIMIT = 4096;

/** The index of the first of ascending numbers that is at least `least`; their count where none is. */
function firstAtLeast(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}
