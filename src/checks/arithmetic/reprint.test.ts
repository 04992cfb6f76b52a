import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { quantityOf } from './quantity.js';
import { reprint } from './reprint.js';

describe('reprint', () => {
  it.each([
    ['1,234', '1234', 1243, '1,243'],
    ['$1,234', '1234', -56, '$(56)'],
    ['(1,243)', '-1243', 1234, '1,234'],
    ['$(66)', '-66', -1066, '$(1,066)'],
    ['($5,434)', '-5434', -5344, '($5,344)'],
    ['29.7%', '29.7', 305, '30.5%'],
    ['¥29.7 billion', '29700000000', 279, '¥27.9 billion'],
    ['.84', '0.84', 184, '1.84'],
    ['0.512', '0.512', 7, '0.007'],
    ['—', '0', 1234, '1,234'],
    ['—', '0', -5, '(5)'],
    ['△1,234', '-1234', 1243, '1,243'],
    ['12345', '12345', 54321, '54321'],
  ])('%s as %s steps: %s', (text, value, steps, expected) => {
    expect(reprint({ text, value }, steps)).toBe(expected);
  });

  it('prints a figure as it is from its own steps', () => {
    const filing = readFiling(
      'In fiscal 2024 Kitano Denki Co., Ltd. sold motors for ¥12.3 billion, up 4.5% from ¥11,770 million.',
    );
    const amounts = filing.figures.filter(({ role }) => role === 'amount');
    expect(amounts.length).toBeGreaterThan(2);
    for (const figure of amounts) {
      const quantity = quantityOf(figure);
      if (quantity !== null) expect(reprint(figure, quantity.coefficient)).toBe(figure.text);
    }
  });

  it('keeps a number readable: the steps come back from what is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (steps) => {
        const text = reprint({ text: '$1,234.5', value: '1234.5' }, steps);
        const digits = Number(text.replace(/[^\d]/g, ''));
        expect(text.includes('(') ? -digits : digits).toBe(steps === 0 ? 0 : steps);
      }),
    );
  });
});
