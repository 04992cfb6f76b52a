import type { NumberGrid } from '../arithmetic/number-grid.js';

/** A row's labels as they are searched: the groups above it and its own, lower case, runs of space made one. */
export function wordsOfRow(grid: NumberGrid, row: number): string {
  return (grid.rows[row]?.labelPath ?? []).join(' ').toLowerCase().replace(/\s+/g, ' ');
}

/** The own label of a row, likewise. */
export function ownWords(grid: NumberGrid, row: number): string {
  return (grid.rows[row]?.label ?? '').toLowerCase().replace(/\s+/g, ' ');
}

export function hasAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** The headings above a column, likewise. */
export function wordsOfColumn({ table }: NumberGrid, column: number): string {
  return (table.columns[column]?.labelPath ?? []).join(' ').toLowerCase().replace(/\s+/g, ' ');
}
