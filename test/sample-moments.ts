import { expect } from 'vitest';

export type Numbers = Float64Array | Int32Array | readonly number[];

/** The mean of a sample is the expected one within 4 standard errors. */
export function expectMean(values: Numbers, expected: number): void {
  expect(Math.abs(meanOf(values) - expected)).toBeLessThan(4 * errorOf(values) + 1e-9);
}

/** The variance of a sample is the expected one within 4 standard errors. */
export function expectVariance(values: Numbers, expected: number): void {
  expect(Math.abs(varianceOf(values) - expected)).toBeLessThan(4 * varianceError(values) + 1e-9);
}

export function meanOf(values: Numbers): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function centralMoment(values: Numbers, order: number): number {
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) ** order;
  return sum / values.length;
}

export function varianceOf(values: Numbers): number {
  return centralMoment(values, 2);
}

export function errorOf(values: Numbers): number {
  return Math.sqrt(varianceOf(values) / values.length);
}

export function varianceError(values: Numbers): number {
  return Math.sqrt((centralMoment(values, 4) - varianceOf(values) ** 2) / values.length);
}
