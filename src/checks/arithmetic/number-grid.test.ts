import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { type NumberGrid, numberGrids } from './number-grid.js';

describe('numberGrids', () => {
  it('has each amount where it stands, and its columns', () => {
    const [grid] = gridsOf('\t2024\t2023', 'Noodles\t1,204\t1,118', 'Sauces\t2,316\t—');
    expect(grid?.columns).toEqual([1, 2]);
    expect(grid && printed(grid)).toEqual([
      [1, 1, 1204],
      [1, 2, 1118],
      [2, 1, 2316],
      [2, 2, 0],
    ]);
  });

  it('knows cells that say something that is no amount', () => {
    const [grid] = gridsOf('\t2024\t2023', 'Noodles\t1,204\tn/m', 'Sauces\t2,316\t1,902');
    expect(grid?.cells[1]?.[2]).toBeNull();
    expect([...(grid?.unreadable ?? [])]).toContain(1 * (grid?.width ?? 0) + 2);
  });

  it('leaves out tables of one amount, and is made once for a filing', () => {
    const filing = readFiling('Minato Foods Co., Ltd.\n\n\t2024\nPlants\t16');
    expect(numberGrids(filing)).toEqual([]);
    expect(numberGrids(filing)).toBe(numberGrids(filing));
  });
});

function gridsOf(...rows: string[]): readonly NumberGrid[] {
  return numberGrids(readFiling(`Minato Foods Co., Ltd. (in millions of yen)\n\n${rows.join('\n')}`));
}

/** Row, column and steps of each amount. */
function printed({ cells }: NumberGrid): number[][] {
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column) => (cell === null ? [] : [[row, column, cell.coefficient]])),
  );
}
