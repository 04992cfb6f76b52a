import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import { check } from './engine/run.js';

const ID = 'exchange-rate-content';
const INPUT = '../shared/filings/20-f-iij-2006-item-3.txt';
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'];

/** A report on Form 20-F with one table of rates; figures are not looked at by this check, only which there are. */
interface Report {
  readonly yearEnd?: string;
  readonly years?: readonly string[];
  readonly months?: readonly string[];
  readonly quote?: string;
  readonly before?: string;
  readonly lead?: string;
  readonly note?: string;
  readonly signed?: string;
}

function report({
  yearEnd = 'March 31, 2006',
  years = ['2002', '2003', '2004', '2005', '2006'],
  months = MONTHS.map((month) => `${month} 2006`),
  quote = 'The noon buying rate on July 7, 2006 was ¥113.98 per U.S. $1.00.',
  before = '',
  lead = 'Noon buying rates in New York City, in yen per U.S. $1.00:',
  note = '',
  signed = '',
}: Report): string {
  return [
    `This annual report on Form 20-F for the fiscal year ended ${yearEnd} is that of Kitano Denki Co., Ltd. ${before}`,
    '',
    'Item 3. Key Information',
    '',
    'A. Selected Financial Data',
    '',
    'Exchange Rates',
    '',
    lead,
    '',
    '\tHigh\tLow\tAverage(1)',
    `Fiscal year ended ${yearEnd.replace(/ \d{4}$/, '')}\t\t\t`,
    ...years.map((year) => `${year}\t¥120.93\t¥104.41\t¥113.67`),
    ...months.map((month) => `${month}\t¥118.95\t¥115.82\t¥117.86`),
    '',
    note,
    '',
    quote,
    '',
    'B. Capitalization and Indebtedness',
    '',
    'Not applicable.',
    ...(signed === '' ? [] : ['', 'SIGNATURES', '', signed]),
  ].join('\n');
}

function run(text: string) {
  const result = check(readFiling(text), { rates: noonBuyingRates() }, { only: [ID] });
  return { ...result, reason: result.checksNotRun[0]?.reason };
}

/** Each finding as severity and what is missing, as far as its message says. */
function found(text: string): string[] {
  return run(text).findings.map(({ severity, message }) => `${severity}: ${message.split(', expected')[0]}`);
}

describe('months', () => {
  it.each<[string, Report, string[]]>([
    ['six whole months', {}, []],
    ['without the first', { months: MONTHS.slice(1).map((month) => `${month} 2006`) }, ['January 2006']],
    [
      'without two',
      { months: ['January 2006', 'April 2006', 'May 2006', 'June 2006'] },
      ['February 2006 and March 2006'],
    ],
    ['that the quote has left behind', { quote: quoteOn('August 4, 2006') }, ['July 2006']],
    ['to the month whose last days the quote is of', { quote: quoteOn('June 29, 2006') }, []],
    ['none at all', { months: [] }, ['any month']],
  ])('%s', (_, parts, missing) => {
    expect(found(report(parts))).toEqual(
      missing.map((each) => `warning: Unexpected gap in the monthly rates: no high and low for ${each}`),
    );
  });

  it('leaves what a sentence may give', () => {
    const names = MONTHS.map((month) => `${month} 2006, ¥118.95 and ¥115.82`).join('; ');
    const quote = `The highs and lows were: ${names}. ${quoteOn('July 7, 2006')}`;
    expect(found(report({ months: [], quote }))).toEqual([]);
  });

  it.each(['We report in U.S. dollars.', 'All figures are in US dollars unless otherwise indicated.'])(
    'are not asked for: %s',
    (before) => {
      expect(found(report({ months: [], before }))).toEqual([]);
    },
  );

  it('counts the part of the current month as the sixth where five whole ones stand beside it', () => {
    const months = [...MONTHS.slice(1).map((month) => `${month} 2006`), 'July 2006 (through July 7)'];
    expect(found(report({ months }))).toEqual([
      'info: Unexpected gap in the monthly rates: no high and low for January 2006',
    ]);
  });
});

