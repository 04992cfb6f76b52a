import type { SourceSpan } from '../../filing.js';
import type { PipeRow } from './pipe-tables.js';

/** A bullet, a box, or a number or letter, alone in its cell. */
const MARKER = /^(?:[-–—•●▪◦·*o■□‣☐☒☑✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).])$/i;
/** A table of so few rows without figures only sets words beside each other. */
const FEW_ROWS = 2;
const LONGEST_FIGURE = 40;
const FIGURE = /^[\s$€£¥(–—-]*\d[\d,.]*\s?[%)]*$|^[–—-]$/;

/** Whether a table only lays words out, as converters leave of a page: titles, a bullet beside its words. */
export function isLaidOutWords(rows: readonly PipeRow[], source: string): boolean {
  const filled = rows
    .map(({ cells }) => cells.filter(([from, to]) => from < to))
    .filter((cells) => cells.length > 0);
  if (filled.every((cells) => cells.length <= 1)) return true;
  if (filled.every((cells) => cells.length <= 2 && markerBeside(cells, source) !== null)) return true;
  const hasFigures = filled.some((cells) => cells.slice(1).some((cell) => isFigure(cell, source)));
  return !hasFigures && filled.length <= FEW_ROWS && filled.every((cells) => cells.length <= 2);
}

function isFigure(cell: SourceSpan, source: string): boolean {
  return cell[1] - cell[0] <= LONGEST_FIGURE && FIGURE.test(source.slice(...cell).replace(/[*_\\]/g, ''));
}

/** The marker in the first cell that stands beside words; null where none does. */
export function markerBeside(filled: readonly SourceSpan[], source: string): string | null {
  const [first, words] = filled;
  if (first === undefined || words === undefined || filled.length > 2) return null;
  const marker = source.slice(...first);
  return MARKER.test(marker) && words[1] - words[0] > 2 && !isFigure(words, source) ? marker : null;
}
