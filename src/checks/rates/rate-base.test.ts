import { describe, expect, it } from 'vitest';
import { otherBase } from './rate-base.js';

describe('otherBase', () => {
  it.each([
    ['U.S. dollars per ¥100:', '¥100'],
    ['in yen per U.S. $100', 'U.S. $100'],
    ['dollars per ¥1,000 in New York', '¥1,000'],
    ['dollars per 100 Japanese yen', '100 Japanese yen'],
    ['dollars per KRW 1,000', 'KRW 1,000'],
    ['dollars per thousand won', 'thousand won'],
    ['yen per U.S. $1.00', null],
    ['yen per $1', null],
    ['won per US$1.0000', null],
    ['yen per $105', null],
    ['yen per 100 shares', null],
    ['one euro in dollars', null],
  ])('%s: %s', (text, base) => {
    expect(otherBase(['Exchange rates', text])).toBe(base);
  });
});
