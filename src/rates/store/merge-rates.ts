import { type Day, Decimal, InputError } from '../../value/index.js';
import { type DailyRates, indexFrom } from '../daily-rates.js';

/** Daily rates with the decimals that their coefficients count in. */
export interface ScaledRates {
  readonly decimals: number;
  readonly rates: DailyRates;
}

/** What a reading of a series lists: its rates, and the days that it says have none. */
export interface ListedRates extends ScaledRates {
  readonly noData: Int32Array;
}

/** What merging changed, ascending by day. */
export interface MergedRates extends ScaledRates {
  readonly added: readonly Day[];
  readonly revised: readonly { readonly day: Day; readonly old: Decimal; readonly new: Decimal }[];
  /** Days with a held rate that the reading lists without one. Their rates are kept. */
  readonly withdrawn: readonly { readonly day: Day; readonly value: Decimal }[];
}

/**
 * Merges a reading into held rates. No day is ever lost: one that the reading lacks stays, one that it lists without
 * a rate stays and is named. Where both have a rate and they differ, that of the reading wins, unless `wins` says
 * otherwise. Decimals are the more of both; neither side is rounded. Throws `InputError` where a coefficient would
 * pass what a double holds exactly.
 */
export function mergeRates(
  held: ScaledRates,
  reading: ListedRates,
  wins: (day: Day) => boolean = () => true,
): MergedRates {
  const decimals = Math.max(held.decimals, reading.decimals);
  const [ours, theirs] = [rescaled(held, decimals), rescaled(reading, decimals)];
  const days: number[] = [];
  const coefficients: number[] = [];
  const added: Day[] = [];
  const revised: { day: Day; old: Decimal; new: Decimal }[] = [];
  let here = 0;
  let there = 0;
  while (here < ours.days.length || there < theirs.days.length) {
    const [ourDay, theirDay] = [ours.days[here] ?? Infinity, theirs.days[there] ?? Infinity];
    const day = Math.min(ourDay, theirDay) as Day;
    const old = ourDay === day ? (ours.coefficients[here++] ?? 0) : null;
    const read = theirDay === day ? (theirs.coefficients[there++] ?? 0) : null;
    const changes = old !== null && read !== null && old !== read && wins(day);
    if (old === null) added.push(day);
    if (changes) revised.push({ day, old: Decimal.of(old, decimals), new: Decimal.of(read, decimals) });
    days.push(day);
    coefficients.push((changes ? read : (old ?? read)) ?? 0);
  }
  const rates = { days: Int32Array.from(days), coefficients: Float64Array.from(coefficients) };
  return { decimals, rates, added, revised, withdrawn: withdrawnDays(ours, decimals, reading.noData) };
}

/** The same rates counted in more decimals; exact. */
export function rescaled({ decimals, rates }: ScaledRates, wanted: number): DailyRates {
  if (decimals === wanted) return rates;
  const factor = 10 ** (wanted - decimals);
  const coefficients = rates.coefficients.map((coefficient) => coefficient * factor);
  if (!coefficients.every(Number.isSafeInteger)) {
    throw new InputError(
      'bad-number',
      `Cannot hold a rate with ${wanted} decimals: it has too many digits for a rate; check the file`,
    );
  }
  return { days: rates.days, coefficients };
}

/** The coefficient of a day, or null. */
export function coefficientOn({ days, coefficients }: DailyRates, day: number): number | null {
  const index = indexFrom(days, day);
  return days[index] === day ? (coefficients[index] ?? null) : null;
}

function withdrawnDays(ours: DailyRates, decimals: number, noData: Int32Array): MergedRates['withdrawn'] {
  const withdrawn: { day: Day; value: Decimal }[] = [];
  for (const day of noData) {
    const coefficient = coefficientOn(ours, day);
    if (coefficient !== null) withdrawn.push({ day: day as Day, value: Decimal.of(coefficient, decimals) });
  }
  return withdrawn;
}
