import { Decimal } from './decimal.js';
import type { RoundingMode } from './rounding.js';

/** A proportion. Made and read in the form that the name says: fraction 0.297, percent 29.7, basis points 2970. */
export class Percent {
  private readonly percent: Decimal;

  private constructor(percent: Decimal) {
    this.percent = percent;
  }

  static ofPercent(percent: Decimal): Percent {
    return new Percent(percent);
  }

  static ofFraction(fraction: Decimal): Percent {
    return new Percent(fraction.times(Decimal.of(100)));
  }

  static ofBasisPoints(points: Decimal): Percent {
    return new Percent(points.times(Decimal.of(1n, 2)));
  }

  /** `part / whole`, rounded once to `decimals` places of a percent. Throws where the whole is zero. */
  static ofRatio(part: Decimal, whole: Decimal, decimals: number, mode: RoundingMode): Percent {
    return new Percent(part.times(Decimal.of(100)).dividedBy(whole, decimals, mode));
  }

  toPercent(): Decimal {
    return this.percent;
  }

  toFraction(): Decimal {
    return this.percent.times(Decimal.of(1n, 2));
  }

  toBasisPoints(): Decimal {
    return this.percent.times(Decimal.of(100));
  }

  /** This share of an amount, exactly. */
  applyTo(amount: Decimal): Decimal {
    return amount.times(this.toFraction());
  }

  equals(other: Percent): boolean {
    return this.percent.equals(other.percent);
  }

  toString(): string {
    return `${this.percent}%`;
  }
}
