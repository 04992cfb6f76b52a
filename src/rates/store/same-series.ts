import { type Day, Decimal, formatDay, InputError } from '../../value/index.js';
import type { DailyRates } from '../daily-rates.js';
import { coefficientOn, rescaled, type ScaledRates } from './merge-rates.js';

/** Fewer days in common tell nothing: rates of pegged currencies agree by chance. */
const LEAST_COMMON_DAYS = 5;
/** Corrections touch single days; the widest one known, of the bolívar, touched 111 of 7,779. */
const DIFFERING_PERCENT = 3;
const ALWAYS_ALLOWED = 2;
const SCALES = [10n, 100n, 1000n, 10_000n, 100_000n, 1_000_000n];

/**
 * Holds that a reading is of the series that is held, by the days that both have: they must be at least five, or all that are held, and
 * but for a few percent they must agree. Throws `InputError` ('bad-rates-file') that says how it differs: the other
 * direction, another scale, or another series. `what` names series and file: "JPY/USD in H10_data.xml".
 */
export function requireSameSeries(held: ScaledRates, reading: ScaledRates, what: string): void {
  if (held.rates.days.length === 0) return;
  const decimals = Math.max(held.decimals, reading.decimals);
  const [ours, theirs] = [rescaled(held, decimals), rescaled(reading, decimals)];
  const { common, differing } = compared(ours, theirs);
  const needed = Math.min(LEAST_COMMON_DAYS, ours.days.length);
  if (common < needed) throw tooFewDays(ours, common, needed, what);
  const allowed = Math.max(ALWAYS_ALLOWED, Math.floor((common * DIFFERING_PERCENT) / 100));
  if (differing.length <= allowed) return;
  const example = differing[differing.length >> 1] as Difference;
  throw new InputError(
    'bad-rates-file',
    `Cannot take ${what}: ${likelyReason(differing, decimals)}; it differs from the rates held on ${differing.length} of ${common} days ` +
      `(${formatDay(example.day)}: held ${Decimal.of(example.ours, decimals)}, read ${Decimal.of(example.theirs, decimals)}); check where it came from`,
  );
}

interface Difference {
  readonly day: Day;
  readonly ours: number;
  readonly theirs: number;
}

function compared(ours: DailyRates, theirs: DailyRates): { common: number; differing: Difference[] } {
  const differing: Difference[] = [];
  let common = 0;
  for (const [index, day] of theirs.days.entries()) {
    const [our, their] = [coefficientOn(ours, day), theirs.coefficients[index] ?? 0];
    if (our === null) continue;
    common += 1;
    if (our !== their) differing.push({ day: day as Day, ours: our, theirs: their });
  }
  return { common, differing };
}

function tooFewDays(ours: DailyRates, common: number, needed: number, what: string): InputError {
  const last = formatDay((ours.days.at(-1) ?? 0) as Day);
  const begin = formatDay((ours.days.at(-needed) ?? 0) as Day);
  return new InputError(
    'bad-rates-file',
    `Cannot take ${what}: it has ${common} days in common with the rates held, which end on ${last}, expected at least ${needed} to tell that it is the same series; take a file that holds the days from ${begin} to ${last} too, or give another series a source name of its own`,
  );
}

function likelyReason(differing: readonly Difference[], decimals: number): string {
  const most = (holds: (difference: Difference) => boolean) =>
    differing.filter(holds).length * 10 > differing.length * 9;
  const one = 10n ** BigInt(decimals);
  if (most(({ ours, theirs }) => areNear(BigInt(ours) * BigInt(theirs), one * one))) {
    return 'it is quoted in the other direction';
  }
  for (const scale of SCALES) {
    if (most(({ ours, theirs }) => areNear(BigInt(ours) * scale, BigInt(theirs)))) {
      return `it is ${scale} times the rates held`;
    }
    if (most(({ ours, theirs }) => areNear(BigInt(ours), BigInt(theirs) * scale))) {
      return `it is a ${scale}th of the rates held`;
    }
  }
  return 'it is another series';
}

/** Within one percent of each other. */
function areNear(one: bigint, other: bigint): boolean {
  const difference = one > other ? one - other : other - one;
  return difference * 100n <= other;
}
