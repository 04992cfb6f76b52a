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

  it('that drops its digits is ticked, and its habit is said', () => {
    const lines = Array.from({ length: 8 }, (_, index) => {
      const yen = 1000 + 171 * index;
      const dollars = Decimal.of(BigInt(10 * yen + 9)).dividedBy(Decimal.parse('1.1748'), 0, 'down');
      return `Line ${index}\t900\t${yen}\t${dollars}`;
    });
    const { ticks, errors } = checked(table(lines));
    expect(errors).toEqual([]);
    expect(ticks.length).toBe(8);
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

  it('of an earlier year is noted', () => {
    const head = '\tMillions of yen\t\tThousands of U.S. dollars\n\t2005\t2006\t2005\t2006\n';
    const lines = ['A\t41,703\t49,813\t354,980\t424,013', 'B\t1,248\t2,411\t10,623\t20,523'];
    const { said } = checked(
      table(lines, head.replace('\t\tThousands of U.S. dollars', '\t\tThousands of U.S. dollars\t')),
    );
    expect(said).toEqual(['info priorYear -']);
  });
});
