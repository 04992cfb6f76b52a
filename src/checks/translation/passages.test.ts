import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { noonBuyingRates } from '../../rates/index.js';
import { type Day, Decimal, dayOf, Fraction, formatDayLong, plusDays } from '../../value/index.js';
import { check } from '../engine/run.js';

const RATES = noonBuyingRates();

/** How issuers of a country print rates and amounts. */
const STYLES = [
  { code: 'JPY', sign: '¥', dollar: '$', inverse: false, decimals: 2, size: 40_000n, yearEnd: [3, 31] },
  { code: 'CNY', sign: 'RMB', dollar: 'US$', inverse: false, decimals: 4, size: 2_500n, yearEnd: [12, 31] },
  { code: 'KRW', sign: '₩', dollar: 'US$', inverse: false, decimals: 2, size: 400_000n, yearEnd: [12, 31] },
  { code: 'TWD', sign: 'NT$', dollar: 'US$', inverse: false, decimals: 2, size: 11_000n, yearEnd: [12, 31] },
  { code: 'BRL', sign: 'R$', dollar: 'US$', inverse: false, decimals: 4, size: 900n, yearEnd: [12, 31] },
  { code: 'CAD', sign: 'Cdn$', dollar: 'US$', inverse: true, decimals: 4, size: 500n, yearEnd: [6, 30] },
  { code: 'EUR', sign: '€', dollar: 'U.S.$', inverse: true, decimals: 4, size: 300n, yearEnd: [9, 30] },
] as const;

const WORDINGS = [
  (rate: string, day: string) =>
    `Solely for the convenience of the reader, some amounts have been translated into U.S. dollars at ${rate}, the noon buying rate on ${day}. No representation is made that they could be converted at that rate.`,
  (rate: string, day: string) =>
    `Unless otherwise indicated, amounts in this report were translated into U.S. dollars at a rate of ${rate}, which was the exchange rate set forth in the H.10 statistical release of the Federal Reserve Board on ${day}, for convenience. They may not be construed as amounts of dollars.`,
] as const;

/** What a report says of an amount at the stated rate. */
const TRANSLATED = [
  (pair: string) => `Net sales were ${pair}.`,
  (pair: string) => `Operating income rose by 3.5% to ${pair} in the latest year.`,
  (pair: string) => `We had cash and cash equivalents of ${pair} at the end of the year.`,
];

/** Of an amount in dollars that was paid or raised on another day, set behind the local one all the same. */
const ORIGINAL = [
  (pair: string) => `We repurchased our own shares at a cost of ${pair}.`,
  (pair: string) => `We received net proceeds of ${pair} from our initial public offering.`,
  (pair: string) => `The closing price of the block was ${pair}.`,
  (pair: string) => `According to the research firm, the market reached ${pair}.`,
];

const document = fc.record({
  style: fc.constantFrom(...STYLES),
  year: fc.integer({ min: 2006, max: 2022 }),
  wording: fc.constantFrom(...WORDINGS),
  amounts: fc.array(fc.record({ size: fc.bigInt(10_000n, 9_999_999n), sentence: fc.nat(2) }), {
    minLength: 4,
    maxLength: 8,
  }),
  originals: fc.array(fc.record({ sentence: fc.nat(3), daysBefore: fc.integer({ min: 100, max: 1500 }) }), {
    maxLength: 4,
  }),
});

describe('passages as reports write them', () => {
  it('raise nothing where each amount is at the stated rate or was in dollars all along', () => {
    fc.assert(
      fc.property(document, (drawn) => {
        const { text, pairs } = passage(drawn);
        const { findings, figures } = check(readFiling(text), { rates: RATES });
        expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
        const ticked = figures.filter(({ ticks }) => ticks.some(({ letter }) => letter === 'RC'));
        expect(ticked.length).toBeGreaterThanOrEqual(pairs.length);
      }),
      { numRuns: 40 },
    );
  });

  it('raise one finding where two digits of an amount are swapped', () => {
    fc.assert(
      fc.property(document, (drawn) => {
        const { text, pairs } = passage(drawn);
        const [dollars = ''] = pairs;
        const wrong = dollars.replace(/(\d)(\d)/, '$2$1');
        fc.pre(wrong !== dollars && !/[$]0/.test(wrong) && text.split(dollars).length === 2);
        const { findings, figures } = check(readFiling(text.replace(dollars, () => wrong)), { rates: RATES });
        const raised = findings.filter(({ severity }) => severity !== 'info');
        const suspects = raised.flatMap((finding) => finding.suspects);
        const texts = figures.filter(({ figure }) => suspects.includes(figure.id));
        expect(texts.map(({ figure }) => figure.text)).toEqual([wrong]);
        expect(raised.map(({ severity }) => severity)).toEqual(['error']);
      }),
      { numRuns: 40 },
    );
  });
});

/** A passage with its pairs at the stated rate, of which the dollars are given. */
function passage({
  style,
  year,
  wording,
  amounts,
  originals,
}: typeof document extends fc.Arbitrary<infer T> ? T : never) {
  const [month, day] = style.yearEnd;
  const end = dayOf(year, month, day);
  const stated = rateOf(style, end);
  const printed = (style.inverse ? stated.inverse() : stated).rounded(style.decimals, 'half-up');
  const used = style.inverse ? Fraction.fromDecimal(printed).inverse() : Fraction.fromDecimal(printed);
  const rate = style.inverse
    ? `${style.dollar}${printed} to ${style.sign}1.00`
    : `${style.sign}${printed} to ${style.dollar}1.00`;
  const dayOfRate = RATES.series(`${style.code}/USD`)?.onOrBefore(end)?.day ?? end;
  const pairs = amounts.map(({ size }) => pairOf(style, Decimal.of((size * style.size) / 100_000n, 1), used));
  const others = originals.map(({ daysBefore, sentence }) => {
    const { local, dollars } = pairOf(
      style,
      Decimal.of(style.size * 7n, 1),
      rateOf(style, plusDays(end, -daysBefore)),
    );
    return ORIGINAL[sentence]?.(`${local} (${dollars})`) ?? '';
  });
  const sentences = pairs.map(
    ({ local, dollars }, index) => TRANSLATED[amounts[index]?.sentence ?? 0]?.(`${local} (${dollars})`) ?? '',
  );
  const cover = `Form 20-F\n\nCommission file number 001-00000\n\nFor the fiscal year ended ${formatDayLong(end)}`;
  const text = [cover, wording(rate, formatDayLong(dayOfRate)), ...sentences, ...others].join('\n\n');
  return { text, pairs: pairs.map(({ dollars }) => dollars) };
}

type Style = (typeof STYLES)[number];

function rateOf(style: Style, day: Day): Fraction {
  const observation = RATES.series(`${style.code}/USD`)?.onOrBefore(day);
  if (observation === null || observation === undefined) throw new Error(`no rate for ${style.code}`);
  return observation.ratio;
}

/** An amount in millions beside what it is in dollars, by rounding half up. */
function pairOf({ sign, dollar }: Style, millions: Decimal, rate: Fraction) {
  const dollars = Fraction.fromDecimal(millions).over(rate).rounded(1, 'half-up');
  return { local: `${sign}${millions} million`, dollars: `${dollar}${dollars} million` };
}
