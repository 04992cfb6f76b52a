import { Decimal, Fraction, Interval, type ShorteningHabit } from '../../value/index.js';

/** The size of a printed amount and how precisely it is printed; its sign plays no part in a translation. */
export interface PrintedSize {
  readonly value: Decimal;
  /** Of the last digit that counts; negative where that is tens, thousands, …. */
  readonly decimals: number;
}

/**
 * All the rates at which one printed amount may have been translated into another: from `low` to `high`, units of the
 * local currency for one dollar. `high` is null where the dollars may be zero, so that any higher rate would do.
 *
 * Both amounts stand for every value that is printed so (XBRL Calculations 1.1); the ends are taken as included.
 */
export class ImpliedRate {
  readonly low: Fraction;
  readonly high: Fraction | null;

  private constructor(low: Fraction, high: Fraction | null) {
    this.low = low;
    this.high = high;
  }

  /** From a local amount and the dollars beside it. */
  static ofAmounts(local: PrintedSize, dollars: PrintedSize, habit: ShorteningHabit): ImpliedRate {
    const [locals, sizes] = [sizesOf(local, habit), sizesOf(dollars, habit)];
    const low = locals.low.over(sizes.high);
    return new ImpliedRate(low, sizes.low.numerator === 0n ? null : locals.high.over(sizes.low));
  }

  /** What a rate stands for that is printed as local units per dollar or, `inverse`, as dollars per local unit. */
  static ofPrinted(rate: Decimal, decimals: number, inverse: boolean): ImpliedRate {
    const { low, high } = sizesOf({ value: rate, decimals }, 'rounded');
    if (!inverse) return new ImpliedRate(low, high);
    return new ImpliedRate(high.inverse(), low.numerator === 0n ? null : low.inverse());
  }

  /** The rates from one to another, in either order. */
  static between(a: Fraction, b: Fraction): ImpliedRate {
    return a.compare(b) <= 0 ? new ImpliedRate(a, b) : new ImpliedRate(b, a);
  }

  overlaps(other: ImpliedRate): boolean {
    return atMost(this.low, other.high) && atMost(other.low, this.high);
  }

  holds(rate: Fraction): boolean {
    return this.low.compare(rate) <= 0 && atMost(rate, this.high);
  }

  times(factor: Fraction): ImpliedRate {
    return new ImpliedRate(this.low.times(factor), this.high?.times(factor) ?? null);
  }

  /** Whether its ends are so close that it tells one rate from another: less than a tenth apart. */
  isTight(): boolean {
    return this.high !== null && this.high.compare(this.low.times(TENTH_MORE)) <= 0;
  }
}

/** A rate that many amounts may share, and which of them do. */
export interface SharedRate {
  readonly rate: ImpliedRate;
  /** Indexes into the list that was given. */
  readonly members: readonly number[];
}

/** The rate that most of the implied rates hold in common, by one sweep over their ends; null for an empty list. */
export function sharedRate(implied: readonly ImpliedRate[]): SharedRate | null {
  const ends = implied
    .flatMap(({ low, high }) => [
      { at: low, opens: true },
      ...(high === null ? [] : [{ at: high, opens: false }]),
    ])
    .sort((a, b) => a.at.compare(b.at) || Number(b.opens) - Number(a.opens));
  let depth = 0;
  let deepest = 0;
  let low: Fraction | null = null;
  let high: Fraction | null = null;
  for (const { at, opens } of ends) {
    if (opens) {
      depth += 1;
      if (depth > deepest) [deepest, low, high] = [depth, at, null];
    } else {
      if (depth === deepest && high === null) high = at;
      depth -= 1;
    }
  }
  if (low === null) return null;
  const rate = ImpliedRate.between(low, high ?? low);
  const members = implied.flatMap((each, index) => (each.overlaps(rate) ? [index] : []));
  return { rate, members };
}

const TENTH_MORE = Fraction.of(11n, 10n);
const ZERO = Fraction.of(0n);

/** The sizes that a printed amount stands for, none below zero. */
function sizesOf(
  { value, decimals }: PrintedSize,
  habit: ShorteningHabit,
): { readonly low: Fraction; readonly high: Fraction } {
  const { low, high } = Interval.ofPrinted(value.abs(), decimals, habit);
  return {
    low: low.compare(Decimal.ZERO) < 0 ? ZERO : Fraction.fromDecimal(low),
    high: Fraction.fromDecimal(high),
  };
}

function atMost(a: Fraction, b: Fraction | null): boolean {
  return b === null || a.compare(b) <= 0;
}
