import { describe, expect, it } from 'vitest';
import { SourceLines } from '../../filing/index.js';
import { displayWidth } from '../../value/display-width.js';
import { type Excerpt, excerptOf } from './excerpt.js';

/** The excerpt around the first `marked`, at 40 columns. */
function around(source: string, marked: string): Excerpt {
  const start = source.indexOf(marked);
  return excerptOf(source, new SourceLines(source), start, start + marked.length, 40);
}

/** What the carets stand under, for text one column a character wide. */
function underCarets({ text, from, width }: Excerpt): string {
  return text.slice(from, from + width);
}

const LONG = `${'many words before it '.repeat(40)}¥112.60 per $1.00 ${'and as many after '.repeat(40)}`;

describe('excerptOf', () => {
  it('shows a short line whole, tabs expanded', () => {
    const excerpt = around('first\n2014\t105.52\t92.96\r\nlast', '92.96');
    expect(excerpt).toEqual({ line: 2, text: '2014    105.52  92.96', from: 16, width: 5 });
  });

  it('cuts a long line around the place, at words', () => {
    const excerpt = around(LONG, '¥112.60');
    expect(underCarets(excerpt)).toBe('¥112.60');
    expect(excerpt.text).toMatch(/^….*before it ¥112\.60 per \$1\.00.*…$/);
    expect(displayWidth(excerpt.text)).toBeLessThanOrEqual(40);
  });

  it.each([
    ['at the start', 'Here it is, and then a good deal more text follows on.', 'Here'],
    ['at the end', 'A good deal of text stands before, and then here it is.', 'is.'],
    ['whole and longer than the width', LONG, LONG.slice(0, 200)],
  ])('keeps within the width where the place is %s', (_, source, marked) => {
    const excerpt = around(source, marked);
    expect(displayWidth(excerpt.text)).toBeLessThanOrEqual(40);
    expect(marked.startsWith(underCarets(excerpt).replace('…', ''))).toBe(true);
  });

  it('counts wide characters as two columns', () => {
    const excerpt = around('円相場は 112.60 である', '112.60');
    expect(excerpt).toMatchObject({ from: 9, width: 6 });
  });

  it('reads the neighbourhood only', () => {
    const source = `${'x'.repeat(5_000_000)} 112.60 ${'y'.repeat(5_000_000)}`;
    const lines = new SourceLines(source);
    // Reading all of it each time would take minutes and fail by the runner's time limit.
    for (let round = 0; round < 20_000; round += 1) excerptOf(source, lines, 5_000_001, 5_000_007, 80);
    expect(excerptOf(source, lines, 5_000_001, 5_000_007, 80).width).toBe(6);
  });
});
