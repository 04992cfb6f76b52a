import type { SourceSpan } from '../../filing.js';
import { goesOnOverPage } from '../broken-paragraphs.js';
import { type PipeRow, readPipeTable } from './pipe-tables.js';

/** A block of Markdown before its inline marks are read: ranges of the source. */
export interface MarkdownBlock {
  readonly kind: 'text' | 'list-item' | 'table' | 'page-number' | 'heading';
  /** One a line, or one a part where a page break parts them. */
  readonly spans: SourceSpan[];
  /** 1 to 6 of a heading, else 0. */
  readonly level: number;
  readonly indent: number;
  readonly centred: boolean;
  readonly marker: string | null;
  readonly rows: readonly PipeRow[];
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+/;
const HEADING_TAIL = /(?:[ \t]+#+)?[ \t]*$/;
const BREAK = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;
const QUOTE = /^ {0,3}>[ \t]?/;
/** A bullet, or a number or letter in brackets, before words; "1." numbers headings as often as items. */
const MARKER =
  /^[ \t]*([-–—•●▪◦·*+■□‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|[⁽(][¹²³⁴⁵⁶⁷⁸⁹⁰*\d]{1,2}[⁾)]|(?:\\?\*){1,3})[ \t]+(?=\S)/;
const BULLET = /^[-–—•●▪◦·*+■□‣]$/;
const OPENS_CENTRE = /<(?:div|p|center)\b[^<>]{0,200}(?:align\s*[=:]\s*["']?\s*center|<?center)|<center>/i;
const CLOSES = /<\/(?:div|p|center)>/i;
const TAGS_ONLY = /^(?:\s*<\/?[a-z][^<>]{0,500}>)+\s*$/i;
/** The heading that a converter puts above each page. */
const PAGE_HEADING = /^(?:page\s+)?(?:[a-z]{1,3}-)?\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s*\{#[\w.-]{1,100}\})?$/i;
const LONGEST_UNDERLINED = 200;
/** A paragraph that is a page number and no more. */
const LONGEST_PAGE_LINE = 80;
const PAGE_NUMBER = /^(?:page\s+)?(?:[A-Z]{1,3}-)?\d{1,3}(?:\s+of\s+\d{1,3})?$|^[ivxl]{1,6}$/;
/** A heading that another one names: "Item 3." above "Key Information"; or what belongs to the one above: ".". */
const HALF_HEADING = /^(?:item\s+\d{1,2}[a-k]?|[A-Z]|\d{1,2})\s*[.:]?$/i;
const NO_WORDS = /^[^\p{L}\d]{1,3}$/u;

/** Cuts Markdown into blocks: headings, paragraphs, list items, tables, page numbers. */
export function readMarkdownBlocks(text: string, start: number, end: number): MarkdownBlock[] {
  return new BlockReader(text, end).read(start);
}

class BlockReader {
  private readonly text: string;
  private readonly end: number;
  private readonly blocks: MarkdownBlock[] = [];
  private open: MarkdownBlock | null = null;
  private centred = false;

  constructor(text: string, end: number) {
    this.text = text;
    this.end = end;
  }

  read(start: number): MarkdownBlock[] {
    let at = start;
    while (at < this.end) {
      const table = this.tableAt(at);
      at = table ?? this.line(at);
    }
    return joinedOverPages(this.blocks, this.text);
  }

  private tableAt(at: number): number | null {
    const first = skipBlanks(this.text, at, this.end);
    if (this.text.charAt(first) !== '|') return null;
    const table = readPipeTable(this.text, first, this.end);
    if (table === null) return null;
    this.open = null;
    this.blocks.push({ ...this.block('table', []), rows: table.rows });
    return table.end;
  }

  /** Reads a line, and answers where the next one begins. */
  private line(at: number): number {
    const lineEnd = endOfLine(this.text, at, this.end);
    const next = Math.min(this.end, lineEnd + 1);
    const line = this.text.slice(at, lineEnd);
    if (OPENS_CENTRE.test(line)) this.centred = true;
    if (line.trim() === '' || FENCE.test(line) || TAGS_ONLY.test(line)) this.open = null;
    else if (!this.heading(line, at) && !this.ruled(line)) this.words(line, at);
    if (CLOSES.test(line)) {
      this.centred = false;
      this.open = null;
    }
    return next;
  }

  private heading(line: string, at: number): boolean {
    const match = HEADING.exec(line);
    if (match === null) return false;
    const from = at + match[0].length;
    const to = at + line.search(HEADING_TAIL);
    const isPage = PAGE_HEADING.test(this.text.slice(from, to).trim());
    this.open = null;
    const level = match[1]?.length ?? 1;
    if (from < to && !this.joinsHeading(level, [from, to])) {
      this.blocks.push({ ...this.block(isPage ? 'page-number' : 'heading', [[from, to]]), level });
    }
    return true;
  }

  /** Converters part what one line of a page held: a heading of the same level goes on with the one above. */
  private joinsHeading(level: number, span: SourceSpan): boolean {
    const above = this.blocks.at(-1);
    const last = above?.spans.at(-1);
    if (above?.kind !== 'heading' || above.level !== level || last === undefined) return false;
    if (!HALF_HEADING.test(this.text.slice(...last)) && !NO_WORDS.test(this.text.slice(...span)))
      return false;
    above.spans.pop();
    above.spans.push([last[0], NO_WORDS.test(this.text.slice(...span)) ? last[1] : last[1] + 1], span);
    return true;
  }

  /** A line of dashes below words makes those a heading; alone it parts what stands above from what stands below. */
  private ruled(line: string): boolean {
    const under = UNDERLINE.exec(line);
    const above = this.open;
    const span = above?.spans[0];
    const isBelow = above?.kind === 'text' && above.spans.length === 1 && span !== undefined;
    if (under !== null && isBelow && span[1] - span[0] <= LONGEST_UNDERLINED) {
      this.blocks[this.blocks.length - 1] = {
        ...above,
        kind: 'heading',
        level: under[1]?.startsWith('=') ? 1 : 2,
      };
      this.open = null;
      return true;
    }
    if (!BREAK.test(line)) return false;
    this.open = null;
    return true;
  }

  private words(line: string, at: number): void {
    const quote = QUOTE.exec(line)?.[0].length ?? 0;
    const held = line.slice(quote);
    const indent = held.length - held.trimStart().length;
    const span: SourceSpan = [at + quote + indent, at + line.trimEnd().length];
    const marker = MARKER.exec(held)?.[1] ?? null;
    if (this.open !== null && marker === null) {
      const last = this.open.spans.pop() ?? span;
      // The line end between two lines of a paragraph stays, so that words do not run together.
      if (quote === 0) this.open.spans.push([last[0], span[1]]);
      else this.open.spans.push([last[0], last[1] + 1], span);
      return;
    }
    const isItem = marker !== null && (BULLET.test(marker) || /[a-z0-9]/.test(marker));
    const isPage =
      marker === null &&
      held.length <= LONGEST_PAGE_LINE &&
      PAGE_NUMBER.test(held.replace(/<[^<>]*>/g, '').trim());
    const block: MarkdownBlock = {
      ...this.block(isPage ? 'page-number' : isItem ? 'list-item' : 'text', [span]),
      indent,
      marker: marker === null ? null : marker.replaceAll('\\', ''),
    };
    this.blocks.push(block);
    this.open = isPage ? null : block;
  }

  private block(kind: MarkdownBlock['kind'], spans: SourceSpan[]): MarkdownBlock {
    return { kind, spans, level: 0, indent: 0, centred: this.centred, marker: null, rows: [] };
  }
}

/** Joins paragraphs that a page break cut; the page number between stays a block of its own, after the joined one. */
function joinedOverPages(blocks: readonly MarkdownBlock[], text: string): MarkdownBlock[] {
  const joined: MarkdownBlock[] = [];
  let open: MarkdownBlock | null = null;
  let broken = false;
  for (const block of blocks) {
    const before = open?.spans.at(-1);
    const after = block.spans[0];
    const canJoin = broken && open !== null && block.kind === 'text' && block.marker === null;
    if (
      canJoin &&
      (open?.kind === 'text' || open?.kind === 'list-item') &&
      before !== undefined &&
      after !== undefined
    ) {
      if (goesOnOverPage(text, ...before, ...after)) {
        open.spans.pop();
        open.spans.push([before[0], before[1] + 1], ...block.spans);
        broken = false;
        continue;
      }
    }
    joined.push(block);
    if (block.kind === 'page-number') broken = true;
    else {
      open = block;
      broken = false;
    }
  }
  return joined;
}

function skipBlanks(text: string, at: number, end: number): number {
  let first = at;
  while (first < end && first < at + 4 && text.charCodeAt(first) === 0x20) first += 1;
  return first;
}

function endOfLine(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 || found > end ? end : found;
}
