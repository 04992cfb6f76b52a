import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/xoshiro-stream.js';
import { simulateSharedEvent } from './shared-events.js';
import { thinnedCounts } from './thinned-counts.js';

const QUAKE = { id: 'quake', name: 'Earthquake', perYear: 0.5, occurs: null };

describe('a shared event', () => {
  it('occurs as a Poisson number in each trial', () => {
    const counts = countsOf(QUAKE, 4096);
    const mean = counts.reduce((sum, count) => sum + count, 0) / 4096;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 4096;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(0.5 / 4096));
    // The fourth central moment of a Poisson number is mean + 3 mean².
    expect(Math.abs(variance - 0.5)).toBeLessThan(4 * Math.sqrt((0.5 + 3 * 0.25 - 0.25) / 4096));
  });

  it('draws from a stream of its own, so that two events are independent and one is always the same', () => {
    expect(countsOf(QUAKE, 4096)).toEqual(countsOf(QUAKE, 4096));
    const other = countsOf({ ...QUAKE, id: 'default' }, 4096);
    const product =
      countsOf(QUAKE, 4096).reduce(
        (sum, count, trial) => sum + (count - 0.5) * ((other[trial] as number) - 0.5),
        0,
      ) / 4096;
    expect(Math.abs(product)).toBeLessThan(4 * Math.sqrt(0.25 / 4096));
  });

  it('occurs once in every trial, or in none, as a scenario has it', () => {
    expect(countsOf({ ...QUAKE, occurs: true }, 10)).toEqual(new Int32Array(10).fill(1));
    expect(countsOf({ ...QUAKE, occurs: false }, 10)).toEqual(new Int32Array(10));
    expect(countsOf({ ...QUAKE, perYear: 0 }, 10)).toEqual(new Int32Array(10));
  });

  it.each([-1, Number.NaN, 1e6])('refuses %d a year', (perYear) => {
    expect(() => countsOf({ ...QUAKE, perYear }, 10)).toThrow(
      `Unexpected ${perYear} a year for the shared event "quake"`,
    );
  });
});

describe('what follows from it', () => {
  it('is a part of its occurrences, never more', () => {
    const counts = Int32Array.from({ length: 4096 }, (_, trial) => trial % 4);
    const kept = new Int32Array(4096);
    thinnedCounts(counts, 4096, 0.3, randomStream(1, 'thin', 0), kept);
    expect(kept.every((count, trial) => count >= 0 && count <= (counts[trial] as number))).toBe(true);
    const mean = kept.reduce((sum, count) => sum + count, 0) / 4096;
    expect(Math.abs(mean - 0.45)).toBeLessThan(4 * Math.sqrt((1.5 * 0.21) / 4096));
    thinnedCounts(counts, 4096, 1, randomStream(1, 'thin', 0), kept);
    expect(kept).toEqual(counts);
  });
});

function countsOf(event: Parameters<typeof simulateSharedEvent>[0], trials: number): Int32Array {
  const out = new Int32Array(trials).fill(9);
  simulateSharedEvent(event, { trials, stream: (purpose) => randomStream(3, purpose, 0) }, out);
  return out;
}