describe('years', () => {
  const gap = (severity: string, years: string) =>
    `${severity}: Unexpected gap in the yearly rates: no average for ${years}`;
  it.each<[string, Report, string[]]>([
    [
      'four of five',
      { years: ['2003', '2004', '2005', '2006'] },
      [gap('warning', 'the year ended March 31, 2002')],
    ],
    [
      'a table that was not rolled forward',
      { years: ['2001', '2002', '2003', '2004', '2005'] },
      [gap('warning', 'the year ended March 31, 2006')],
    ],
    [
      'two, which an emerging growth company may give',
      {
        yearEnd: 'March 31, 2014',
        years: ['2013', '2014'],
        months: MONTHS.map((month) => `${month} 2014`),
        quote: quoteOn('July 7, 2014'),
      },
      [
        gap(
          'info',
          'the year ended March 31, 2010, the year ended March 31, 2011 and the year ended March 31, 2012',
        ),
      ],
    ],
    [
      'calendar years beside other fiscal years',
      { years: [1, 2, 3, 4, 5].map((year) => `Year ended December 31, 200${year}`) },
      [],
    ],
  ])('%s', (_, parts, findings) => {
    expect(found(report(parts))).toEqual(findings);
  });

  it('notes an average of daily rates where month-ends are asked', () => {
    const note = '(1) The average is the mean of daily rates.';
    expect(found(report({ note }))).toEqual([
      'info: Unexpected method of the yearly averages, the mean of daily rates',
    ]);
    expect(found(report({ note: note.replace('is', 'of a month is') }))).toEqual([]);
  });
});

describe('the latest practicable date', () => {
  it('is asked for where all rates end with the fiscal year', () => {
    expect(found(report({ months: [], quote: '' }))).toEqual([
      'warning: Unexpected gap in the monthly rates: no high and low for any month',
      'warning: Unexpected end of the rates at March 31, 2006',
    ]);
  });

  it.each([
    'The latest noon buying rate was ¥113.98 per U.S. $1.00.',
    'On July 7, 2006, the noon buying rate was ¥113.98.',
    'The noon buying rate as at 7 July 2006 stood at 113.98.',
  ])('may be given in words that we cannot read whole: %s', (quote) => {
    expect(found(report({ months: [], quote })).filter((each) => /end of the rates/.test(each))).toEqual([]);
  });

  it('may be given before Item 1', () => {
    const before = 'On July 7, 2006 the noon buying rate was ¥113.98 per U.S. $1.00.';
    expect(
      found(report({ months: [], quote: '', before })).filter((each) => /end of the rates/.test(each)),
    ).toEqual([]);
  });
});

describe('a rate at the end of the fiscal year', () => {
  it('is none at the latest practicable date', () => {
    const quote = 'Amounts are translated at ¥117.48 per U.S. $1.00, the noon buying rate on March 31, 2006.';
    expect(found(report({ months: [], quote })).filter((each) => /end of the rates/.test(each))).toHaveLength(
      1,
    );
  });
});

describe('the source', () => {
  it('is missing where no word names one', () => {
    const parts = {
      lead: 'Rates in yen per U.S. $1.00:',
      quote: quoteOn('July 7, 2006').replace('noon buying ', ''),
    };
    expect(found(report(parts))).toEqual(['warning: Unexpected exchange rates without a source']);
    const named = { ...parts, lead: 'Rates published by Kitano Gazette in yen per U.S. $1.00:' };
    expect(found(report(named))).toEqual([]);
  });
});

