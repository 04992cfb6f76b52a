import { Decimal } from './decimal.js';
import { InputError } from './input-error.js';
import { powerOfTen, type RoundingMode, roundQuotient } from './rounding.js';

/**
 * An exact ratio of two integers, in lowest terms, the denominator positive. Immutable.
 *
 * Means and inverses of rates live here, so that rounding happens once, when a figure is printed or compared.
 */
export class Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** `numerator / denominator`. Throws on a zero denominator. */
  static of(numerator: bigint, denominator = 1n): Fraction {
    if (denominator === 0n) {
      throw new InputError('division-by-zero', `Cannot form the ratio ${numerator}/0`);
    }
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    return new Fraction(numerator / divisor, denominator / divisor);
  }

  static fromDecimal(value: Decimal): Fraction {
    return Fraction.of(value.coefficient, powerOfTen(value.scale));
  }

  /** The exact sum; reduces once, so that a year of daily rates costs microseconds. */
  static sum(values: readonly Fraction[]): Fraction {
    let numerator = 0n;
    let denominator = 1n;
    for (const value of values) {
      if (denominator % value.denominator === 0n) {
        numerator += value.numerator * (denominator / value.denominator);
      } else {
        numerator = numerator * value.denominator + value.numerator * denominator;
        denominator *= value.denominator;
      }
    }
    return Fraction.of(numerator, denominator);
  }

  /** The exact arithmetic mean. Throws on an empty list. */
  static mean(values: readonly Fraction[]): Fraction {
    return Fraction.sum(values).over(Fraction.of(BigInt(values.length)));
  }

  plus(other: Fraction): Fraction {
    return Fraction.sum([this, other]);
  }

  minus(other: Fraction): Fraction {
    return this.plus(Fraction.of(-other.numerator, other.denominator));
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(divisor: Fraction): Fraction {
    return this.times(divisor.inverse());
  }

  /** 1 / this. Throws for zero. */
  inverse(): Fraction {
    return Fraction.of(this.denominator, this.numerator);
  }

  compare(other: Fraction): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  /** Rounds once to `decimals` places (negative: tens, hundreds, …). */
  rounded(decimals: number, mode: RoundingMode): Decimal {
    const numerator = this.numerator * powerOfTen(Math.max(0, decimals));
    const denominator = this.denominator * powerOfTen(Math.max(0, -decimals));
    return Decimal.of(roundQuotient(numerator, denominator, mode), decimals);
  }

  /** `n/d`, exactly. */
  toString(): string {
    return `${this.numerator}/${this.denominator}`;
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
