import type { Filing } from '../../filing/filing.js';
import { type Day, lastDayOf, type Period } from '../../value/index.js';
import { groupedBy } from '../engine/grouped.js';
import { differenceOf, isPure } from './agreement.js';
import {
  contextNumbers,
  isTaggedCell,
  type TaggedCell,
  type TaggedFigure,
  taggedFigures,
} from './tagged-figures.js';

export type OddTag = TaggedFigure & {
  readonly fault:
    | { readonly kind: 'digits' }
    | { readonly kind: 'scale'; readonly power: number }
    | { readonly kind: 'sign' }
    | { readonly kind: 'unit'; readonly usual: string }
    | { readonly kind: 'period'; readonly page: Period };
  /** Other tags of the row or column that fit what is printed. */
  readonly mates: readonly TaggedFigure[];
  /** Whether the page leaves no doubt. */
  readonly sure: boolean;
};

/** The tags that do not say what is printed, where the page or the other tags of the same row show it. */
export function oddTags(filing: Filing): OddTag[] {
  const tagged = taggedFigures(filing);
  // What stands in the words of a label ("net of tax of $3") is printed without the sign and period of a column.
  const cells = tagged.filter(isTaggedCell).filter(({ figure }) => figure.where.column > 0);
  const numbers = contextNumbers(filing);
  const rows = [...groupedBy(cells, (cell) => rowKey(cell, numbers)).values()].filter(
    (row) => row.length > 1,
  );
  let grouped: ReadonlyMap<string, readonly TaggedCell[]> | null = null;
  // Nearly no row asks for it.
  const columnOf: ColumnOf = (cell) => {
    grouped ??= groupedBy(cells, columnKey);
    return grouped.get(columnKey(cell)) ?? [];
  };
  return [
    ...onceEach([...tagged.flatMap(inItself), ...rows.flatMap((row) => oddScales(row, columnOf))]),
    ...unlessWholeColumn(rows.flatMap(oddSigns)),
    ...rows.flatMap(oddUnits),
    ...rows.flatMap((row) => oddPeriods(row, columnOf)),
  ];
}

/** The tags of one fact over the columns of a row: one concept, one set of members. */
function rowKey(
  { fact: { concept, context }, figure: { where } }: TaggedCell,
  numbers: ReturnType<typeof contextNumbers>,
): string {
  const members = context === null ? '' : numbers.get(context)?.members;
  return `${where.table}.${where.row} ${concept} ${members}`;
}

function columnKey({ figure: { where } }: TaggedCell): string {
  return `${where.table}.${where.column}`;
}

/** A figure may carry several tags: one finding for each figure. */
function onceEach(odd: readonly OddTag[]): OddTag[] {
  const seen = new Set<string>();
  return odd.filter(({ fault, figure }) => seen.size !== seen.add(`${fault.kind} ${figure.id}`).size);
}

/** Where several rows of a column turn their signs, the column has its own sense: the rates of a year of losses. */
function unlessWholeColumn(odd: readonly OddTag[]): OddTag[] {
  const columns = groupedBy(odd, (each) => (isTaggedCell(each) ? columnKey(each) : ''));
  return [...columns.values()].flatMap((own) => (own.length === 1 ? own : []));
}

/** The tagged cells of the column that a cell stands in. */
type ColumnOf = (cell: TaggedCell) => readonly TaggedCell[];

/** Other digits than those printed, a magnitude that the figure itself spells out, a percentage tagged as money or shares. */
function inItself(tagged: TaggedFigure): OddTag[] {
  const difference = differenceOf(tagged);
  if (difference === null) return [];
  const { fact, figure } = tagged;
  if (difference.kind === 'digits') return [{ ...tagged, fault: difference, mates: [], sure: true }];
  const isPercent = figure.unit === 'percent' && figure.text.includes('%');
  if (isPercent && !isPure(fact)) {
    return [{ ...tagged, fault: { kind: 'unit', usual: 'pure' }, mates: [], sure: true }];
  }
  if (!isPercent && !SPELT.test(figure.text)) return [];
  return [{ ...tagged, fault: difference, mates: [], sure: true }];
}

