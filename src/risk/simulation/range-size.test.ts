import { describe, expect, it } from 'vitest';
import { RangeSize } from './range-size.js';

describe('the size of a range of blocks', () => {
  it('begins small, grows, and never passes what is left', () => {
    const size = new RangeSize(1);
    expect(size.next(1000)).toBe(16);
    expect(size.next(2)).toBe(2);
    // As fast as arriving at once: at most sixteen times as many each time, 256 in the end.
    for (let range = 0; range < 3; range++) size.arrived(1000);
    const grown = size.next(1000);
    expect(grown).toBeGreaterThan(16);
    expect(grown).toBeLessThanOrEqual(256);
  });

  it('leaves each of several threads some of the last blocks', () => {
    const size = new RangeSize(2);
    expect(size.next(9)).toBe(2);
    expect(size.next(1)).toBe(1);
  });
});
