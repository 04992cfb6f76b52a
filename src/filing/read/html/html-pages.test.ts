import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../limits.js';
import { readHtmlLayout } from './html-layout.js';

function blocksOf(source: string): string[] {
  const { text, blocks } = readHtmlLayout(
    { path: 'page.htm', text: source, start: 0, end: source.length },
    DEFAULT_LIMITS,
  );
  return blocks.map(
    ({ kind, from, to }) =>
      `${kind === 'text' ? '' : `${kind}: `}${text.slice(from, to).replace(/\s+/g, ' ')}`,
  );
}

/** Pages with a footer and, from the second, a header. */
function report(
  pages: readonly string[],
  header: (page: number) => string,
  footer: (page: number) => string,
): string {
  return pages
    .map(
      (page, index) =>
        `${index > 0 ? header(index + 1) : ''}${page}${footer(index + 1)}<hr style="page-break-after:always">`,
    )
    .join('');
}

const PAGES = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map((word) => `<p>${word} page of words.</p>`);

describe('page furniture', () => {
  it.each(['12', '- 12 -', 'Page 12 of 90', '<p>12</p>'])('takes %s for a page number', (number) => {
    expect(blocksOf(`<p>One.</p><div>${number}</div><p>Two.</p>`)[1]).toMatch(/^page-number: /);
  });

  it('takes pages with letters for numbers where they count on', () => {
    expect(blocksOf('<p>One.</p><p>F-1</p><p>Two.</p><p>F-2</p>')).toEqual([
      'One.',
      'page-number: F-1',
      'Two.',
      'page-number: F-2',
    ]);
    expect(blocksOf('<p>The fighter is the</p><p>F-15</p>')).toEqual(['The fighter is the', 'F-15']);
  });

  it('finds the lines that repeat where pages break', () => {
    const blocks = blocksOf(
      report(
        PAGES,
        () => '<div><a href="#top">Table of Contents</a></div>',
        (page) => `<div>Minato Foods | Form 10-K | ${page}</div>`,
      ),
    );
    expect(blocks.filter((block) => block.startsWith('running-header'))).toHaveLength(9);
    expect(blocks.filter((block) => block.endsWith('page of words.'))).toEqual(
      PAGES.map((page) => page.slice(3, -4)),
    );
  });

  it('leaves a heading that heads later pages as it stands first', () => {
    const blocks = blocksOf(
      report(
        PAGES,
        () => '<p><b>PART II</b></p>',
        (page) => `<p>${page}</p>`,
      ),
    );
    expect(blocks.filter((block) => block.endsWith('PART II'))).toEqual([
      'PART II',
      ...Array(3).fill('running-header: PART II'),
    ]);
  });

  it('takes a line for a running header that says it continues one', () => {
    const pages = [
      '<p><b>3. Taxes</b></p><p>Words.</p>',
      '<p><b>3. Taxes (Continued)</b></p><p>More words.</p>',
    ];
    expect(
      blocksOf(
        report(
          pages,
          () => '',
          (page) => `<p>${page}</p>`,
        ),
      ),
    ).toEqual([
      '3. Taxes',
      'Words.',
      'page-number: 1',
      'running-header: 3. Taxes (Continued)',
      'More words.',
      'page-number: 2',
    ]);
  });

  it('leaves lines that say what a table is in, and answers', () => {
    const lines = ['(in millions of yen)', 'Not applicable.'];
    for (const line of lines) {
      const blocks = blocksOf(
        report(
          PAGES,
          () => `<p>${line}</p>`,
          (page) => `<p>${page}</p>`,
        ),
      );
      expect(blocks.filter((block) => block === line)).toHaveLength(4);
    }
  });
});

describe('what a page break cuts', () => {
  const break_ = '<p>7</p><hr style="page-break-after:always">';

  it('joins a paragraph, with the page number behind it', () => {
    const source = `<p>Our sales of frozen fish in the year that ended in March grew by ¥23</p>${break_}<p>billion, or <b>5%</b>.</p><p>Costs fell.</p>`;
    const { text, blocks, map } = readHtmlLayout(
      { path: '-', text: source, start: 0, end: source.length },
      DEFAULT_LIMITS,
    );
    expect(blocksOf(source)).toEqual([
      'Our sales of frozen fish in the year that ended in March grew by ¥23 billion, or 5%.',
      'page-number: 7',
      'Costs fell.',
    ]);
    const bold = blocks[0]?.look.emphasis[0];
    expect(text.slice(bold?.from, bold?.to)).toBe('5%');
    const at = text.indexOf('billion');
    const [[start, end] = [0, 0]] = map.spansOf(at, at + 7);
    expect(source.slice(start, end)).toBe('billion');
  });

  it('joins a paragraph over several pages', () => {
    const part = 'and of the fish that we caught in the northern seas and sold in the markets of the';
    const blocks = blocksOf(`<p>We speak of the${break_}<p>${part}${break_}<p>${part}${break_}<p>east.`);
    expect(blocks).toEqual([`We speak of the ${part} ${part} east.`, ...Array(3).fill('page-number: 7')]);
  });

  it('does not join what begins anew', () => {
    expect(blocksOf(`<p>Our sales grew.</p>${break_}<p>so did costs.</p>`)).toHaveLength(3);
    expect(
      blocksOf(`<p>Our sales in the year that ended in March grew and</p>${break_}<p>Costs fell.</p>`),
    ).toHaveLength(3);
  });

  const rows = (labels: string[]): string =>
    labels.map((label) => `<tr><td>${label}</td><td>5</td><td>6</td></tr>`).join('');

  it('joins a table that goes on without headings', () => {
    const head = '<tr><td></td><td align=center>2023</td><td align=center>2022</td></tr>';
    const table = (inner: string): string => `<table>${inner}</table>`;
    expect(blocksOf(`${table(head + rows(['a', 'b']))}${break_}${table(rows(['c', 'd']))}<p>End.`)).toEqual([
      'table: 2023 2022 a 5 6 b 5 6 c 5 6 d 5 6',
      'page-number: 7',
      'End.',
    ]);
    expect(
      blocksOf(`${table(head + rows(['a', 'b']))}${break_}${table(head + rows(['c', 'd']))}`),
    ).toHaveLength(3);
  });
});
