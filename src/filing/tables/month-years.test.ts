import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeriodParts } from '../figures/index.js';
import { monthYears } from './month-years.js';

/** Lines headed by labels; what is found, as `line: year`. */
function found(...labels: string[]): string[] {
  const years = monthYears(labels.map((label) => [readPeriodParts(label)]));
  return [...years].map(([line, year]) => `${line}: ${year}`);
}

describe('monthYears', () => {
  it.each([
    [
      ['November 2005', 'December', 'January 2006', 'February'],
      ['1: 2005', '3: 2006'],
    ],
    [
      ['November', 'December', 'January', 'February 2006'],
      ['0: 2005', '1: 2005', '2: 2006'],
    ],
    [
      ['March 2006', 'February', 'January', 'December'],
      ['1: 2006', '2: 2006', '3: 2005'],
    ],
    [
      ['May', 'June', 'July (through July 7, 2006)'],
      ['0: 2006', '1: 2006'],
    ],
    [['November', 'December', 'January'], []],
    [['November 2005', 'January', 'February'], []],
    [['November 2005', 'December', 'January 2005'], []],
    [['November 2005', 'December', 'November'], ['1: 2005']],
    [['November 2005', 'High', 'December'], []],
    [['March 31, 2006', 'April'], []],
  ])('%j', (labels, years) => {
    expect(found(...labels)).toEqual(years);
  });

  it('gives every month of a run the year of the calendar, whichever one is printed', () => {
    const names =
      'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(
        fc.integer({ min: 1990 * 12, max: 2030 * 12 }),
        fc.integer({ min: 2, max: 30 }),
        fc.nat(),
        fc.boolean(),
        (start, count, at, backwards) => {
          const months = Array.from({ length: count }, (_, index) => start + (backwards ? -index : index));
          const shown = at % count;
          const labels = months.map((month, index) => {
            const name = names[month % 12] ?? '';
            return index === shown ? `${name} ${Math.floor(month / 12)}` : name;
          });
          const expected = months.flatMap((month, index) =>
            index === shown ? [] : [`${index}: ${Math.floor(month / 12)}`],
          );
          expect(found(...labels)).toEqual(expected);
        },
      ),
    );
  });
});
