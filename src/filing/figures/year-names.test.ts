import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { namedYears } from './year-names.js';

const named = (end: string, text: string) => {
  const latest = parseDay(end);
  const found = namedYears(text, { latest, ends: [latest], namedBy: 'end' });
  return found && [found.namedBy, found.bareYears];
};
const many = (phrase: string, count: number) => `Sales rose in ${phrase}. `.repeat(count);

describe('namedYears', () => {
  it('takes bare years for fiscal ones where weeks cut the calendar year', () => {
    expect(named('2023-12-30', many('fiscal 2023', 9))).toEqual(['end', true]);
    expect(named('2023-01-01', '')).toEqual(['end', true]);
  });

  it('tells names by the beginning from names by the end', () => {
    const retailer = many('fiscal 2022', 6) + many('fiscal 2023', 9) + many('fiscal 2024', 1);
    expect(named('2024-02-02', retailer)).toEqual(['start', false]);
    expect(named('2023-06-30', retailer)).toEqual(['end', false]);
  });

  it('takes bare years for fiscal ones where the report uses them so', () => {
    expect(named('2023-06-30', many('2022', 6) + many('2023', 9))).toEqual(['end', true]);
    expect(named('2023-06-30', many('fiscal 2023', 40) + many('2022', 3))).toEqual(['end', false]);
  });

  it('knows nothing without a calendar', () => {
    expect(namedYears('In 2023 sales rose.', null)).toBe(null);
  });
});
