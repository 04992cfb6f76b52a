import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import type { CheckedFigure } from './check.js';
import { check } from './engine/run.js';

/*
 * The figures of an exchange-rate section as one was filed, under an invented issuer and in our own words: periods stand
 * as columns, months over their years, the last month ends where its footnote says, decimals come and go.
 */
const HEAD = [
  'Item 3. Key Information',
  '',
  'A. Selected Financial Data',
  '',
  'Exchange Rates',
  '',
  'Minato Mines Inc. prepares its statements in U.S. dollars. On March 21, 2016 the noon buying rate in New York City for cable transfers, as certified for customs purposes by the Federal Reserve Bank of New York, was US$1.00 = Cdn$1.3067. The tables give that rate in Canadian dollars per US$1.00.',
  '',
];
const TAIL = ['', 'B. Capitalization and Indebtedness', '', 'Not applicable.'];
const YEARS_NOTE = [
  '',
  '(1) The average is that of the rates on the last day of each month of the year.',
  '',
];
const MONTHS_NOTE = ['', '(1) Given for the period from March 1, 2016 to March 21, 2016.'];

const TABBED = [
  ...HEAD,
  'Rate\t2015\t2014\t2013\t2012\t2011',
  'Average (1)\t1.2906\t1.1083\t1.03467\t0.9996\t0.9858',
  ...YEARS_NOTE,
  '\tOctober\tNovember\tDecember\tJanuary\tFebruary\tMarch',
  'Rate\t2015\t2015\t2015\t2016\t2016\t2016 (1)',
  'High\t1.3242\t1.336\t1.3989\t1.4592\t1.4039\t1.3466',
  'Low\t1.2901\t1.3093\t1.3357\t1.397\t1.3546\t1.2980',
  ...MONTHS_NOTE,
  ...TAIL,
].join('\n');

const ALIGNED = [
  ...HEAD,
  'Rate              2015      2014      2013      2012      2011',
  'Average (1)     1.2906    1.1083   1.03467    0.9996    0.9858',
  '-------------------------',
  ...YEARS_NOTE,
  '              October   November   December   January   February     March',
  'Rate             2015       2015       2015      2016       2016   2016 (1)',
  'High           1.3242      1.336     1.3989    1.4592     1.4039    1.3466',
  'Low            1.2901     1.3093     1.3357     1.397     1.3546    1.2980',
  '-------------------------',
  ...MONTHS_NOTE,
  ...TAIL,
].join('\n');

const FOLLOW = [
  ...['Cdn$1.3067', '1.2906', '1.1083', '1.03467', '0.9858'],
  ...['1.3242', '1.336', '1.3989', '1.4592', '1.4039', '1.3466'],
  ...['1.2901', '1.3093', '1.3357', '1.397', '1.2980'],
];

describe.each([
  ['between tabs', TABBED],
  ['in aligned columns', ALIGNED],
])('rates with periods as columns, %s', (_, text) => {
  const { figures, findings } = check(readFiling(text), { rates: noonBuyingRates() });
  const errors = findings.filter(({ severity }) => severity !== 'info');

  it('are ticked where they follow from the noon buying rates', () => {
    expect(ticked(figures)).toEqual(FOLLOW);
  });

  it('are held wrong where they do not: an average, and a low without the last day of its month', () => {
    expect(errors.map(({ printed, expected, cause }) => [printed, expected, cause])).toEqual([
      ['0.9996', '0.9994', null],
      ['1.3546', '1.3522', 'the low of the period without February 29, 2016, its last day with a rate'],
    ]);
  });

  it('shows what other means of the year are, since no cause is certain', () => {
    expect(errors[0]?.evidence).toContain(
      'Other means: of month-end rates 0.9994, of daily rates 0.9995, of the months’ averages 0.9994, of the months’ highs and lows 0.9996',
    );
  });

  it('are compared up to the day that the footnote of their column gives', () => {
    expect(formulaOf(figures, '1.3466')).toBe('highest of 15 noon buying rates, of March 2, 2016');
  });

  it('say where a zero was dropped, and where more decimals are printed than the source has', () => {
    expect(formulaOf(figures, '1.336')).toMatch(
      /: 1\.3360, printed to 3 decimals where most of the table has 4$/,
    );
    expect(formulaOf(figures, '1.03467')).toMatch(
      /= 1\.034683333, compared at the 4 decimals that H\.10 carries$/,
    );
  });
});

describe('a rate to fewer decimals than its table', () => {
  it.each([
    ['1.336', 'ticked'],
    ['1.34', 'ticked'],
    ['1.337', 'differs'],
    ['1.335', 'differs'],
  ])('%s is %s', (high, status) => {
    const { figures } = check(readFiling(TABBED.replace('1.336\t', `${high}\t`)), {
      rates: noonBuyingRates(),
    });
    expect(figures.find(({ figure }) => figure.text === high)?.status).toBe(status);
  });
});

describe('the footnote of the last month', () => {
  it('decides: with a later day another low is expected', () => {
    const cut = TABBED.replace('to March 21, 2016.', 'to March 16, 2016.');
    const { findings } = check(readFiling(cut), { rates: noonBuyingRates() });
    expect(findings.find(({ printed }) => printed === '1.2980')?.expected).toBe('1.3211');
  });
});

function ticked(figures: readonly CheckedFigure[]): string[] {
  return figures.filter(({ status }) => status === 'ticked').map(({ figure }) => figure.text);
}

function formulaOf(figures: readonly CheckedFigure[], text: string): string | undefined {
  return figures.find(({ figure }) => figure.text === text)?.ticks[0]?.formula;
}
