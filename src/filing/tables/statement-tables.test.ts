import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../value/index.js';
import type { Filing } from '../filing.js';
import { readFiling } from '../read-filing.js';

const COVER =
  '<p>FORM 10-K</p><p>ANNUAL REPORT for the fiscal year ended December 31, 2024</p><p>Harbor Lane Foods, Inc.</p>';

/** A page with a cover, lines and one table: cells parted by "|", indented by "&nbsp;". */
function page(lines: readonly string[], ...rows: readonly string[]): Filing {
  const cells = rows.map(
    (row) =>
      `<tr>${row
        .split('|')
        .map((cell) => `<td>${cell.trim()}</td>`)
        .join('')}</tr>`,
  );
  const above = lines.map((line) => `<p>${line}</p>`).join('');
  return readFiling(`<html><body>${COVER}${above}<table>${cells.join('')}</table></body></html>`);
}

/** Value, unit and period of each amount, row by row. */
function amounts({ figures }: Filing): string[] {
  return figures.flatMap(({ role, value, unit, period, where }) => {
    if (role !== 'amount' || !('table' in where)) return [];
    return [`${value} ${unit} ${period === null ? 'none' : formatPeriod(period)}`];
  });
}

const YEAR = '2024-01-01/2024-12-31';
const BEFORE = '2023-01-01/2023-12-31';

describe('units and scales of cells', () => {
  it('scales amounts, and shares as the statement says, never amounts per share', () => {
    const rows = [
      '| Years ended December 31, | ',
      ' | 2024 | 2023',
      'Net sales | $ 1,200 | $ 1,100',
      'Earnings per share: | | ',
      '&nbsp;&nbsp;Basic | $ 1.25 | $ 1.10',
      'Weighted-average shares outstanding | 96 | 98',
    ];
    const statement = (line: string) => amounts(page(['Consolidated Statements of Income', line], ...rows));
    expect(statement('(In millions, except per share data)')).toEqual([
      `1200000000 USD ${YEAR}`,
      `1100000000 USD ${BEFORE}`,
      `1.25 USD/share ${YEAR}`,
      `1.10 USD/share ${BEFORE}`,
      `96000000 share ${YEAR}`,
      `98000000 share ${BEFORE}`,
    ]);
    expect(statement('(In millions, except share and per share data)').at(-1)).toBe(`98 share ${BEFORE}`);
    expect(statement('(Dollars in millions; shares in thousands)').at(-1)).toBe(`98000 share ${BEFORE}`);
  });

  it('takes a scale that is stated once for all notes', () => {
    const general = 'Dollar amounts in tables are in thousands unless otherwise stated.';
    const filing = page(
      ['Note 1. Basis', general, 'Note 2. Debt', 'Debt was as follows:'],
      '| 2024',
      'Notes | $ 500',
    );
    expect(amounts(filing)).toEqual(['500000 USD 2024-12-31']);
  });

  it('keeps apart what headings of single columns state', () => {
    const filing = page(
      ['A summary of stock options in 2024 is as follows:'],
      '| Options (in thousands) | Weighted-average exercise price | Aggregate intrinsic value (in millions)',
      'Outstanding at December 31, 2023 | 250 | $ 31.50 | $ 4',
      'Granted | 40 | 35.00 | ',
      'Outstanding at December 31, 2024 | 290 | 32.10 | 6',
    );
    expect(amounts(filing)).toEqual([
      '250000 share 2023-12-31',
      '31.50 USD/share 2023-12-31',
      '4000000 USD 2023-12-31',
      `40000 share ${YEAR}`,
      `35.00 USD/share ${YEAR}`,
      '290000 share 2024-12-31',
      '32.10 USD/share 2024-12-31',
      '6000000 USD 2024-12-31',
    ]);
  });

  it('reads bare numbers as percent below a rate, and where the first and last of a column say so', () => {
    const rate = page(
      ['Income tax (in millions):'],
      '| Amount | Rate',
      'At the statutory rate | $ 21 | 21.0 %',
      'State taxes | 3 | 3.0',
    );
    expect(amounts(rate).slice(2)).toEqual([`3000000 USD ${YEAR}`, `3.0 percent ${YEAR}`]);
    const reconciled = page(
      ['The effective tax rate differs as follows:'],
      '| 2024',
      'Statutory | 21.0 %',
      'State | 3.1',
      'Effective | 24.1 %',
    );
    expect(amounts(reconciled)[1]).toBe(`3.1 percent ${YEAR}`);
  });

  it('finds amounts in the labels of rows, by their own years or by the columns', () => {
    const filing = page(
      ['Consolidated Balance Sheets', '(in millions)'],
      'December 31, | 2024 | 2023',
      'Receivables, less allowances of $4 and $3 | 90 | 80',
      'Common stock, $0.01 par value; 500 shares authorized | 5 | 5',
      '3.5% notes due 2031 | 700 | 700',
    );
    const found = amounts(filing);
    expect(found).toContain('4000000 USD 2024-12-31');
    expect(found).toContain('3000000 USD 2023-12-31');
    expect(found).toContain('0.01 USD/share 2024-12-31');
    expect(found).toContain('500000000 share 2024-12-31');
    expect(found).toContain('3.5 percent 2024-12-31');
    expect(found.filter((amount) => amount.startsWith('700000000'))).toEqual([
      '700000000 USD 2024-12-31',
      '700000000 USD 2023-12-31',
    ]);
  });
});

