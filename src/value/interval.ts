import { Decimal } from './decimal.js';
import { InputError } from './input-error.js';

/** How an issuer shortens its figures: to the nearest unit, or by dropping digits (kirisute, usual in Japan). */
export type ShorteningHabit = 'rounded' | 'truncated';

/**
 * All the values that a printed figure may stand for: from `low` to `high`, each end included or not.
 *
 * Two figures agree when their intervals overlap (XBRL Calculations 1.1). Sums and products of intervals hold every
 * sum and product of their members.
 */
export class Interval {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;

  private constructor(low: Decimal, high: Decimal, lowIncluded: boolean, highIncluded: boolean) {
    this.low = low;
    this.high = high;
    this.lowIncluded = lowIncluded;
    this.highIncluded = highIncluded;
  }

  /** From `low` to `high`, both ends included unless said otherwise. Throws where no value lies between. */
  static of(low: Decimal, high: Decimal, lowIncluded = true, highIncluded = true): Interval {
    const order = low.compare(high);
    if (order > 0 || (order === 0 && !(lowIncluded && highIncluded))) {
      throw new InputError('bad-interval', `No value lies between ${low} and ${high}`);
    }
    return new Interval(low, high, lowIncluded, highIncluded);
  }

  /** The single value. */
  static exactly(value: Decimal): Interval {
    return new Interval(value, value, true, true);
  }

  /**
   * What a figure printed to `decimals` places stands for (negative: printed in tens, thousands, …).
   * Rounded: half a step either way, both ends included, since ties may have gone up or to even.
   * Truncated: up to a whole step further from zero, the far end excluded; a printed zero may hide either sign.
   */
  static ofPrinted(value: Decimal, decimals: number, habit: ShorteningHabit): Interval {
    if (habit === 'rounded') {
      const half = Decimal.of(5n, decimals + 1);
      return new Interval(value.minus(half), value.plus(half), true, true);
    }
    const step = Decimal.of(1n, decimals);
    const sign = value.sign();
    if (sign === 0) return new Interval(step.negated(), step, false, false);
    return sign > 0
      ? new Interval(value, value.plus(step), true, false)
      : new Interval(value.minus(step), value, false, true);
  }

  plus(other: Interval): Interval {
    return new Interval(
      this.low.plus(other.low),
      this.high.plus(other.high),
      this.lowIncluded && other.lowIncluded,
      this.highIncluded && other.highIncluded,
    );
  }

  negated(): Interval {
    return new Interval(this.high.negated(), this.low.negated(), this.highIncluded, this.lowIncluded);
  }

  minus(other: Interval): Interval {
    return this.plus(other.negated());
  }

  /** Every product of a value of this and a value of the other; the ends are taken as included. */
  times(other: Interval): Interval {
    const products = [
      this.low.times(other.low),
      this.low.times(other.high),
      this.high.times(other.low),
      this.high.times(other.high),
    ].sort((a, b) => a.compare(b));
    return new Interval(products[0] ?? Decimal.ZERO, products[3] ?? Decimal.ZERO, true, true);
  }

  contains(value: Decimal): boolean {
    const above = value.compare(this.low);
    const below = this.high.compare(value);
    return (
      (above > 0 || (above === 0 && this.lowIncluded)) && (below > 0 || (below === 0 && this.highIncluded))
    );
  }

  /** The values that both hold, or null where there are none. */
  intersection(other: Interval): Interval | null {
    const [low, lowIncluded] = tighter(this.low, this.lowIncluded, other.low, other.lowIncluded, 1);
    const [high, highIncluded] = tighter(this.high, this.highIncluded, other.high, other.highIncluded, -1);
    const order = low.compare(high);
    if (order > 0 || (order === 0 && !(lowIncluded && highIncluded))) return null;
    return new Interval(low, high, lowIncluded, highIncluded);
  }

  overlaps(other: Interval): boolean {
    return this.intersection(other) !== null;
  }

  /** Mathematical notation: `[12.25, 12.35]`, `[12, 13)`. */
  toString(): string {
    return `${this.lowIncluded ? '[' : '('}${this.low}, ${this.high}${this.highIncluded ? ']' : ')'}`;
  }
}

/** The end that excludes more: the greater of two low ends (`direction` 1), the lesser of two high ends (-1). */
function tighter(
  a: Decimal,
  aIncluded: boolean,
  b: Decimal,
  bIncluded: boolean,
  direction: 1 | -1,
): [Decimal, boolean] {
  const order = a.compare(b) * direction;
  if (order === 0) return [a, aIncluded && bIncluded];
  return order > 0 ? [a, aIncluded] : [b, bIncluded];
}
