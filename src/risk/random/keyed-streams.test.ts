import { expect, it } from 'vitest';
import { KeyedStreams } from './keyed-streams.js';
import { randomStream } from './xoshiro-stream.js';

it('gives the streams of their keys, in any order and again', () => {
  const streams = new KeyedStreams(-5);
  for (const [purpose, block] of [
    ['a', 0],
    ['a', 1],
    ['b', 2 ** 33],
    ['a', 0],
    ['', 3],
  ] as const) {
    const [found, expected] = [new Int32Array(20), new Int32Array(20)];
    const stream = streams.stream(purpose, block);
    const fresh = randomStream(-5, purpose, block);
    expect(stream.uniform()).toBe(fresh.uniform());
    stream.fillBits(found, 0, 20);
    fresh.fillBits(expected, 0, 20);
    expect(found).toEqual(expected);
  }
});

it('refuses what is no block', () => {
  expect(() => new KeyedStreams(1).stream('a', -1)).toThrow(/Unexpected block -1/);
  expect(() => new KeyedStreams(0.5).stream('a', 1)).toThrow(/Unexpected seed 0.5/);
});
