import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../limits.js';
import type { Layout, RawBlock, RawCell } from '../layout.js';
import { readHtmlLayout } from './html-layout.js';

function layoutOf(text: string): Layout {
  return readHtmlLayout({ path: 'page.htm', text, start: 0, end: text.length }, DEFAULT_LIMITS);
}

/** Text of each block, white space as one space; the kind before it where it is not plain text. */
function blocksOf(source: string): string[] {
  const { text, blocks } = layoutOf(source);
  return blocks.map(
    ({ kind, from, to }) => `${kind === 'text' ? '' : `${kind}: `}${flat(text, { from, to })}`,
  );
}

function flat(text: string, { from, to }: { from: number; to: number }): string {
  return text.slice(from, to).replace(/\s+/g, ' ');
}

function first(source: string): RawBlock {
  return layoutOf(source).blocks[0] as RawBlock;
}

/** Emphasis of the first block: "B:words", "IU:words". */
function emphasisOf(source: string): string[] {
  const { text, blocks } = layoutOf(source);
  return (blocks[0]?.look.emphasis ?? []).map(
    (each) =>
      `${each.bold ? 'B' : ''}${each.italic ? 'I' : ''}${each.underlined ? 'U' : ''}:${flat(text, each)}`,
  );
}

function cellsOf(source: string): RawCell[] {
  return layoutOf(source).blocks.flatMap(({ table }) => table?.rows.flatMap(({ cells }) => cells) ?? []);
}

/** A table of two rows of figures, the cell in question in the first. */
function figures(cell: string): string {
  return `<table><tr>${cell}<td>5</td></tr><tr><td>Minato</td><td>7</td></tr></table>`;
}