const SPELT = /\b(?:million|billion|trillion|thousand)s?\b/i;

/** A scale that the other tags of the row do not have, and that the page does not give the figure. */
function oddScales(row: readonly TaggedCell[], columnOf: ColumnOf): OddTag[] {
  const differences = row.map(differenceOf);
  if (differences.every((difference) => difference === null)) return [];
  const odd = row.filter((_, index) => differences[index]?.kind === 'scale');
  const mates = row.filter((_, index) => differences[index] === null && hasDigits(row[index] as TaggedCell));
  const [only] = odd;
  if (only === undefined || odd.length > 1 || mates.length === 0 || SPELT.test(only.figure.text)) return [];
  const difference = differenceOf(only);
  if (difference?.kind !== 'scale') return [];
  const beside = columnOf(only);
  const same = beside.filter((other) => other !== only && other.fact.unit === only.fact.unit);
  const fitting = same.filter((other) => differenceOf(other) === null);
  if (mates.length === 1 && (fitting.length < FEWEST || fitting.length < same.length)) return [];
  return [{ ...only, fault: difference, mates, sure: true }];
}

const FEWEST = 3;

function hasDigits({ figure }: TaggedFigure): boolean {
  return /[1-9]/.test(figure.value);
}

/** Brackets that turn the sign of a tag in all columns of a row but one. */
function oddSigns(row: readonly TaggedCell[]): OddTag[] {
  const signed = row.filter(hasDigits);
  if (signed.length < 2) return [];
  const turned = signed.filter(({ fact, figure }) => isNegative(fact.value) !== isNegative(figure.value));
  const straight = signed.filter((each) => !turned.includes(each));
  const [fewer, more] = turned.length < straight.length ? [turned, straight] : [straight, turned];
  const [only] = fewer;
  if (only === undefined || fewer.length > 1 || more.length < 2) return [];
  return [{ ...only, fault: { kind: 'sign' }, mates: more, sure: false }];
}

function isNegative(value: string): boolean {
  return value.startsWith('-');
}

/** A unit that the other tags of the same fact in the row do not have. */
function oddUnits(row: readonly TaggedCell[]): OddTag[] {
  if (row.length < 3) return [];
  const byUnit = groupedBy(row, ({ fact }) => fact.unit ?? '');
  const [usual, other] = [...byUnit.values()].sort((a, b) => b.length - a.length);
  const [only] = other ?? [];
  if (usual === undefined || only === undefined || byUnit.size > 2 || other?.length !== 1) return [];
  const unit = usual[0]?.fact.unit ?? '';
  return [{ ...only, fault: { kind: 'unit', usual: unit }, mates: usual, sure: false }];
}

/** A period that neither the heading of the column nor any other tag below it has. */
function oddPeriods(row: readonly TaggedCell[], columnOf: ColumnOf): OddTag[] {
  const odd = row.filter((each) => !hasPagePeriod(each));
  const [only] = odd;
  const page = only?.figure.period ?? null;
  const said = only?.fact.context?.period ?? null;
  if (only === undefined || odd.length > 1 || page === null || said === null) return [];
  const beside = columnOf(only).filter((other) => other !== only);
  if (beside.length < FEWEST) return [];
  const fits = beside.every(({ fact }) => {
    const own = fact.context?.period ?? null;
    return (
      own !== null && isNear(lastDayOf(own), lastDayOf(page)) && !isNear(lastDayOf(own), lastDayOf(said))
    );
  });
  const mates = row.filter((each) => each !== only);
  return fits ? [{ ...only, fault: { kind: 'period', page }, mates, sure: false }] : [];
}

/** Whether the tag's period ends with that of the figure; a year of a few days more or less is the same. */
function hasPagePeriod({ fact, figure }: TaggedFigure): boolean {
  const said = fact.context?.period ?? null;
  if (said === null || figure.period === null) return true;
  return isNear(lastDayOf(said), lastDayOf(figure.period));
}

function isNear(a: Day, b: Day): boolean {
  return Math.abs(a - b) <= SLACK;
}

/** Fiscal years of 52 and 53 weeks end some days off the month's end that a heading names. */
const SLACK = 8;
