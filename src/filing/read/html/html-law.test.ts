import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../limits.js';
import type { Layout, TextRange } from '../layout.js';
import { readHtmlLayout } from './html-layout.js';
import { readReference } from './references.js';

function layoutOf(text: string): Layout {
  return readHtmlLayout({ path: 'soup.htm', text, start: 0, end: text.length }, DEFAULT_LIMITS);
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

function decoded(source: string): string {
  let out = '';
  for (let at = 0; at < source.length; ) {
    const reference = source.charAt(at) === '&' ? readReference(source, at, source.length) : null;
    out += reference?.text ?? source.charAt(at);
    at = reference?.end ?? at + 1;
  }
  return out;
}

/** The law: what a range shows is what its spans hold, in order, inside the source. */
function holdsTo(source: string, { text, map }: Layout, { from, to }: TextRange): void {
  const spans = map.spansOf(from, to);
  for (const [start, end] of spans) {
    expect(start).toBeLessThan(end);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(source.length);
  }
  expect(bare(text.slice(from, to))).toBe(
    bare(spans.map(([start, end]) => decoded(source.slice(start, end))).join('')),
  );
}

const OPENING = [
  '<p>',
  '<P align=center>',
  '<div style="page-break-before:always">',
  '<div style="display:none">',
  '<b>',
  '<i>',
  '<font size=2>',
  '<span style="font-weight:700;padding-left:9pt">',
  '<table>',
  '<table border=0>',
  '<pre>',
  '<pre>',
  '<tr>',
  '<td>',
  '<td colspan=3>',
  '<td rowspan="9">',
  '<td/>',
  '<th>',
  '<tbody>',
  '<ul>',
  '<li>',
  '<br>',
  '<br/>',
  '<hr>',
  '<hr style="page-break-after:always"/>',
  '<sup>',
  '<ix:header>',
  '<ix:nonFraction>',
  '<title>',
  '<style>',
  '<!--',
  '<![CDATA[',
  '<a href="',
  '<p hidden',
];
const CLOSING = [
  '</p>',
  '</div>',
  '</b>',
  '</i>',
  '</font>',
  '</span>',
  '</table>',
  '</pre>',
  '</tr>',
  '</td>',
  '</th>',
  '</tbody>',
  '</ul>',
  '</li>',
  '</sup>',
  '</ix:header>',
  '</title>',
  '-->',
  ']]>',
  '>',
  '</',
];
const WORDS = [
  'Sales',
  ' of ',
  '1,234',
  '(5',
  ')',
  '$',
  '—',
  '12',
  'F-2',
  'F-3',
  'Page 3 of 9',
  '(1) ',
  '• ',
  'Part II',
  'and the',
  'words',
  '&nbsp;',
  '&#160;',
  '&amp;',
  '&',
  '&#146;',
  '&shy;',
  '\u00ad',
  '\u200b',
  '\u00a0',
  '\u3000',
  '\n',
  ' ',
  '𝟙',
  '&#x1d7d9;',
  '<',
  '1 < 2',
];
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...OPENING) },
      { weight: 3, arbitrary: fc.constantFrom(...CLOSING) },
      { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

describe('the layout of any mark-up', () => {
  it('keeps text and spans together, in blocks that follow one another', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const layout = layoutOf(source);
        let end = 0;
        for (const block of layout.blocks) {
          expect(block.from).toBeGreaterThanOrEqual(end);
          expect(block.to).toBeGreaterThan(block.from);
          end = block.to;
          holdsTo(source, layout, block);
          expect(layout.text.slice(block.from, block.to)).toBe(
            layout.text.slice(block.from, block.to).trim(),
          );
          for (const { from, to } of block.look.emphasis)
            expect([from >= block.from, to <= block.to, from < to]).toEqual([true, true, true]);
          if (block.marker !== null)
            expect(layout.text.slice(block.from, block.to).startsWith(block.marker)).toBe(true);
          for (const cell of block.table?.rows.flatMap(({ cells }) => cells) ?? []) {
            expect([cell.from >= block.from, cell.to <= block.to, cell.to >= cell.from]).toEqual([
              true,
              true,
              true,
            ]);
            holdsTo(source, layout, cell);
          }
        }
        expect(layout.text.slice(end).trim()).toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('shows the same with tags of inline XBRL and without', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Sales of ',
            '5',
            '<b>',
            '</b>',
            '<p>',
            '</p>',
            '<td>',
            '<table><tr><td>',
            '</table>',
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          const tagged = parts.map((part) => `<ix:nonFraction name="x">${part}</ix:nonFraction>`).join('');
          const shown = (layout: Layout): unknown => ({ text: layout.text, blocks: layout.blocks });
          expect(shown(layoutOf(tagged))).toEqual(shown(layoutOf(parts.join(''))));
        },
      ),
    );
  });
});
