import { InputError } from './input-error.js';
import { powerOfTen, type RoundingMode, roundQuotient } from './rounding.js';

/** No printed figure comes near this; a longer run of digits is not a number to us. */
const MAX_DIGITS = 1000;

/**
 * An exact decimal number: `coefficient × 10^-scale`. Immutable.
 *
 * Trailing zeros are kept, because they are evidence of how precisely a figure was printed: `104.40` has scale 2
 * and is `equals` to `104.4`, which has scale 1. Addition, subtraction and multiplication are exact; whatever
 * could lose a digit (division, rounding) demands the number of decimals and the mode from the caller.
 */
export class Decimal {
  static readonly ZERO = new Decimal(0n, 0);
  static readonly ONE = new Decimal(1n, 0);

  readonly coefficient: bigint;
  /** Digits after the decimal point; never negative. */
  readonly scale: number;

  private constructor(coefficient: bigint, scale: number) {
    this.coefficient = coefficient;
    this.scale = scale;
  }

  /** `coefficient × 10^-scale`; a negative scale is multiplied out. */
  static of(coefficient: bigint | number, scale = 0): Decimal {
    if (typeof coefficient === 'number' && !Number.isSafeInteger(coefficient)) {
      throw new InputError('bad-number', `Unexpected ${coefficient}, expected a safe integer or a bigint`);
    }
    const whole = BigInt(coefficient);
    return scale >= 0 ? new Decimal(whole, scale) : new Decimal(whole * powerOfTen(-scale), 0);
  }

  /** Reads plain decimal notation, `-1234.50`: no thousands separators, no exponent. Throws `InputError`. */
  static parse(text: string): Decimal {
    const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (match === null || text.length > MAX_DIGITS) {
      throw new InputError(
        'bad-number',
        `Unexpected "${text.slice(0, 40)}", expected a plain decimal such as -1234.50`,
      );
    }
    const fraction = match[3] ?? '';
    const magnitude = BigInt((match[2] ?? '') + fraction);
    return new Decimal(match[1] === '-' ? -magnitude : magnitude, fraction.length);
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.coefficientAt(scale) + other.coefficientAt(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.coefficient * other.coefficient, this.scale + other.scale);
  }

  /** The quotient, rounded once to `decimals` places. Throws on division by zero. */
  dividedBy(divisor: Decimal, decimals: number, mode: RoundingMode): Decimal {
    if (divisor.coefficient === 0n) {
      throw new InputError('division-by-zero', `Cannot divide ${this} by zero`);
    }
    const sign = divisor.coefficient < 0n ? -1n : 1n;
    const shift = decimals + divisor.scale - this.scale;
    const numerator = sign * this.coefficient * powerOfTen(Math.max(0, shift));
    const denominator = sign * divisor.coefficient * powerOfTen(Math.max(0, -shift));
    return Decimal.of(roundQuotient(numerator, denominator, mode), decimals);
  }

  negated(): Decimal {
    return new Decimal(-this.coefficient, this.scale);
  }

  abs(): Decimal {
    return this.coefficient < 0n ? this.negated() : this;
  }

  /** -1, 0 or 1. */
  sign(): -1 | 0 | 1 {
    return this.coefficient < 0n ? -1 : this.coefficient > 0n ? 1 : 0;
  }

  /** Rounds to `decimals` places; a negative number rounds to tens, hundreds, … Pads with zeros where it can. */
  rounded(decimals: number, mode: RoundingMode): Decimal {
    if (decimals >= this.scale) return new Decimal(this.coefficientAt(decimals), decimals);
    return Decimal.of(roundQuotient(this.coefficient, powerOfTen(this.scale - decimals), mode), decimals);
  }

  /** Negative, zero or positive, by value: 1.50 and 1.5 compare as 0. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const difference = this.coefficientAt(scale) - other.coefficientAt(scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** Equality of value, not of printed form. */
  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  /** Plain notation that `Decimal.parse` reads back to the same coefficient and scale. */
  toString(): string {
    const digits = (this.coefficient < 0n ? -this.coefficient : this.coefficient)
      .toString()
      .padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    const fraction = this.scale > 0 ? `.${digits.slice(point)}` : '';
    return `${this.coefficient < 0n ? '-' : ''}${digits.slice(0, point)}${fraction}`;
  }

  /** The nearest double: the one door to floating point, for `risk/` and for drawing. */
  toNumber(): number {
    return Number(this.toString());
  }

  private coefficientAt(scale: number): bigint {
    return scale === this.scale ? this.coefficient : this.coefficient * powerOfTen(scale - this.scale);
  }
}
