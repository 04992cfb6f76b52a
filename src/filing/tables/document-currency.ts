import type { CurrencyCode } from '../../value/index.js';
import type { MentionOptions } from '../figures/index.js';

const FEWEST = 3;
/** How many times as often as any other a sign must stand. */
const CLEARLY = 4;

/**
 * The currency that amounts of a document are in where a table states a scale and no currency: that of the sign which
 * it prints far more often than any other; null where none is.
 */
export function documentCurrency(
  text: string,
  { dollar = 'USD', yen = 'JPY' }: MentionOptions,
): CurrencyCode | null {
  const signs: readonly (readonly [string, CurrencyCode])[] = [
    ['$', dollar],
    ['¥', yen],
    ['€', 'EUR'],
    ['£', 'GBP'],
  ];
  const counted = signs.map(([sign, currency]) => ({ currency, count: countOf(text, sign) }));
  counted.sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  if (first === undefined || first.count < FEWEST) return null;
  return first.count >= CLEARLY * (second?.count ?? 0) ? first.currency : null;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
