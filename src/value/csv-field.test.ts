import { describe, expect, it } from 'vitest';
import { csvLine, plainNumber } from './csv-field.js';

describe('plainNumber', () => {
  it.each([
    ['1,234', '1234'],
    ['$ 1,234.50', '1234.50'],
    ['(322)', '-322'],
    ['$(322)', '-322'],
    ['($ 322)', '-322'],
    ['(4.1)%', '-4.1%'],
    ['(4.1%)', '-4.1%'],
    ['△5', '-5'],
    ['—', '0'],
    ['$ —', '0'],
    ['1.25x', '1.25x'],
    ['12 to 15', '12 to 15'],
    ['n/a', 'n/a'],
    ['', ''],
  ])('makes %j %j', (cell, number) => expect(plainNumber(cell)).toBe(number));
});

describe('csvLine', () => {
  it('quotes what would end a field, and disarms what a spreadsheet would run', () => {
    expect(csvLine(['a,b', 'say "x"', '=1+1', '-5', '@x', '-x', 'two\nlines'])).toBe(
      '"a,b","say ""x""",\'=1+1,-5,\'@x,\'-x,"two\nlines"\n',
    );
  });
});
