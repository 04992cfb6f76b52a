import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawCell, RawTable } from '../read/layout.js';
import { logicalRows } from './logical-rows.js';

/** A cell of a grid: its text, and how many columns it stands over. "^" before a text: raised. */
type Spec = string | readonly [text: string, columns: number];

/** Lays out rows of cells one after the other, as a page does. */
function grid(...lines: readonly (readonly Spec[])[]): { text: string; table: RawTable } {
  let text = '';
  const rows = lines.map((line) => {
    let column = 0;
    const cells = line.map((spec): RawCell => {
      const [printed, columns] = typeof spec === 'string' ? [spec, 1] : spec;
      const isRaised = printed.startsWith('^');
      const from = text.length;
      text += isRaised ? printed.slice(1) : printed;
      const to = text.length;
      text += '\t';
      column += columns;
      return {
        from,
        to,
        column: column - columns,
        columns,
        rows: 1,
        align: 'left',
        indent: 0,
        bold: false,
        italic: false,
        above: 0,
        below: 0,
        heading: false,
        raised: isRaised ? [{ from, to }] : [],
      };
    });
    return { cells, indent: 0 };
  });
  return { text, table: { layout: 'grid', rows } };
}

/** The cells as a reader sees them: "column:text", "first-last:text" over several. */
function seen(...lines: readonly (readonly Spec[])[]): string[][] {
  const { text, table } = grid(...lines);
  return logicalRows(text, table).map(({ cells }) =>
    cells.map(({ column, columns, from, to }) => {
      const place = columns === 1 ? `${column}` : `${column}-${column + columns - 1}`;
      return `${place}:${text.slice(from, to).replaceAll('\t', ' ')}`;
    }),
  );
}

describe('logicalRows', () => {
  it('puts figures together that cells split', () => {
    expect(
      seen(
        ['Sales', '', '$', '1,234', '', '', '$', '(322', ')'],
        ['Margin', '', '', '12.5', '%', '', '', '(3.1', ')%'],
        ['Other', '', '', '—', '', '', '', '5', ''],
      ),
    ).toEqual([
      ['0:Sales', '1:$ 1,234', '2:$ (322 )'],
      ['0:Margin', '1:12.5 %', '2:(3.1 )%'],
      ['0:Other', '1:—', '2:5'],
    ]);
  });

  it('finds columns that share their end under spans, and headings above several', () => {
    expect(
      seen(
        [
          ['', 3],
          ['', 3],
          ['Years ended March 31,', 9],
        ],
        [
          ['', 3],
          ['', 3],
          ['2006', 3],
          ['', 3],
          ['2005', 3],
        ],
        [['Sales', 3], ['', 3], '$', '5', '', ['', 3], '$', '4', ''],
        [['Costs', 3], ['', 3], ['(2', 2], ')', ['', 3], ['(1', 2], ')'],
      ),
    ).toEqual([
      ['1-2:Years ended March 31,'],
      ['1:2006', '2:2005'],
      ['0:Sales', '1:$ 5', '2:$ 4'],
      ['0:Costs', '1:(2 )', '2:(1 )'],
    ]);
  });

  it('takes years and exhibit numbers on the left for labels, and gives a table without labels an empty column', () => {
    expect(seen(['2025', '', '1,234'], ['2026', '', '1,100'], ['Thereafter', '', '900'])).toEqual([
      ['0:2025', '1:1,234'],
      ['0:2026', '1:1,100'],
      ['0:Thereafter', '1:900'],
    ]);
    expect(seen(['10.1', 'Lease of the Osaka plant'], ['10.2', 'Supply agreement'])).toEqual([
      ['0:10.1', '1:Lease of the Osaka plant'],
      ['0:10.2', '1:Supply agreement'],
    ]);
    expect(seen(['High', 'Low'], ['121.2', '119.1'], ['120.0', '118.4'])[1]).toEqual(['1:121.2', '2:119.1']);
  });

  it('keeps note marks out of values: raised ones, and a column that holds no other', () => {
    expect(seen(['Notes', '', '500', '^2', '', '480'], ['Bonds', '', '700', '', '', '690'])).toEqual([
      ['0:Notes', '1:500', '2:480'],
      ['0:Bonds', '1:700', '2:690'],
    ]);
    expect(seen(['A', '', '1,216', '(1)', '5'], ['B', '', '1,300', '', '6'])).toEqual([
      ['0:A', '1:1,216 (1)', '2:5'],
      ['0:B', '1:1,300', '2:6'],
    ]);
  });

  it('leaves a bare "(1)" a negative number where its column holds other numbers', () => {
    expect(seen(['A', '', '5', '', '(1)'], ['B', '', '6', '', '12'])).toEqual([
      ['0:A', '1:5', '2:(1)'],
      ['0:B', '1:6', '2:12'],
    ]);
  });

  it('drops rows that only keep a distance', () => {
    expect(seen(['', '', ''], ['A', '', '1'])).toEqual([['0:A', '1:1']]);
  });

  it('gives every cell of any grid a column in order, and loses no number', () => {
    const cell = fc.tuple(
      fc.constantFrom('', 'word', '$', '1,234', '(5', ')', '%', '—', '2024', 'N/A'),
      fc.integer({ min: 1, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), (lines) => {
        const { text, table } = grid(...lines);
        const rows = logicalRows(text, table);
        for (const { cells } of rows) {
          for (const [index, { from, to, column }] of cells.entries()) {
            expect(column).toBeGreaterThanOrEqual(cells[index - 1]?.column ?? 0);
            expect(to).toBeGreaterThan(from);
          }
        }
        const held = rows.flatMap(({ cells }) => cells.map(({ from, to }) => text.slice(from, to))).join(' ');
        const numbers = (printed: string) => printed.match(/1,234/g)?.length ?? 0;
        expect(numbers(held)).toBe(numbers(text));
      }),
    );
  });
});
