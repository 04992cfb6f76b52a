import { describe, expect, it } from 'vitest';
import { cellLine } from './cell-text.js';

describe('cellLine', () => {
  it.each([
    ['(1,386 )', '(1,386)'],
    ['¥\t105.25', '¥105.25'],
    ['$ (322 )', '$(322)'],
    ['$ —', '$—'],
    ['4.1 %', '4.1%'],
    ['(4.1 )%', '(4.1)%'],
    ['two\n lines', 'two lines'],
    ['Year ended March 31, 2018', 'Year ended March 31, 2018'],
    ['5 (a)', '5 (a)'],
    ['12 to 15', '12 to 15'],
  ])('prints %j as %j', (text, line) => expect(cellLine(text)).toBe(line));
});
