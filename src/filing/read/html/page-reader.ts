import type { Limits } from '../../limits.js';
import type { SourceRange } from '../layout.js';
import { TextBuilder, type TextMap } from '../text-map.js';
import { AttributeReader, type Attributes, NO_ATTRIBUTES } from './attributes.js';
import type { DraftBlock } from './draft-block.js';
import { Flow } from './flow.js';
import { isSpace } from './flow-writer.js';
import { HIDDEN } from './marks.js';
import { OpenTables } from './open-tables.js';
import { readPreformatted } from './preformatted.js';
import { CLOSE, COMMENT, END, OPEN, Scanner, TEXT } from './scanner.js';
import { type Tag, tagOf } from './tags.js';

/** A page as it was read. */
export interface PageReading {
  readonly text: string;
  readonly map: TextMap;
  readonly blocks: readonly DraftBlock[];
  /** Offsets into the text at which a page ends. */
  readonly pageBreaks: readonly number[];
}

const [BR, HR, P, LI] = ['br', 'hr', 'p', 'li'].map(tagOf) as [Tag, Tag, Tag, Tag];
const [DT, DD, UL, OL] = ['dt', 'dd', 'ul', 'ol'].map(tagOf) as [Tag, Tag, Tag, Tag];
const [TABLE, PRE] = ['table', 'pre'].map(tagOf) as [Tag, Tag];
/** Padding of an inline element, in columns, that nobody sees as a space. */
const NARROW = 0.4;
const PAGE_BREAK = /page\s*break/i;
const LONGEST_PAGE_BREAK = 60;

/** Reads a page in one walk over its mark-up, without a tree. Throws where it has too many blocks and cells. */
export function readPage(source: SourceRange, limits: Limits): PageReading {
  return new PageReader(source, limits).read();
}

class PageReader {
  private readonly source: string;
  private readonly path: string;
  private readonly limits: Limits;
  private readonly builder: TextBuilder;
  private readonly scanner: Scanner;
  private readonly attributes: AttributeReader;
  private readonly flow: Flow;
  private readonly tables: OpenTables;
  /** Where the next line of the source ends. */
  private nextLine = -1;

  constructor(source: SourceRange, limits: Limits) {
    this.source = source.text;
    this.path = source.path;
    this.limits = limits;
    this.builder = new TextBuilder(source.text);
    this.scanner = new Scanner(source.text, source.start, source.end);
    this.attributes = new AttributeReader(source.text);
    this.flow = new Flow(source, this.builder, limits);
    this.tables = new OpenTables(this.flow);
  }

  read(): PageReading {
    const { scanner, flow } = this;
    for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
      if (kind === TEXT) this.text(scanner.start, scanner.end);
      else if (kind === OPEN) this.open(scanner.tag as Tag);
      else if (kind === CLOSE) this.close(scanner.tag as Tag);
      else if (kind === COMMENT) this.comment(scanner.start, scanner.end);
    }
    flow.edge();
    this.tables.closeAll();
    return { ...this.builder.finish(), blocks: flow.blocks, pageBreaks: flow.pageBreaks };
  }

  private text(start: number, end: number): void {
    const { flow } = this;
    if ((flow.frames.top.marks & HIDDEN) !== 0) return;
    if (flow.table !== null && flow.table.cell === null) {
      if (isBlank(this.source, start, end)) return;
      this.tables.openMissingCell();
    }
    flow.writer.text(start, end, flow.frames.top);
  }

  private open(tag: Tag): void {
    const { scanner, flow } = this;
    if (tag.skipped) {
      if (!scanner.selfClosing) scanner.skip(tag);
      return;
    }
    if (tag === BR) {
      this.lineBreak();
      return;
    }
    const attributes = tag.styled ? this.attributes.read(scanner.start, scanner.end) : NO_ATTRIBUTES;
    if (attributes.breakBefore) flow.pageBreak();
    if (tag === HR) this.rule(attributes);
    if (tag.void) return;
    this.openElement(tag, attributes);
    if (scanner.selfClosing) this.close(tag);
    else if (tag === PRE && flow.table === null) this.preformatted();
  }

  private openElement(tag: Tag, attributes: Attributes): void {
    const { flow } = this;
    const display = attributes.display;
    const block = tag.structural || (tag.block ? display !== 'inline' : display === 'block');
    if (block) {
      flow.edge();
      this.endImplied(tag);
    } else if (attributes.left > NARROW || attributes.floats) {
      flow.writer.gap();
    }
    if (this.tables.open(tag, attributes)) return;
    flow.frames.push(tag, attributes, block);
    if (block && (attributes.above !== null || attributes.below !== null)) this.drawRules(attributes);
  }

  private close(tag: Tag): void {
    const { flow } = this;
    if (tag === BR) this.lineBreak();
    if (tag.void || tag.skipped) return;
    if (tag.structural) {
      flow.edge();
      this.tables.close(tag);
      return;
    }
    const depth = flow.frames.depthOf(tag);
    if (depth > flow.floor) flow.unwind(depth, tag);
    else if (tag.block) flow.edge();
  }

  /** Ends what the rules of HTML end where a block begins: a paragraph, an item of the same list. */
  private endImplied(tag: Tag): void {
    const { flow } = this;
    const { frames } = flow;
    const paragraph = frames.depthOf(P);
    if (paragraph > 0 && tag !== TABLE && paragraph > flow.floor) flow.unwind(paragraph, null);
    if (tag === LI) {
      const item = frames.depthOf(LI);
      const list = Math.max(flow.floor, frames.depthOf(UL), frames.depthOf(OL));
      if (item > list) flow.unwind(item, null);
    } else if (tag === DT || tag === DD) {
      const item = Math.max(frames.depthOf(DT), frames.depthOf(DD));
      if (item > flow.floor) flow.unwind(item, null);
    }
  }

  /** Preformatted text of more lines than one is laid out by them; a single line is like any other text. */
  private preformatted(): void {
    const { flow, scanner, source: text, path, limits } = this;
    const range = scanner.skip(PRE);
    if (this.nextLine < range.start) this.nextLine = text.indexOf('\n', range.start);
    if (this.nextLine === -1) this.nextLine = text.length;
    if (this.nextLine >= range.end) {
      scanner.goTo(range.start);
      return;
    }
    if ((flow.frames.top.marks & HIDDEN) !== 0) return;
    for (const block of readPreformatted({ path, text, ...range }, this.builder, flow.writer, limits))
      flow.add(block);
    flow.writer.separate('\n');
  }

  /** One parts lines of a block, two running end it. */
  private lineBreak(): void {
    if (this.flow.writer.lineBreak()) this.flow.edge();
  }

  /** A line across the page; in a cell it is the line below its figure, or above where none stands there yet. */
  private rule({ breakAfter }: Attributes): void {
    const { flow } = this;
    flow.edge();
    if (breakAfter) flow.pageBreak();
    const cell = flow.table?.cell;
    if (cell == null) return;
    if (cell.content.length > 0) cell.below = 1;
    else cell.above = 1;
  }

  /** The borders of a paragraph in a cell are lines above and below its figure. */
  private drawRules({ above, below }: Attributes): void {
    const cell = this.flow.table?.cell;
    if (cell == null) return;
    if (above !== null && above > 0 && cell.content.length === 0) cell.above = above;
    if (below !== null && below > 0) cell.below = below;
  }

  private comment(start: number, end: number): void {
    if (end - start < LONGEST_PAGE_BREAK && PAGE_BREAK.test(this.source.slice(start, end)))
      this.flow.pageBreak();
  }
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isSpace(source.charCodeAt(at))) return false;
  return true;
}
