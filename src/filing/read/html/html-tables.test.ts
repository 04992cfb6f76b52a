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

/** Rows of the first table: "column+columns:text" of each filled cell. */
function rowsOf(source: string): string[] {
  const { text, blocks } = layoutOf(source);
  const table = blocks.find((block) => block.table !== null)?.table;
  return (table?.rows ?? []).map(({ cells }) =>
    cells
      .filter(({ from, to }) => to > from)
      .map((cell) => `${cell.column}${cell.columns > 1 ? `+${cell.columns}` : ''}:${flat(text, cell)}`)
      .join(' | '),
  );
}

function cellsOf(source: string): RawCell[] {
  return layoutOf(source).blocks.flatMap(({ table }) => table?.rows.flatMap(({ cells }) => cells) ?? []);
}

/** A table of two rows of figures, the cell in question in the first. */
function figures(cell: string): string {
  return `<table><tr>${cell}<td>5</td></tr><tr><td>Minato</td><td>7</td></tr></table>`;
}

describe('tables', () => {
  it('gives cells the columns of the grid, with spans', () => {
    const source =
      '<table><tr><td></td><td colspan="3">2023</td></tr>' +
      '<tr><td rowspan=2>Kitano</td><td>$</td><td>5</td><td>)</td></tr><tr><td>$</td><td>6</td></tr></table>';
    expect(rowsOf(source)).toEqual(['1+3:2023', '0:Kitano | 1:$ | 2:5 | 3:)', '1:$ | 2:6']);
    expect(cellsOf(source)[2]).toMatchObject({ rows: 2 });
  });

  it('keeps empty cells, and leaves rows out that show nothing', () => {
    const source =
      '<table><tr><td/><td/></tr><tr><td>Kitano</td><td></td><td>5</td></tr><tr><td>Minato</td><td/><td>6</td></tr></table>';
    expect(rowsOf(source)).toEqual(['0:Kitano | 2:5', '0:Minato | 2:6']);
    expect(cellsOf(source)).toHaveLength(6);
  });

  it('tells how a cell looks', () => {
    const cell = (source: string) => cellsOf(figures(source))[0];
    expect(
      cell('<td align=right style="border-top:1pt solid;border-bottom:3px double">4</td>'),
    ).toMatchObject({ align: 'right', above: 1, below: 2 });
    expect(
      cell('<td style="padding:2px 1pt 2px 9pt"><div style="padding-left:9pt"><b>a</b> <b>b</b></div></td>'),
    ).toMatchObject({ indent: 4, bold: true, italic: false });
    expect(cell('<th>a</th>')).toMatchObject({ heading: true, align: 'center', bold: true });
    expect(cell('<td>4<hr></td>')).toMatchObject({ above: 0, below: 1 });
    expect(cell('<td><hr>4</td>')).toMatchObject({ above: 1, below: 0 });
    expect(cell('<td><p style="border-top:3px double">4</p></td>')).toMatchObject({ above: 2, below: 0 });
    expect(cell('<td><p align=center><i>a</i></p></td>')).toMatchObject({ align: 'center', italic: true });
    expect(
      cellsOf(
        `<table><tr style="border-top:1px solid"><td>a</td><td>5</td></tr><tr><td>b</td><td>6</td></tr></table>`,
      ).map(({ above }) => above),
    ).toEqual([1, 1, 0, 0]);
  });

  it('tells which characters are raised', () => {
    const { text } = layoutOf(figures('<td>Volume<sup>1</sup></td>'));
    const [cell] = cellsOf(figures('<td>Volume<sup>1</sup></td>'));
    expect(cell?.raised.map((range) => text.slice(range.from, range.to))).toEqual(['1']);
    expect(
      cellsOf(figures('<td>Volume<span style="position:relative;top:-3pt">1</span></td>'))[0]?.raised,
    ).toHaveLength(1);
  });

  it('parts the paragraphs and lines of a cell by a space, cells by a tab, rows by a line end', () => {
    const source =
      '<table><tr><td><p>Kitano<br>Denki</p><p>Tokyo</p></td><td>5</td></tr><tr><td>Minato</td><td>6</td></tr></table>';
    expect(layoutOf(source).text).toBe('Kitano Denki Tokyo\t5\nMinato\t6');
  });

  it('reads a row of stacked labels and figures as the rows that it shows', () => {
    const stacked =
      '<tr><td>Sales of<br>Costs</td><td></td><td>1,234<br>987</td><td><p>1,100</p><p>(900)</p></td></tr>';
    expect(
      rowsOf(
        `<table><tr><td></td><td></td><td>This<br>year</td><td>Last<br>year</td></tr>${stacked}</table>`,
      ),
    ).toEqual(['2:This year | 3:Last year', '0:Sales of | 2:1,234 | 3:1,100', '0:Costs | 2:987 | 3:(900)']);
  });

  it('does without end tags, rows and cells', () => {
    expect(rowsOf('<table><tr><td>a<td>5<tr><td>b<td>6</table>')).toEqual(['0:a | 1:5', '0:b | 1:6']);
    expect(rowsOf('<table><td>a</td><td>5</td></tr><tr>b<td>6</td></tr>')).toEqual([
      '0:a | 1:5',
      '0:b | 1:6',
    ]);
    expect(blocksOf('</td></table><p>x</tr></p>')).toEqual(['x']);
  });

  it('leaves out what takes no place', () => {
    const source =
      '<table><tr style="display:none"><td>x</td><td>1</td></tr><tr><td style="display:none">x</td><td>a</td><td>5</td></tr><tr><td>b</td><td>6</td></tr></table>';
    expect(rowsOf(source)).toEqual(['0:a | 1:5', '0:b | 1:6']);
    expect(blocksOf(`<p>one</p><table style="display:none"><tr><td>x</td><td>5</td></tr></table>`)).toEqual([
      'one',
    ]);
  });

  it('takes headings, prose, signatures and check boxes in tables for text', () => {
    expect(blocksOf('<table><tr><td>Item 1A.</td><td>Risk Factors</td></tr></table>')).toEqual([
      'Item 1A. Risk Factors',
    ]);
    const prose = 'We sell fish. '.repeat(40).trim();
    expect(
      blocksOf(
        `<table><tr><td>${prose}</td><td>${prose}</td></tr><tr><td>${prose}</td><td>b</td></tr></table>`,
      ),
    ).toEqual([`${prose} ${prose}`, `${prose} b`]);
    expect(
      blocksOf('<table><tr><td>Date</td><td>By:</td></tr><tr><td></td><td>/s/ A. Kitano</td></tr></table>'),
    ).toEqual(['Date By:', '/s/ A. Kitano']);
    expect(
      blocksOf(
        '<table><tr><td>Large filer ☐</td><td>Small filer ☒</td></tr><tr><td>Shell ☐</td><td>New ☐</td></tr></table>',
      ),
    ).toHaveLength(2);
  });

  it('takes a grid of short texts, a contents list and a single row of figures for tables', () => {
    const isTable = (source: string): boolean => first(source).kind === 'table';
    expect(
      isTable(
        '<table><tr><td>Name</td><td>Office</td></tr><tr><td>A. Kitano</td><td>President</td></tr></table>',
      ),
    ).toBe(true);
    expect(
      isTable(
        '<table><tr><td>Item 1.</td><td>Business</td><td>5</td></tr><tr><td>Item 1A.</td><td>Risk</td><td>9</td></tr></table>',
      ),
    ).toBe(true);
    expect(isTable('<table><tr><td>Sales</td><td>1,234</td><td>1,100</td></tr></table>')).toBe(true);
  });

  it('takes what a table lays out out of it, tables too', () => {
    const inner = '<table><tr><td>a</td><td>5</td></tr><tr><td>b</td><td>6</td></tr></table>';
    expect(blocksOf(`<table><tr><td><p>Sales</p>${inner}</td></tr><tr><td>End</td></tr></table>`)).toEqual([
      'Sales',
      'table: a 5 b 6',
      'End',
    ]);
  });
});
