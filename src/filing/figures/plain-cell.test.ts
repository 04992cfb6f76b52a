import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainCell } from './plain-cell.js';
import { readCell } from './read-cell.js';

const MILLIONS = { unit: 'USD', scale: 6 } as const;

describe('readPlainCell', () => {
  it.each([
    ['1,234', '1234000000', 'USD'],
    ['(5.2)', '-5200000', 'USD'],
    ['$ 17', '17000000', 'USD'],
    ['4.5%', '4.5', 'percent'],
    [' ( 322 ) ', '-322000000', 'USD'],
    ['0', '0', 'USD'],
    ['$(5)', '-5000000', 'USD'],
    ['($5)', '-5000000', 'USD'],
    ['(4.5)%', '-4.5', 'percent'],
    ['(4.5%)', '-4.5', 'percent'],
    [' — ', '0', 'USD'],
  ])('reads %s', (text, value, unit) => {
    expect(readPlainCell(text, MILLIONS)).toMatchObject({ value, unit, role: 'amount' });
  });

  it.each([
    '2006',
    '1,34',
    '1.2.3',
    '12 months',
    '¥5',
    '(5',
    '$(5',
    '5)',
    '——',
    '$5%',
    '',
    '3 4',
    '1,234.',
    ',',
  ])('leaves %s to the grammar', (text) => {
    expect(readPlainCell(text, MILLIONS)).toBe(null);
  });

  it('scales no rate, percentage or amount per share', () => {
    expect(readPlainCell('1.25', { unit: 'USD/share', scale: 6 })?.value).toBe('1.25');
    expect(readPlainCell('12.5', { unit: 'percent', scale: 6 })?.value).toBe('12.5');
  });

  it('reads what the grammar reads', () => {
    const cell = fc.stringMatching(/^[ ($]{0,3}[\d,.]{1,12}[ )%]{0,3}$|^ ?[—–-] ?$/);
    fc.assert(
      fc.property(cell, (text) => {
        // "(5)" before a mark is a mark itself.
        fc.pre(!/^\D*\(\s*\d{1,2}\s*\)/.test(text));
        const plain = readPlainCell(text, MILLIONS);
        // A mark that is no figure behind the cell sends it through the grammar.
        const whole = readCell(`${text}\u2020`, MILLIONS);
        if (plain !== null) expect(whole[0]).toMatchObject({ value: plain.value, unit: plain.unit });
      }),
    );
  });
});
