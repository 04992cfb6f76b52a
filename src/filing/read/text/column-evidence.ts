import { columnsOf, distanceTo, type Extent } from './columns.js';
import { BLANK, type Lines, RULE } from './lines.js';
import { COLUMNED, NOTHING, ROW, type RowKinds, YEARS } from './row-kinds.js';
import { NOTE, STROKES, VALUE, WORDS } from './segment-kinds.js';
import type { Segment } from './segments.js';
import type { TableLines } from './table-lines.js';

/** White space before words that stand in a column rather than at the margin. */
export const COLUMN_INDENT = 12;

/** The columns of a table, left to right: those that its values stand in, and columns of words beside them. */
export function columnsIn(
  lines: Lines,
  kinds: RowKinds,
  table: TableLines,
  rules: readonly (readonly Extent[])[],
): readonly Extent[] {
  const rows: (readonly Segment[])[] = [];
  for (let line = table.start; line < table.end; line += 1) {
    if (!lines.has(line, RULE)) rows.push(valuesOf(kinds, line));
  }
  const found = columnsOf({ rows, rules, marks: table.marks });
  return found.length > 0 ? withWordColumns(found, rules, kinds, table) : wordColumns(kinds, table);
}

/** The values of a line, its label left out. */
function valuesOf(kinds: RowKinds, line: number): readonly Segment[] {
  const kind = kinds.kindOf(line);
  if (kind === NOTHING || kind === YEARS) return [];
  const segments = kinds.segmentsOf(line);
  if (kind === COLUMNED) return segments.filter((segment, index) => index > 0 && segment.kind === VALUE);
  const label = kinds.lines.indent(line) < COLUMN_INDENT || segments[0]?.kind === WORDS ? 1 : 0;
  return segments.filter(
    ({ kind: held }, index) => index >= label && held !== WORDS && held !== NOTE && held !== STROKES,
  );
}

/** Columns of words beside those of values: where several lines begin words at one place, or a line is drawn for them. */
function withWordColumns(
  columns: readonly Extent[],
  rules: readonly (readonly Extent[])[],
  kinds: RowKinds,
  table: TableLines,
): readonly Extent[] {
  const free = freeWords(columns, kinds, table);
  if (free.length < FEWEST_WORDS) return columns;
  const drawn = rules.filter((rule) => rule.length > 1).flatMap((rule) => rule.slice(1));
  const added: Extent[] = [];
  const words = free.flat();
  for (const column of columnsOf({ rows: free, rules: [], marks: null })) {
    const { count, most } = startsIn(words, column);
    const isDrawn = drawn.some((stroke) => distanceTo(stroke, column) < 0);
    if (most >= (isDrawn ? FEWEST_WORDS : Math.max(FEWEST_WORDS + 1, count / 3))) added.push(column);
  }
  return [...columns, ...added].sort((a, b) => a.from - b.from);
}

const FEWEST_WORDS = 2;

/** How many words stand in a column, and how many of them begin at one place. */
function startsIn(words: readonly Segment[], column: Extent): { count: number; most: number } {
  const starts = new Map<number, number>();
  let count = 0;
  let most = 0;
  for (const word of words) {
    if (distanceTo(word, column) >= 0) continue;
    const same = (starts.get(word.from) ?? 0) + 1;
    starts.set(word.from, same);
    count += 1;
    most = Math.max(most, same);
  }
  return { count, most };
}

/** Words of each line that are no label and stand above or below no value. */
function freeWords(columns: readonly Extent[], kinds: RowKinds, table: TableLines): Segment[][] {
  const free: Segment[][] = [];
  for (let line = table.start; line < table.end; line += 1) {
    if (
      kinds.kindOf(line) !== COLUMNED &&
      kinds.kindOf(line) !== ROW &&
      kinds.lines.indent(line) < COLUMN_INDENT
    )
      continue;
    const segments = kinds.segmentsOf(line);
    let words: Segment[] | null = null;
    for (let index = 0; index < segments.length; index += 1) {
      const segment = segments[index];
      if (segment?.kind !== WORDS || (index === 0 && segment.from < COLUMN_INDENT)) continue;
      if (!isFree(segment, columns)) continue;
      if (words === null) words = [segment];
      else words.push(segment);
    }
    if (words !== null) free.push(words);
  }
  return free;
}

function isFree(segment: Segment, columns: readonly Extent[]): boolean {
  for (const column of columns) if (distanceTo(segment, column) < 0) return false;
  return true;
}

/** The columns of a table of words: what stands behind a gap, or far from the margin. */
function wordColumns(kinds: RowKinds, table: TableLines): readonly Extent[] {
  const rows: Segment[][] = [];
  for (let line = table.start; line < table.end; line += 1) {
    if (kinds.lines.has(line, BLANK | RULE)) continue;
    rows.push(kinds.segmentsOf(line).filter(({ from }, index) => index > 0 || from >= COLUMN_INDENT));
  }
  return columnsOf({ rows, rules: [], marks: table.marks });
}
