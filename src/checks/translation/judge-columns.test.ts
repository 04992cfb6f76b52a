import { describe, expect, it } from 'vitest';
import { checked, YEN } from '../../../test/checked-translations.js';
import { Decimal } from '../../value/index.js';

describe('a column of dollars', () => {
  const heading = '\tMillions of yen\t\tThousands of U.S. dollars\n\t2005\t2006\t2006\n';
  const table = (lines: readonly string[], head = heading) =>
    `${YEN}\n\nConsolidated Statements of Income\n\n${head}${lines.join('\n')}`;

  it('is ticked line by line, amounts per share among them', () => {
    const { ticked, errors } = checked(
      table([
        'Revenues\t41,703\t49,813\t424,013',
        'Operating loss\t1,248\t(2,411)\t(20,523)',
        'Net income per share\t¥6.00\t¥7.00\t$0.06',
      ]),
    );
    expect(errors).toEqual([]);
    expect(ticked).toEqual(['424,013', '(20,523)', '$0.06']);
  });

  it('that drops its digits confirms the coarser yen, and its habit is said', () => {
    const lines = Array.from({ length: 8 }, (_, index) => {
      const yen = 1000 + 171 * index;
      const dollars = Decimal.of(BigInt(10 * yen + 7)).dividedBy(Decimal.parse('1.1748'), 0, 'down');
      return `Line ${index}\t900\t${yen}\t${dollars}`;
    });
    const { ticks, ticked, errors } = checked(table(lines));
    expect(errors).toEqual([]);
    // Many dollars come of one printed yen, so that their last digit is not confirmed.
    expect(ticked).toEqual(lines.map((line) => line.split('\t')[2]));
    expect(ticks.some(({ tick }) => tick.formula.includes('digits dropped'))).toBe(true);
  });

  it('at another rate throughout is one warning', () => {
    const lines = ['A\t41,703\t49,813\t464,587', 'B\t1,248\t2,411\t22,487', 'C\t2,905\t4,754\t44,339'];
    const { said, ticked } = checked(table(lines));
    expect(ticked).toEqual([]);
    expect(said).toEqual([
      'warning otherRate translated at 107.22, the noon buying rate of March 31, 2005, a year before',
    ]);
  });

  it('may take its rate from a note', () => {
    const lines = ['A\t41,703\t49,813\t424,013', '', 'The dollar amounts are at ¥117.48 = U.S.$1.00.'];
    expect(checked(table(lines).replace(YEN, 'Kitano Denki Co., Ltd.')).ticked).toEqual(['424,013']);
  });

  it('is ticked and judged by the rate on which its lines agree, where none is stated', () => {
    const yen = [49813, 43119, 6694, 2411, 4754, 12650, 8710, 31990, 20771, 66935];
    const lines = yen.map((each, index) => {
      const dollars = Decimal.of(BigInt(1000 * each + 913)).dividedBy(Decimal.parse('158.18'), 0, 'down');
      return `Line ${index}\t900\t${each.toLocaleString('en-US')}\t${dollars}`;
    });
    const unstated = (own: readonly string[]) => table(own).replace(YEN, 'Kitano Denki Co., Ltd.');
    const asPrinted = checked(unstated(lines));
    expect(asPrinted.errors).toEqual([]);
    expect(asPrinted.ticked.length).toBeGreaterThan(3);
    expect(yen.map((each) => each.toLocaleString('en-US'))).toEqual(expect.arrayContaining(asPrinted.ticked));
    expect(asPrinted.ticks.every(({ tick }) => tick.formula.includes('digits dropped'))).toBe(true);
    const wrong = checked(unstated(lines.map((line) => line.replace('12,650', '12,560'))));
    expect(wrong.said).toEqual(['error unstated -']);
    expect(wrong.findings[0]?.repairs).toMatchObject({ [wrong.findings[0]?.suspects[1] ?? '']: '12,650' });
    expect(wrong.ticked).not.toContain('12,560');
  });

  it('is not judged where too few of its lines agree on a rate', () => {
    const lines = ['A\t1\t49,813\t424,013', 'B\t1\t2,411\t20,523', 'C\t1\t4,754\t41,466'];
    const { ticks, findings } = checked(table(lines).replace(YEN, 'Kitano Denki Co., Ltd.'));
    expect([ticks, findings]).toEqual([[], []]);
  });

  it('of an earlier year is noted', () => {
    const head = '\tMillions of yen\t\tThousands of U.S. dollars\n\t2005\t2006\t2005\t2006\n';
    const lines = ['A\t41,703\t49,813\t354,980\t424,013', 'B\t1,248\t2,411\t10,623\t20,523'];
    const { said } = checked(
      table(lines, head.replace('\t\tThousands of U.S. dollars', '\t\tThousands of U.S. dollars\t')),
    );
    expect(said).toEqual(['info priorYear -']);
  });
});