describe('periods of cells', () => {
  const periodsOf = (filing: Filing) => amounts(filing).map((amount) => amount.split(' ')[2]);

  it.each([
    ['Consolidated Balance Sheets', '2024-12-31'],
    ['Consolidated Statements of Cash Flows', YEAR],
    ['Inventories at December 31 were as follows:', '2024-12-31'],
  ])('of bare years below "%s"', (title, period) => {
    expect(periodsOf(page([title], '| 2024', 'Inventories | $ 5'))).toEqual([period]);
  });

  it('of balances at the beginning and the end of a year, in rows and in columns', () => {
    const rows = page(
      ['Unrecognized tax benefits:'],
      '| 2024 | 2023',
      'Balance at beginning of year | $ 8 | $ 7',
      'Additions | 2 | 1',
      'Balance, December 31 | $ 10 | $ 8',
    );
    expect(periodsOf(rows)).toEqual(['2023-12-31', '2022-12-31', YEAR, BEFORE, '2024-12-31', '2023-12-31']);
    const columns = page(
      ['Allowances:'],
      '| Balance at beginning of period | Additions | Balance at end of period',
      'Year ended December 31, 2023 | $ 7 | $ 1 | $ 8',
    );
    expect(periodsOf(columns)).toEqual(['2022-12-31', BEFORE, '2023-12-31']);
  });

  it('of rows between two balances that print their days', () => {
    const filing = page(
      ['Consolidated Statements of Shareholders’ Equity', '(in millions)'],
      '| Common stock | Retained earnings',
      'Balance, December 31, 2022 | $ 5 | $ 60',
      'Net income | | 20',
      'Balance, December 31, 2023 | 5 | 80',
      'Net income | | 25',
      'Balance, December 31, 2024 | $ 5 | $ 105',
    );
    expect(periodsOf(filing)).toEqual([
      '2022-12-31',
      '2022-12-31',
      BEFORE,
      '2023-12-31',
      '2023-12-31',
      YEAR,
      '2024-12-31',
      '2024-12-31',
    ]);
  });

  it('of what falls due in years to come is the balance-sheet date', () => {
    const filing = page(['Maturities of debt (in millions):'], '2025 | $ 10', '2026 | 20', 'Thereafter | 30');
    expect(periodsOf(filing)).toEqual(['2024-12-31', '2024-12-31', '2024-12-31']);
  });

  it('of rows below a year that stands in a row of its own', () => {
    const filing = page(
      ['Sales by region (in millions):'],
      '| Osaka | Kobe',
      '2024 | |',
      'Sales | $ 5 | $ 6',
      '2023 | |',
      'Sales | $ 3 | $ 4',
    );
    expect(periodsOf(filing)).toEqual([YEAR, YEAR, BEFORE, BEFORE]);
  });

  it('of quarters, changes, and columns that tell none themselves', () => {
    const quarters = page(
      ['Quarterly sales (in millions):'],
      '2024 | First Quarter | Second Quarter',
      'Net sales | $ 5 | $ 6',
    );
    expect(periodsOf(quarters)).toEqual(['2024-01-01/2024-03-31', '2024-04-01/2024-06-30']);
    const change = page(
      ['Net sales were:'],
      '| 2024 | 2023 | 2024 vs. 2023',
      'Net sales | $ 5 | $ 6 | (17) %',
    );
    expect(periodsOf(change)).toEqual([YEAR, BEFORE, YEAR]);
    const beside = page(
      ['Net sales were:'],
      '| 2024 | % of total | 2023 | % of total',
      'Japan | $ 5 | 50 % | $ 6 | 40 %',
    );
    expect(periodsOf(beside)).toEqual([YEAR, YEAR, BEFORE, BEFORE]);
  });

  it('is not the year in which a note falls due', () => {
    const filing = page(
      ['Long-term debt (in millions):', ''],
      '| 2024',
      '1.20% note due October 2028 | $ 500',
    );
    expect(periodsOf(filing)).toEqual(['2024-12-31', '2024-12-31']);
  });
});

describe('headings', () => {
  it('change where a table prints new ones further down', () => {
    const filing = page(
      ['Segments (in millions):'],
      '| Foods | Drinks',
      'Sales | $ 5 | $ 6',
      '| <b>Total</b> | <b>Corporate</b>',
      'Sales | $ 11 | $ 2',
    );
    const labels = filing.figures
      .filter(({ role, where }) => role === 'amount' && 'table' in where)
      .map(({ label }) => label);
    expect(labels).toEqual(['Sales · Foods', 'Sales · Drinks', 'Sales · Total', 'Sales · Corporate']);
  });

  it('go on over a second table that has none, right below', () => {
    const rows = (label: string) => `<tr><td>${label}</td><td>$ 5</td><td>$ 6</td></tr>`;
    const head = '<tr><td></td><td>2024</td><td>2023</td></tr>';
    const filing = readFiling(
      `${COVER}<p>Net sales (in millions):</p><table>${head}${rows('Foods')}${rows('Fish')}</table><table>${rows('Drinks')}${rows('Tea')}</table>`,
    );
    expect(amounts(filing)).toHaveLength(8);
    expect(new Set(amounts(filing))).toEqual(new Set([`5000000 USD ${YEAR}`, `6000000 USD ${BEFORE}`]));
  });
});
