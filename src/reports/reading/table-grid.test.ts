import { describe, expect, it } from 'vitest';
import { readFiling, type Table } from '../../filing/index.js';
import { gridOf } from './table-grid.js';

function tableOf(rows: readonly (readonly string[])[]): Table {
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join('');
  const page = `<html><body><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table></body></html>`;
  return readFiling(page).tables[0] as Table;
}

describe('gridOf', () => {
  const table = tableOf([
    ['', '2018', '', '2017', ''],
    ['Revenues', '431,915', '', '398,746', ''],
    ['Net income (loss)', '18,742', '', '(1,386', ')'],
    ['Shares <sup>(1)</sup>', '218', '', '—', ''],
  ]);

  it('puts together what mark-up splits, and leaves empty columns out', () => {
    const { headings, rows, numeric } = gridOf(table);
    expect(headings).toEqual(['', '2018', '2017']);
    expect(rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
      ['Revenues', '431,915', '398,746'],
      ['Net income (loss)', '18,742', '(1,386)'],
    ]);
    expect(numeric).toEqual([false, true, true]);
  });

  it('sets the mark of a label apart', () => {
    expect(gridOf(table).rows[2]).toMatchObject({ mark: '(1)', cells: ['Shares', '218', '—'] });
  });

  it('says once what stands over all columns', () => {
    const { columns, ...rest } = table;
    const years = (path: readonly string[]) => ({ labelPath: path, unit: null, scale: null });
    const over = {
      ...rest,
      columns: columns.map(({ labelPath }) =>
        years(labelPath.length === 0 ? [] : ['Year ended March 31,', ...labelPath]),
      ),
    };
    expect(gridOf(over).headings).toEqual(['Year ended March 31,', '2018', '2017']);
  });
});
