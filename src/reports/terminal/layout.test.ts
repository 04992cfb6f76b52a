import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../value/display-width.js';
import { expandTabs, printable, wrap, wrapAfter } from './layout.js';

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
