import type { Cell, Row, RowKind, Unit } from '../filing.js';
import { placeOf } from '../place.js';
import type { Layout } from '../read/layout.js';
import type { LogicalCell, LogicalRow } from './logical-rows.js';
import { withoutNoteMark } from './notes.js';

/** A row before it is known what its numbers are in. */
export interface UnitlessRow extends Row {
  unit: Unit | null;
  scale: number | null;
}

/** A group of rows while its table is read. */
interface Group {
  readonly label: string;
  readonly indent: number;
  /** Whether a row below stands further right: then one that does not is outside. */
  indents: boolean;
}

const TOTAL = /^(?:sub-?)?totals?\b|^net (?:cash|change|increase|decrease)\b/i;

/**
 * Gives each row its label, its level and the labels of the groups that it stands in. A group ends where a row stands
 * further left, or as far left once its own rows are indented, and after its total where nothing is indented.
 */
export function labelledRows(
  layout: Layout,
  raw: readonly LogicalRow[],
  kinds: readonly RowKind[],
): UnitlessRow[] {
  const rows: UnitlessRow[] = new Array(raw.length);
  const groups = new Groups();
  const indents: number[] = [];
  for (let row = 0; row < raw.length; row += 1) {
    const { cells, indent, labelAbove } = raw[row] as LogicalRow;
    const kind = kinds[row] ?? 'data';
    const stub = cells[0]?.column === 0 ? cells[0] : (labelAbove ?? undefined);
    const label = labelOf(layout.text, stub);
    const above = groups.at(kind, label, indent);
    const depth = kind === 'group' ? above.length - 1 : above.length;
    const level = Math.max(levelOf(indents, indent), depth);
    if (kind === 'data') groups.endAtTotal(label);
    rows[row] = {
      kind,
      label,
      labelPath: kind === 'data' && label !== '' ? pathTo(label, above) : above,
      level: kind === 'header' ? 0 : level,
      // The line above the first row of data is that below the headings.
      ruled: kind === 'data' && kinds[row - 1] === 'data' && isRuled(cells),
      bold: stub?.bold ?? false,
      unit: null,
      scale: null,
      cells: placed(layout, cells, row),
    };
  }
  return rows;
}

function labelOf(text: string, stub: LogicalCell | undefined): string {
  return stub === undefined ? '' : withoutNoteMark(text.slice(stub.from, stub.to));
}

/** A list of one is written as such: one that grows keeps more room than it needs. */
function pathTo(label: string, above: readonly string[]): readonly string[] {
  return above.length === 0 ? [label] : [...above, label];
}

/** Field by field: a spread of each cell is several times slower. */
function placed(layout: Layout, cells: readonly LogicalCell[], row: number): Cell[] {
  const all: Cell[] = new Array(cells.length);
  for (let index = 0; index < cells.length; index += 1) {
    const { from, to, column, columns } = cells[index] as LogicalCell;
    const { text, spans, start, end } = placeOf(layout, from, to);
    all[index] = { text, spans, start, end, row, column, columns };
  }
  return all;
}

function isRuled(cells: readonly LogicalCell[]): boolean {
  for (const { column, above } of cells) if (column > 0 && above > 0) return true;
  return false;
}

/** The groups that are open at a row of a table that is read from top to bottom. */
class Groups {
  private readonly open: Group[] = [];
  /** Their labels, outermost first: one list for all rows that stand in the same groups. */
  private labels: readonly string[] = [];

  /** The labels of the groups that a row stands in, its own among them where it begins one. */
  at(kind: RowKind, label: string, indent: number): readonly string[] {
    const { open } = this;
    while (endsHere(open[open.length - 1], indent, kind)) open.pop();
    for (let index = 0; index < open.length; index += 1) {
      const group = open[index] as Group;
      group.indents ||= indent > group.indent;
    }
    if (kind === 'group') {
      if (open.length === MOST_GROUPS) open.pop();
      open.push({ label, indent, indents: false });
      this.labels = open.map((group) => group.label);
    } else if (open.length < this.labels.length) this.labels = this.labels.slice(0, open.length);
    return this.labels;
  }

  /** Ends the innermost group after its total, where nothing in it is indented. */
  endAtTotal(label: string): void {
    if (this.open[this.open.length - 1]?.indents === false && TOTAL.test(label)) this.open.pop();
  }
}

/** No table nests deeper. */
const MOST_GROUPS = 12;

function endsHere(group: Group | undefined, indent: number, kind: RowKind): boolean {
  if (group === undefined || indent > group.indent) return false;
  return indent < group.indent || kind === 'group' || group.indents;
}

/** How many of the rows that a row stands below are set in less than it; `indents` holds theirs. */
function levelOf(indents: number[], indent: number): number {
  while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
  indents.push(indent);
  return indents.length - 1;
}
