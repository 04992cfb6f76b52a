import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../value/index.js';
import type { Filing } from '../filing.js';
import { readFiling } from '../read-filing.js';

const COVER =
  '<p>FORM 10-K</p><p>ANNUAL REPORT for the fiscal year ended December 31, 2024</p><p>Harbor Lane Foods, Inc.</p>';
const YEAR = '2024-01-01/2024-12-31';
const BEFORE = '2023-01-01/2023-12-31';
const [DAY, DAY_BEFORE] = ['2024-12-31', '2023-12-31'];

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

/** What `tell` says of each amount of the table, row by row. */
function told({ figures }: Filing, tell: (figure: Filing['figures'][number]) => string): string[] {
  return figures.flatMap((figure) =>
    figure.role === 'amount' && 'table' in figure.where ? [tell(figure)] : [],
  );
}

const periods = (filing: Filing) =>
  told(filing, ({ period }) => (period === null ? 'none' : formatPeriod(period)));
const units = (filing: Filing) => told(filing, ({ value, unit }) => `${value} ${unit}`);

describe('periods of groups and totals', () => {
  it('takes what a group of balances or of flows holds as such, whatever the columns say', () => {
    const filing = page(
      ['Segments (in millions):'],
      ' | Year ended December 31, 2024',
      'Assets:',
      '&nbsp;&nbsp;Retail coffee | 4,826',
      'Capital expenditures:',
      '&nbsp;&nbsp;Retail coffee | 310',
    );
    expect(periods(filing)).toEqual([DAY, YEAR]);
  });

  it('takes changes recognized in accumulated income as of the year', () => {
    const filing = page(
      ['Pensions (in millions):'],
      ' | 2024 | 2023',
      'Changes in plan assets and benefit obligations recognized in accumulated other comprehensive income:',
      '&nbsp;&nbsp;Prior service cost | 4 | 5',
    );
    expect(periods(filing)).toEqual([YEAR, BEFORE]);
  });

  it('takes the lines of a total as what the total speaks of', () => {
    const filing = page(
      ['By region (in millions):'],
      ' | 2024 | 2023',
      'North | 60 | 50',
      'South | 40 | 30',
      'Total revenues | 100 | 80',
      'North | 90 | 80',
      'South | 20 | 10',
      'Total assets | 110 | 90',
    );
    const [revenues, assets] = [
      [YEAR, BEFORE],
      [DAY, DAY_BEFORE],
    ];
    expect(periods(filing)).toEqual([revenues, revenues, revenues, assets, assets, assets].flat());
  });

  it('takes what an introduction says of benefit obligations and of shares left out', () => {
    const rows = [' | 2024 | 2023', 'Discount rate | 5.4% | 5.1%'];
    const of = (what: string) => periods(page([`The assumptions used to determine ${what} were:`], ...rows));
    expect(of('benefit obligations')).toEqual([DAY, DAY_BEFORE]);
    expect(of('net periodic benefit cost')).toEqual([YEAR, BEFORE]);
  });
});

describe('periods of rows and columns', () => {
  it('reads the year that each row prints beside its segment', () => {
    const filing = page(
      ['Segments (in millions):'],
      'Segment | | Net sales | Total assets',
      'Coffee | 2024 | 15 | 61',
      ' | 2023 | 14 | 62',
      'Tea | 2024 | 9 | 31',
      ' | 2023 | 8 | 32',
    );
    expect(periods(filing)).toEqual([YEAR, DAY, BEFORE, DAY_BEFORE, YEAR, DAY, BEFORE, DAY_BEFORE]);
  });

  it('puts a quarter of a row into the year of its column', () => {
    const filing = page(['Purchases of shares:'], ' | 2024 | 2023', 'First quarter | $ 7 | $ 6');
    expect(periods(filing)).toEqual(['2024-01-01/2024-03-31', '2023-01-01/2023-03-31']);
  });

  it('takes a rate beside both years as of the later', () => {
    const filing = page(
      ['Debt (in millions):'],
      ' | Coupon rate | December 31, 2023 | December 31, 2024',
      'Senior notes | 3.38% | $ 400 | $ 300',
    );
    expect(periods(filing)).toEqual([DAY, DAY_BEFORE, DAY]);
  });

  it('takes loans by the year of origination as of the balance sheet', () => {
    const filing = page(
      ['Loans at December 31, 2024 by year of origination (in millions):'],
      ' | 2024 | 2023 | Prior | Total',
      'Loans, at amortized cost | $ 5 | $ 4 | $ 3 | $ 12',
    );
    expect(periods(filing)).toEqual([DAY, DAY, DAY, DAY]);
  });

  it('takes what was acquired as of the day of the deal, not of a loan beside it', () => {
    const filing = page(
      [
        'On March 5, 2024, the Company completed the acquisition of Minato Teas for $90 million.',
        'The loan was extended on August 2, 2024.',
        'The purchase price was allocated to the assets acquired as follows (in millions):',
      ],
      'Inventories | $ 30',
      'Cash consideration | $ 90',
    );
    expect(periods(filing)).toEqual(['2024-03-05', '2024-03-05/2024-03-05']);
  });
});

describe('units of columns and rows', () => {
  it('tells a column of percentages that prints the sign at both its ends', () => {
    const filing = page(
      ['Revenues (in millions):'],
      ' | 2024 | Portion',
      'North | $ 60 | 60 %',
      'South | 30 | 30',
      'Total | $ 90 | 90 %',
    );
    expect(units(filing)).toEqual([
      '60000000 USD',
      '60 percent',
      '30000000 USD',
      '30 percent',
      '90000000 USD',
      '90 percent',
    ]);
  });

  it('leaves amounts beside a column of rates amounts', () => {
    const filing = page(
      ['Debt (in millions of dollars):'],
      'Due | Rate | 2024 | 2023',
      'Notes A | 3.25% | 500 | 500',
      'Notes B | 2.38% | 700 | 800',
    );
    expect(units(filing)).toEqual([
      '3.25 percent',
      '500000000 USD',
      '500000000 USD',
      '2.38 percent',
      '700000000 USD',
      '800000000 USD',
    ]);
  });

  it('takes what stands beside "1,000 shares issued" as money', () => {
    const filing = page(
      ['Consolidated Balance Sheets (in millions, except share data)'],
      ' | December 31, 2024',
      'Preferred stock, 5,000 shares issued and outstanding | $ 31',
      'Common stock, 900,000 shares issued | 42',
    );
    expect(units(filing).filter((each) => each.endsWith('USD'))).toEqual(['31000000 USD', '42000000 USD']);
  });
});
