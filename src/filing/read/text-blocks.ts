import type { SourceSpan } from '../filing.js';
import type { Line } from './lines.js';
import { findTables } from './table-lines.js';

/** A run of lines that belong together, before headings are told from paragraphs. */
export interface RawBlock {
  readonly kind: 'text' | 'list-item' | 'table' | 'page-number';
  readonly lines: readonly Line[];
  /** Ranges of the source, in reading order; more than one where a page break parts them. */
  readonly spans: readonly SourceSpan[];
  /** The bullet or number of a list item or note. */
  readonly marker: string | null;
  /** Columns of white space before the first line. */
  readonly indent: number;
}

/** A bullet, or a number or letter in brackets or with a point, before words. */
const LIST_MARKER =
  /^\s*([-–—•●▪◦·*o■□‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|[⁽(][¹²³⁴⁵⁶⁷⁸⁹⁰*\d]{1,2}[⁾)]|\*{1,3})\s+(?=\S)/;
const BULLET = /^[-–—•●▪◦·*o■□‣]$/;
/** A line with a page number and nothing else: "12", "- 12 -", "F-7", "Page 3 of 90". */
const PAGE_NUMBER = /^\s*(?:[-–—]\s*)?(?:page\s+)?(?:[A-Z]-)?\d{1,3}(?:\s+of\s+\d{1,3})?(?:\s*[-–—])?\s*$/i;

/** Groups lines into blocks: blank lines part paragraphs, markers begin list items, aligned columns make tables. */
export function readTextBlocks(lines: readonly Line[]): RawBlock[] {
  const tables = findTables(lines);
  const blocks: RawBlock[] = [];
  let index = 0;
  while (index < lines.length) {
    const tableEnd = tables.get(index);
    const end = tableEnd ?? endOfText(lines, index, tables);
    const run = lines.slice(index, end);
    if (tableEnd !== undefined) blocks.push(blockOf('table', run));
    else if (run.some((line) => !line.blank)) for (const block of textBlocks(run)) blocks.push(block);
    index = Math.max(end, index + 1);
  }
  return blocks;
}

/** The end of a run of text: a blank line, a page break or a table. */
function endOfText(lines: readonly Line[], from: number, tables: ReadonlyMap<number, number>): number {
  let index = from;
  while (index < lines.length && lines[index]?.blank === false && !tables.has(index)) {
    index += 1;
    if (lines[index - 1]?.pageBreak === true) break;
  }
  return index;
}

/** A run of lines without a blank one: list items begin at their markers, the rest is one block. */
function textBlocks(run: readonly Line[]): RawBlock[] {
  const first = run[0];
  if (first !== undefined && run.length === 1 && PAGE_NUMBER.test(first.text))
    return [blockOf('page-number', run)];
  const blocks: RawBlock[] = [];
  let start = 0;
  for (let index = 1; index <= run.length; index += 1) {
    if (index < run.length && !LIST_MARKER.test(run[index]?.text ?? '')) continue;
    blocks.push(markedBlock(run.slice(start, index)));
    start = index;
  }
  return blocks;
}

function markedBlock(run: readonly Line[]): RawBlock {
  const marker = LIST_MARKER.exec(run[0]?.text ?? '')?.[1] ?? null;
  const isItem = marker !== null && (BULLET.test(marker) || /[a-z0-9]/.test(marker));
  return { ...blockOf(isItem ? 'list-item' : 'text', run), marker };
}

function blockOf(kind: RawBlock['kind'], run: readonly Line[]): RawBlock {
  const filled = run.filter((line) => !line.blank);
  const first = filled[0];
  const last = filled.at(-1);
  if (first === undefined || last === undefined)
    return { kind, lines: filled, spans: [], marker: null, indent: 0 };
  const indent = first.text.length - first.text.trimStart().length;
  const start = kind === 'table' ? first.start : first.start + indent;
  return {
    kind,
    lines: run,
    spans: [[start, last.start + last.text.trimEnd().length]],
    marker: null,
    indent,
  };
}
