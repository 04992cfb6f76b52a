import { type CurrencyCode, type RateUnit, rateUnit } from './currency.js';
import type { Day } from './day.js';
import type { Decimal } from './decimal.js';
import { Fraction } from './fraction.js';
import { InputError } from './input-error.js';
import { Money } from './money.js';
import type { RoundingMode } from './rounding.js';

/**
 * What one unit of `base` costs in `quote` on a day, by a source: 1 base = `ratio` quote, exactly.
 *
 * Inverse and cross rates stay exact ratios; rounding happens once, at conversion. A derived rate keeps the rates
 * that it came from. Immutable.
 */
export class Rate {
  readonly base: CurrencyCode;
  readonly quote: CurrencyCode;
  readonly ratio: Fraction;
  readonly day: Day;
  readonly source: string;
  /** The rates that this one was derived from, as printed by `toString`; empty for an observation. */
  readonly path: readonly string[];

  private constructor(fields: Omit<Rate, 'unit' | 'inverse' | 'cross' | 'convert' | 'rounded' | 'toString'>) {
    this.base = fields.base;
    this.quote = fields.quote;
    this.ratio = fields.ratio;
    this.day = fields.day;
    this.source = fields.source;
    this.path = fields.path;
  }

  /** An observed rate: 1 `base` = `value` `quote`. Throws unless the value is positive. */
  static observed(base: CurrencyCode, quote: CurrencyCode, value: Decimal, day: Day, source: string): Rate {
    if (value.sign() <= 0) {
      throw new InputError(
        'no-rate',
        `Unexpected rate ${value} ${quote} per ${base}, expected a positive one`,
      );
    }
    return new Rate({ base, quote, ratio: Fraction.fromDecimal(value), day, source, path: [] });
  }

  get unit(): RateUnit {
    return rateUnit(this.quote, this.base);
  }

  /** The same rate quoted the other way round. */
  inverse(): Rate {
    return new Rate({
      base: this.quote,
      quote: this.base,
      ratio: this.ratio.inverse(),
      day: this.day,
      source: this.source,
      path: [...this.path, this.toString()],
    });
  }

  /** 1 base of this in the quote of the other, which must start where this ends and be of the same day. */
  cross(other: Rate): Rate {
    if (this.quote !== other.base || this.day !== other.day) {
      throw new InputError(
        'currency-mismatch',
        `Cannot cross ${this} with ${other}: expected a rate of the same day from ${this.quote}`,
      );
    }
    const source = this.source === other.source ? this.source : `${this.source} and ${other.source}`;
    return new Rate({
      base: this.base,
      quote: other.quote,
      ratio: this.ratio.times(other.ratio),
      day: this.day,
      source,
      path: [...this.path, this.toString(), ...other.path, other.toString()],
    });
  }

  /** Converts an amount of `base` to `quote`, or of `quote` to `base`, rounding once. */
  convert(money: Money, decimals: number, mode: RoundingMode): Money {
    const amount = Fraction.fromDecimal(money.amount);
    if (money.currency === this.base) {
      return Money.of(amount.times(this.ratio).rounded(decimals, mode), this.quote);
    }
    if (money.currency === this.quote) {
      return Money.of(amount.over(this.ratio).rounded(decimals, mode), this.base);
    }
    throw new InputError('currency-mismatch', `Cannot convert ${money} at a rate of ${this.unit}`);
  }

  rounded(decimals: number, mode: RoundingMode): Decimal {
    return this.ratio.rounded(decimals, mode);
  }

  /** `JPY/USD 11748/100`-like exact text, for a derivation. */
  toString(): string {
    return `${this.unit} ${this.ratio}`;
  }
}
