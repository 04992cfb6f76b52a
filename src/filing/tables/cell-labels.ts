import type { Row } from '../filing.js';
import type { HeaderBlock } from './header-columns.js';

/**
 * What the figures of a table's cells are called: the labels of the row, then the headings of the column, without the
 * colon or comma that they end in. Each row and column is put together once, though every cell has its own pair.
 */
export class CellLabels {
  private row: Row | null = null;
  private ofRow: string | null = null;
  private block: HeaderBlock | null = null;
  private ofColumns: (string | null)[] = [];

  at(row: Row, block: HeaderBlock, column: number): string {
    if (row !== this.row) {
      this.row = row;
      this.ofRow = joined(row.labelPath);
    }
    if (block !== this.block) {
      this.block = block;
      this.ofColumns = [];
    }
    let ofColumn = this.ofColumns[column];
    if (ofColumn === undefined) {
      ofColumn = joined(block.paths[column] ?? []);
      this.ofColumns[column] = ofColumn;
    }
    if (this.ofRow === null) return ofColumn ?? '';
    return ofColumn === null ? this.ofRow : `${this.ofRow} · ${ofColumn}`;
  }
}

/** Null where there is nothing to join. */
function joined(path: readonly string[]): string | null {
  if (path.length === 0) return null;
  let label = withoutEnd(path[0] as string);
  for (let index = 1; index < path.length; index += 1) label += ` · ${withoutEnd(path[index] as string)}`;
  return label;
}

function withoutEnd(part: string): string {
  let end = part.length;
  while (end > 0 && isEnd(part.charCodeAt(end - 1))) end -= 1;
  return end === part.length ? part : part.slice(0, end);
}

/** A colon, a comma, white space. */
function isEnd(code: number): boolean {
  return (
    code === 0x3a ||
    code === 0x2c ||
    (code <= 0x20
      ? code === 0x20 || (code >= 9 && code <= 13)
      : code > 0x7a && SPACE.test(String.fromCharCode(code)))
  );
}

const SPACE = /\s/;
