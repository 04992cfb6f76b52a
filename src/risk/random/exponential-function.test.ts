import { expect, it } from 'vitest';
import { exponentials } from './exponential-function.js';

it('is e^x to 5e-16 of its value over the whole range', () => {
  const xs = Float64Array.from({ length: 400_000 }, (_, index) => -707.9 + index * (1416.8 / 400_000));
  const small = Float64Array.from({ length: 100_000 }, (_, index) => (index - 50_000) * 1e-4);
  for (const places of [xs, small]) {
    const values = Float64Array.from(places);
    exponentials(values, 0, values.length, 0, 1);
    let worst = 0;
    for (const [index, x] of places.entries()) {
      const exact = Math.exp(x);
      worst = Math.max(worst, Math.abs((values[index] as number) / exact - 1));
    }
    expect(worst).toBeLessThan(5e-16);
  }
});

it('has location and scale, and leaves what is outside its part alone', () => {
  const values = Float64Array.of(1, 2, 3, 4);
  exponentials(values, 1, 3, 0.5, -2);
  expect(values[0]).toBe(1);
  expect(values[3]).toBe(4);
  expect(values[1]).toBeCloseTo(Math.exp(-3.5), 15);
  expect(values[2]).toBeCloseTo(Math.exp(-5.5), 15);
});

it('goes on beyond its range as Math.exp does', () => {
  const xs = [-Infinity, -1e9, -746, -744, -708.5, 709.5, 709.79, 1e9, Infinity, Number.NaN, 0, -0];
  const values = Float64Array.from(xs);
  exponentials(values, 0, values.length, 0, 1);
  expect([...values]).toEqual(xs.map(Math.exp));
});
