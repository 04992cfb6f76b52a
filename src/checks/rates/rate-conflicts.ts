import type { Figure } from '../../filing/filing.js';
import { covers, isYear, type Span } from '../../value/index.js';
import { groupedBy } from '../engine/grouped.js';
import { comparePrinted } from '../engine/printed-agreement.js';
import type { RateCell } from './rate-cells.js';

/** Two figures of a rate table in the wrong order, or different where they must be equal. */
export interface Conflict {
  /** Expected to be the lesser, or equal. */
  readonly lesser: RateCell;
  readonly greater: RateCell;
  readonly relation: '≤' | '=';
}

/** The conflicts among cells with a span, in sets that share no figure, so that each set is explained by itself. */
export function connectedConflicts(cells: readonly RateCell[]): Conflict[][] {
  return [...groupedBy(cells, (cell) => cell.unit).values()].flatMap((own) => connected(conflictsOf(own)));
}

/** The figure in most conflicts, and one that it contradicts where that is in as many. */
export function mostInvolved(conflicts: readonly Conflict[]): Figure[] {
  const counts = new Map<Figure, number>();
  let most = 0;
  for (const { lesser, greater } of conflicts) {
    for (const { figure } of [lesser, greater]) {
      const count = (counts.get(figure) ?? 0) + 1;
      counts.set(figure, count);
      most = Math.max(most, count);
    }
  }
  const [first, ...rivals] = [...counts].filter(([, count]) => count === most).map(([figure]) => figure);
  if (first === undefined) return [];
  const second = rivals.find((rival) =>
    conflicts.some((each) => involves(each, first) && involves(each, rival)),
  );
  return second === undefined ? [first] : [first, second];
}

export function involves({ lesser, greater }: Conflict, figure: Figure): boolean {
  return lesser.figure === figure || greater.figure === figure;
}

export function sameSpan(a: RateCell, b: RateCell): boolean {
  return a.span !== null && a.span.start === b.span?.start && a.span.until === b.span.until;
}

function conflictsOf(cells: readonly RateCell[]): Conflict[] {
  return [...withinLines(cells), ...yearsAndMonths(cells)].filter(({ lesser, greater, relation }) => {
    const order = comparePrinted(lesser.figure, greater.figure);
    return relation === '=' ? order !== 0 : order > 0;
  });
}

/** low ≤ average ≤ high and low ≤ period-end ≤ high of each line of the table. */
function withinLines(cells: readonly RateCell[]): Conflict[] {
  return [
    ...groupedBy(cells, (cell) => `${cell.line} ${cell.span?.start}/${cell.span?.until}`).values(),
  ].flatMap((own) => {
    const first = (statistic: RateCell['statistic']) =>
      own.filter((cell) => cell.statistic === statistic).slice(0, 1);
    const between = [...first('average'), ...first('period-end')];
    return [
      ...first('low').flatMap((low) => [...between, ...first('high')].map((greater) => atMost(low, greater))),
      ...first('high').flatMap((high) => between.map((lesser) => atMost(lesser, high))),
    ];
  });
}

/** A year's high and low bound those of the months in it; the last month ends with the year. */
function yearsAndMonths(cells: readonly RateCell[]): Conflict[] {
  const distinct = [
    ...groupedBy(cells, (cell) => `${cell.statistic} ${cell.span?.start}/${cell.span?.until}`).values(),
  ];
  const once = distinct.flatMap((same) => same.slice(0, 1));
  const years = once.filter((cell) => cell.span !== null && isYear(cell.span));
  const months = once.filter((cell) => cell.span !== null && cell.span.until - cell.span.start <= 31);
  return years.flatMap((year) =>
    months.flatMap((month): Conflict[] => {
      if (year.statistic !== month.statistic || !holds(year.span, month.span)) return [];
      if (year.statistic === 'high') return [atMost(month, year)];
      if (year.statistic === 'low') return [atMost(year, month)];
      const sameEnd = year.statistic === 'period-end' && month.span?.until === year.span?.until;
      return sameEnd ? [{ lesser: month, greater: year, relation: '=' }] : [];
    }),
  );
}

function atMost(lesser: RateCell, greater: RateCell): Conflict {
  return { lesser, greater, relation: '≤' };
}

function connected(conflicts: readonly Conflict[]): Conflict[][] {
  const sets = new Map<Figure, Conflict[]>();
  for (const conflict of conflicts) {
    const own = sets.get(conflict.lesser.figure) ?? [];
    const other = sets.get(conflict.greater.figure) ?? [];
    const [larger, smaller] = own.length >= other.length ? [own, other] : [other, own];
    for (const added of smaller === larger ? [conflict] : [...smaller, conflict]) {
      larger.push(added);
      sets.set(added.lesser.figure, larger).set(added.greater.figure, larger);
    }
  }
  return [...new Set(sets.values())];
}

function holds(outer: Span | null, inner: Span | null): boolean {
  return outer !== null && inner !== null && covers(outer, inner);
}
