import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../value/index.js';
import { valueAxis } from './value-axis.js';

const PLACE = { top: 20, bottom: 300, margin: 30 };

function ticksOf(low: number, high: number, scale: 'linear' | 'log' = 'linear', count = 6): string[] {
  return valueAxis([low, high], scale, PLACE, count).ticks.map(({ text }) => text);
}

describe('the axis of rates', () => {
  it('has round marks, exact to the digit', () => {
    expect(ticksOf(102.26, 134.77)).toEqual(['100', '105', '110', '115', '120', '125', '130', '135']);
    expect(ticksOf(0.00742, 0.009779)).toEqual(['0.0075', '0.0080', '0.0085', '0.0090', '0.0095', '0.0100']);
    expect(ticksOf(667.2, 1960)).toEqual([
      '600',
      '800',
      '1,000',
      '1,200',
      '1,400',
      '1,600',
      '1,800',
      '2,000',
    ]);
  });

  it('does not make a storm of a peg', () => {
    expect(ticksOf(8.2764, 8.28)).toEqual(['8.20', '8.25', '8.30', '8.35']);
    const { position } = valueAxis([8.2764, 8.28], 'linear', PLACE, 6);
    expect(position(8.2764) - position(8.28)).toBeLessThan(8);
  });

  it('keeps a single rate in the middle', () => {
    expect(valueAxis([112.43, 112.43], 'linear', PLACE, 6).position(112.43)).toBeCloseTo(160, 6);
  });

  it('has powers of ten where it is logarithmic, 2 and 5 times them in few decades, round values in one', () => {
    expect(ticksOf(0.17, 4_181_781, 'log')).toEqual(['1', '100', '10,000', '1,000,000']);
    expect(ticksOf(3, 90, 'log')).toEqual(['2', '5', '10', '20', '50', '100']);
    expect(ticksOf(102, 135, 'log', 4)).toEqual(['100', '110', '120', '130', '140']);
  });

  it('holds every rate within its margins, the higher one above, whatever the rates', () => {
    const rate = fc.double({ min: 1e-7, max: 1e7, noNaN: true });
    const scales = fc.constantFrom('linear' as const, 'log' as const);
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.double({ min: 0, max: 1, noNaN: true }),
        scales,
        (one, other, part, scale) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const axis = valueAxis([low, high], scale, PLACE, 6);
          const between = Math.min(high, low + part * (high - low));
          for (const value of [low, between, high]) {
            expect(axis.position(value)).toBeGreaterThanOrEqual(50 - 1e-6);
            expect(axis.position(value)).toBeLessThanOrEqual(270 + 1e-6);
          }
          expect(axis.position(high)).toBeLessThanOrEqual(axis.position(low));
          expect(axis.ticks.length).toBeLessThanOrEqual(16);
          for (const { value, text } of axis.ticks) {
            expect(Decimal.parse(text.replaceAll(',', '')).toNumber()).toBe(value);
            expect(axis.position(value)).toBeGreaterThanOrEqual(20 - 1e-6);
            expect(axis.position(value)).toBeLessThanOrEqual(300 + 1e-6);
          }
        },
      ),
    );
  });
});
