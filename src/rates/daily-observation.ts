import { type Day, type Decimal, Fraction } from '../value/index.js';
import type { RateObservation } from './rate-source.js';

/** One official rate whose exact ratio is formed when it is first asked for: few of a year's rates ever are. */
export class DailyObservation implements RateObservation {
  readonly day: Day;
  readonly printed: Decimal;
  private readonly inverted: boolean;
  private formed: Fraction | undefined;

  constructor(day: Day, printed: Decimal, inverted: boolean) {
    this.day = day;
    this.printed = printed;
    this.inverted = inverted;
  }

  get ratio(): Fraction {
    this.formed ??= this.inverted
      ? Fraction.fromDecimal(this.printed).inverse()
      : Fraction.fromDecimal(this.printed);
    return this.formed;
  }
}
