import { describe, expect, it } from 'vitest';
import { joined, labelOf } from './label-words.js';

describe('the words of a label', () => {
  it.each([
    ['Net sales', 'Total net revenues (Note 5)'],
    ['Stockholders’ equity', "Shareholders' equity"],
    ['Net earnings', 'Net profit for the year'],
    ['Inventories', 'Inventory'],
    ['Retained earnings at beginning of year', 'Retained earnings, December 31, 2006'],
    ['Interest expense (in millions)', 'Interest costs'],
  ])('are the same for “%s” and “%s”', (left, right) => {
    expect(labelOf(left).words).toEqual(labelOf(right).words);
  });

  it.each([
    ['Net income (loss)', 'Operating income (loss)'],
    ['Other current liabilities', 'Current liabilities'],
    ['Research and development', 'Selling and marketing'],
  ])('differ for “%s” and “%s”', (left, right) => {
    expect(labelOf(left).words).not.toEqual(labelOf(right).words);
  });

  it('tell a total from its line only where that is minded', () => {
    const [line, total] = [labelOf('Cost of sales'), labelOf('Total cost of sales')];
    expect(total.words).toEqual(line.words);
    expect(total.strict).not.toBe(line.strict);
  });

  it('end where enough is read', () => {
    expect(labelOf('alpha beta gamma delta', 2).words).toEqual(['alpha', 'beta']);
  });

  it('join a row and its groups', () => {
    expect(joined(['Current assets', 'Cash'])).toBe('Current assets Cash');
    expect(joined(['', 'Cash'])).toBe('Cash');
  });
});
