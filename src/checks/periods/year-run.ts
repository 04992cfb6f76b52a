/** What is wrong with a run of years that should go up or down by one. */
export interface YearFault {
  readonly kind: 'doubled' | 'missing' | 'order';
  /** Index of the year that is held wrong. */
  readonly at: number;
  /** What stands there in a run without the fault; of an order, the whole run in order. */
  readonly expected: readonly number[];
}

/**
 * The one fault that keeps a run of three or more years from going up or down by one: a year printed twice, one left
 * out, two exchanged. Null where the run is in order, and where no single change would put it in order.
 */
export function yearFault(years: readonly number[]): YearFault | null {
  if (years.length < 3 || isInOrder(years)) return null;
  const repaired = repairedBy(years, -1) ?? repairedBy(years, 1);
  return repaired?.kind === 'doubled' ? repaired : (exchanged(years) ?? repaired);
}

/** Two years that stand in each other's place. */
function exchanged(years: readonly number[]): YearFault | null {
  const down = [...years].sort((a, b) => b - a);
  if (years.length > LONGEST_EXCHANGE || !isInOrder(down)) return null;
  const expected = closer(years, down, [...down].reverse());
  const off = years.flatMap((year, index) => (year === expected[index] ? [] : [index]));
  return off.length === 2 ? { kind: 'order', at: off[0] ?? 0, expected } : null;
}

/** Five years may stand in any order for a reason; more surely do. */
const LONGEST_EXCHANGE = 5;

export function isInOrder(years: readonly number[]): boolean {
  const step = (years[1] ?? 0) - (years[0] ?? 0);
  if (Math.abs(step) !== 1) return false;
  return years.every((year, index) => index === 0 || year - (years[index - 1] ?? 0) === step);
}

/** The run with one of its years replaced so that it goes by the step. */
function repairedBy(years: readonly number[], step: number): YearFault | null {
  // The first year that counts may itself be the wrong one: each of the first two is tried.
  for (const anchor of [0, 1]) {
    const first = (years[anchor] ?? 0) - anchor * step;
    const expected = years.map((_, index) => first + index * step);
    const off = years.flatMap((year, index) => (year === expected[index] ? [] : [index]));
    const [at] = off;
    if (at === undefined || off.length !== 1) continue;
    const isDoubled = years.indexOf(years[at] ?? 0) !== years.lastIndexOf(years[at] ?? 0);
    return { kind: isDoubled ? 'doubled' : 'missing', at, expected };
  }
  return null;
}

function closer(years: readonly number[], a: readonly number[], b: readonly number[]): readonly number[] {
  const same = (other: readonly number[]) => years.filter((year, index) => year === other[index]).length;
  return same(a) >= same(b) ? a : b;
}
