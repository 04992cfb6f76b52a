import type { MarketMethod } from '../models/market/market-factor.js';
import type { ValueAtRiskPart } from './item-11-data.js';
import type { BesideValueAtRisk } from './value-at-risk-groups.js';

/** Names of categories in sentences. */
const NAMES: Readonly<Record<ValueAtRiskPart['category'], string>> = {
  'interest-rate': 'interest rates',
  'foreign-exchange': 'exchange rates',
  'commodity-price': 'commodity prices',
  'equity-price': 'equity prices',
  total: 'all together',
};

/** What average, high and low are of, how exceptions were counted, and for which category either is wanting and why. */
export function overTheYearText(
  parts: readonly ValueAtRiskPart[],
  method: MarketMethod,
  { kept, markets }: BesideValueAtRisk,
  reasons: readonly { readonly category: ValueAtRiskPart['category']; readonly why: string }[],
): string[] {
  const points = parts.find(({ during }) => during !== null)?.during?.points ?? null;
  const missing = markets.flatMap((each) =>
    each.missing.map(({ id, why }) => `${id} on ${each.day}: ${why}`),
  );
  const sentences: string[] = [];
  if (points !== null) {
    const days = points.map(({ day }) => day).join(', ');
    sentences.push(
      kept === null
        ? `Average, high and low are of the value at risk on ${days}: the positions of the last of these days, measured again with the levels and the daily changes that the market had on each. They show what the market moved; where positions changed within the year, put the values printed on each day in their place ("--during").`
        : `Average, high and low are of the value at risk on ${days}, as printed on each with the positions of that day.`,
    );
  }
  const without = parts.filter(({ during }) => during === null).map(({ category }) => NAMES[category]);
  if (without.length > 0 && (markets.length > 0 || kept !== null)) {
    const why =
      kept !== null
        ? 'not every day has a value'
        : missing.length === 0
          ? 'their volatility is stated, which says nothing of the year'
          : missing.slice(0, 3).join('; ');
    sentences.push(`No average, high and low for ${without.join(', ')}: ${why}.`);
  }
  const counted = parts.flatMap(({ exceedances }) => exceedances ?? []);
  if (counted.length > 0) {
    const from = counted.map((each) => each.from).sort()[0];
    const to = counted
      .map((each) => each.to)
      .sort()
      .at(-1);
    const law = method.method === 'historical-simulation' ? 'historical simulation' : 'the normal law';
    sentences.push(
      `Exceptions are days from ${from} to ${to}, those that the histories of a category have in common, on which the positions, as they are at the end, lost more than the value at risk of one trading day that ${law} gave from the ${method.window} daily changes before it, with a mean of zero. One day: not the horizon of ${method.horizonDays} above.`,
    );
  }
  if (markets.length === 0) return sentences;
  for (const why of new Set(reasons.map((each) => each.why))) {
    const those = reasons.filter((each) => each.why === why).map(({ category }) => NAMES[category]);
    sentences.push(`No count of exceptions for ${those.join(', ')}: ${why}.`);
  }
  return sentences;
}
