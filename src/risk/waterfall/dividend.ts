import type { Ads } from './base.js';

/**
 * What a year's dividend brings the holder of one ADS, in dollars: the dividend of the shares that it stands for, less
 * the withholding tax, at the exchange rate, less the depositary's fee. Never below 0: a fee above the dividend is not collected.
 *
 * @param rate units of the reporting currency for one dollar, on the day of payment; today's where not said
 */
export function dividendInDollars(ads: Ads, rate = ads.rate): number {
  const afterTax = ads.dividendPerShare * ads.sharesPerAds * (1 - ads.withholdingTax);
  return Math.max(0, afterTax / rate - ads.feePerAds);
}