describe('what the form of its day asks', () => {
  const short = { months: MONTHS.slice(2).map((month) => `${month} 2006`), years: ['2005', '2006'] };
  const later = (year: number): Report => ({
    yearEnd: `March 31, ${year}`,
    years: [1, 0].map((back) => String(year - back)),
    months: MONTHS.slice(2).map((month) => `${month} ${year}`),
    quote: quoteOn(`July 7, ${year}`),
  });

  it('is a warning in a report filed before November 2018, information later', () => {
    expect(found(report(short)).map((each) => each.split(':')[0])).toEqual(['warning', 'warning']);
    expect(found(report(later(2019))).map((each) => each.split(':')[0])).toEqual(['info', 'info']);
    expect(run(report(later(2019))).findings[0]?.message).toMatch(/since 5 November 2018 need not give/);
  });

  it('goes by the day of the signatures, where there is one', () => {
    const parts = { ...later(2018), years: ['2014', '2015', '2016', '2017', '2018'] };
    expect(found(report(parts))[0]).toMatch(/^warning/);
    expect(found(report({ ...parts, signed: 'Date: November 16, 2018' }))[0]).toMatch(/^info/);
  });

  it('is silent on what a later report leaves out whole', () => {
    expect(
      found(
        report({ ...later(2019), years: ['2015', '2016', '2017', '2018', '2019'], months: [], quote: '' }),
      ),
    ).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    [
      'statements in dollars',
      report({ ...short, before: 'Our financial statements are in U.S. dollars.' }),
      /in U\.S\. dollars/,
    ],
    ['a report on Form 10-K', report(short).replaceAll('20-F', '10-K'), /^not a Form 20-F$/],
    [
      'a report of 1999',
      report({ ...short, yearEnd: 'March 31, 1999', months: [], quote: '', years: ['1998', '1999'] }),
      /before September 2000/,
    ],
    ['an excerpt that ends with the table', report(short).split('\nB. Capital')[0] ?? '', /excerpt/],
    [
      'a table with a period that cannot be read',
      report({ ...short, months: ['Partial month of July'] }),
      /no period that could be read/,
    ],
    [
      'a year that was misread',
      report({ ...short, yearEnd: 'March 31, 2004', years: ['2003', '2004'] }),
      /for certain/,
    ],
  ])('asks nothing of %s', (_, text, reason) => {
    const { findings, reason: said } = run(text);
    expect(findings).toEqual([]);
    expect(said).toMatch(reason);
  });
});

describe('a report without any rate', () => {
  const items = (three: string) =>
    [
      'This annual report on Form 20-F for the fiscal year ended March 31, 2006 is that of Kitano Denki Co., Ltd.',
      ...[
        'Item 3. Key Information',
        'A. Selected Financial Data',
        three,
        'B. Capitalization and Indebtedness',
      ],
      ...[
        'Not applicable.',
        'Item 4. Information on the Company',
        'We make switches and sold ¥12 million of them.',
      ],
      ...['Item 5. Operating and Financial Review and Prospects', 'Sales were ¥12 million.'],
      ...['Item 18. Financial Statements', 'The statements follow.', 'Item 19. Exhibits', 'None.'],
    ].join('\n\n');

  it('is told of it where it is whole', () => {
    expect(found(items('Revenue was ¥12 million.'))).toEqual([
      'info: Unexpected Item 3.A without exchange rates',
    ]);
  });

  it('is not where it points elsewhere, or is an excerpt', () => {
    expect(found(items('Revenue was ¥12 million. For exchange rates see our annual report.'))).toEqual([]);
    expect(found(items('Revenue was ¥12 million.').split('Item 18')[0] ?? '')).toEqual([]);
  });
});

describe.skipIf(!existsSync(INPUT))('a real Item 3', () => {
  it('is complete', () => {
    const { findings, checksNotRun } = run(readFileSync(INPUT, 'utf8'));
    expect([findings, checksNotRun]).toEqual([[], []]);
  });
});

function quoteOn(day: string): string {
  return `The noon buying rate on ${day} was ¥113.98 per U.S. $1.00.`;
}
