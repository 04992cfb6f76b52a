import { describe, expect, it } from 'vitest';
import type { NamedRateSource } from '../../rates/index.js';
import { isOtherKind } from './kind-of-rate.js';

const sourceOf = (...names: string[]) =>
  ({ name: names[0] ?? '', names, description: '' }) as unknown as NamedRateSource;

describe('isOtherKind', () => {
  it.each([
    ['the selling rate', 'Kitano Bank', true],
    ['the selling rate', 'Kitano Bank selling', false],
    ['the TTB rate', 'Kitano Bank', true],
    ['the 5:00 p.m. closing rate', 'Kitano Bank', true],
    ['the closing exchange rate', 'Kitano Bank closing', false],
    ['the noon buying rate', 'Kitano Bank', false],
    ['the middle rate', 'Kitano Bank', false],
    ['selling expenses, which rose by much less than sales, and the rate', 'Kitano Bank', false],
  ])('%s of %s: %s', (text, name, isOther) => {
    expect(isOtherKind(text, sourceOf(name))).toBe(isOther);
  });
});
