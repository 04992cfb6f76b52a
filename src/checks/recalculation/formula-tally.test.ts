import { describe, expect, it } from 'vitest';
import { FormulaTally } from './formula-tally.js';

describe('FormulaTally', () => {
  it.each([
    { fits: 2, misses: 1, fails: false },
    { fits: 5, misses: 2, fails: true },
    { fits: 6, misses: 2, fails: false },
    { fits: 100, misses: 3, fails: true },
    { fits: 9, misses: 0, fails: false },
  ])('$misses of $fits', ({ fits, misses, fails }) => {
    const tally = new FormulaTally();
    tally.add(['a'], fits, misses);
    expect(tally.fails(['a'])).toBe(fails);
  });

  it('adds what the same formula does elsewhere, under any of its keys', () => {
    const tally = new FormulaTally();
    tally.add(['t1', '% change'], 20, 1);
    tally.add(['t2', '% change'], 20, 1);
    expect(tally.fails(['t1', '% change'])).toBe(false);
    tally.add(['t3', '% change'], 20, 1);
    expect(tally.fails(['t1', '% change'])).toBe(true);
    expect(tally.fails(['t1'])).toBe(false);
  });
});
