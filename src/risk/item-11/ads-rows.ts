import type { MarketFactor } from '../models/market/market-factor.js';
import type { LaterRate } from '../models/market/other-markets.js';
import type { Ads, Base } from '../waterfall/base.js';
import { dividendInDollars } from '../waterfall/dividend.js';
import type { DisclosedPositions } from './disclosed-positions.js';
import type { AdsRow } from './item-11-data.js';

/** Up and down by the 10% of the sensitivity. */
const SHOCKS = [
  { shock: '10% up', change: 0.1 },
  { shock: '10% down', change: -0.1 },
] as const;

/**
 * What a holder of an ADS has in dollars, in value and in the dividend of a year, after 10% more or fewer units of the
 * reporting currency for a dollar, and at the latest rate; and in value after a change of the share price. None where
 * the register has no ADS.
 */
export function adsRows(
  ads: Ads | null,
  { positions }: DisclosedPositions,
  factors: readonly MarketFactor[],
  later: LaterRate | null,
): AdsRow[] {
  if (ads === null) return [];
  const position = positions.map((each) => each.position).find((each) => each.position === 'ads');
  const nameOf = (id: string | null | undefined, other: string) =>
    factors.find((factor) => factor.id === id)?.name ?? other;
  const rateName = nameOf(position?.rateFactor, 'exchange rate, units for one dollar');
  const priceName = nameOf(position?.priceFactor, 'share price');
  const rates = [
    ...SHOCKS,
    ...(later === null ? [] : [{ shock: `to ${later.day}`, change: later.rate / ads.rate - 1 }]),
  ];
  const value = (sharePrice: number, perDollar: number) => (sharePrice * ads.sharesPerAds) / perDollar;
  const byRate = (what: AdsRow['what'], dollars: (rate: number) => number): AdsRow[] =>
    rates.map(({ shock, change }) => ({
      what,
      factor: rateName,
      shock,
      change,
      level: ads.rate,
      levelAfter: ads.rate * (1 + change),
      before: dollars(ads.rate),
      after: dollars(ads.rate * (1 + change)),
    }));
  const byPrice = SHOCKS.map(({ shock, change }): AdsRow => {
    const levelAfter = ads.sharePrice * (1 + change);
    const head = { what: 'value of an ADS', factor: priceName, shock, change } as const;
    const [before, after] = [value(ads.sharePrice, ads.rate), value(levelAfter, ads.rate)];
    return { ...head, level: ads.sharePrice, levelAfter, before, after };
  });
  return [
    ...byRate('value of an ADS', (rate) => value(ads.sharePrice, rate)),
    ...byPrice,
    ...(ads.dividendPerShare === 0
      ? []
      : byRate('dividend on an ADS', (rate) => dividendInDollars(ads, rate))),
  ];
}

/** How the dollars come about, and the days and sources of the rates. Empty where the register has no ADS. */
export function adsNotes(
  { ads, currency }: Base,
  asOf: string | null,
  later: LaterRate | null,
  factors: readonly MarketFactor[],
): string[] {
  if (ads === null) return [];
  const ratio =
    ads.sharesPerAds < 1
      ? `${plain(1 / ads.sharesPerAds)} ADSs stand for one share`
      : `one ADS stands for ${plain(ads.sharesPerAds)} ${ads.sharesPerAds === 1 ? 'share' : 'shares'}`;
  const history = factors.find(({ level, history }) => level === ads.rate && history !== null)?.history;
  const at = `${currency} ${plain(ads.rate)} for one dollar${asOf === null ? '' : ` on ${asOf}`}`;
  const notes = [
    `The share at ${currency} ${plain(ads.sharePrice)}; ${ratio}; ${at}${history === undefined || history === null ? '' : ` (${history.source})`}. A rate that goes up is more ${currency} for a dollar.`,
  ];
  if (ads.dividendPerShare > 0) {
    notes.push(
      `The dividend of a year is ${currency} ${plain(ads.dividendPerShare)} a share, less withholding tax of ${plain(100 * ads.withholdingTax)}%, turned into dollars at the rate of one day, less the depositary’s fee of $${plain(ads.feePerAds)} an ADS.`,
    );
  }
  if (later === null && asOf !== null) {
    notes.push(
      `No later rate is held: give the rate of the latest practicable date ("tickmark rates update" looks for newer ones).`,
    );
  }
  if (later !== null) {
    const moved = 100 * (later.rate / ads.rate - 1);
    const stated =
      later.fromRate === ads.rate
        ? ''
        : `; the source has ${currency} ${plain(later.fromRate)} on ${later.fromDay}`;
    notes.push(
      `Since then a dollar has moved from ${currency} ${plain(ads.rate)} to ${currency} ${plain(later.rate)} (${moved > 0 ? '+' : moved < 0 ? '−' : ''}${Math.abs(moved).toFixed(2)}%) on ${later.day}, the latest day that is held within six months (${later.source}${stated}). State the rate of the latest practicable date.`,
    );
  }
  return notes;
}

function plain(value: number): string {
  return Number(value.toPrecision(10)).toLocaleString('en-US', { maximumFractionDigits: 8 });
}
