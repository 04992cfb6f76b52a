import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, Decimal, InputError } from '../../value/index.js';
import { coefficientOn, type ListedRates, mergeRates, rescaled, type ScaledRates } from './merge-rates.js';

/** Day by day what a series says: a coefficient, or null for "no data". */
type Listed = ReadonlyMap<number, number | null>;

const listed = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
    fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: 40, maxLength: 40 }),
  )
  .map(([days, values]): Listed => new Map(days.map((day, index) => [day, values[index] ?? null])));
const decimals = fc.integer({ min: 0, max: 4 });

function scaled(of: Listed, places: number): ListedRates {
  const days = [...of.keys()].sort((a, b) => a - b);
  const rated = days.filter((day) => of.get(day) !== null);
  return {
    decimals: places,
    rates: {
      days: Int32Array.from(rated),
      coefficients: Float64Array.from(rated, (day) => of.get(day) ?? 0),
    },
    noData: Int32Array.from(days.filter((day) => of.get(day) === null)),
  };
}

function valueOn({ decimals: places, rates }: ScaledRates, day: number): Decimal | null {
  const coefficient = coefficientOn(rates, day);
  return coefficient === null ? null : Decimal.of(coefficient, places);
}

const DAYS = Array.from({ length: 61 }, (_, day) => day);

describe('merging rates', () => {
  it('loses no day, takes every reading, and tells exactly what changed', () => {
    fc.assert(
      fc.property(listed, decimals, listed, decimals, (before, heldPlaces, after, readPlaces) => {
        const [held, reading] = [scaled(before, heldPlaces), scaled(after, readPlaces)];
        const merged = mergeRates(held, reading);
        expect(merged.decimals).toBe(Math.max(heldPlaces, readPlaces));
        for (const day of DAYS) {
          const [old, read, now] = [valueOn(held, day), valueOn(reading, day), valueOn(merged, day)];
          // Compared by value: more decimals print it otherwise and change nothing.
          expect((read ?? old)?.compare(now ?? Decimal.ZERO) ?? now).toBe(now === null ? null : 0);
          const isRevised = old !== null && read !== null && !old.equals(read);
          expect(merged.added.includes(day as Day)).toBe(old === null && read !== null);
          expect(merged.revised.some((each) => each.day === day)).toBe(isRevised);
          const isWithdrawn = old !== null && after.has(day) && read === null;
          expect(
            merged.withdrawn.find((each) => each.day === day)?.value.equals(old ?? Decimal.ZERO) ?? false,
          ).toBe(isWithdrawn);
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(listed, listed, decimals, (before, after, places) => {
        const reading = scaled(after, places);
        const once = mergeRates(scaled(before, 2), reading);
        const twice = mergeRates(once, reading);
        expect([twice.added, twice.revised]).toEqual([[], []]);
        expect(twice.rates).toEqual(once.rates);
      }),
    );
  });

  it('keeps the held rate where the reading does not win', () => {
    const held = scaled(new Map([[1, 5]]), 2);
    const reading = scaled(
      new Map([
        [1, 6],
        [2, 7],
      ]),
      2,
    );
    const merged = mergeRates(held, reading, () => false);
    expect([...merged.rates.coefficients]).toEqual([5, 7]);
    expect(merged.revised).toEqual([]);
  });

  it('refuses decimals beyond what a double holds exactly', () => {
    const rates = { days: Int32Array.of(1), coefficients: Float64Array.of(Number.MAX_SAFE_INTEGER - 1) };
    expect(() => rescaled({ decimals: 2, rates }, 3)).toThrow(InputError);
    expect(rescaled({ decimals: 2, rates }, 2)).toBe(rates);
  });
});
