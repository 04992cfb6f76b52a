import { type Day, formatDay } from '../../../value/index.js';

/** Fewer daily changes than this say nothing of a volatility. */
export const LEAST_CHANGES = 20;

/** More calendar days than holidays ever leave without a price. */
const LONG_GAP_DAYS = 10;
/** A floating rate rarely stands still: pegs and managed rates do, for days and in the share of days. */
const LONG_STANDSTILL = 15;
const STILL_SHARE = 0.25;
/** Standard errors of the correlation of a day's change with the next. */
const SERIAL_ERRORS = 4;
/** A jump of the logarithm beyond this is no market move of a day but a new unit, a split or a slip. */
const JUMP = Math.log(2);

/**
 * What a reader of risk figures from these daily levels must know: gaps, standstill (a peg), jumps. `what` begins the
 * sentences: "JPY/USD". `isRate`: levels that may be zero or negative, for which a jump is not judged.
 */
export function historyWarnings(
  what: string,
  days: readonly number[],
  levels: readonly number[],
  isRate = false,
): string[] {
  const warnings: string[] = [];
  const gap = longestGap(days);
  if (gap !== null) {
    warnings.push(
      `${what}: no observation from ${formatDay((gap.after + 1) as Day)} to ${formatDay((gap.before - 1) as Day)}; the change over that gap counts as one day's`,
    );
  }
  warnings.push(...standstillWarnings(what, days, levels));
  // Of a price that stands still what is left to correlate says nothing.
  if (warnings.length === 0) warnings.push(...serialWarnings(what, levels, isRate));
  if (!isRate) warnings.push(...jumpWarnings(what, days, levels));
  return warnings;
}

function longestGap(days: readonly number[]): { after: number; before: number } | null {
  let longest: { after: number; before: number } | null = null;
  for (let at = 1; at < days.length; at++) {
    const [after, before] = [days[at - 1] as number, days[at] as number];
    if (before - after <= LONG_GAP_DAYS) continue;
    if (longest === null || before - after > longest.before - longest.after) longest = { after, before };
  }
  return longest;
}

function standstillWarnings(what: string, days: readonly number[], levels: readonly number[]): string[] {
  let [still, run, longest, longestEnd] = [0, 0, 0, 0];
  for (let at = 1; at < levels.length; at++) {
    run = levels[at] === levels[at - 1] ? run + 1 : 0;
    if (run > 0) still++;
    if (run > longest) [longest, longestEnd] = [run, at];
  }
  const changes = levels.length - 1;
  if (changes < 1 || (longest < LONG_STANDSTILL && still / changes < STILL_SHARE)) return [];
  const run_ = `longest run ${longest} days, to ${formatDay((days[longestEnd] ?? 0) as Day)}`;
  return [
    `${what}: no change on ${still} of ${changes} days (${run_}): a peg or a managed price. A volatility or VaR from calm days, 0 at the least, says nothing of the day on which it breaks; state a volatility or add an event`,
  ];
}

/** Rates fixed at different hours, and managed ones, reverse or repeat each other from day to day. */
function serialWarnings(what: string, levels: readonly number[], isRate: boolean): string[] {
  let [products, squares, before] = [0, 0, 0];
  for (let at = 1; at < levels.length; at++) {
    const [from, to] = [levels[at - 1] as number, levels[at] as number];
    const change = isRate ? to - from : Math.log(to / from);
    products += change * before;
    squares += change * change;
    before = change;
  }
  const correlation = squares > 0 ? products / squares : 0;
  if (Math.abs(correlation) * Math.sqrt(levels.length - 1) < SERIAL_ERRORS) return [];
  const way =
    correlation < 0
      ? 'take back part of the day before (rates fixed at different hours do), so that the square root of time overstates'
      : 'go on in the direction of the day before (managed rates do), so that the square root of time understates';
  return [
    `${what}: daily changes ${way} longer horizons (correlation ${correlation.toFixed(2)} from one day to the next); overlapping horizons do not`,
  ];
}

function jumpWarnings(what: string, days: readonly number[], levels: readonly number[]): string[] {
  for (let at = 1; at < levels.length; at++) {
    const factor = (levels[at] as number) / (levels[at - 1] as number);
    if (!(Math.abs(Math.log(factor)) > JUMP)) continue;
    const day = formatDay((days[at] ?? 0) as Day);
    return [
      `${what}: changed ${factor > 1 ? `to ${factor.toPrecision(3)} times its level` : `by a factor of ${factor.toPrecision(3)}`} on ${day}: a split, a new unit or a slip of typing rather than a market move; check it`,
    ];
  }
  return [];
}
