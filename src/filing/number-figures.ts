import { isInstant, type Period } from '../value/index.js';
import type { Mention } from './figures/index.js';
import type { Block, Figure, Place, TableWhere, TextWhere, Unit } from './filing.js';
import { KeyMaker } from './identity.js';
import { figurePlaceOf } from './place.js';
import type { Layout } from './read/layout.js';
import type { TableReading } from './tables/read-tables.js';

/** A figure before it is numbered: `id` and `key` are still empty. */
export type FoundFigure = { -readonly [Property in keyof Figure]: Figure[Property] };

/** Figures as blocks and tables yield them, one after the other. */
export class FoundFigures {
  readonly figures: FoundFigure[] = [];
  /** Positions of the ends of ranges, and of the figures that are their other ends. */
  readonly ranges = new Map<number, number>();
  private readonly layout: Layout;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /**
   * Adds a mention that its reader found at `from` in the text of the layout; `position`: which it is of those found
   * there. `cell`: the place of the whole text that it was read in, which most figures of tables share with their cells.
   */
  add(
    mention: Mention,
    from: number,
    position: number,
    role: Figure['role'],
    unit: Unit,
    period: Period | null,
    label: string,
    where: TableWhere | TextWhere,
    cell: Place | null = null,
  ): void {
    const { text, spans, start, end } =
      cell !== null && isWhole(mention, cell)
        ? cell
        : figurePlaceOf(this.layout, from + mention.start, from + mention.end);
    const at = this.figures.length;
    if (mention.rangeOf !== undefined) this.ranges.set(at, at + mention.rangeOf - position);
    this.figures.push({
      id: '',
      key: '',
      text,
      spans,
      start,
      end,
      role,
      value: mention.value,
      decimals: mention.decimals,
      unit,
      period,
      label,
      where,
      range: null,
    });
  }
}

/** Whether a mention is all that its cell holds; of several spans, the cell's text may have white space between. */
function isWhole({ start, end }: Mention, { text, spans }: Place): boolean {
  return start === 0 && end === text.length && spans.length === 1;
}

/** Puts figures in order of the document, gives them ids and keys, and lets the ends of a range name each other. */
export function numberFigures(
  found: FoundFigures,
  blocks: readonly Block[],
  tables: ReadonlyMap<string, TableReading>,
): Figure[] {
  const keys = new KeyMaker();
  const ordered: FoundFigure[] = [];
  for (const position of orderOf(found.figures)) {
    const figure = found.figures[position] as FoundFigure;
    ordered.push(figure);
    figure.id = `f${ordered.length}`;
    const { label, unit, period, where } = figure;
    const section = sectionOf(where, blocks, tables);
    figure.key = keys.key('figure', section, label, unit, firstDayOf(period), lastDayOf(period));
  }
  for (const [position, other] of found.ranges)
    (found.figures[position] as FoundFigure).range = found.figures[other]?.id ?? null;
  return ordered;
}

/** Positions in order of the document; nearly always they are in order as they come. */
function orderOf(found: readonly FoundFigure[]): Int32Array {
  const order = new Int32Array(found.length);
  let isSorted = true;
  for (let position = 0; position < found.length; position += 1) {
    order[position] = position;
    if (position > 0 && startOf(found, position) < startOf(found, position - 1)) isSorted = false;
  }
  return isSorted ? order : order.sort((a, b) => startOf(found, a) - startOf(found, b) || a - b);
}

function startOf(found: readonly FoundFigure[], position: number): number {
  return (found[position] as FoundFigure).start;
}

/** Null for an instant, which has only a last day. */
function firstDayOf(period: Period | null): number | null {
  return period === null || isInstant(period) ? null : period.start;
}

function lastDayOf(period: Period | null): number | null {
  if (period === null) return null;
  return isInstant(period) ? period.instant : period.until;
}

function sectionOf(
  where: TableWhere | TextWhere,
  blocks: readonly Block[],
  tables: ReadonlyMap<string, TableReading>,
): string | null {
  if ('table' in where) return tables.get(where.table)?.table.section ?? null;
  return blocks[where.block]?.section ?? null;
}
