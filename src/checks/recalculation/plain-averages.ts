import type { Filing } from '../../filing/filing.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import { mentionsChange } from './change-words.js';
import { columnLanes, type LaneCell, type Lanes, rowLanes } from './lanes.js';
import type { PrintedNumber } from './printed-number.js';
import { ownWords } from './row-words.js';
import { quotientAt } from './verdict.js';

/** A column or row headed "Average" under the lanes that it is the plain mean of. */
export interface PlainAverages {
  readonly lanes: Lanes;
  readonly judged: readonly PlainAverage[];
  /** Cells that come out, and cells that do not. */
  readonly fits: number;
  readonly misses: number;
  /** Whether each part is headed by a year of its own: nothing else than these years can be meant. */
  readonly isOfYears: boolean;
  /** Whether words say what the average is of: "the average of the three years". */
  readonly isStated: boolean;
}

interface PlainAverage {
  readonly average: LaneCell;
  readonly parts: readonly LaneCell[];
  readonly expected: PrintedNumber;
  readonly agreement: 'exact' | 'rounding' | null;
  /** More than one step beyond what rounding explains. */
  readonly far: boolean;
}

const MOST_PARTS = 12;
const MOST_ROWS = 400;

/** The columns and rows of a filing's tables that are headed as plain means of those beside them. */
export function plainAverages(filing: Filing): PlainAverages[] {
  return numberGrids(filing).flatMap((grid) => {
    if (grid.rows.length > MOST_ROWS) return [];
    return [
      ...averagesOf(
        grid,
        grid.columns.filter((column) => isAverage(headingOf(grid, column))),
        columnLanes,
      ),
      ...averagesOf(grid, averageRows(grid), rowLanes),
    ];
  });
}

/** The judged cell with another number in one place: whether the mean then comes out. */
export function meanFits({ average, parts }: Pick<PlainAverage, 'average' | 'parts'>): boolean {
  return judged(average, parts)?.agreement === 'exact';
}

function headingOf({ table }: NumberGrid, column: number): string {
  return table.columns[column]?.labelPath.at(-1)?.toLowerCase() ?? '';
}

function averageRows(grid: NumberGrid): number[] {
  return grid.rows.flatMap(({ kind, label }, row) =>
    kind === 'data' && label.length < 40 && isAverage(label.toLowerCase()) ? [row] : [],
  );
}

/** Words that may stand beside "average" in the heading of a plain mean; any other makes it one of something else. */
const PLAIN = new Set(
  (
    'average averages avg avg. mean simple arithmetic the of for over years year last past total ' +
    'two three four five six ten two-year three-year four-year five-year ten-year 2-year 3-year 4-year 5-year 10-year 2 3 4 5 10'
  ).split(' '),
);

function isAverage(heading: string): boolean {
  if (!heading.includes('av') && !heading.includes('mean')) return false;
  const words = heading.split(/[\s(),:]+/).filter(Boolean);
  return (
    words.some((word) => /^(?:averages?|avg\.?|mean)$/.test(word)) && words.every((word) => PLAIN.has(word))
  );
}

function averagesOf(
  grid: NumberGrid,
  headed: readonly number[],
  view: (grid: NumberGrid) => Lanes,
): PlainAverages[] {
  if (headed.length === 0) return [];
  const lanes = view(grid);
  return headed.flatMap((lane) => {
    if (!lanes.lanes.includes(lane)) return [];
    let best: PlainAverages | null = null;
    for (const parts of partsOf(lanes, lane, headed)) {
      const found = averagesBy(lanes, lane, parts);
      if (best === null || found.fits - 2 * found.misses > best.fits - 2 * best.misses) best = found;
    }
    return best === null || best.judged.length === 0 ? [] : [best];
  });
}

