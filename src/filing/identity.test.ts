import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyMaker, normalized } from './identity.js';

const keyOf = (...parts: (string | number | null)[]) => new KeyMaker().key(...parts);

describe('KeyMaker', () => {
  it('makes keys of 12 hex digits that stay the same from release to release', () => {
    expect(keyOf('figure', 'item-5', 'Net sales of cable', 'JPY', null, 13_238)).toMatchInlineSnapshot(
      `"ce8c7fe1bc94"`,
    );
    expect(keyOf('risk-factor', 'Our rates may move against us.')).toMatchInlineSnapshot(`"1c6a5d0ff79c"`);
  });

  it('does not see case, punctuation and runs of space', () => {
    expect(keyOf('figure', 'Net sales: cable,  wire')).toBe(
      keyOf('figure', 'net SALES cable wire.'.slice(0, -1)),
    );
    expect(keyOf('“Café” bonds')).toBe(keyOf('café  bonds'));
  });

  it('sees the order of parts, where one ends, and what is missing', () => {
    const keys = [keyOf('a', 'b'), keyOf('b', 'a'), keyOf('ab'), keyOf('a b'), keyOf('a'), keyOf('a', null)];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf('a', null, 7)).not.toBe(keyOf('a', 7, null));
  });

  it('tells like things apart by their order', () => {
    const keys = new KeyMaker();
    const three = [keys.key('figure', 'cash'), keys.key('figure', 'cash'), keys.key('figure', 'cash')];
    expect(new Set(three).size).toBe(3);
    expect(three[0]).toBe(keyOf('figure', 'cash'));
  });

  it('spreads names that differ in little', () => {
    const keys = new KeyMaker();
    const found = new Set<string>();
    for (let number = 0; number < 100_000; number += 1)
      found.add(keys.key('figure', `note ${number}`, number % 7));
    expect(found.size).toBe(100_000);
  });

  it('hashes a name as it is normalized', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(keyOf(name)).toBe(keyOf(normalized(name)));
      }),
    );
  });
});
