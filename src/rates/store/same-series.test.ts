import { describe, expect, it } from 'vitest';
import type { ScaledRates } from './merge-rates.js';
import { requireSameSeries } from './same-series.js';

const DAY = 20_000;

function series(coefficients: readonly number[], decimals = 2, first = DAY): ScaledRates {
  const days = Int32Array.from(coefficients, (_, index) => first + index);
  return { decimals, rates: { days, coefficients: Float64Array.from(coefficients) } };
}

const YEN = Array.from({ length: 100 }, (_, index) => 11_700 + ((index * 37) % 300));

function refusal(reading: ScaledRates, held = series(YEN)): string | null {
  try {
    requireSameSeries(held, reading, 'JPY/USD in a.csv');
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a reading', () => {
  it('of the same series passes, with some corrections', () => {
    expect(refusal(series(YEN))).toBeNull();
    expect(
      refusal(
        series(
          YEN.map((rate) => rate * 100),
          4,
        ),
      ),
    ).toBeNull();
    expect(refusal(series(YEN.map((rate, index) => (index % 34 === 0 ? rate + 1 : rate))))).toBeNull();
    expect(refusal(series(YEN), series([]))).toBeNull();
  });

  it('may correct two days of a few', () => {
    expect(refusal(series([...YEN.slice(0, 3), 1, 2]))).toBeNull();
    expect(refusal(series([...YEN.slice(0, 2), 1, 2, 3]))).toContain('on 3 of 5 days');
  });

  it.each([
    [
      'another series',
      series(YEN.map((_, index) => 12_000 + index)),
      'it is another series; it differs from the rates held on',
    ],
    [
      'the other direction',
      series(
        YEN.map((rate) => Math.round(10_000_000_000 / rate)),
        8,
      ),
      'quoted in the other direction',
    ],
    ['a hundredfold', series(YEN.map((rate) => rate * 100)), 'it is 100 times the rates held'],
    ['a hundredth', series(YEN, 4), 'it is a 100th of the rates held'],
    ['few days in common', series(YEN, 2, DAY + 97), 'it has 3 days in common with the rates held'],
    ['no day in common', series(YEN, 2, DAY + 100), 'expected at least 5 to tell'],
  ])('of %s is refused, and the message says so', (_what, reading, says) => {
    expect(refusal(reading)).toContain(says);
    expect(refusal(reading)).toMatch(/^Cannot take JPY\/USD in a\.csv: /);
  });

  it('needs no more days than are held', () => {
    expect(refusal(series(YEN.slice(0, 3)), series(YEN.slice(0, 2)))).toBeNull();
  });
});
