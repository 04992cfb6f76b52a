import { describe, expect, it } from 'vitest';
import { InputError } from '../../../value/index.js';
import { DEFAULT_LIMITS } from '../../limits.js';
import type { Layout } from '../layout.js';
import { readHtmlLayout } from './html-layout.js';

function layoutOf(text: string, limits = DEFAULT_LIMITS): Layout {
  return readHtmlLayout({ path: 'soup.htm', text, start: 0, end: text.length }, limits);
}

describe('hostile mark-up', () => {
  it.each([
    ['elements', '<div><span>x'],
    ['formatting', '<p><b><i>x'],
    ['tables', '<table><tr><td>x'],
    ['lists', '<ul><li>x'],
    ['closed in the wrong order', '<b><td><i><div>x</b>'],
    ['preformatted texts', '<pre>x</pre>'],
    ['preformatted texts that nobody closes', '<pre>x'],
    ['end tags', '</b></i></p></td></table>'],
    ['opened in a cell, closed outside', '<b><table><td></b><i>'],
  ])('ends on 100,000 nested or open %s', (_, part) => {
    const source = part.repeat(100_000);
    expect(layoutOf(source).text.length).toBeLessThanOrEqual(source.length);
  });

  it('ends on one word of millions of characters', () => {
    const source = `<p>${'x'.repeat(5_000_000)}</p>`;
    expect(layoutOf(source).blocks).toHaveLength(1);
  });

  it('reads cells that claim to span everything', () => {
    const source = `<table>${'<tr><td colspan=99999999 rowspan=99999999>1</td><td>2</td></tr>'.repeat(2000)}</table>`;
    expect(layoutOf(source).blocks).toHaveLength(1);
  });

  it('refuses more parts than the limit', () => {
    const source = `<table>${`<tr>${'<td/>'.repeat(1000)}</tr>`.repeat(1000)}</table>`;
    expect(() => layoutOf(source)).toThrow(InputError);
    expect(() => layoutOf('<p>a<p>b<p>c', { ...DEFAULT_LIMITS, maxParts: 2 })).toThrow(InputError);
  });
});
