import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateOf, noEstimate, withoutError } from './estimate.js';
import { PERCENT, PLAIN, type PrintUnit, printEstimate, printNumber } from './print-estimate.js';

const MILLION: PrintUnit = { size: 1e6, mark: '' };

const ROWS: readonly (readonly [value: number, error: number, unit: PrintUnit, printed: string])[] = [
  [1239.6, 23, PLAIN, '1,240 ± 20'],
  [1239.6, 13, PLAIN, '1,240 ± 13'],
  [1239.6, 9.4, PLAIN, '1,240 ± 9'],
  [1239.6, 9.6, PLAIN, '1,240 ± 10'],
  [1239.6, 0.5, PLAIN, '1,239.6 ± 0.5'],
  [1239.64, 0.15, PLAIN, '1,239.64 ± 0.15'],
  [1239.6, 1000, PLAIN, '1,200 ± 1,000'],
  [1239.6, 2000, PLAIN, '1,000 ± 2,000'],
  [1239.6, 1949, PLAIN, '1,200 ± 1,900'],
  [-0.01324, 0.0011, PLAIN, '−0.0132 ± 0.0011'],
  [-0.01324, 0.02, PLAIN, '−0.01 ± 0.02'],
  [0.004, 0.3, PLAIN, '0.0 ± 0.3'],
  [-0.004, 0.3, PLAIN, '0.0 ± 0.3'],
  [0, 5, PLAIN, '0 ± 5'],
  [999.6, 2, PLAIN, '1,000 ± 2'],
  [0.04221, 0.000636, PERCENT, '4.22% ± 0.06'],
  [0.12952, 0.00106, PERCENT, '12.95% ± 0.11'],
  [0.5, 0.02, PERCENT, '50% ± 2'],
  [4_561_305_600, 12_840_000, MILLION, '4,561 ± 13'],
  [4_561_305_600, 3_000_000_000, MILLION, '5,000 ± 3,000'],
  [33_700_000, 1_010_000, MILLION, '33.7 ± 1.0'],
  [1_234_567, 1, PLAIN, '1,234,567.0 ± 1.0'],
  [1e12, 2e9, PLAIN, '1,000,000,000,000 ± 2,000,000,000'],
  [1.5e-7, 2e-9, PLAIN, '0.000000150 ± 0.000000002'],
  [7, 0, PLAIN, '7 ± 0'],
  [2.860352, 0, PLAIN, '2.86035 ± 0'],
  [2.86, 8e-16, PLAIN, '2.86 ± 0'],
  [-368_223_364.505, 1e-9, MILLION, '−368.223 ± 0'],
];

describe('an estimate as printed', () => {
  it.each(ROWS)('%d with the error %d', (value, error, unit, printed) => {
    expect(printEstimate(estimateOf(value, error), unit)).toBe(printed);
  });

  it('says of a chance that was never or always seen how small or large it can be', () => {
    const seen = (value: number, low: number, high: number) =>
      printEstimate({ value, standardError: 0, low, high }, PERCENT);
    expect(seen(0, 0, 0.000192)).toBe('below 0.019%');
    expect(seen(1, 0.999808, 1)).toBe('above 99.9808%');
    expect(seen(0, 0, 0)).toBe('0%');
    expect(seen(1, 1, 1)).toBe('100% ± 0');
    expect(seen(0.7373763, 0.7373763, 0.7373763)).toBe('73.74% ± 0');
    expect(printEstimate(estimateOf(0, 0), MILLION)).toBe('0');
  });

  it('does not print the zeros of a chance below one in a million', () => {
    expect(printNumber(3.87e-11, PERCENT)).toBe('below 0.0001%');
    expect(printNumber(-3.87e-11, PERCENT)).toBe('within 0.0001% of 0');
    expect(printNumber(0, PERCENT)).toBe('0%');
    expect(printNumber(0.000002, PERCENT)).toBe('0.0002%');
    expect(printEstimate(estimateOf(3.87e-11, 2e-12), PERCENT)).toBe('below 0.0001%');
    expect(printEstimate(estimateOf(3.87e-11, 2e-4), PERCENT)).toBe('0.00% ± 0.02');
  });

  it('writes what no plan has in powers of ten', () => {
    expect(printNumber(-2.0741828e107, MILLION)).toBe('−2.1 × 10^101');
    expect(printEstimate(estimateOf(3.14159e46, 2.2e45))).toBe('3.1 × 10^46 ± 2.0 × 10^45');
    expect(printNumber(9.99e20)).toBe('999,000,000,000,000,000,000');
  });

  it('says why there is no value, and rounds where there is no error', () => {
    expect(printEstimate(noEstimate('no mean: the law has none'))).toBe('no mean: the law has none');
    expect(printEstimate(withoutError(1458.6, 'no variance'))).toBe('1,460');
    expect(printEstimate(withoutError(0.012345, 'no variance'), PERCENT)).toBe('1.23%');
    expect(printEstimate(estimateOf(Number.NaN, 1))).toBe('there is no finite value');
  });

  it('has no digit finer than its error', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (value, error) => {
          const [printed = '', printedError = ''] = printEstimate(estimateOf(value, error)).split(' ± ');
          const [shown, shownError] = [numberOf(printed), numberOf(printedError)];
          expect(Math.abs(shown - value)).toBeLessThanOrEqual(error / 1.9 + 1e-6);
          expect(Math.abs(shownError - error)).toBeLessThanOrEqual(error * 0.34);
          expect(decimalsOf(printed)).toBe(decimalsOf(printedError));
        },
      ),
    );
  });

  it('prints plain numbers to significant digits', () => {
    expect(printNumber(27_901_315_000, MILLION, 5)).toBe('27,901');
    expect(printNumber(3_301_315_000, MILLION, 5)).toBe('3,301.3');
    expect(printNumber(1 / 3, PERCENT, 3)).toBe('33.3%');
    expect(printNumber(-0)).toBe('0');
  });
});

function numberOf(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
