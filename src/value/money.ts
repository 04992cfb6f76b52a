import type { CurrencyCode } from './currency.js';
import { Decimal } from './decimal.js';
import { InputError } from './input-error.js';
import type { RoundingMode } from './rounding.js';

/** An exact amount of one currency. It never rounds by itself, and never mixes currencies. Immutable. */
export class Money {
  readonly amount: Decimal;
  readonly currency: CurrencyCode;

  private constructor(amount: Decimal, currency: CurrencyCode) {
    this.amount = amount;
    this.currency = currency;
  }

  static of(amount: Decimal, currency: CurrencyCode): Money {
    return new Money(amount, currency);
  }

  /** Reads the form that `toString` prints: `JPY 29700000000`. */
  static parse(text: string): Money {
    const match = /^([A-Z]{3}) (\S+)$/.exec(text);
    if (match === null) {
      throw new InputError(
        'bad-number',
        `Unexpected "${text}", expected a code and an amount such as USD 12.50`,
      );
    }
    return new Money(Decimal.parse(match[2] ?? ''), match[1] ?? '');
  }

  plus(other: Money): Money {
    this.requireSameCurrency(other, 'add');
    return new Money(this.amount.plus(other.amount), this.currency);
  }

  minus(other: Money): Money {
    this.requireSameCurrency(other, 'subtract');
    return new Money(this.amount.minus(other.amount), this.currency);
  }

  times(factor: Decimal): Money {
    return new Money(this.amount.times(factor), this.currency);
  }

  negated(): Money {
    return new Money(this.amount.negated(), this.currency);
  }

  rounded(decimals: number, mode: RoundingMode): Money {
    return new Money(this.amount.rounded(decimals, mode), this.currency);
  }

  compare(other: Money): number {
    this.requireSameCurrency(other, 'compare');
    return this.amount.compare(other.amount);
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.amount.equals(other.amount);
  }

  /**
   * Splits in proportion to integer weights so that the parts sum to the whole: each part is truncated at the
   * amount's own decimals, and what is left goes, a unit each, to the largest remainders (earliest first).
   */
  allocate(weights: readonly bigint[]): Money[] {
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    if (total <= 0n || weights.some((weight) => weight < 0n)) {
      throw new InputError(
        'bad-weights',
        `Cannot allocate ${this} by weights ${weights.join(', ')}: expected non-negative weights with a positive sum`,
      );
    }
    const { coefficient, scale } = this.amount;
    const parts = weights.map((weight) => (coefficient * weight) / total);
    let left = coefficient - parts.reduce((sum, part) => sum + part, 0n);
    const unit = left < 0n ? -1n : 1n;
    for (const index of byLargestRemainder(coefficient, weights, total)) {
      if (left === 0n) break;
      parts[index] = (parts[index] ?? 0n) + unit;
      left -= unit;
    }
    return parts.map((part) => new Money(Decimal.of(part, scale), this.currency));
  }

  toString(): string {
    return `${this.currency} ${this.amount}`;
  }

  private requireSameCurrency(other: Money, verb: string): void {
    if (this.currency !== other.currency) {
      throw new InputError('currency-mismatch', `Cannot ${verb} ${this} and ${other}: the currencies differ`);
    }
  }
}

function byLargestRemainder(coefficient: bigint, weights: readonly bigint[], total: bigint): number[] {
  const remainder = weights.map((weight) => {
    const rest = (coefficient * weight) % total;
    return rest < 0n ? -rest : rest;
  });
  return remainder
    .map((_, index) => index)
    .sort((a, b) => Number((remainder[b] ?? 0n) - (remainder[a] ?? 0n)) || a - b);
}
