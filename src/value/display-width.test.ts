import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padEnd, padStart, shorten, shortenStart } from './display-width.js';

const SIGNS = fc.string({ unit: fc.constantFrom('a', ' ', '円', '𠮷', 'e\u0301', '…', '😀', '\u200b') });

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['¥117.48', 7],
    ['円相場', 6],
    ['株式会社キタノ電気', 18],
    ['ＡＢＣ', 6],
    ['e\u0301', 1],
    ['zero\u200bwidth', 9],
    ['✓OF … “quoted” — €5', 19],
  ])('of %j is %i', (text, width) => expect(displayWidth(text)).toBe(width));
});

it('pads by display width', () => {
  expect(padStart('円', 4)).toBe('  円');
  expect(padEnd('円', 4)).toBe('円  ');
  expect(padEnd('円円円', 4)).toBe('円円円');
});

it('shortens by display width', () => {
  expect(shorten('July (through July 8, 2016)', 14)).toBe('July (through…');
  expect(shorten('円円円', 4)).toBe('円…');
  expect(shorten('円円', 4)).toBe('円円');
});

it('shortened at either end, fits', () => {
  fc.assert(
    fc.property(SIGNS, fc.integer({ min: 1, max: 30 }), (text, width) => {
      const short = shorten(text, width);
      expect(displayWidth(short)).toBeLessThanOrEqual(width);
      expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
    }),
  );
});

describe('shortenStart', () => {
  it.each([
    ['drafts/item-3.txt', 20, 'drafts/item-3.txt'],
    ['drafts/item-3.txt', 11, '…item-3.txt'],
    ['下書き/有価.txt', 8, '…価.txt'],
  ])('of %j in %i columns is %j', (text, width, expected) => {
    expect(shortenStart(text, width)).toBe(expected);
  });

  it('fits, and keeps the end', () => {
    fc.assert(
      fc.property(SIGNS, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const short = shortenStart(text, width);
        expect(displayWidth(short)).toBeLessThanOrEqual(width);
        expect(text.endsWith(short.replace(/^…/, ''))).toBe(true);
      }),
    );
  });
});
