import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInOrder, yearFault } from './year-run.js';

describe('a run of years', () => {
  it.each([
    [[2006, 2005, 2005], 'doubled', 2, [2006, 2005, 2004]],
    [[2006, 2006, 2005], 'doubled', 0, [2007, 2006, 2005]],
    [[2006, 2004, 2003], 'missing', 0, [2005, 2004, 2003]],
    [[2002, 2003, 2003, 2005], 'doubled', 2, [2002, 2003, 2004, 2005]],
    [[2006, 2004, 2005], 'order', 1, [2006, 2005, 2004]],
  ])('%j has a fault', (years, kind, at, expected) => {
    expect(yearFault(years)).toEqual({ kind, at, expected });
  });

  it.each([
    [[2006, 2005]],
    [[2006, 2005, 2004]],
    [[2004, 2005, 2006]],
    [[2006, 2005, 2006, 2005]],
    [[1956, 1964, 1974, 1984]],
  ])('%j has none that one change would mend', (years) => {
    expect(yearFault(years)).toBeNull();
  });

  it('with one year replaced is put in order again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2030 }),
        fc.integer({ min: 4, max: 8 }),
        fc.nat(7),
        (first, length, at) => {
          fc.pre(at > 1 && at < length);
          const years = Array.from({ length }, (_, index) => first - index);
          const wrong = years.map((year, index) => (index === at ? year + 1 : year));
          expect(yearFault(wrong)).toMatchObject({ kind: 'doubled', expected: years });
          expect(isInOrder(years)).toBe(true);
        },
      ),
    );
  });
});
