import { SortedWindow } from './sorted-window.js';

/**
 * When a currency counts as floating: by what is known the day before, so that nothing is left out because of how it
 * went. All of it is of the changes in the window before the day.
 */
export const FLOAT_RULE = {
  /** Daily changes before a day that must look like a float: as many as the longest method uses. */
  window: 500,
  /** A larger share of days without change: a rate that is set. */
  mostUnchanged: 0.1,
  /** A run of so many days without change: a peg. */
  longestRun: 10,
  /** A deviation below this a year (250 days): a band. */
  leastVolatility: 0.03,
  /** A larger share of days with a change in the same direction: a crawling peg. Of 500 fair coins, 1 in 170,000. */
  mostOneWay: 0.6,
  /** A change by more than this factor in a day: a devaluation or a redenomination, no price of a market. */
  largestFactor: 1.3,
  /** More calendar days than this between two rates: the market was shut. */
  longestGap: 10,
} as const;

const DAYS_A_YEAR = 250;
/** Stands for the size of a change of unit: larger than any change. */
const NEW_UNIT = 1e3;

/** `floating` is tested; the others say why not, the first that holds. */
export const REGIMES = [
  'floating',
  'too-early',
  'jump',
  'run',
  'unchanged',
  'calm',
  'one-way',
  'gap',
] as const;

export type Regime = (typeof REGIMES)[number];

/**
 * Whether each change is tested: `changes[k]` is the relative change from `days[k]` to `days[k + 1]`, and its regime is
 * told from the changes before it. `breaks`: days from which on rates are of a new unit.
 */
export function regimes(
  days: ArrayLike<number>,
  changes: Float64Array,
  breaks: readonly number[],
): readonly Regime[] {
  const watch = new RegimeWatch();
  return Array.from(changes, (change, k) => {
    const regime = watch.regime();
    const [from, to] = [days[k] as number, days[k + 1] as number];
    watch.see(
      change,
      to - from,
      breaks.some((day) => from < day && day <= to),
    );
    return regime;
  });
}

/** The last changes, as far as the rule asks about them. */
class RegimeWatch {
  private readonly runs = new SortedWindow(FLOAT_RULE.window);
  private readonly sizes = new SortedWindow(FLOAT_RULE.window);
  private readonly gaps = new SortedWindow(FLOAT_RULE.window);
  private readonly signs = new SortedWindow(FLOAT_RULE.window);
  private run = 0;

  see(change: number, gap: number, isNewUnit: boolean): void {
    this.run = change === 0 ? this.run + 1 : 0;
    this.runs.push(this.run);
    this.sizes.push(isNewUnit ? NEW_UNIT : Math.abs(Math.log1p(change)));
    this.gaps.push(gap);
    this.signs.push(Math.sign(change));
  }

  regime(): Regime {
    const { mostUnchanged, longestRun, leastVolatility, largestFactor, mostOneWay, longestGap, window } =
      FLOAT_RULE;
    if (!this.sizes.isFull) return 'too-early';
    if (this.sizes.largest > Math.log(largestFactor)) return 'jump';
    if (this.runs.largest >= longestRun) return 'run';
    if (this.sizes.atMost(0) > mostUnchanged * window) return 'unchanged';
    if (this.volatility() < leastVolatility) return 'calm';
    const ups = window - this.signs.atMost(0);
    if (Math.max(ups, this.signs.below(0)) > mostOneWay * window) return 'one-way';
    return this.gaps.largest > longestGap ? 'gap' : 'floating';
  }

  private volatility(): number {
    let sum = 0;
    for (const size of this.sizes.sorted) sum += size * size;
    return Math.sqrt((sum / FLOAT_RULE.window) * DAYS_A_YEAR);
  }
}
