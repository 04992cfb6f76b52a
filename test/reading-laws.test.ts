import { describe, expect, it } from 'vitest';
import { brokenLaws } from '../bench/filing-laws.js';
import { randomCase } from '../bench/fuzz-cases.js';
import { Random } from '../bench/random.js';
import { readFiling } from '../src/filing/index.js';
import { InputError } from '../src/value/index.js';

/** The fuzz run in small, over noise alone; `npm run bench:fuzz` does the same to real filings. */
describe('whatever is read', () => {
  it('is refused with an InputError or keeps every law of a filing', () => {
    const random = new Random(20_24);
    let read = 0;
    for (let index = 0; index < 300; index += 1) {
      const { name, bytes } = randomCase(random, []);
      try {
        expect(brokenLaws(readFiling(bytes)), `case ${index}, ${name}`).toEqual([]);
        read += 1;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    expect(read).toBeGreaterThan(30);
  });

  it('would be told from what breaks them', () => {
    const filing = readFiling('<html><body><p>We sold 1,234 cars for $5 million.</p></body></html>');
    expect(brokenLaws(filing)).toEqual([]);
    const moved = filing.figures.map((figure) => ({
      ...figure,
      spans: figure.spans.map(([a, b]) => [a + 1, b + 1] as const),
    }));
    expect(brokenLaws({ ...filing, figures: moved })).not.toEqual([]);
    const twins = filing.figures.map((figure) => ({ ...figure, key: 'same' }));
    expect(brokenLaws({ ...filing, figures: twins })).toContain('two figures with one key');
  });
});
