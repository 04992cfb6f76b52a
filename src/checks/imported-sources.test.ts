import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import {
  type NamedRateSource,
  noonBuyingRates,
  type RateObservation,
  type RateSeries,
  type RateStatisticName,
} from '../rates/index.js';
import { type Day, Decimal, dayOf, Fraction, parseDay, type RateUnit, type Span } from '../value/index.js';
import { check } from './engine/run.js';

/** Rates of an invented week: none of them is a noon buying rate. */
const WEEK: readonly (readonly [string, string])[] = [
  ['2006-03-27', '116.91'],
  ['2006-03-28', '116.55'],
  ['2006-03-29', '118.02'],
  ['2006-03-30', '117.73'],
  ['2006-03-31', '117.47'],
];
const KITANO_BANK = sourceOf(['Kitano Bank (Tokyo)', 'KBT'], WEEK);
const CANADA = sourceOf(['Bank of Canada'], WEEK);

describe('a quoted rate of an imported source', () => {
  it.each([
    ['The rate of Kitano Bank (Tokyo) on March 31, 2006 was ¥117.47 per U.S. $1.00.', 'ticked'],
    ['The rate of KITANO  BANK (Tokyo) on March 31, 2006 was ¥117.47 per U.S. $1.00.', 'ticked'],
    ['The kbt rate on March 31, 2006 was ¥117.47 per U.S. $1.00.', 'ticked'],
    ['The KBT rate on March 31, 2006 was ¥117.48 per U.S. $1.00.', 'differs'],
    ['The KBTX rate on March 31, 2006 was ¥117.48 per U.S. $1.00.', 'unsupported'],
    ['The rate of Kitano Bank Tokyo on March 31, 2006 was ¥117.47 per U.S. $1.00.', 'unsupported'],
    ['At the KBT rate, not at the noon buying rate, of ¥117.47 per U.S. $1.00 on March 31, 2006.', 'ticked'],
    ['The telegraphic transfer rate of KBT on March 31, 2006 was ¥117.47 per U.S. $1.00.', 'ticked'],
    ['If the KBT rate on March 31, 2006 had been ¥110.00 per U.S. $1.00, equity would fall.', 'unsupported'],
    [
      'KBT lent us ¥5 million on March 31, 2006, and the dollar stood at ¥117.48 per U.S. $1.00.',
      'unsupported',
    ],
    ['We bank with KBT. On March 31, 2006 the rate was ¥117.48 per U.S. $1.00.', 'unsupported'],
    ['The rate published by KBT is used. On March 31, 2006 it was ¥117.48 per U.S. $1.00.', 'unsupported'],
    ['The rate published by KBT is used. On March 31, 2006 it was ¥117.47 per U.S. $1.00.', 'ticked'],
    ['On March 31, 2006 it was ¥117.48 per U.S. $1.00 (source: KBT).', 'differs'],
    ['Rather than the KBT rate, we used ¥110.00 per U.S. $1.00 on March 31, 2006.', 'unsupported'],
  ])('%s: %s', (sentence, status) => {
    expect(resultOf(sentence, [KITANO_BANK]).status).toBe(status);
  });

  it('speaks of that source, and of its day', () => {
    const { findings, ticks } = resultOf('The KBT rate on April 2, 2006 was ¥117.48 per U.S. $1.00.', [
      KITANO_BANK,
    ]);
    expect(ticks).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Unexpected rate ¥117.48 for April 2, 2006, expected 117.47: last rate of Kitano Bank (Tokyo) on or before Sunday, April 2, 2006: that of Friday, March 31, 2006. Check the day, the source and every amount translated at it.',
    ]);
    const [tick] = resultOf('The KBT rate on March 31, 2006 was ¥117.47 per U.S. $1.00.', [
      KITANO_BANK,
    ]).ticks;
    expect(tick?.formula).toBe('rate of Kitano Bank (Tokyo) on Friday, March 31, 2006');
    expect(tick?.inputs).toEqual([
      { source: 'Kitano Bank (Tokyo)', series: 'JPY', date: '2006-03-31', value: '117.47' },
    ]);
  });

  it('names the remedy where its rates are not imported', () => {
    const { reason } = resultOf('The Bank of Canada rate on March 31, 2006 was ¥117.47 per U.S. $1.00.', []);
    expect(reason).toBe(
      'another source is named: Bank of Canada; import its rates with "tickmark rates import"',
    );
  });
});

