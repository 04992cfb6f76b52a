import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VarintReader, VarintWriter } from './varint.js';

describe('varints', () => {
  it('read back what was written, beyond 32 bits too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 51), max: 2 ** 51 })), (numbers) => {
        const writer = new VarintWriter();
        for (const number of numbers) writer.signed(number);
        const reader = new VarintReader(writer.toBytes());
        expect(numbers.map(() => reader.signed())).toEqual(numbers.map((number) => number + 0));
        expect(reader.atEnd).toBe(true);
      }),
    );
  });

  it('keep small changes of either sign in one byte', () => {
    for (const number of [0, 63, -64]) {
      const writer = new VarintWriter();
      writer.signed(number);
      expect(writer.toBytes()).toHaveLength(1);
    }
  });

  it('refuse an end within a number, and a number past the safe integers', () => {
    expect(() => new VarintReader(Uint8Array.of(0x80)).unsigned()).toThrow('Unexpected end');
    expect(() => new VarintReader(new Uint8Array(9).fill(0xff)).unsigned()).toThrow('Unexpected end');
    expect(() => new VarintReader(Uint8Array.of(...new Uint8Array(8).fill(0xff), 1)).unsigned()).toThrow(
      'safe integer',
    );
  });
});
