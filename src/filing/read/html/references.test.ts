import { describe, expect, it } from 'vitest';
import { readReference } from './references.js';

function read(source: string): [text: string, rest: string] | null {
  const reference = readReference(source, 0, source.length);
  return reference === null ? null : [reference.text, source.slice(reference.end)];
}

describe('readReference', () => {
  it.each([
    ['&amp;B', '&', 'B'],
    ['&nbsp;x', '\u00a0', 'x'],
    ['&#160;x', '\u00a0', 'x'],
    ['&#xA0;x', '\u00a0', 'x'],
    ['&#8217;s', '’', 's'],
    ['&#x2019;s', '’', 's'],
    ['&mdash;', '—', ''],
    ['&Eacute;', 'É', ''],
    ['&frac12;', '½', ''],
    ['&yen;5', '¥', '5'],
    ['&thinsp;', '\u2009', ''],
  ])('reads %s', (source, text, rest) => {
    expect(read(source)).toEqual([text, rest]);
  });

  it('takes numbers from 128 to 159 for Windows-1252, as pages mean them', () => {
    expect(['&#146;', '&#147;', '&#150;', '&#x97;', '&#128;'].map((each) => read(each)?.[0])).toEqual([
      '’',
      '“',
      '–',
      '—',
      '€',
    ]);
  });

  it('reads old names and numbers without a semicolon, new names only with one', () => {
    expect(read('&nbspx')).toEqual(['\u00a0', 'x']);
    expect(read('&ampere')).toEqual(['&', 'ere']);
    expect(read('&#160x')).toEqual(['\u00a0', 'x']);
    expect(read('&mdash x')).toBeNull();
  });

  it('leaves what is no reference', () => {
    expect(['& Co', '&T', '&;', '&#;', '&#x;', '&unknown;', '&'].map(read)).toEqual(Array(7).fill(null));
  });

  it('does not read over the end of a run', () => {
    expect(readReference('&amp;', 0, 3)).toBeNull();
    expect(readReference('&#8217;', 0, 4)).toEqual({ text: 'R', end: 4 });
  });

  it('stands for no character that is none', () => {
    expect(['&#0;', '&#xD800;', '&#x110000;', `&#${'9'.repeat(40)};`].map((each) => read(each)?.[0])).toEqual(
      Array(4).fill('\ufffd'),
    );
    expect(read('&#0000000000000038;')).toEqual(['&', '']);
  });
});
