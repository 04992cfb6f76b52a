import { PERCENT, PLAIN, type PrintUnit, printNumber } from '../../../risk/index.js';
import type { MarketGroup } from '../../../risk/item-11/item-11-data.js';
import type { ShowUnit } from '../../../risk/register/show-unit.js';

/** What stands where there is nothing. */
export const NOTHING = '–';

/** "By expected maturity: interest rates, other than trading". */
export function titleOf(what: string, { category, purpose }: MarketGroup): string {
  const name = {
    'interest-rate': 'interest rates',
    'foreign-exchange': 'exchange rates',
    'commodity-price': 'commodity prices',
    'equity-price': 'equity prices',
  }[category];
  return `${what}: ${name}, ${purpose === 'trading' ? 'trading' : 'other than trading'}`;
}

/** An amount of the reporting currency, or of another in the same size. */
export function amountText(amount: number | null, { size }: Pick<ShowUnit, 'size'>): string {
  return amount === null ? NOTHING : printNumber(amount, { ...PLAIN, size });
}

/** A rate in percent, a price as it is. */
export function levelText(level: number | null, isRate: boolean): string {
  const unit: PrintUnit = isRate ? PERCENT : PLAIN;
  return level === null ? NOTHING : printNumber(level, unit, isRate ? 4 : 6);
}
