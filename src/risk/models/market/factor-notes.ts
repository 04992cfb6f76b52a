import { type Day, formatDay } from '../../../value/index.js';
import { percentText } from '../../percent-text.js';
import { LEAST_DAYS_FOR_BLOCKS, yearlyVolatilities } from './historical-months.js';
import { jointChanges } from './joint-changes.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';

/**
 * How the year's change of every factor is drawn, a sentence a factor, and one on what they share: for the notes beside
 * a run's results. `tied`: variables of the register's correlations ("factor.usd-jpy").
 */
export function factorNotes(
  factors: readonly MarketFactor[],
  method: MarketMethod,
  tied: ReadonlySet<string>,
): string[] {
  if (factors.length === 0) return [];
  const volatilities = yearlyVolatilities(factors, method);
  const joint = jointChanges(factors, method.window);
  const notes = factors.map((factor, at) => {
    const volatility = volatilityText(factor, volatilities[at] as number);
    return `${factor.name}: ${drawnText(factor, method, tied.has(`factor.${factor.id}`), volatility, joint.days.length)}.`;
  });
  const [first, last] = [joint.days[0], joint.days.at(-1)];
  if (first !== undefined && last !== undefined) {
    const span = `${formatDay(first as Day)} to ${formatDay(last as Day)}`;
    const short = joint.days.length < method.window ? `, not the ${method.window} asked for` : '';
    notes.push(
      `Histories of market factors: ${joint.days.length} daily changes${short}, ${span}, on days that all have in common.`,
    );
  }
  notes.push(
    method.mean === 'zero'
      ? 'Market factors have no drift: the mean of their histories is taken out, so that the median of a price or an exchange rate is today’s (its mean lies a little above).'
      : 'Market factors drift on as in their histories: the mean of the days, times 252.',
  );
  return notes;
}

function drawnText(
  factor: MarketFactor,
  method: MarketMethod,
  isTied: boolean,
  volatility: string,
  days: number,
): string {
  if (factor.forced !== null)
    return `set by the scenario to a change of ${changeText(factor, factor.forced)}`;
  if (isTied) return `normal, ${volatility}, tied by the register's correlations and not by common days`;
  if (factor.history === null) return `normal, ${volatility} as stated, independent of the others`;
  const source = `${volatility}; ${factor.history.source}`;
  if (method.method !== 'historical-simulation') return `jointly normal, ${source}`;
  const rescaled = {
    sample: '',
    ewma: ', rescaled to the latest exponentially weighted volatility',
    stated: ', rescaled to the stated volatility',
  }[method.volatility];
  const drawn =
    days < LEAST_DAYS_FOR_BLOCKS ? 'single past trading days' : 'twelve months of 21 past trading days';
  return `${drawn}, drawn jointly${rescaled} (${source})`;
}

function volatilityText({ quantity }: MarketFactor, volatility: number): string {
  const text =
    quantity === 'interest-rate'
      ? `${+(volatility * 1e4).toPrecision(3)} basis points`
      : percentText(volatility, 3);
  return `volatility ${text} a year`;
}

function changeText({ quantity }: MarketFactor, change: number): string {
  return quantity === 'interest-rate'
    ? `${+(change * 1e4).toPrecision(6)} basis points`
    : percentText(change, 6);
}
