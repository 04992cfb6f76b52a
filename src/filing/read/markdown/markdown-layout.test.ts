import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../limits.js';
import type { Layout, RawBlock } from '../layout.js';
import { readMarkdownLayout } from './markdown-layout.js';

function layoutOf(text: string): Layout {
  return readMarkdownLayout({ path: 'draft.md', text, start: 0, end: text.length }, DEFAULT_LIMITS);
}

/** Kind, look and text of each block; of a table its rows. */
function blocksOf(source: string): string[] {
  const { text, blocks } = layoutOf(source);
  return blocks.map((block) => (block.table === null ? wordsOf(block, text) : tableOf(block, text)));
}

function wordsOf({ kind, from, to, marker, look }: RawBlock, text: string): string {
  const marks = look.emphasis.map(
    (mark) =>
      `${mark.bold ? 'b' : ''}${mark.italic ? 'i' : ''}${mark.underlined ? 'u' : ''}(${text.slice(mark.from, mark.to)})`,
  );
  const parts = [kind, marker, look.size || '', look.align === 'center' ? 'centred' : '', ...marks];
  return `${parts.filter((part) => part !== '' && part !== null).join(' ')}: ${text.slice(from, to)}`;
}

function tableOf({ table }: RawBlock, text: string): string {
  return `table: ${table?.rows.map(({ cells }) => cells.map(({ from, to }) => text.slice(from, to)).join('|')).join(' / ')}`;
}

describe('readMarkdownLayout', () => {
  it('reads headings, and hides what marks them', () => {
    expect(blocksOf('# PART I\n### Item 3. Key Information ##\nWords.\n\nRates\n=====\n')).toEqual([
      'text 24 b(PART I): PART I',
      'text 14 b(Item 3. Key Information): Item 3. Key Information',
      'text: Words.',
      'text 24 b(Rates): Rates',
    ]);
  });

  it('joins a heading that a converter has parted', () => {
    expect(blocksOf('## Item 3.\n\n## Key Information\n##.\n## .\n## Other')).toEqual([
      'text 18 b(Item 3.\nKey Information): Item 3.\nKey Information',
      'text: ##.',
      'text 18 b(.): .',
      'text 18 b(Other): Other',
    ]);
  });

  it('reads emphasis, links, escapes and character references', () => {
    expect(
      blocksOf('We *made* **¥1,200** million\\. See [Item 5](#item-5 "x") &amp; ![logo](a.png)more.'),
    ).toEqual(['text i(made) b(¥1,200): We made ¥1,200 million. See Item 5 & more.']);
    expect(blocksOf('***Copper*** may fall, __and__ <u>so</u> may _we_.')).toEqual([
      'text bi(Copper) b(and) u(so) i(we): Copper may fall, and so may we.',
    ]);
  });

  it('takes signs that mark nothing for what they are', () => {
    const plain = 'Severance pay** and 2 * 3 and a_b_c [1] (2) and AT&T <5 cables';
    expect(blocksOf(plain)).toEqual([`text: ${plain}`]);
  });

  it('reads lists, quotes, and the notes below a table', () => {
    expect(blocksOf('- first\n- second\n  goes on\n\n* a note\n** another\n\n> quoted\n\n(a) third')).toEqual(
      [
        'list-item -: - first',
        'list-item -: - second\n  goes on',
        'list-item *: * a note',
        'text **: ** another',
        'text: quoted',
        'list-item (a): (a) third',
      ],
    );
  });

  it('centres what stands in a centred element, and hides its tags', () => {
    expect(blocksOf("<div align='center'>FORM 20-F\n\nFiscal 2006</div>\n\nWords<br>more.")).toEqual([
      'text centred: FORM 20-F',
      'text centred: Fiscal 2006',
      'text: Words more.',
    ]);
  });

  it('reads tables between pipes, with escaped ones and without the line below the head', () => {
    expect(
      blocksOf('| | 2005 | 2006 |\n|:--|--:|--:|\n| Sales \\| net | 1,200 | (90) |\n| Costs | — | 5 |'),
    ).toEqual(['table: |2005|2006 / Sales | net|1,200|(90) / Costs|—|5']);
    const { blocks } = layoutOf('| | 2005 |\n|:--|--:|\n| Sales | **1,200** |');
    const [head, row] = blocks[0]?.table?.rows ?? [];
    expect(head?.cells.map(({ heading }) => heading)).toEqual([true, true]);
    expect(row?.cells[1]).toMatchObject({ align: 'right', bold: true, heading: false });
    expect(blocksOf('| Sales | 1,200\n| Costs | 800\n\nWords.')).toEqual([
      'table: Sales|1,200 / Costs|800',
      'text: Words.',
    ]);
  });

  it('reads a cell whose words run over lines', () => {
    expect(blocksOf('| | Year ended \n\n  2006 |\n| Sales | 1,200 |')).toEqual([
      'table: |Year ended \n\n  2006 / Sales|1,200',
    ]);
  });

  it('takes a table that only lays words out for words', () => {
    expect(
      blocksOf(
        '| Kitano Denki Co., Ltd. |\n| Notes |\n\n| ● | | We may lose a plant. |\n\n| Item 4. | Information |',
      ),
    ).toEqual([
      'text: Kitano Denki Co., Ltd.',
      'text: Notes',
      'list-item ●: ● We may lose a plant.',
      'text: Item 4. Information',
    ]);
  });

  it('tells page numbers and what pages begin with', () => {
    const page = (number: number) =>
      `### Page ${number} {#page-${number}}\n\nKitano Denki\n\nWords of page ${number}.\n`;
    expect(blocksOf([1, 2, 3].map(page).join('\n')).slice(0, 3)).toEqual([
      'page-number 14: Page 1',
      'running-header: Kitano Denki',
      'text: Words of page 1.',
    ]);
  });

  it('joins a paragraph over a page', () => {
    const before = 'Competition for people who know how to splice deep-sea cable is';
    expect(blocksOf(`${before}\n\n### Page 2\n\nkeen.`)).toEqual([
      `text: ${before}\nkeen.`,
      'page-number 14: Page 2',
    ]);
  });

  it('keeps the law of places, whatever it is given', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '# ',
        '| ',
        ' |\n',
        '|---|---|\n',
        '**',
        '*',
        '_',
        '\\',
        '[a](b)',
        '&copy;',
        '<br>',
        '- ',
        '{#a}',
        '> ',
        '<!--',
        '-->',
        '### Page 2\n\n',
        'words and',
        ' 1,200 ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        const { text, map, blocks } = layoutOf(source);
        for (const { from, to, table } of blocks) {
          for (const range of [{ from, to }, ...(table?.rows.flatMap(({ cells }) => cells) ?? [])]) {
            const spans = map.spansOf(range.from, range.to);
            expect(spans.every(([start, end]) => start >= 0 && start < end && end <= source.length)).toBe(
              true,
            );
            const shown = spans.map(([start, end]) => source.slice(start, end)).join('');
            const bare = (held: string) => held.replaceAll('&copy;', '©').replace(/\s/g, '');
            expect(bare(shown)).toBe(bare(text.slice(range.from, range.to)));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it.each([
    '*a ',
    '*a _b ',
    '[',
    '[a](',
    '<a ',
    '<!-- ',
    '<!--a-->',
    '&amp;',
    '| a | b\n',
    '|a\n\n',
    '- ',
    '`',
    '<a><b>',
    '|',
  ])('comes to an end on %j, repeated', (mark) => {
    expect(layoutOf(`# a\n${mark.repeat(50_000)}`).blocks.length).toBeGreaterThan(0);
  });
});