describe('blocks', () => {
  it('parts text at block elements, and at the edges of the page', () => {
    expect(blocksOf('before<p>one</p><div>two<div>three</div>four</div>after')).toEqual([
      'before',
      'one',
      'two',
      'three',
      'four',
      'after',
    ]);
  });

  it('closes paragraphs and items that nobody closed', () => {
    expect(blocksOf('<p>one<p>two<ul><li>a<li>b<ul><li>c</ul>d</ul>')).toEqual([
      'one',
      'two',
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('joins lines that a single line break parts, and parts blocks at two', () => {
    expect(blocksOf('<p>Kitano<br>Denki<br><br/>Tokyo</p>')).toEqual(['Kitano Denki', 'Tokyo']);
  });

  it('begins and ends blocks at visible characters and counts leading no-break spaces as indent', () => {
    const source = '<p>\n &nbsp;&nbsp; <b> Sales </b>&nbsp;</p>';
    expect(blocksOf(source)).toEqual(['Sales']);
    expect(first(source).look.indent).toBe(2);
  });

  it('decodes references and drops characters that take no room', () => {
    const { text, map } = layoutOf('<p>A&amp;B&#146;s pro&shy;fit\u200b</p>');
    expect(text).toBe('A&B’s profit');
    expect(map.spansOf(0, 3)).toEqual([[3, 10]]);
    expect(map.spansOf(6, 12)).toEqual([
      [18, 21],
      [26, 29],
    ]);
  });

  it('does not part words at inline elements, nor at those it does not know', () => {
    expect(blocksOf('<p><span>Sa</span><font>les</font> of <ix:nonFraction>5</ix:nonFraction>%</p>')).toEqual(
      ['Sales of 5%'],
    );
  });

  it('parts words where a style leaves room between them', () => {
    expect(blocksOf('<div><span>(a)</span><span style="padding-left:12pt">Sales</span></div>')).toEqual([
      'list-item: (a) Sales',
    ]);
  });

  it.each([
    ['display:none', '<div style="display:none"><p>x</p></div>'],
    ['visibility:hidden', '<p style="visibility:hidden">x</p>'],
    ['hidden', '<p hidden>x</p>'],
    ['the header of inline XBRL', '<ix:header><ix:hidden><p>x</p></ix:hidden></ix:header>'],
    ['scripts, styles, titles', '<head><title>x</title></head><style>x</style><script>x</script>'],
    ['comments', '<!-- x -->'],
  ])('does not show %s', (_, mark) => {
    expect(blocksOf(`<p>before</p>${mark}<p>after</p>`)).toEqual(['before', 'after']);
  });

  it('ends what is hidden with the element around it', () => {
    expect(blocksOf('<div><span style="display:none">x</div><p>after</p>')).toEqual(['after']);
    expect(blocksOf('<p hidden>x<p>after<input hidden>this</p>')).toEqual(['afterthis']);
  });

  it('reads only the part of the source that it is given', () => {
    const text = '<p>one</p><p>two</p><p>three</p>';
    const {
      blocks,
      map,
      text: seen,
    } = readHtmlLayout({ path: '-', text, start: 10, end: 20 }, DEFAULT_LIMITS);
    expect(seen).toBe('two');
    expect(blocks).toHaveLength(1);
    expect(map.spansOf(0, 3)).toEqual([[13, 16]]);
  });
});

describe('look', () => {
  it('finds emphasis by element and by style, neighbours merged', () => {
    expect(
      emphasisOf(
        '<p><b>Item 3.</b> <b>Key</b> <span style="font-weight:700">Information</span> of <i><u>risk</u></i></p>',
      ),
    ).toEqual(['B:Item 3. Key Information', 'IU:risk']);
  });

  it('takes emphasis away where a style says so', () => {
    expect(
      emphasisOf('<div style="font-weight:bold">All <span style="font-weight:normal">but this</span></div>'),
    ).toEqual(['B:All']);
  });

  it('lets formatting go on in the next block until it is closed, but not out of a cell', () => {
    const { blocks } = layoutOf('<p><b>one<p>two</b><p>three');
    expect(blocks.map(({ look }) => look.emphasis.length)).toEqual([1, 1, 0]);
    expect(cellsOf(figures('<td><b>Kitano</td>')).map(({ bold }) => bold)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('closes what stands in the wrong order', () => {
    expect(emphasisOf('<p><b>one <i>two</b> three</i> four</p>')).toEqual(['B:one', 'BI:two', 'I:three']);
  });

  it.each([
    ['<p align=center>x</p>', 'center'],
    ['<div style="text-align:right"><p>x</p></div>', 'right'],
    ['<center>x</center>', 'center'],
    ['<p>x</p>', 'left'],
  ])('aligns %s', (source, align) => {
    expect(first(source).look.align).toBe(align);
  });

  it('adds up indents; that of the first line counts', () => {
    expect(first('<div style="margin-left:12px"><p style="text-indent:24px">x</p></div>').look.indent).toBe(
      6,
    );
    expect(first('<p style="padding-left:24px;text-indent:-12px">x</p>').look.indent).toBe(2);
  });

  it('tells font sizes in points', () => {
    expect(first('<p><font size="5">x</font></p>').look.size).toBe(18);
    expect(first('<p><font size="+1">x</font></p>').look.size).toBe(13.5);
    expect(first('<p style="font-size:9pt">x</p>').look.size).toBe(9);
    expect(first('<h2>x</h2>').look).toMatchObject({ size: 18, emphasis: [{ bold: true }] });
  });
});

describe('list items', () => {
  it.each([
    ['<p>&#8226;Sales grew</p>', '•'],
    ['<p>o &nbsp;Sales grew</p>', 'o'],
    ['<p>&#8211; Sales grew</p>', '–'],
    ['<p>(1) Sales grew</p>', '(1)'],
    ['<p>(iv) Sales grew</p>', '(iv)'],
    ['<p><font style="font-family:Wingdings">n</font> Sales grew</p>', 'n'],
    ['<table><tr><td>&#183;</td><td>Sales grew</td></tr></table>', '·'],
    [
      '<table><tr><td></td><td>1.</td><td>Sales grew</td></tr><tr><td></td><td>2.</td><td>So did costs</td></tr></table>',
      '1.',
    ],
  ])('%s begins with its marker', (source, marker) => {
    const { text, blocks } = layoutOf(source);
    const block = blocks[0] as RawBlock;
    expect(block).toMatchObject({ kind: 'list-item', marker });
    expect(flat(text, block)).toMatch(/Sales grew$/);
  });

  it('takes no word, number or heading for one', () => {
    expect(
      blocksOf(
        '<p>o</p><p>over</p><p>-5 of them</p><p>n words</p><p>A. Capital</p><p><b>(a) General</b></p>',
      ),
    ).toEqual(['o', 'over', '-5 of them', 'n words', 'A. Capital', '(a) General']);
  });

  it('parts the notes of one block at their line breaks', () => {
    expect(blocksOf('<p>________<br>(1) In yen.<br>(2) In dollars,<br>at 110.</p>')).toEqual([
      '________',
      'list-item: (1) In yen.',
      'list-item: (2) In dollars, at 110.',
    ]);
  });
});

describe('preformatted text', () => {
  const source = [
    '<p>Before.</p><PRE>',
    '  <b>Sales &amp; Costs</b>',
    '',
    '                    2023     2022',
    'Sales ...........  1,234    1,100',
    'Costs ...........    987      900',
    '',
    'Sales grew by 12% in the year,',
    'costs by 10%.',
    '</PRE><p>After.</p>',
  ].join('\n');

  it('is read as plain text: paragraphs and columns that line up', () => {
    const { blocks } = layoutOf(source);
    expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'text', 'table', 'text', 'text']);
    expect(blocksOf(source).filter((block) => !block.startsWith('table'))).toEqual([
      'Before.',
      'Sales & Costs',
      'Sales grew by 12% in the year, costs by 10%.',
      'After.',
    ]);
    expect(blocks[2]?.table?.layout).toBe('columns');
  });

  it('knows its places in the source', () => {
    const { text, map } = layoutOf(source);
    for (const words of ['Costs', '1,100', '12%']) {
      const at = text.indexOf(words);
      expect(map.spansOf(at, at + words.length).map(([start, end]) => source.slice(start, end))).toEqual([
        words,
      ]);
    }
    const at = text.indexOf('&');
    expect(map.spansOf(at, at + 1).map(([start, end]) => source.slice(start, end))).toEqual(['&amp;']);
  });
});
