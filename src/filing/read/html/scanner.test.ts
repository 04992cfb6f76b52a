import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSE, COMMENT, END, OPEN, Scanner, TEXT } from './scanner.js';

/** What the scanner stops at: text, "<name attributes>", "</name>", "<!comment". */
function tokens(source: string): string[] {
  const scanner = new Scanner(source, 0, source.length);
  const found: string[] = [];
  for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
    const range = source.slice(scanner.start, scanner.end);
    if (kind === TEXT) found.push(range);
    if (kind === OPEN) found.push(`<${scanner.tag?.name}${range}${scanner.selfClosing ? '/' : ''}>`);
    if (kind === CLOSE) found.push(`</${scanner.tag?.name}>`);
    if (kind === COMMENT) found.push(`<!${range}`);
    if (kind === OPEN && scanner.tag?.skipped) scanner.skip(scanner.tag);
  }
  return found;
}

/** The first ">" that no value holds: a quote opens one behind "=", where the same quote follows. */
function tagEnd(source: string): number {
  let last = '';
  for (let at = source.indexOf('x'); at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '>') return at;
    const close = last === '=' && (sign === '"' || sign === "'") ? source.indexOf(sign, at + 1) : -1;
    if (close >= 0) at = close;
    if (sign !== ' ') last = sign;
  }
  return source.length;
}

describe('Scanner', () => {
  it('reads tags in any case, with their attributes', () => {
    expect(tokens('<P ALIGN="center">Sales</P><td/>')).toEqual([
      '<p ALIGN="center">',
      'Sales',
      '</p>',
      '<td/>',
    ]);
  });

  it('passes over elements that mean nothing', () => {
    expect(tokens('a<ix:nonFraction name="x">5</ix:nonFraction><blink>b</blink>')).toEqual(['a', '5', 'b']);
  });

  it('takes a lone "<" for text', () => {
    expect(tokens('1 < 2 <3 <')).toEqual(['1 ', '< 2 ', '<3 ', '<']);
  });

  it('does not end a tag inside a quoted value', () => {
    expect(tokens('<p title="a > b" class=\'>\'>c')).toEqual(['<p title="a > b" class=\'>\'>', 'c']);
    expect(tokens('<p title="a>b')).toEqual(['<p title="a>', 'b']);
    expect(tokens("<p don't>b")).toEqual(["<p don't>", 'b']);
  });

  it('ends a tag where reading it sign by sign does', () => {
    const signs = fc.constantFrom('"', "'", '=', '>', '/', ' ', 'a', '="', '"b" ', '">');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (inside) => {
        const source = `<p x${inside.join('')}>'">`;
        const scanner = new Scanner(source, 0, source.length);
        scanner.next();
        expect(scanner.selfClosing ? scanner.end + 1 : scanner.end).toBe(tagEnd(source));
      }),
      { numRuns: 3000 },
    );
  });

  it('passes over declarations, processing instructions and marked sections, and stops at comments', () => {
    expect(tokens('<?xml version="1.0"?><!DOCTYPE html><![CDATA[<b>]]><!-- a > b -->c')).toEqual([
      '<! a > b ',
      'c',
    ]);
    expect(tokens('a<!-- never closed')).toEqual(['a', '<! never closed']);
  });

  it('passes over what is no text of the page', () => {
    expect(tokens('<style>p > b { }</style><script>if (a<b) "</p>"</SCRIPT>c<title>d')).toEqual([
      '<style>',
      '</style>',
      '<script>',
      '</script>',
      'c',
      '<title>',
      'd',
    ]);
  });

  it('ends at the nearest end tag, in small letters or capitals', () => {
    expect(tokens('<TITLE>a</TITLE>b<title>c</title>d')).toEqual([
      '<title>',
      '</title>',
      'b',
      '<title>',
      '</title>',
      'd',
    ]);
    expect(tokens('<title>a</TITLE>b<title>c</title>d</TITLE>')).toEqual([
      '<title>',
      '</title>',
      'b',
      '<title>',
      '</title>',
      'd',
      '</title>',
    ]);
  });

  it('is linear where nothing is ever closed', () => {
    for (const soup of ['<p a="', '<!-', '<!--', '<![CDATA[', '<title>', '</', '<?']) {
      expect(tokens(soup.repeat(100_000)).length).toBeLessThanOrEqual(300_000);
    }
  });
});
