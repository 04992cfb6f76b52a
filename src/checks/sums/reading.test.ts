import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { check } from '../engine/run.js';
import { filingSums } from './relations.js';

const ONLY = { only: ['footing', 'roll-forward', 'cross-footing'] };

describe('a sum that fails in one of its two columns', () => {
  it('is found by a result that is a slip of the hand away', () => {
    expect(
      told(
        '\t2024\t2023',
        'Sales\t1,605\t1,508',
        'Cost of sales\t968\t919',
        'Research\t96\t88',
        'Operating income\t514\t501',
      ),
    ).toEqual(['514']);
  });

  it('is found with two lines', () => {
    expect(
      told(
        '\t2024\t2023',
        'Deferred tax assets before allowance\t$4,380\t$4,127',
        'Valuation allowance\t(5,540)\t(4,297)',
        'Net deferred tax liabilities\t($1,070)\t($170)',
      ),
    ).toEqual(['(5,540)']);
  });

  it('is left alone where the difference is no slip', () => {
    expect(
      told('\t2024\t2023', 'Cash\t4,380\t4,127', 'Bonds\t5,450\t4,297', 'Net funds\t7,316\t8,424'),
    ).toEqual([]);
  });
});

describe('a sum that holds in all other columns', () => {
  it('is an error where another number altogether is printed', () => {
    expect(
      told(
        '\t2024\t2023\t2022',
        'Noodles\t41,207\t43,118\t44,956',
        'Sauces\t12,316\t12,287\t12,904',
        'Frozen food\t18,451\t19,028\t19,833',
        'Total\t71,974\t51,266\t77,693',
      ),
    ).toEqual(['51,266']);
  });
});

describe('totals of a report that rounds them apart', () => {
  it('are wrong by a slip and a step of rounding', () => {
    const tables = Array.from({ length: 12 }, (_, index) => rounded(index));
    const filing = readFiling(`Kitano Denki Co., Ltd. (in millions of yen)\n\n${tables.join('\n\n')}`);
    expect(filingSums(filing).habit.offByOne).toBeGreaterThan(10);
    const wrong = readFiling(filing.source.text.replace('Total\t7,121', 'Total\t7,211'));
    const { findings, figures } = check(wrong, { rates: null }, ONLY);
    const suspects = findings.flatMap((finding) => finding.suspects);
    expect(
      figures.filter(({ figure }) => suspects.includes(figure.id)).map(({ figure }) => figure.text),
    ).toContain('7,211');
  });
});

function rounded(index: number): string {
  const [a, b, c] = [4207 + 31 * index, 2113 + 17 * index, 800 + index];
  return [
    'Sales by region',
    '',
    '\t2024\t2023\t2022',
    `Japan ${index}\t${grouped(a)}\t${grouped(a + 7)}\t${grouped(a + 19)}`,
    `Asia ${index}\t${grouped(b)}\t${grouped(b + 11)}\t${grouped(b + 23)}`,
    `Europe ${index}\t${c}\t${c + 3}\t${c + 8}`,
    `Total\t${grouped(a + b + c + 1)}\t${grouped(a + b + c + 21)}\t${grouped(a + b + c + 51)}`,
  ].join('\n');
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

/** The first suspect of each error. */
function told(...rows: string[]): string[] {
  const filing = readFiling(`Harbor Lane Foods, Inc. (in millions of dollars)\n\n${rows.join('\n')}`);
  const { findings } = check(filing, { rates: null }, ONLY);
  return findings.map(
    ({ suspects }) => filing.figures.find(({ id }) => id === suspects[0])?.text ?? 'another place',
  );
}
