import { formatPeriod, type Period } from '../value/index.js';
import type { Mention } from './figures/index.js';
import type { Block, Figure, Place, Table, TableWhere, TextWhere, Unit } from './filing.js';
import { KeyMaker } from './identity.js';

/** A figure as a block or table yields it, before it has an id and a key. */
export interface UnnumberedFigure {
  readonly place: Place;
  readonly mention: Mention;
  readonly unit: Unit;
  readonly period: Period | null;
  readonly label: string;
  readonly where: TableWhere | TextWhere;
  /** How many figures further on (or back, negative) the other end of its range stands; 0 for none. */
  readonly rangeStep: number;
}

/** Puts figures in order of the document, gives them ids and keys, and lets the ends of a range name each other. */
export function numberFigures(
  found: readonly UnnumberedFigure[],
  blocks: readonly Block[],
  tables: ReadonlyMap<string, Table>,
): Figure[] {
  const keys = new KeyMaker();
  const order = [...found.keys()].sort((a, b) => startOf(found[a]) - startOf(found[b]) || a - b);
  const ids = new Map(order.map((position, index) => [position, `f${index + 1}`]));
  return order.flatMap((position) => {
    const figure = found[position];
    if (figure === undefined) return [];
    const { place, mention, unit, period, label, where, rangeStep } = figure;
    const when = period === null ? null : formatPeriod(period);
    return {
      id: ids.get(position) ?? '',
      key: keys.key('figure', sectionOf(where, blocks, tables), label, unit, when),
      ...place,
      role: mention.role,
      value: mention.value,
      decimals: mention.decimals,
      unit,
      period,
      label,
      where,
      range: rangeStep === 0 ? null : (ids.get(position + rangeStep) ?? null),
    };
  });
}

/** How far apart the ends of a range stand in their list, which is the order of the document. */
export function rangeStepOf(mention: Mention, index: number): number {
  return mention.rangeOf === undefined ? 0 : mention.rangeOf - index;
}

function startOf(figure: UnnumberedFigure | undefined): number {
  return figure?.place.start ?? 0;
}

function sectionOf(
  where: TableWhere | TextWhere,
  blocks: readonly Block[],
  tables: ReadonlyMap<string, Table>,
): string | null {
  if ('table' in where) return tables.get(where.table)?.section ?? null;
  return blocks[where.block]?.section ?? null;
}
