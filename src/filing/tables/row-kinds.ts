import type { RowKind } from '../filing.js';
import { isValue, type LogicalCell, type LogicalRow } from './logical-rows.js';

/** Words of a corner that head the columns beside it: "(in millions)", "Year ended December 31,", "Fiscal". */
const CORNER =
  /^\(.*\)$|\b(?:millions|thousands|billions)\b|\b(?:ended|ending|as of|as at|fiscal|years?|quarters?|months|december|march|june|september)\b/i;

/**
 * Rows that carry numbers are data. Before the first of them words and years in columns are headings; further down
 * only where the row has no label of its own, or looks like a heading. In a table without numbers the first row that
 * looks so heads the rest.
 */
export function rowKinds(text: string, rows: readonly LogicalRow[]): RowKind[] {
  const hasNumbers = rows.some(({ cells }) => holdsNumber(cells));
  const kinds: RowKind[] = [];
  let isLeading = true;
  for (const { cells } of rows) {
    const kind = hasNumbers ? kindOf(text, cells, isLeading) : kindAmongWords(cells, isLeading);
    if (kind === 'data') isLeading = false;
    kinds.push(kind);
  }
  const firstData = kinds.indexOf('data');
  const lastHeading = kinds.lastIndexOf('header', firstData < 0 ? kinds.length : firstData);
  for (let index = 0; index < lastHeading; index += 1) if (kinds[index] === 'group') kinds[index] = 'header';
  return kinds;
}

function kindOf(text: string, cells: readonly LogicalCell[], isLeading: boolean): RowKind {
  if (holdsNumber(cells)) return 'data';
  if (isLabelAlone(cells)) return 'group';
  const stub = cells[0]?.column === 0 ? cells[0] : undefined;
  const hasNone = cells.some(({ kind, column }) => kind === 'none' && column > 0);
  if (isLeading) return hasNone && stub !== undefined ? 'data' : 'header';
  if (hasNone) return 'data';
  if (stub === undefined || CORNER.test(text.slice(stub.from, stub.to))) return 'header';
  const others = cells.filter(({ column }) => column > 0);
  return others.every(({ kind, bold, heading }) => bold || heading || kind === 'year') ? 'header' : 'data';
}

/** A table of names, exhibits, addresses. */
function kindAmongWords(cells: readonly LogicalCell[], isLeading: boolean): RowKind {
  if (isLabelAlone(cells)) return 'group';
  const looksLikeHeading =
    cells.every(({ bold, heading, kind }) => bold || heading || kind === 'year') ||
    (cells[0]?.column !== 0 && cells.every(({ to, from }) => to - from < 80));
  return isLeading && looksLikeHeading ? 'header' : 'data';
}

function holdsNumber(cells: readonly LogicalCell[]): boolean {
  for (const { kind, column } of cells)
    if (column > 0 && isValue(kind) && kind !== 'year' && kind !== 'none') return true;
  return false;
}

function isLabelAlone(cells: readonly LogicalCell[]): boolean {
  for (const { column } of cells) if (column > 0) return false;
  return true;
}
