import { describe, expect, it } from 'vitest';
import { goesOnOverPage } from './broken-paragraphs.js';

const LONG = 'Competition for people who know how to splice deep-sea cable is';

describe('goesOnOverPage', () => {
  it.each([
    [LONG, 'keen, and we may lose some.', true],
    [LONG, 'étroite.', true],
    ['We make cable, rope and', 'wire.', true],
    ['See the table of', 'rates.', true],
    [LONG, 'Keen.', false],
    [`${LONG} keen.`, 'and so on.', false],
    [`${LONG} “keen.”`, 'and so on.', false],
    ['Exchange Rates', 'fluctuate.', false],
    [LONG, '12', false],
  ])('%j before %j: %j', (before, after, expected) => {
    const text = `${before}\n\n- 12 -\n\n${after}`;
    const next = text.length - after.length;
    expect(goesOnOverPage(text, 0, before.length, next, text.length)).toBe(expected);
  });
});
