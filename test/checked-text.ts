import { type CheckResult, check } from '../src/checks/index.js';
import { readFiling } from '../src/filing/index.js';
import { noonBuyingRates } from '../src/rates/index.js';

/** A text read and checked against the official rates, as `tickmark check` does it. */
export function checkedText(text: string, path = 'item-3.txt'): CheckResult {
  return check(readFiling(text, { path }), { rates: noonBuyingRates() });
}

/** Part of an Item 3 of an invented issuer. The rates are official but for one: the low of fiscal 2016 is 111.30. */
export const SMALL_ITEM_3 = `Item 3. Key Information

Exchange Rates

The table shows the noon buying rates for Japanese yen per U.S. $1.00 as certified by the Federal Reserve Bank of New York:

	High	Low	Average(1)	Period-end
Fiscal year ended March 31,				
2015	¥121.50	¥101.26	¥110.78	¥119.96
2016	125.58	113.10	120.13	112.42

(1) The average of the noon buying rates on the last business day of each month of the year.

The noon buying rate on July 8, 2016 was ¥100.65 per $1.00. We had three plants and revenues of ¥412.6 billion in fiscal 2016.
`;
