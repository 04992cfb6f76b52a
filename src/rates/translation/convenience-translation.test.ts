import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, parseDay } from '../../value/index.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import {
  type AmountToTranslate,
  convenienceTranslation,
  type TranslationOptions,
} from './convenience-translation.js';
import { formatTranslation } from './formats/index.js';
import type { AmountPower } from './printed-amount.js';
import { ownTranslationRate, translationRate } from './translation-rate.js';

const YEN = { from: 'JPY', to: 'USD' };
const MARCH = translationRate(noonBuyingRates(), YEN, parseDay('2006-03-31'));
const JULY = translationRate(noonBuyingRates(), YEN, parseDay('2006-07-07'));

/** "29.7" in billions: value 29700000000. */
function amount(printed: string, power: AmountPower = 0, more: Partial<AmountToTranslate> = {}) {
  const number = Decimal.parse(printed);
  return {
    text: `¥${printed}`,
    value: number.times(Decimal.of(1n, -power)),
    decimals: number.scale,
    power,
    brackets: false,
    per: null,
    ...more,
  };
}

function textOf(base: AmountToTranslate, options: Partial<TranslationOptions> = {}) {
  return convenienceTranslation([base], { rate: MARCH, ...options }).amounts[0]?.translated.text;
}

describe('a convenience translation', () => {
  it.each([
    ['29.7', 9, '$252.8 million'],
    ['29700000000', 0, '$252,808,989'],
    ['1234', 6, '$11 million'],
    ['5.5', 12, '$46.8 billion'],
    ['-300', 6, '-$3 million'],
    ['1234', 0, '$10.50'],
    ['0', 6, '$0 million'],
    ['5', 0, '$0.04'],
    ['-0.1', 0, '$0.00'],
  ] as const)('of %s at 10^%i is %s', (printed, power, expected) => {
    expect(textOf(amount(printed, power))).toBe(expected);
  });

  it('keeps brackets, gives per-share amounts in cents, and takes magnitude and decimals that are asked for', () => {
    expect(textOf(amount('-1234.5', 6, { brackets: true }))).toBe('$(10.5) million');
    expect(textOf(amount('45.3', 0, { per: 'share' }), { decimals: 5, power: 6 })).toBe('$0.39');
    expect(textOf(amount('163.245', 0, { per: 'share' }))).toBe('$1.390');
    expect(textOf(amount('29.7', 9), { power: 3, decimals: 0 })).toBe('$252,809 thousand');
    expect(textOf(amount('29.7', 9), { decimals: 3 })).toBe('$252.809 million');
  });

  it('rounds a tie away from zero, once', () => {
    const rate = ownTranslationRate({
      ...YEN,
      value: Decimal.of(8),
      unit: 'JPY/USD',
      day: MARCH.day,
      source: 'a bank',
    });
    expect(textOf(amount('1001'), { rate, decimals: 2 })).toBe('$125.13');
    expect(textOf(amount('-1001'), { rate, decimals: 2 })).toBe('-$125.13');
    expect(textOf(amount('1001'), { rate, decimals: 3 })).toBe('$125.125');
  });

  it('multiplies where the rate is quoted the other way, and goes the other direction too', () => {
    const euro = translationRate(noonBuyingRates(), { from: 'EUR', to: 'USD' }, parseDay('2006-03-31'));
    expect(euro).toMatchObject({ unit: 'USD/EUR', rateName: 'noon buying rate' });
    expect(textOf(amount('12.5', 6), { rate: euro })).toBe('$15.2 million');
    const back = translationRate(noonBuyingRates(), { from: 'USD', to: 'JPY' }, parseDay('2006-03-31'));
    expect(textOf(amount('252.8', 6), { rate: back })).toBe('¥29,698.9 million');
    const canadian = translationRate(noonBuyingRates(), { from: 'CAD', to: 'USD' }, parseDay('2006-03-31'));
    expect(textOf(amount('100', 6), { rate: canadian })).toBe('US$86 million');
  });

  it('says what the latest practicable date changes', () => {
    const { amounts, movement, notes } = convenienceTranslation([amount('29.7', 9)], {
      rate: MARCH,
      latest: JULY,
    });
    expect(movement?.percent.toString()).toBe('-2.98');
    expect(amounts[0]?.atLatest?.text).toBe('$260.6 million');
    expect(notes.map(({ id }) => id)).not.toContain('material-move');
  });

  it.each([
    ['2.97', true],
    ['2.979230507320394', true],
    ['2.98', false],
    ['5', false],
  ])('warns where the exact move passes %s%%: %s', (material, warns) => {
    const options = { rate: MARCH, latest: JULY, material: Decimal.parse(material) };
    const { notes } = convenienceTranslation([amount('1', 6)], options);
    expect(notes.some(({ id, severity }) => id === 'material-move' && severity === 'warning')).toBe(warns);
  });

  it('warns where the two days are exchanged, and where the currency changed in between', () => {
    const idsOf = (options: TranslationOptions) =>
      convenienceTranslation([amount('1', 6)], options).notes.map(({ id }) => id);
    expect(idsOf({ rate: JULY, latest: MARCH })).toContain('latest-before-balance-sheet');
    const bolivar = { from: 'VES', to: 'USD' };
    const [before, after] = ['2021-09-30', '2021-10-05'].map((day) =>
      translationRate(noonBuyingRates(), bolivar, parseDay(day)),
    );
    const ids = idsOf({ rate: before ?? MARCH, latest: after });
    expect(ids).toContain('redenominated');
    expect(ids).not.toContain('material-move');
  });

  it('says where the rounding of the base leaves the last digit open', () => {
    const noteOf = (base: AmountToTranslate) =>
      convenienceTranslation([base], { rate: MARCH }).notes.find(({ id }) => id === 'rounded-base')?.text;
    expect(noteOf(amount('29.7', 9))).toContain(
      '¥29.65 billion to ¥29.75 billion, which is $252.4 million to $253.2',
    );
    expect(noteOf(amount('29700.000', 6))).toBeUndefined();
    expect(noteOf(amount('29700000000'))).toBeUndefined();
  });

  it('has wording with purpose, rate, source, day and reservation', () => {
    const { wording } = convenienceTranslation([amount('1', 6)], { rate: MARCH });
    expect(wording).toMatch(/unaudited.*solely for the convenience of the reader/);
    expect(wording).toContain('¥117.48 per U.S. $1.00, the noon buying rate on March 31, 2006 (source:');
    expect(wording).toContain('Federal Reserve Bank of New York');
    expect(wording).toMatch(
      /No representation .* have been, could have been or could be .* any other rate\.$/,
    );
  });

  it('says that a Sunday takes the rate of Friday', () => {
    const rate = translationRate(noonBuyingRates(), { from: 'CNY', to: 'USD' }, parseDay('2017-12-31'));
    const { wording, notes } = convenienceTranslation([amount('6506.3', 6)], { rate });
    expect(wording).toContain(
      'on December 29, 2017, the last day with a rate on or before December 31, 2017',
    );
    expect(notes.find(({ id }) => id === 'earlier-rate-day')?.text).toContain('Sunday, December 31, 2017');
  });

  it('names the limits of Rule 3-20 once, for dollars only, and not beside a warning that says more', () => {
    const rules = (options: TranslationOptions) =>
      convenienceTranslation([amount('1', 6)], options)
        .notes.filter(({ text }) => text.includes('Rule 3-20(b)'))
        .map(({ id, severity }) => `${severity} ${id}`);
    expect(rules({ rate: MARCH })).toEqual(['note rule-3-20']);
    expect(rules({ rate: MARCH, latest: JULY })).toEqual(['note rule-3-20']);
    expect(rules({ rate: MARCH, latest: JULY, material: Decimal.of(2) })).toEqual(['warning material-move']);
    const toYen = { rate: translationRate(noonBuyingRates(), { from: 'USD', to: 'JPY' }, JULY.day) };
    expect(rules(toYen)).toEqual([]);
  });

  it('refuses no amount, decimals out of range and a latest rate of another unit', () => {
    const euro = translationRate(noonBuyingRates(), { from: 'EUR', to: 'USD' }, parseDay('2006-03-31'));
    expect(() => convenienceTranslation([], { rate: MARCH })).toThrow('Unexpected end of amounts');
    expect(() => textOf(amount('1'), { decimals: 13 })).toThrow('Unexpected decimals 13, expected 0 to 12');
    expect(() => textOf(amount('1'), { decimals: 0.5 })).toThrow('Unexpected decimals 0.5');
    expect(() => textOf(amount('1'), { latest: euro })).toThrow('Unexpected latest rate of USD/EUR');
  });
});

