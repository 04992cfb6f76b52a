import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import { check } from './engine/run.js';

/** A report on the fiscal year to March 31, 2018 that gives rates of one month only, and when it was signed. */
function report(signed: string, header = ''): string {
  return [
    header,
    'This annual report on Form 20-F for the fiscal year ended March 31, 2018 is that of Minato Foods Co., Ltd.',
    '',
    'Item 3. Key Information',
    '',
    'A. Selected Financial Data',
    '',
    'Exchange Rates',
    '',
    'Noon buying rates in New York City, in yen per U.S. $1.00:',
    '',
    '\tHigh\tLow\tAverage(1)',
    'Fiscal year ended March 31,\t\t\t',
    ...[2014, 2015, 2016, 2017, 2018].map((year) => `${year}\t¥120.93\t¥104.41\t¥113.67`),
    'June 2018\t¥110.75\t¥109.17\t¥110.05',
    '',
    'The noon buying rate on July 6, 2018 was ¥110.42 per U.S. $1.00.',
    '',
    'B. Capitalization and Indebtedness',
    '',
    'Not applicable.',
    '',
    'SIGNATURES',
    '',
    signed,
  ].join('\n');
}

function severities(text: string): string[] {
  const only = ['exchange-rate-content'];
  return check(readFiling(text), { rates: noonBuyingRates() }, { only }).findings.map(
    ({ severity }) => severity,
  );
}

// Release 33-10532 took Item 3.A.3 out of the form for what is filed from Monday, November 5, 2018 on.
describe('the months that are missing are', () => {
  it.each([
    ['Date: July 13, 2018', 'warning'],
    ['Date: November 2, 2018', 'warning'],
    ['Date: November 4, 2018', 'warning'],
    ['Date: November 5, 2018', 'info'],
    ['Date: November 6, 2018', 'info'],
    ['Date: Nov. 5th, 2018', 'info'],
    ['Date: 5 November 2018', 'info'],
    ['Date: 2 November 2018', 'warning'],
  ])('%s: %s', (signed, severity) => {
    expect(severities(report(signed))).toEqual([severity]);
  });

  it('judged by the date of the filing itself before that of the signatures', () => {
    const filed = (day: string) => report('Date: July 13, 2018', `FILED AS OF DATE:\t\t${day}\n`);
    expect([severities(filed('20181102')), severities(filed('20181105'))]).toEqual([['warning'], ['info']]);
  });
});
