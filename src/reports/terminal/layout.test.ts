import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, expandTabs, padEnd, padStart, printable, shorten, wrap, wrapAfter } from './layout.js';

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

describe('printable', () => {
  it('takes the teeth out of escape sequences and of marks that reverse writing', () => {
    expect(printable('\u001b[2Jred\u202e\u009b\ud800')).toBe('\ufffd[2Jred\ufffd\ufffd\ufffd');
    expect(printable('two\r\nlines\u2028and\u00a0more')).toBe('two lines and more');
    expect(printable('円\t😀')).toBe('円\t😀');
  });
});

describe('expandTabs', () => {
  it('goes to the next stop, counting wide characters', () => {
    expect(expandTabs('2014\t105.52')).toBe('2014    105.52');
    expect(expandTabs('円\tx')).toBe('円      x');
    expect(expandTabs('\tx', 6)).toBe('  x');
  });
});

describe('wrap', () => {
  it('keeps every word, and every line but a single long word within the width', () => {
    const word = fc.stringMatching(/^[a-z円✓]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 1, max: 30 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(displayWidth(line) <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });

  it('hangs the following lines under the first', () => {
    expect(wrapAfter('Likely cause: ', 'two adjacent digits swapped in it', 40)).toEqual([
      'Likely cause: two adjacent digits',
      '              swapped in it',
    ]);
  });
});

it('pads and shortens by display width', () => {
  expect(padStart('円', 4)).toBe('  円');
  expect(padEnd('円', 4)).toBe('円  ');
  expect(shorten('July (through July 8, 2016)', 14)).toBe('July (through…');
  expect(shorten('円円円', 4)).toBe('円…');
  expect(shorten('円円', 4)).toBe('円円');
});