/** Coefficient of amount and rate; the rate has two decimals, and is quoted either way. */
const CASE = fc.record({
  units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  rate: fc.bigInt({ min: 1n, max: 10n ** 7n }),
  divides: fc.boolean(),
  decimals: fc.integer({ min: 0, max: 6 }),
});

function translatedBy(units: bigint, rate: bigint, divides: boolean, decimals: number) {
  const own = ownTranslationRate({
    ...YEN,
    value: Decimal.of(rate, 2),
    unit: divides ? 'JPY/USD' : 'USD/JPY',
    day: MARCH.day,
    source: 'a bank',
  });
  return convenienceTranslation([amount(units.toString())], { rate: own, decimals, power: 0 });
}

function printedCoefficient(units: bigint, rate: bigint, divides: boolean, decimals: number): bigint {
  const printed = translatedBy(units, rate, divides, decimals).amounts[0]?.translated.printed;
  return printed?.coefficient ?? 0n;
}

describe('for any amount and rate', () => {
  it('is half up exactly, by integers alone', () => {
    fc.assert(
      fc.property(CASE, ({ units, rate, divides, decimals }) => {
        const shift = 10n ** BigInt(decimals);
        const [top, bottom] = divides ? [units * 100n * shift, rate] : [units * rate * shift, 100n];
        const size = top < 0n ? -top : top;
        const rounded = (2n * size + bottom) / (2n * bottom);
        expect(printedCoefficient(units, rate, divides, decimals)).toBe(top < 0n ? -rounded : rounded);
      }),
    );
  });

  it('keeps the sign and the order of amounts', () => {
    fc.assert(
      fc.property(
        CASE,
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        ({ units, rate, divides, decimals }, more) => {
          const one = printedCoefficient(units, rate, divides, decimals);
          const other = printedCoefficient(units + more, rate, divides, decimals);
          expect(other >= one).toBe(true);
          expect(printedCoefficient(-units, rate, divides, decimals)).toBe(-one);
          if (one !== 0n) expect(one > 0n).toBe(units > 0n);
        },
      ),
    );
  });

  it('can be formed again from its JSON alone', () => {
    fc.assert(
      fc.property(CASE, ({ units, rate, divides, decimals }) => {
        const translation = translatedBy(units, rate, divides, decimals);
        const text = formatTranslation(translation, 'json');
        const record = JSON.parse(text);
        expect(`${JSON.stringify(record, null, 2)}\n`).toBe(text);
        const [read] = record.amounts;
        const value = Decimal.parse(read.value);
        const by = Decimal.parse(record.rate.value);
        const again =
          record.rate.unit === 'JPY/USD'
            ? value.dividedBy(by, read.translated.decimals, 'half-up')
            : value.times(by).rounded(read.translated.decimals, 'half-up');
        expect(read.translated.value).toBe(again.toString());
        expect(read.translated.formula).toBe(`${units} ${divides ? '/' : '×'} ${Decimal.of(rate, 2)}`);
      }),
    );
  });
});