/** The lanes between two that are no amounts of one kind: those before the average, or else those behind it. */
function partsOf(lanes: Lanes, lane: number, headed: readonly number[]): number[][] {
  const index = lanes.lanes.indexOf(lane);
  const before: number[] = [];
  for (let at = index - 1; at >= 0 && isPart(lanes, lanes.lanes[at], headed); at--) {
    before.unshift(lanes.lanes[at] ?? 0);
  }
  const behind: number[] = [];
  for (let at = index + 1; at < lanes.lanes.length && isPart(lanes, lanes.lanes[at], headed); at++) {
    behind.push(lanes.lanes[at] ?? 0);
  }
  return [before, lanes.axis === 'column' && before.length === 0 ? behind : []].filter(
    ({ length }) => length >= 2 && length <= MOST_PARTS,
  );
}

function isPart({ axis, grid }: Lanes, lane: number | undefined, headed: readonly number[]): boolean {
  if (lane === undefined || headed.includes(lane)) return false;
  if (axis === 'column') return !mentionsChange(grid.table.columns[lane]?.labelPath ?? []);
  return !ownWords(grid, lane).startsWith('total');
}

function averagesBy(lanes: Lanes, lane: number, parts: readonly number[]): PlainAverages {
  const found: PlainAverage[] = [];
  let [fits, misses] = [0, 0];
  for (const position of lanes.positions) {
    const average = lanes.at(lane, position);
    const cells = parts.flatMap((part) => lanes.at(part, position) ?? []);
    if (average === null || cells.length < parts.length) continue;
    const one = judged(average, cells);
    if (one === null) continue;
    found.push(one);
    if (one.agreement === null) misses++;
    else if (cells.some(({ printed }) => printed.coefficient !== cells[0]?.printed.coefficient)) fits++;
    if (misses > 2 && misses > fits) break;
  }
  const isOfYears = lanes.axis === 'column' && areYears(lanes.grid, parts);
  return { lanes, judged: found, fits, misses, isOfYears, isStated: isStated(lanes, lane) };
}

function areYears(grid: NumberGrid, parts: readonly number[]): boolean {
  const years = parts.map((part) => /\b(?:19|20)\d\d\b/.exec(headingOf(grid, part))?.[0]);
  return !years.includes(undefined) && new Set(years).size === years.length;
}

function isStated({ axis, grid }: Lanes, lane: number): boolean {
  const heading = axis === 'column' ? headingOf(grid, lane) : ownWords(grid, lane);
  const caption = grid.table.caption?.toLowerCase() ?? '';
  return heading.includes('year') || /\b(?:average|mean) of the\b/.test(caption);
}

/** Holds the mean of numbers of one step against what is printed; null where they are of different kinds. */
function judged(average: LaneCell, parts: readonly LaneCell[]): PlainAverage | null {
  const [first] = parts;
  if (first === undefined || parts.some((part) => !isAlike(part, first)) || !isOfKind(average, first))
    return null;
  const { exponent } = average.printed;
  const finest = Math.min(exponent, first.printed.exponent);
  const [step, partStep] = [10 ** (exponent - finest), 10 ** (first.printed.exponent - finest)];
  const count = parts.length;
  const sum = parts.reduce((all, { printed }) => all + printed.coefficient, 0) * partStep;
  const off = 2 * Math.abs(sum - average.printed.coefficient * step * count);
  if (!Number.isSafeInteger(off) || !Number.isSafeInteger(2 * sum)) return null;
  const slack = count * (step + partStep);
  return {
    average,
    parts,
    expected: quotientAt(
      { coefficient: sum, exponent: finest },
      { coefficient: count, exponent: 0 },
      exponent,
    ),
    agreement: off <= count * step ? 'exact' : off <= slack ? 'rounding' : null,
    far: off > slack + 2 * count * step,
  };
}

function isAlike(a: LaneCell, b: LaneCell): boolean {
  return a.printed.exponent === b.printed.exponent && isOfKind(a, b);
}

/** Of one unit and one scale. */
function isOfKind({ quantity: a, printed }: LaneCell, { quantity: b, printed: other }: LaneCell): boolean {
  return a.figure.unit === b.figure.unit && a.exponent - printed.exponent === b.exponent - other.exponent;
}
