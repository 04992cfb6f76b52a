import { describe, expect, it } from 'vitest';
import { isNumberToken, tokensOf } from './tokens.js';

describe('tokensOf', () => {
  it.each([
    ['an increase of', ['an', 'increase', 'of']],
    [
      'in the year ended December 31, 2023,',
      ['in', 'the', 'year', 'ended', 'december', '31', ',', '2023', ','],
    ],
    [' basis-point improvement (or', ['basis', 'point', 'improvement', '(', 'or']],
    ['prior year’s – $', ['prior', 'year’s', ',']],
    ['• net sales of 1,234.5.', ['net', 'sales', 'of', '1,234.5']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });

  it('tells numbers from words', () => {
    expect(['2023', '1,234', 'up', '('].filter(isNumberToken)).toEqual(['2023', '1,234']);
  });
});