describe('two sources at once', () => {
  const both =
    'The KBT rate and the noon buying rate on March 31, 2006 were ¥117.47 and ¥117.48 per U.S. $1.00.';
  it.each([
    [both, 'ticked'],
    [both.replaceAll('117.4', '119.4'), 'unsupported'],
  ])(
    'a rate that agrees with either is ticked, one that agrees with none is left: %s',
    (sentence, status) => {
      expect(resultOf(sentence, [KITANO_BANK]).status).toBe(status);
    },
  );

  it('keeps the noon rate of the Bank of Canada apart from that of New York', () => {
    const sentence = (price: string) =>
      `The noon buying rate of the Bank of Canada on March 31, 2006 was ¥${price} per U.S. $1.00.`;
    expect(resultOf(sentence('117.47'), [CANADA]).status).toBe('ticked');
    expect(resultOf(sentence('117.48'), [CANADA]).status).toBe('differs');
    expect(resultOf(sentence('117.48'), []).status).toBe('unsupported');
  });

  it('does not take a longer name for the one that was imported', () => {
    const sentence = 'The rate of the Royal Bank of Canada on March 31, 2006 was ¥117.40 per U.S. $1.00.';
    expect(resultOf(sentence, [CANADA]).status).toBe('unsupported');
  });
});

describe('a table of an imported source', () => {
  const table = (high: string, source = 'KBT') =>
    [
      `Rates of ${source} in yen per U.S. $1.00:`,
      '',
      '\tHigh\tLow\tAverage',
      `March 2006 (from March 27, 2006 to March 31, 2006)\t${high}\t116.55\t117.34`,
    ].join('\n');

  it('is recomputed with its rates', () => {
    const { findings, figures } = run(table('118.02'), [KITANO_BANK]);
    expect(findings).toEqual([]);
    expect(figures.filter(({ status }) => status === 'ticked').map(({ ticks }) => ticks[0]?.formula)).toEqual(
      [
        'highest of 5 rates of Kitano Bank (Tokyo), of March 29, 2006',
        'lowest of 5 rates of Kitano Bank (Tokyo), of March 28, 2006',
        'mean of 5 daily rates of Kitano Bank (Tokyo) = 117.336000',
      ],
    );
  });

  it('is wrong where it differs, and says from what', () => {
    const [finding, ...others] = run(table('118.20'), [KITANO_BANK]).findings;
    expect(others).toEqual([]);
    expect(finding?.message).toMatch(/highest of 5 rates of Kitano Bank \(Tokyo\), of March 29, 2006/);
    expect(finding?.cause).toBe('two adjacent digits swapped');
  });

  it('is left undecided where most of it differs: the rates may be of another kind', () => {
    const { findings, undecided } = run(table('119.02').replace('116.55', '116.50'), [KITANO_BANK]);
    expect(findings).toEqual([]);
    expect(undecided.map(({ reason }) => reason)).toContain(
      'differs from the rates of KBT, but so do most of its table: they may be of another source or kind',
    );
  });

  it('is left undecided where the source is not imported, with the remedy', () => {
    const { undecided } = run(table('118.02', 'Sumitomo Mitsui Banking'), [KITANO_BANK]);
    expect(new Set(undecided.map(({ reason }) => reason))).toEqual(
      new Set([
        'another source is named: Sumitomo Mitsui Banking; import its rates with "tickmark rates import"',
      ]),
    );
  });

  it('names an imported source as the cause where its rate stands for the noon buying rate', () => {
    const text = [
      'Noon buying rates in New York City, in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow',
      'March 2006 (from March 27, 2006 to March 31, 2006)\t118.02\t116.40',
    ].join('\n');
    const causes = run(text, [KITANO_BANK]).findings.map(({ printed, cause }) => [printed, cause]);
    expect(causes).toContainEqual(['118.02', 'the rate of Kitano Bank (Tokyo)']);
  });
});

