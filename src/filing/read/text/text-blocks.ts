import type { SourceSpan } from '../../filing.js';
import { isPlainLetter, isPlainSpace } from '../../plain-characters.js';
import type { RawBlock } from '../layout.js';
import { BLANK, CAPITAL, FURNITURE, type Lines, PAGE, RULE, SMALL } from './lines.js';
import { isPageNumber } from './page-furniture.js';
import type { TableLines } from './table-lines.js';

/** A run of lines that belong together, before headings are told from paragraphs. */
export interface TextBlock {
  readonly kind: RawBlock['kind'];
  /** Its lines, the end excluded. */
  readonly start: number;
  readonly end: number;
  /** Ranges of the source, in reading order; more than one where a drawn line or a page break parts them. */
  readonly spans: SourceSpan[];
  /** The bullet or number of a list item or note. */
  readonly marker: string | null;
  /** Columns of white space before the first line. */
  readonly indent: number;
  /** Ranges of the source below which a line is drawn. */
  readonly underlined: readonly SourceSpan[];
  /** Of a table. */
  readonly table: TableLines | null;
}

/** A bullet, or a number or letter in brackets or with a point, before words. */
const LIST_MARKER =
  /([-–—•●▪◦·*o■□‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|[⁽(][¹²³⁴⁵⁶⁷⁸⁹⁰*\d]{1,2}[⁾)]|\*{1,3})\s+(?=\S)/y;
const BULLET = /^[-–—•●▪◦·*o■□‣]$/;
/** The first line of a paragraph is set in so much further than the line above. */
const PARAGRAPH_INDENT = 2;
/** A line in capitals above others is a heading, unless it is as long as prose. */
const LONGEST_HEADING = 75;

/** Groups lines into blocks: blank lines part paragraphs, markers begin list items; tables stand as they were found. */
export function readTextBlocks(lines: Lines, tables: readonly TableLines[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let next = 0;
  let line = 0;
  while (line < lines.count) {
    const table = tables[next];
    if (table !== undefined && line >= table.start) {
      addTable(blocks, lines, table);
      line = Math.max(line, table.end);
      next += 1;
      continue;
    }
    if (lines.has(line, BLANK)) {
      line += 1;
      continue;
    }
    if (lines.has(line, FURNITURE)) {
      blocks.push(furnitureBlock(lines, line));
      line += 1;
      continue;
    }
    const end = endOfRun(lines, line, table?.start ?? lines.count);
    addRun(blocks, lines, line, end);
    line = end;
  }
  return blocks;
}

/** A table, and behind it what page breaks put between its rows. */
function addTable(blocks: TextBlock[], lines: Lines, table: TableLines): void {
  let first = table.start;
  let last = table.end - 1;
  while (first < last && lines.has(first, BLANK)) first += 1;
  while (last > first && lines.has(last, BLANK)) last -= 1;
  blocks.push({
    kind: 'table',
    start: first,
    end: last + 1,
    spans: [[lines.firsts[first] ?? 0, lines.lasts[last] ?? 0]],
    marker: null,
    indent: 0,
    underlined: [],
    table,
  });
  for (let line = first; line <= last; line += 1) {
    if (lines.has(line, FURNITURE)) blocks.push(furnitureBlock(lines, line));
  }
}

function furnitureBlock(lines: Lines, line: number): TextBlock {
  const kind =
    /\p{L}{2}/u.test(lines.textOf(line)) && !isPageNumber(lines, line) ? 'running-header' : 'page-number';
  return blockOf(lines, kind, line, line + 1);
}

/** The end of a run of text: a blank line, a page break, what a page break puts in, or a table. */
function endOfRun(lines: Lines, from: number, limit: number): number {
  let line = from + 1;
  while (line < limit && !lines.has(line, BLANK | FURNITURE) && !lines.has(line - 1, PAGE)) line += 1;
  return line;
}

/** A run of lines without a blank one: list items, headings in capitals or underlined, indented paragraphs. */
function addRun(blocks: TextBlock[], lines: Lines, from: number, to: number): void {
  if (to - from === 1 && isPageNumber(lines, from)) {
    blocks.push(blockOf(lines, 'page-number', from, to));
    return;
  }
  let start = from;
  for (let line = from + 1; line <= to; line += 1) {
    if (line < to && !beginsBlock(lines, start, line, from)) continue;
    blocks.push(markedBlock(lines, start, line));
    start = line;
  }
}

/** Whether a line begins a block, where the block above began at `start`. */
function beginsBlock(lines: Lines, start: number, line: number, runStart: number): boolean {
  if (lines.has(line, RULE)) return false;
  if (markerOf(lines, line) !== null) return true;
  const above = line - 1;
  if (lines.has(above, RULE)) return above > start && coversLine(lines, above);
  if (start === runStart && isInCapitals(lines, above) && !isInCapitals(lines, line)) {
    return lines.length(above) <= LONGEST_HEADING;
  }
  const isHanging = above === start && markerOf(lines, start) !== null;
  return (
    !isHanging && lines.indent(line) >= lines.indent(above) + PARAGRAPH_INDENT && endsSentence(lines, above)
  );
}

function isInCapitals(lines: Lines, line: number): boolean {
  return lines.has(line, CAPITAL) && !lines.has(line, SMALL);
}

function endsSentence(lines: Lines, line: number): boolean {
  const last = lines.lasts[line] ?? 0;
  const code = lines.text.charCodeAt(last - 1);
  const before = code === 0x22 || code === 0x29 || code === 0x201d ? lines.text.charCodeAt(last - 2) : code;
  return before === 0x2e || before === 0x3a || before === 0x3f || before === 0x21;
}

/** Whether a drawn line is as long as the words above it: those are a heading. */
function coversLine(lines: Lines, rule: number): boolean {
  return isUnderline(lines, rule) && lines.length(rule) >= 0.8 * lines.length(rule - 1);
}

/** Whether a drawn line stands right below words and no further to either side. */
function isUnderline(lines: Lines, rule: number): boolean {
  if (rule === 0 || lines.has(rule - 1, BLANK | RULE | FURNITURE)) return false;
  const above = lines.indent(rule - 1);
  const from = lines.indent(rule);
  return from >= above - 1 && from + lines.length(rule) <= above + lines.length(rule - 1) + 2;
}

function markedBlock(lines: Lines, start: number, end: number): TextBlock {
  const marker = markerOf(lines, start);
  const isItem = marker !== null && (BULLET.test(marker) || /[a-z0-9]/.test(marker));
  return blockOf(lines, isItem ? 'list-item' : 'text', start, end, marker);
}

/** The marker that a line begins with; most lines are told by their first character to have none. */
function markerOf(lines: Lines, line: number): string | null {
  const first = lines.firsts[line] ?? 0;
  const code = lines.text.charCodeAt(first);
  if (isPlainLetter(code) && !mayBeMarker(lines.text, first)) return null;
  if (lines.has(line, RULE)) return null;
  LIST_MARKER.lastIndex = first;
  const match = LIST_MARKER.exec(lines.text);
  return match === null || LIST_MARKER.lastIndex > (lines.lasts[line] ?? 0) ? null : (match[1] ?? null);
}

/** "o " as a bullet, "a)", "iii)". */
function mayBeMarker(text: string, at: number): boolean {
  if (text.charCodeAt(at) === 0x6f && text.charCodeAt(at + 1) <= 0x20) return true;
  for (let close = at + 1; close <= at + 4; close += 1) if (text.charCodeAt(close) === 0x29) return true;
  return false;
}

function blockOf(
  lines: Lines,
  kind: TextBlock['kind'],
  start: number,
  end: number,
  marker: string | null = null,
): TextBlock {
  const parted: SourceSpan[] = [];
  const underlined: SourceSpan[] = [];
  let from = lines.firsts[start] ?? 0;
  let last = lines.lasts[start] ?? 0;
  for (let line = start + 1; line < end; line += 1) {
    if (lines.has(line, RULE) && isUnderline(lines, line)) {
      underlined.push(...wordsAbove(lines, line));
      continue;
    }
    if (line > start + 1 && lines.has(line - 1, RULE) && isUnderline(lines, line - 1)) {
      parted.push([from, last + 1]);
      from = lines.firsts[line] ?? 0;
    }
    last = lines.lasts[line] ?? 0;
  }
  const spans: SourceSpan[] = parted.length === 0 ? [[from, last]] : [...parted, [from, last]];
  return { kind, start, end, spans, marker, indent: lines.indent(start), underlined, table: null };
}

/** The words that the strokes of a drawn line stand below, whole words, those beside each other as one range. */
function wordsAbove(lines: Lines, rule: number): SourceSpan[] {
  const above = rule - 1;
  const shift = (lines.starts[above] ?? 0) - (lines.starts[rule] ?? 0);
  const words: SourceSpan[] = [];
  const strokes = /\S{2,}/g;
  const text = lines.textOf(rule);
  for (let stroke = strokes.exec(text); stroke !== null; stroke = strokes.exec(text)) {
    const start = (lines.firsts[rule] ?? 0) + stroke.index + shift;
    const word = wholeWords(lines, above, start, start + stroke[0].length);
    const last = words.at(-1);
    if (word === null) continue;
    if (last !== undefined && /^\s*$/.test(lines.text.slice(last[1], word[0])))
      words[words.length - 1] = [last[0], word[1]];
    else words.push(word);
  }
  return words;
}

/** A range of a line, widened to the words that it cuts; null where it holds none. */
function wholeWords(lines: Lines, line: number, start: number, end: number): SourceSpan | null {
  const [first, last] = [lines.firsts[line] ?? 0, lines.lasts[line] ?? 0];
  let [from, to] = [Math.max(first, start), Math.min(last, end)];
  while (from < to && isPlainSpace(lines.text.charCodeAt(from))) from += 1;
  while (to > from && isPlainSpace(lines.text.charCodeAt(to - 1))) to -= 1;
  if (from >= to) return null;
  while (from > first && !isPlainSpace(lines.text.charCodeAt(from - 1))) from -= 1;
  while (to < last && !isPlainSpace(lines.text.charCodeAt(to))) to += 1;
  return [from, to];
}
