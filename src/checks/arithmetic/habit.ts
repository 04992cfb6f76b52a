import type { ShorteningHabit } from '../../value/index.js';

/**
 * How the totals of a report stand to their printed lines: most reports print totals that foot to the last digit, some
 * round every figure by itself, and some drop digits instead of rounding (usual in Japan).
 */
export interface RoundingHabit {
  /** Sums of two lines or more that foot exactly, or nearly. */
  readonly sums: number;
  readonly exact: number;
  readonly offByOne: number;
  readonly offByTwo: number;
  /** The sums that are off have a figure in common: they show a slip, and no habit. */
  readonly isOneCause: boolean;
  readonly shortening: ShorteningHabit;
}

/** What one sum shows. */
export interface Deviation {
  /** Total less sum, in printed steps. */
  readonly steps: number;
  readonly lines: number;
  /** It adds positive lines only, so that dropped digits leave the total too large and never too small. */
  readonly isOneSided: boolean;
  /** Ids of its figures. */
  readonly figures: readonly string[];
}

/** Fewer sums off by a step than this, or a smaller share of all, are slips and no habit. */
const FEWEST_OFF = 3;
const SMALLEST_SHARE = 0.025;
/** The same of sums that are off by two. */
const SMALLEST_SHARE_BY_TWO = 0.01;
/** A report that drops digits is told from one that rounds by this many sums off, nearly all to one side. */
const FEWEST_TO_ONE_SIDE = 6;
/** With this many exact sums and none off, a total that is one step off is a slip. */
const MANY_SUMS = 100;

/** The habit that a report's own sums show. Sums that are more than two steps off say nothing. */
export function habitOf(deviations: readonly Deviation[]): RoundingHabit {
  let [exact, offByOne, offByTwo, above, oneSided] = [0, 0, 0, 0, 0];
  let shared: ReadonlySet<string> | null = null as ReadonlySet<string> | null;
  for (const { steps, lines, isOneSided, figures } of deviations) {
    const size = Math.abs(steps);
    if (size === 0) exact++;
    else if (size === 1) offByOne++;
    else if (size === 2 && lines > 2) offByTwo++;
    else continue;
    if (size === 0) continue;
    const known: ReadonlySet<string> | null = shared;
    shared = new Set(known === null ? figures : figures.filter((figure) => known.has(figure)));
    if (!isOneSided) continue;
    oneSided++;
    if (steps > 0) above++;
  }
  const isTruncated = oneSided >= FEWEST_TO_ONE_SIDE && above * 10 >= oneSided * 9;
  return {
    sums: exact + offByOne + offByTwo,
    exact,
    offByOne,
    offByTwo,
    isOneCause: shared !== null && shared.size > 0,
    shortening: isTruncated ? 'truncated' : 'rounded',
  };
}

/**
 * By how many steps a total of so many lines may be off in this report and still agree (grade *rounding*): what enough
 * of its other totals show, and never more than rounding or dropping digits can explain.
 */
export function allowedSteps(habit: RoundingHabit, lines: number): number {
  const { sums, offByOne, offByTwo, isOneCause, shortening } = habit;
  const isHabit = (count: number) => count >= FEWEST_OFF && count >= sums * SMALLEST_SHARE;
  if (isOneCause || !isHabit(offByOne + offByTwo)) return 0;
  if (shortening === 'truncated') return Math.min(lines - 1, isHabit(offByTwo) || lines > 4 ? 2 : 1);
  return lines > 2 && offByTwo >= 2 && offByTwo >= sums * SMALLEST_SHARE_BY_TWO ? 2 : 1;
}

/**
 * The largest difference between a total of so many lines and their sum that rounding may explain in this report. Where
 * a hundred sums foot exactly that is what the others show: nothing, where none is off.
 */
export function stepsExplained(habit: RoundingHabit, lines: number): number {
  const { exact, offByOne, offByTwo, isOneCause } = habit;
  const allowed = allowedSteps(habit, lines);
  if (allowed > 0) return Math.min(worstSteps(lines) + 1, allowed + 1);
  if (exact < MANY_SUMS) return worstSteps(lines);
  return offByOne + offByTwo === 0 || isOneCause ? 0 : 1;
}

/** The steps by which rounding of each of so many lines and of the total can at worst part them: (n + 1) / 2. */
export function worstSteps(lines: number): number {
  return Math.floor((lines + 1) / 2);
}