describe('names that a user may give', () => {
  it.each([
    'a.*b',
    '(((',
    '[x',
    '\\',
    '$1',
    'x'.repeat(5000),
    '',
    ' ',
    '|',
    'noon buying rate',
    'Federal Reserve Board',
  ])('neither break the check nor match what they are not: %s', (name) => {
    const sentence =
      'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00, and aXXb is no source.';
    expect(resultOf(sentence, [sourceOf([name], WEEK)]).status).toBe('ticked');
  });

  it('may be many, and long', () => {
    const names = Array.from({ length: 500 }, (_, index) => `Bank ${'of '.repeat(20)}${index}`);
    const sentence = `${'Bank of '.repeat(2000)} and the noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.`;
    expect(run(sentence, [sourceOf(names, WEEK)]).findings).toEqual([]);
  });
});

function run(text: string, otherRates: readonly NamedRateSource[]) {
  return check(readFiling(text), { rates: noonBuyingRates(), otherRates });
}

/** What became of the last rate of a text. */
function resultOf(text: string, others: readonly NamedRateSource[]) {
  const { figures, findings, undecided } = run(text, others);
  const rate = figures.findLast(({ figure }) => figure.unit === 'JPY/USD' && figure.role === 'amount');
  const reason = undecided.find(({ figure }) => figure === rate?.figure.id)?.reason;
  return { status: rate?.status, ticks: rate?.ticks ?? [], findings, reason };
}

/** A source in memory that publishes yen per dollar. */
function sourceOf(names: readonly string[], rates: readonly (readonly [string, string])[]): NamedRateSource {
  const name = names[0] ?? '';
  const series = seriesOf(name, rates);
  return {
    name,
    names,
    description: `rates of ${name}`,
    asOf: series.lastDay,
    currencies: ['JPY'],
    series: (unit: RateUnit) => (unit === 'JPY/USD' ? series : null),
  };
}

function seriesOf(source: string, rates: readonly (readonly [string, string])[]): RateSeries {
  const all: RateObservation[] = rates.map(([day, value]) => {
    const printed = Decimal.parse(value);
    return { day: parseDay(day), printed, ratio: Fraction.fromDecimal(printed) };
  });
  const within = ({ start, until }: Span) => all.filter(({ day }) => day >= start && day < until);
  const firstDay = all[0]?.day ?? dayOf(2006, 1, 1);
  const lastDay = all.at(-1)?.day ?? dayOf(2006, 1, 1);
  return {
    ...{ unit: 'JPY/USD', currency: 'JPY', inverted: false, decimals: 2, firstDay, lastDay },
    source,
    rateName: `rate of ${source}`,
    on: (day) => all.find((each) => each.day === day) ?? null,
    onOrBefore: (day) => all.findLast((each) => each.day <= day && day - each.day <= 10) ?? null,
    after: (day: Day) => all.find((each) => each.day > day) ?? null,
    within,
    gap: ({ start, until }) => (start < firstDay || until > lastDay + 1 ? 'the rates do not cover it' : null),
    statistic: (name: RateStatisticName, span) => {
      const inside = within(span);
      const sorted = [...inside].sort((a, b) => a.ratio.compare(b.ratio));
      const one = { high: sorted.at(-1), low: sorted[0], 'period-end': inside.at(-1), average: undefined }[
        name
      ];
      return one === undefined
        ? {
            name,
            value: Fraction.mean(inside.map(({ ratio }) => ratio)),
            inputs: inside,
            observations: inside.length,
          }
        : { name, value: one.ratio, inputs: [one], observations: inside.length };
    },
  };
}
