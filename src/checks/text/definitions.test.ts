import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { areOtherWords, expansion } from './abbreviations.js';
import { definitionsOf } from './definitions.js';

function defined(text: string): string[] {
  return definitionsOf(readFiling(text)).map(({ term }) => term);
}

describe('definitionsOf', () => {
  it.each([
    ['Kitano Denki Co., Ltd. (the “Company”) makes lamps.', ['Company']],
    ['Kitano Denki Co., Ltd. ("Kitano" or the "Company") makes lamps.', ['Kitano', 'Company']],
    ['Two funds (collectively, the “Funds,” and each a “Fund”) lend.', ['Funds', 'Fund']],
    ['Its notes (as defined in the “Indenture” of 2006) are due.', []],
    ['It asks (see “Risk Factors”) for patience.', []],
    ['It grew (“strongly,” says its head).', []],
  ])('%s', (text, terms) => {
    expect(defined(text)).toEqual(terms);
  });

  it('points at the term', () => {
    const [definition] = definitionsOf(readFiling('Kitano Denki Co., Ltd. (the “Company”) makes lamps.'));
    const { block, start = 0, end = 0, meaning } = definition ?? {};
    expect(block?.text.slice(start, end)).toBe('Company');
    expect(meaning).toMatch(/Ltd\.$/);
  });
});

describe('expansion', () => {
  it.each([
    ['ASP', 'the average selling price', 'average selling price'],
    ['R&D', 'our research and development', null],
    ['SEC', 'the Securities and Exchange Commission', 'Securities Exchange Commission'],
    ['EBITDA', 'earnings before interest', null],
    ['Company', 'Kitano Denki', null],
  ])('%s: %s', (abbreviation, meaning, words) => {
    expect(expansion(abbreviation, meaning)).toBe(words);
  });

  it('tells other words from other forms of the same', () => {
    expect(areOtherWords('average selling price', 'average sales prices')).toBe(false);
    expect(areOtherWords('average selling price', 'approved service provider')).toBe(true);
  });
});
