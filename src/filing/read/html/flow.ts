import { boundedParts, type Limits } from '../../limits.js';
import type { SourceRange } from '../layout.js';
import type { TextBuilder } from '../text-map.js';
import type { Attributes } from './attributes.js';
import type { DraftBlock } from './draft-block.js';
import { addTo, type DraftTable } from './draft-table.js';
import { FlowWriter } from './flow-writer.js';
import { Frames } from './frames.js';
import { type Tag, tagOf } from './tags.js';

const LI = tagOf('li');
/** Formatting that goes on in the next block, at most: a page that never closes its tags must end too. */
const MOST_REOPENED = 8;

/** Where the reader stands on a page: the elements that are open, the table, the block that is being written. */
export class Flow {
  readonly frames = new Frames();
  readonly writer: FlowWriter;
  /** Blocks outside of tables, in order. */
  readonly blocks: DraftBlock[] = [];
  /** Offsets into the text at which a page ends. */
  readonly pageBreaks: number[] = [];
  /** The innermost table that is open. */
  table: DraftTable | null = null;
  private readonly builder: TextBuilder;
  private readonly path: string;
  private readonly limits: Limits;
  private parts = 0;

  constructor(source: SourceRange, builder: TextBuilder, limits: Limits) {
    this.writer = new FlowWriter(source.text, source.start, builder);
    this.builder = builder;
    this.path = source.path;
    this.limits = limits;
  }

  /** The length of the text so far. */
  get length(): number {
    return this.builder.length;
  }

  /** The depth that end tags cannot reach below: that of the cell, or of the table, that is open. */
  get floor(): number {
    const { table } = this;
    return table === null ? 0 : Math.max(table.depth, table.cellDepth);
  }

  /** Ends the block that is being written. */
  edge(): void {
    const { writer } = this;
    const block = writer.close(writer.isOpen && this.frames.depthOf(LI) > this.floor);
    if (block !== null) this.add(block);
    writer.separate(this.table === null ? '\n' : ' ');
  }

  /** Takes a block that was read. Throws where there are too many. */
  add(block: DraftBlock): void {
    let parts = 1;
    if (block.table !== null) for (const row of block.table.rows) parts += row.cells.length;
    this.count(parts);
    this.place(block);
  }

  /** Puts a block where the page is: into the cell that is open, or after the blocks so far. */
  place(block: DraftBlock): void {
    const { table } = this;
    if (table === null) this.blocks.push(block);
    else if (table.cell !== null) addTo(table.cell, block);
  }

  /** Counts blocks and cells. Throws where there are too many. */
  count(parts: number): void {
    this.parts += parts;
    if (this.parts > this.limits.maxParts) boundedParts(this.path, this.parts, this.limits);
  }

  /** Inside a table a page break means nothing. */
  pageBreak(): void {
    if (this.table !== null) return;
    this.edge();
    this.pageBreaks.push(this.length);
  }

  /** Closes elements down to a depth, that one too; formatting between that nobody closed goes on. */
  unwind(depth: number, closed: Tag | null): void {
    const { frames } = this;
    let reopened: { tag: Tag; attributes: Attributes }[] | null = null;
    while (frames.depth >= depth) {
      const { block, breakAfter, tag, attributes } = frames.top;
      if (block) this.edge();
      frames.pop();
      if (breakAfter) this.pageBreak();
      const isClosed = frames.depth < depth && closed !== null;
      if (attributes === null || isClosed) continue;
      if (reopened === null) reopened = [{ tag, attributes }];
      else if (reopened.length < MOST_REOPENED) reopened.push({ tag, attributes });
    }
    if (reopened === null) return;
    for (const { tag, attributes } of reopened.reverse()) frames.push(tag, attributes, false);
  }

  /** Closes elements down to a depth, that one too: what was opened in a cell does not reach out of it. */
  leave(depth: number): void {
    this.edge();
    while (this.frames.depth >= depth) this.frames.pop();
  }
}
