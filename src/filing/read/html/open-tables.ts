import { type Attributes, NO_ATTRIBUTES } from './attributes.js';
import { type DraftTable, NOTHING } from './draft-table.js';
import type { Flow } from './flow.js';
import { GONE, HIDDEN } from './marks.js';
import { settleTable } from './settle-table.js';
import { type Tag, tagOf } from './tags.js';

const [TABLE, TR, TD, TH] = ['table', 'tr', 'td', 'th'].map(tagOf) as [Tag, Tag, Tag, Tag];
const [TBODY, THEAD, TFOOT] = ['tbody', 'thead', 'tfoot'].map(tagOf) as [Tag, Tag, Tag];
/** Tables that stand deeper in others are read as if their rows stood in the cell. */
const MOST_NESTED = 12;

/** The tables that are open, and what their tags do; tags that are missing are taken as written. */
export class OpenTables {
  private readonly flow: Flow;
  /** Outermost first. */
  private readonly tables: DraftTable[] = [];
  /** Tables that are open beyond `MOST_NESTED`. */
  private flattened = 0;

  constructor(flow: Flow) {
    this.flow = flow;
  }

  /** Opens a table or a part of one; false where the element is none. */
  open(tag: Tag, attributes: Attributes): boolean {
    if (tag === TABLE) this.openTable(attributes);
    else if (!isPart(tag)) return false;
    else if (this.flattened > 0 || this.flow.table === null) return true;
    else if (tag === TD || tag === TH) this.openCell(tag, attributes);
    else if (tag === TR) this.openRow(attributes);
    else this.openSection(tag, attributes);
    return true;
  }

  /** Closes a table or a part of one; false where the element is none. */
  close(tag: Tag): boolean {
    if (tag === TABLE) this.closeTable();
    else if (!isPart(tag)) return false;
    else if (this.flattened > 0 || this.flow.table === null) return true;
    else if (tag === TD || tag === TH) this.endCell();
    else this.endRow();
    return true;
  }

  /** Text stands in a table, but in no cell of it: it gets one. */
  openMissingCell(): void {
    if (this.flow.table !== null && this.flow.table.cell === null) this.openCell(TD, NO_ATTRIBUTES);
  }

  /** The page ends. */
  closeAll(): void {
    this.flattened = 0;
    while (this.flow.table !== null) this.endTable();
  }

  private openTable(attributes: Attributes): void {
    const { flow, tables } = this;
    const { frames } = flow;
    if (tables.length >= MOST_NESTED) {
      this.flattened += 1;
      return;
    }
    this.openMissingCell();
    frames.push(TABLE, attributes, true);
    frames.reset(HIDDEN);
    flow.table = {
      rows: [],
      depth: frames.depth,
      gone: (frames.top.marks & GONE) !== 0,
      row: null,
      cell: null,
      cellDepth: 0,
    };
    tables.push(flow.table);
    flow.writer.separate('\n');
  }

  private openSection(tag: Tag, attributes: Attributes): void {
    const { flow } = this;
    this.endRow();
    const depth = this.sectionDepth();
    if (depth > 0) flow.leave(depth);
    flow.frames.push(tag, attributes, true);
  }

  /** Depth of the section of rows that is open in the innermost table; 0 for none. */
  private sectionDepth(): number {
    const { frames, floor } = this.flow;
    const depth = Math.max(frames.depthOf(TBODY), frames.depthOf(THEAD), frames.depthOf(TFOOT));
    return depth > floor ? depth : 0;
  }

  private openRow(attributes: Attributes): void {
    const { flow } = this;
    const { table, frames } = flow;
    if (table === null) return;
    this.endRow();
    frames.push(TR, attributes, true);
    table.row = {
      cells: [],
      above: attributes.above ?? 0,
      below: attributes.below ?? 0,
      gone: (frames.top.marks & GONE) !== 0,
    };
    table.rows.push(table.row);
    flow.writer.separate('\n');
  }

  private openCell(tag: Tag, attributes: Attributes): void {
    const { flow } = this;
    const { table, frames } = flow;
    if (table === null) return;
    this.endCell();
    if (table.row === null) this.openRow(NO_ATTRIBUTES);
    flow.count(1);
    const top = frames.push(tag, attributes, true);
    table.cellDepth = frames.depth;
    table.cell = {
      column: 0,
      columns: attributes.columns,
      rows: attributes.rows,
      align: top.align,
      above: attributes.above ?? table.row?.above ?? 0,
      below: attributes.below ?? table.row?.below ?? 0,
      heading: tag === TH,
      gone: (top.marks & GONE) !== 0,
      at: flow.length,
      content: NOTHING,
    };
    flow.writer.separate('\t');
  }

  private endCell(): void {
    const { flow } = this;
    const { table } = flow;
    if (table === null || table.cell === null) return;
    flow.leave(table.cellDepth);
    const { cell } = table;
    table.cell = null;
    table.cellDepth = 0;
    if (!cell.gone) table.row?.cells.push(cell);
  }

  private endRow(): void {
    const { flow } = this;
    const { table } = flow;
    if (table === null) return;
    this.endCell();
    if (table.row === null) return;
    const depth = flow.frames.depthOf(TR);
    if (depth > table.depth) flow.leave(depth);
    table.row = null;
  }

  private closeTable(): void {
    if (this.flattened > 0) this.flattened -= 1;
    else this.endTable();
  }

  private endTable(): void {
    const { flow, tables } = this;
    const { table } = flow;
    if (table === null) return;
    this.endRow();
    flow.leave(table.depth);
    tables.pop();
    flow.table = tables.at(-1) ?? null;
    if (!table.gone) for (const block of settleTable(table.rows)) flow.place(block);
    flow.writer.separate(flow.table === null ? '\n' : ' ');
  }
}

function isPart(tag: Tag): boolean {
  return tag === TD || tag === TR || tag === TH || tag === TBODY || tag === THEAD || tag === TFOOT;
}
