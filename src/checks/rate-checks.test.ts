import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import { check } from './engine/run.js';

const HEAD = 'Noon buying rates in New York City, in yen per U.S. $1.00:';
const MONTH_END =
  'The average is the mean of the rates on the last business day of each month in the fiscal year.';

describe('the method of an average', () => {
  it.each([
    ['113.67', '', 'ticked'],
    ['113.15', '', 'ticked'],
    ['113.16', '', 'differs'],
    ['113.67', MONTH_END, 'ticked'],
    ['113.15', MONTH_END, 'differs'],
    ['113.15', 'The average is the mean of daily rates.', 'ticked'],
    ['113.67', 'The average is the mean of daily rates.', 'differs'],
  ])('%s with the note "%s" is %s', (average, note, status) => {
    expect(statusOf(table(`2006\t¥120.93\t¥104.41\t¥${average}\t¥117.48`, note), `¥${average}`)).toBe(status);
  });
});

describe('printed precision', () => {
  it.each([
    ['¥117.5', 'ticked'],
    ['¥117', 'ticked'],
    ['¥118', 'differs'],
    ['¥117.4800', 'ticked'],
    ['¥117.4812', 'ticked'],
    ['¥117.4912', 'differs'],
  ])('a period-end of %s is %s', (periodEnd, status) => {
    const row = `2006\t¥120.93\t¥104.41\t¥113.67\t${periodEnd}`;
    expect(statusOf(table(row, MONTH_END), periodEnd)).toBe(status);
  });
});

describe('what cannot be decided', () => {
  it('says that the rates end before the period does', () => {
    const result = run(table('2090\t¥120.93\t¥104.41\t¥113.67\t¥117.48'));
    expect(result.undecided.find((entry) => entry.check === 'exchange-rate-table')?.reason).toMatch(
      /the rates end on/,
    );
    expect(result.findings.filter((finding) => finding.check === 'exchange-rate-table')).toEqual([]);
  });

  it('runs without rates, and says which checks did not', () => {
    const { checksNotRun, findings } = check(readFiling(table('2006\t¥104.41\t¥120.93\t¥113.67\t¥117.48')), {
      rates: null,
    });
    expect(checksNotRun.map((entry) => entry.check)).toContain('exchange-rate-table');
    expect(findings.map((finding) => finding.check)).toEqual(['rate-range']);
  });

  it('does not hold a rate wrong whose source is named elsewhere only', () => {
    const text =
      'The noon buying rate is explained here.\n\nOn March 31, 2006 the rate was ¥117.20 per U.S. $1.00.';
    expect(run(text).findings).toEqual([]);
  });
});

describe('a sentence that need not give the rate of its day', () => {
  it.each([
    'If the noon buying rate on March 31, 2006 had been ¥120.00 per $1.00, our equity would have been lower.',
    'Assuming a noon buying rate on March 31, 2006 of ¥120.00 per $1.00, equity falls.',
    'Dividends declared on March 31, 2006 were converted at ¥116.50 per $1.00 by the depositary, not at the noon buying rate.',
    'The rate of ¥116.50 per $1.00 that we used on March 31, 2006 differs from the noon buying rate.',
    'The noon buying rate on March 31, 2006 rose by ¥0.64 per $1.00.',
    'The noon buying rate on March 31, 2006 was ¥0.64 per $1.00 higher than on the day before.',
    'A 1% change in the noon buying rate from ¥117.48 per $1.00 to ¥118.65 per $1.00 on March 31, 2006 would change equity.',
    'On March 31, 2006, the TTM rate of our bank was ¥117.47 per $1.00, and the noon buying rate was ¥117.48 per $1.00.',
  ])('is held wrong by no check: %s', (sentence) => {
    const right = 'The noon buying rate on March 31, 2006 was ¥117.48 per $1.00.';
    expect(run(`${sentence} It is explained.`).findings).toEqual([]);
    expect(run(`${right}\n\n${sentence}`).findings).toEqual([]);
  });

  it('does not tick a rate that is said to be another, though it is the same', () => {
    const sentence =
      'Dividends of March 31, 2006 were converted at ¥117.48 per $1.00, not at the noon buying rate.';
    expect(statusOf(`The noon buying rate is explained.\n\n${sentence}`, '¥117.48')).toBe('unsupported');
  });

  it('is told from one that does', () => {
    const sentence =
      'No representation is made that yen would have been converted at ¥117.47 per $1.00, the noon buying rate on March 31, 2006, if at all.';
    expect(statusOf(sentence, '¥117.47')).toBe('differs');
  });
});

