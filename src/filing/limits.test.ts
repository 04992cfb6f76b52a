import { describe, expect, it } from 'vitest';
import { bounded, tooLarge } from './limits.js';

const MEGABYTE = 1024 * 1024;

describe('a source over the limit', () => {
  it.each([
    [3 * MEGABYTE, MEGABYTE, 'a.txt holds 3.0 MB, over the limit of 1.0 MB'],
    [20_480, 10_485, 'a.txt holds 20.0 kB, over the limit of 10.2 kB'],
    [3 * MEGABYTE, 7, 'a.txt holds 3.0 MB, over the limit of 7 bytes'],
    [MEGABYTE + 1, MEGABYTE, 'a.txt holds 1,048,577 bytes, over the limit of 1,048,576 bytes'],
    [null, 10_485, 'a.txt holds more than the limit of 10.2 kB'],
  ])('of %j bytes, where %i may be read', (bytes, maxBytes, message) => {
    expect(tooLarge('a.txt', bytes, { maxBytes }).message).toBe(
      `${message}: raise it with --max-size if the file is right`,
    );
  });

  it('begins one byte above it', () => {
    expect(() => bounded('a.txt', 7, { maxBytes: 7 })).not.toThrow();
    expect(() => bounded('a.txt', 8, { maxBytes: 7 })).toThrow(/holds 8 bytes, over the limit of 7 bytes/);
  });
});
