import { describe, expect, it } from 'vitest';
import { murmur128, streamKey } from './stream-key.js';

describe('streamKey', () => {
  it('is MurmurHash3_x86_128 of the key, as the reference implementation gives it', () => {
    const bytes = new Uint8Array(Array.from({ length: 16 }, (_, index) => index));
    expect([...murmur128(new Int32Array(bytes.buffer))]).toEqual([
      1814415397, 1435599086, -363626380, -1985651729,
    ]);
    const vectors: [number, string, number, number[]][] = [
      [0, '', 0, [-2073736112, 1317733453, -819508980, 1382659568]],
      [1, 'risk/outage/severity', 0, [-259678678, 1066912081, 2007431139, 1775613182]],
      [1, 'risk/outage/severity', 1, [-258117687, -1744599751, -150507906, -1997667248]],
      [-7, 'factor/usd-jpy', 2 ** 33 + 5, [-169738218, -1671499614, 841880627, 1856519373]],
      [2 ** 53 - 1, 'event/地震', 243, [810899093, 1115843254, 1230172345, 1265097024]],
    ];
    for (const [seed, purpose, block, expected] of vectors) {
      expect([...streamKey(seed, purpose, block)]).toEqual(expected);
      expect([...streamKey(BigInt(seed), purpose, block)]).toEqual(expected);
    }
  });

  it('differs wherever seed, purpose or block differ, by half of its bits', () => {
    const keys: Int32Array[] = [];
    for (const seed of [0, 1, 2 ** 32, -1])
      for (const purpose of ['', 'a', 'b', 'a\0', 'risk/a', 'risk/ab', 'risk/a/b'])
        for (const block of [0, 1, 2, 2 ** 32]) keys.push(streamKey(seed, purpose, block));
    let differing = 0;
    let pairs = 0;
    let least = 128;
    for (let first = 0; first < keys.length; first++)
      for (let second = 0; second < first; second++) {
        const bits = hamming(keys[first] as Int32Array, keys[second] as Int32Array);
        differing += bits;
        pairs++;
        least = Math.min(least, bits);
      }
    expect(least).toBeGreaterThan(30);
    // The mean of `pairs` binomial(128, 1/2) numbers, within 4 standard errors.
    expect(Math.abs(differing / pairs - 64)).toBeLessThan((4 * Math.sqrt(32)) / Math.sqrt(pairs));
  });

  it('refuses what is no seed and no block', () => {
    for (const seed of [0.5, Number.NaN, Infinity, 2 ** 53, 2n ** 64n, -(2n ** 63n) - 1n])
      expect(() => streamKey(seed, 'x', 0)).toThrow(/^Unexpected seed/);
    for (const block of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(() => streamKey(1, 'x', block)).toThrow(/^Unexpected block/);
    expect(streamKey(2n ** 64n - 1n, 'x', 0)).toEqual(streamKey(-1, 'x', 0));
  });
});

function hamming(a: Int32Array, b: Int32Array): number {
  let bits = 0;
  for (let index = 0; index < a.length; index++) {
    let word = (a[index] as number) ^ (b[index] as number);
    for (; word !== 0; word &= word - 1) bits++;
  }
  return bits;
}
