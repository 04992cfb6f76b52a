import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { filingSums } from './relations.js';

describe('filingSums', () => {
  it('finds totals of totals, each by its lines', () => {
    const sums = sumsOf(
      '\t2024\t2023',
      'Cash\t1,204\t1,118',
      'Receivables\t2,316\t2,287',
      'Total current assets\t3,520\t3,405',
      'Plant\t4,127\t3,998',
      'Goodwill\t1,050\t1,049',
      'Total assets\t8,697\t8,452',
    );
    expect(sums).toEqual([
      'Total current assets = +Cash +Receivables',
      'Total assets = +Total current assets +Plant +Goodwill',
    ]);
  });

  it('takes off what labels take off, the same in every column', () => {
    expect(
      sumsOf(
        '\t2024\t2023\t2022',
        'Revenue\t104,377\t98,412\t91,026',
        'Cost of sales\t64,218\t61,035\t57,482',
        'Research\t8,630\t8,114\t7,906',
        'Other income\t1,204\t1,118\t996',
        'Operating income\t32,733\t30,381\t26,634',
      ),
    ).toEqual(['Operating income = +Revenue -Cost of sales -Research +Other income']);
  });

  it('finds a total that stands before its lines', () => {
    expect(
      sumsOf(
        '\t2024\t2023\t2022',
        'Total sales\t5,365\t5,307\t5,118',
        'Japan\t3,520\t3,405\t3,301',
        'Asia\t1,845\t1,902\t1,817',
      ),
    ).toEqual(['Total sales = +Japan +Asia']);
  });

  it('takes subtotals apart where only some columns have them', () => {
    expect(
      sumsOf(
        '\tCapital\tEarnings\tReserves\tTotal',
        'Balance at March 31, 2023\t1,204\t4,127\t316\t5,647',
        'Net income\t\t912\t\t912',
        'Translation\t\t\t(58)\t(58)',
        'Comprehensive income\t\t\t\t854',
        'Dividends\t\t(405)\t\t(405)',
        'Issue of shares\t118\t\t\t118',
        'Balance at March 31, 2024\t1,322\t4,634\t258\t6,214',
      ),
    ).toContain(
      'Balance at March 31, 2024 = +Balance at March 31, 2023 +Net income +Translation +Dividends +Issue of shares',
    );
  });

  it('does not add shares, percentages or amounts per share to money', () => {
    expect(
      sumsOf(
        '\t2024\t2023',
        'Net income\t5,700\t5,070',
        'Tax rate\t14.9%\t18.2%',
        'Total assets\t38,110\t37,531',
      ),
    ).toEqual([]);
  });

  it('finds nothing in numbers that only stand below each other', () => {
    expect(sumsOf('\t2024\t2023', 'Alpha\t4,312\t1,118', 'Beta\t2,316\t7,287', 'Gamma\t845\t902')).toEqual(
      [],
    );
  });

  it('is linear in the rows of a long table, and gives up none of its totals', () => {
    const rows = Array.from({ length: 400 }, (_, group) => [
      `Item ${group} a\t${1000 + group}\t${2000 + group}`,
      `Item ${group} b\t${3001 + 2 * group}\t${5003 + group}`,
      `Total ${group}\t${4001 + 3 * group}\t${7003 + 2 * group}`,
    ]).flat();
    expect(sumsOf('\t2024\t2023', ...rows).length).toBeGreaterThan(390);
  });
});

function sumsOf(...rows: string[]): string[] {
  const filing = readFiling(['Harbor Lane Foods, Inc. (in millions of dollars)', '', ...rows].join('\n'));
  return filingSums(filing)
    .relations.filter(({ direction }) => direction === 'rows')
    .map(
      ({ total, terms }) =>
        `${total.label} = ${terms.map(({ line, sign }) => (sign < 0 ? '-' : '+') + line.label).join(' ')}`,
    );
}
