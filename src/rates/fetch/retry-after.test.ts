import { describe, expect, it } from 'vitest';
import { retryAfter } from './retry-after.js';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sunday, 22-Nov-26 10:00:30 GMT', 30_000],
    ['Sun Nov 22 10:00:30 2026', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
    [null, null],
  ])('%s is %s ms', (header, expected) => {
    expect(retryAfter(header, NOW)).toBe(expected);
  });
});
