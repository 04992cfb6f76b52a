import type { HoldingSpec } from './holding-spec.js';

/** What is promised to an investee, by when it may be called, and what can be lost with it. Amounts in the reporting currency. */
export interface FundingSchedule {
  /** Quarters from `asOf` to the last day of the last commitment, none beyond {@link MOST_QUARTERS}. */
  readonly quarters: readonly FundingQuarter[];
  /** Called after the last quarter that is listed. */
  readonly later: number;
  readonly total: number;
  /** What can be lost within the year: the ceiling of losses under the equity method (ASC 323-10-35-19). */
  readonly exposure: {
    readonly carrying: number;
    readonly advances: number;
    /** Commitments whose first day lies within the year. */
    readonly commitments: number;
    readonly total: number;
  };
}

export interface FundingQuarter {
  /** In years from `asOf`. */
  readonly from: number;
  readonly to: number;
  /** Where each commitment is called evenly from its first day to its last. */
  readonly even: number;
  /** Called by the end of the quarter in all: at the earliest, evenly, at the latest. */
  readonly earliest: number;
  readonly evenly: number;
  readonly latest: number;
}

/** Ten years. */
const MOST_QUARTERS = 40;

/**
 * Commitments by date: when they fall due at the earliest, evenly, at the latest.
 *
 * @param endOf the end of each quarter in years from `asOf`, the first is 1: those of the calendar, or fourths of a year
 */
export function fundingSchedule(
  { carrying, advances, commitments }: HoldingSpec,
  endOf: (quarter: number) => number = (quarter) => quarter / 4,
): FundingSchedule {
  const last = commitments.reduce((latest, { to }) => Math.max(latest, to), 0);
  // What has been due for long stands in the first quarter.
  let count = commitments.length > 0 ? 1 : 0;
  while (count > 0 && count < MOST_QUARTERS && endOf(count) < last - 1e-9) count++;
  const called = (share: (commitment: HoldingSpec['commitments'][number]) => number): number =>
    commitments.reduce((sum, commitment) => sum + commitment.amount * share(commitment), 0);
  const evenlyBy = (time: number): number => called(({ from, to }) => calledEvenly(from, to, time));
  const quarters = Array.from({ length: count }, (_, index): FundingQuarter => {
    const [from, to] = [index === 0 ? 0 : endOf(index), endOf(index + 1)];
    const before = index === 0 ? 0 : evenlyBy(from);
    return {
      from,
      to,
      even: evenlyBy(to) - before,
      earliest: called((commitment) => (commitment.from < to ? 1 : 0)),
      evenly: evenlyBy(to),
      latest: called((commitment) => (commitment.to <= to + 1e-9 ? 1 : 0)),
    };
  });
  const total = called(() => 1);
  const committed = called(({ from }) => (from < 1 ? 1 : 0));
  return {
    quarters,
    later: total - (quarters.at(-1)?.evenly ?? 0),
    total,
    exposure: { carrying, advances, commitments: committed, total: carrying + advances + committed },
  };
}

function calledEvenly(from: number, to: number, time: number): number {
  if (time >= to) return 1;
  return time <= from ? 0 : (time - from) / (to - from);
}