describe('rates of another size than the official one', () => {
  it.each([
    ['¥11.748 per $1.00', '117.48', 'the decimal point is misplaced'],
    ['¥1,174.8 per $1.00', '117.48', 'the decimal point is misplaced'],
    ['$117.48 per ¥1.00', '0.0085121', 'the inverse quotation'],
    ['$0.008612 per ¥1.00', '0.008512', 'one digit differs: 6 for 5'],
  ])('%s: expected %s, %s', (rate, expected, cause) => {
    const { findings } = run(`The noon buying rate on March 31, 2006 was ${rate}.`);
    expect(findings.map((finding) => [finding.expected, finding.cause])).toEqual([[expected, cause]]);
  });

  it.each([
    ['U.S. dollars per ¥100', '0.9578\t0.8269\t0.8800\t0.8512', '¥100'],
    ['yen per U.S. $100', '12,093\t10,441\t11,367\t11,748', 'U.S. $100'],
  ])('a table in %s is not recomputed, and says so', (unit, cells, base) => {
    const { findings, undecided } = run(table(`2006\t${cells}`).replace('yen per U.S. $1.00', unit));
    expect(findings).toEqual([]);
    expect(new Set(undecided.map(({ reason }) => reason))).toEqual(
      new Set([`quoted per ${base}: not recomputed`]),
    );
  });
});

describe('a column under the heading of another', () => {
  const rows = [
    '2003\t¥133.40\t¥115.71\t¥121.10\t¥118.07',
    '2004\t120.55\t104.18\t112.75\t104.18',
    '2005\t114.30\t102.26\t107.28\t107.22',
    '2006\t120.93\t104.41\t113.67\t117.48',
  ];
  const findingsOf = (text: string) =>
    run(text).findings.map(({ check: id, message, suspects }) => [
      id,
      message.split(':')[0],
      suspects.length,
    ]);

  it('is one finding for each column, with at most three suspects', () => {
    const exchanged = table(rows.join('\n'), MONTH_END).replace('High\tLow', 'Low\tHigh');
    expect(findingsOf(exchanged)).toEqual([
      ['exchange-rate-table', 'Unexpected figures under the heading low', 3],
      ['exchange-rate-table', 'Unexpected figures under the heading high', 3],
    ]);
  });

  it('is not assumed where one cell does not fit, or there are but two', () => {
    const exchanged = table(rows.join('\n'), MONTH_END).replace('High\tLow', 'Low\tHigh');
    const cellByCell = findingsOf(exchanged.replace('114.30', '114.31')).map(([, message]) => message);
    expect(cellByCell.filter((message) => /^Unexpected low/.test(String(message)))).toHaveLength(4);
    const two = table(rows.slice(0, 2).join('\n'), MONTH_END).replace('High\tLow', 'Low\tHigh');
    expect(findingsOf(two)).toHaveLength(4);
  });
});

describe('a period without rates', () => {
  it('is named as a person names it', () => {
    const reasons = run(table('1960\t¥360.00\t¥360.00\t¥360.00\t¥360.00')).undecided.map(
      ({ reason }) => reason,
    );
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => /\d{4}-\d{2}/.test(reason))).toEqual([]);
  });
});

describe('one wrong figure', () => {
  it('is one finding, with the weaker ones as its evidence', () => {
    const { findings } = run(
      [
        table('2006\t¥110.93\t¥104.41\t¥113.67\t¥117.48', MONTH_END),
        '',
        'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.',
      ].join('\n'),
    );
    expect(findings.map((finding) => finding.check)).toEqual(['exchange-rate-table']);
    expect(findings[0]?.evidence.at(-1)).toMatch(/^Also \(rate-range\)/);
  });
});

function table(row: string, note = ''): string {
  return [
    HEAD,
    '',
    '\tHigh\tLow\tAverage(1)\tPeriod-end',
    'Fiscal year ended March 31,\t\t\t\t',
    row,
    '',
    note && `(1) ${note}`,
  ].join('\n');
}

function run(text: string) {
  return check(readFiling(text), { rates: noonBuyingRates() });
}

function statusOf(text: string, printed: string) {
  return run(text).figures.find(({ figure }) => figure.text === printed)?.status;
}
