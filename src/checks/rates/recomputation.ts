import type { AverageMethod, RateSeries, RateStatistic, RateStatisticName } from '../../rates/rate-source.js';
import { type Decimal, instantAt, lastDayOf, type Span } from '../../value/index.js';
import type { Tick } from '../check.js';
import { periodName } from '../engine/period-name.js';
import type { AverageMethods } from './average-method.js';
import { compareWithOfficial, formulaOf, inputOf, type OfficialComparison } from './official.js';
import type { RateCell } from './rate-cells.js';

/** A cell of a rate table with all that it is recomputed from. */
export interface Recomputable {
  readonly cell: RateCell;
  readonly printed: Decimal;
  readonly span: Span;
  readonly series: RateSeries;
}

/** A figure that is printed as a statistic of a span, to so many decimals. */
export interface PrintedStatistic {
  readonly name: RateStatisticName;
  readonly span: Span;
  readonly series: RateSeries;
  readonly printed: Decimal;
  readonly decimals: number;
}

/** What a figure is compared by. */
export interface Recomputation {
  readonly statistic: RateStatistic;
  readonly formula: string;
  readonly method: AverageMethod;
  readonly comparison: OfficialComparison;
}

/** A cell recomputed by each method that may be meant; one or, where the document names none, both ways of averaging. */
export function recomputations(
  { cell, printed, span, series }: Recomputable,
  stated: AverageMethods,
  name = cell.statistic,
): readonly Recomputation[] {
  const { decimals } = cell.figure;
  return methodsFor(name, span, stated).map((method) =>
    recomputedBy(method, { name, span, series, printed, decimals }),
  );
}

/** One printed figure recomputed by one method. */
export function recomputedBy(
  method: AverageMethod,
  { name, span, series, printed, decimals }: PrintedStatistic,
): Recomputation {
  const statistic = series.statistic(name, span, method);
  return {
    statistic,
    formula: formulaOf(series, statistic, method, decimals),
    method,
    comparison: compareWithOfficial(printed, decimals, statistic.value, series),
  };
}

/** The method that the document states; both where it states none for a year. */
function methodsFor(name: RateStatisticName, span: Span, stated: AverageMethods): readonly AverageMethod[] {
  if (name !== 'average') return ['daily'];
  const isMonth = span.until - span.start <= 31;
  if (isMonth) return [stated.months ?? 'daily'];
  return stated.years === null ? ['month-end', 'daily'] : [stated.years];
}

/**
 * The tick of a cell that agrees. `printedTo`: where it is printed to fewer decimals than its table usually has, as
 * after a dropped zero, both numbers of decimals; the formula then shows the unrounded value.
 */
export function officialTick(
  series: RateSeries,
  used: Recomputation,
  printedTo: PrintedDecimals | null = null,
): Omit<Tick, 'check'> {
  const { statistic, comparison } = used;
  const formula = used.formula + (printedTo === null ? '' : fewerDecimals(statistic, printedTo));
  return {
    letter: 'OF',
    support: 'official',
    grade: 'exact',
    formula: comparison.atSourcePrecision
      ? `${formula}, compared at the ${series.decimals} decimals that ${series.source} carries`
      : formula,
    inputs: statistic.inputs.map((input) => inputOf(series, input)),
    recomputed: comparison.recomputed.toString(),
  };
}

/** To how many decimals a figure is printed, and to how many most figures of its table are. */
export interface PrintedDecimals {
  readonly own: number;
  readonly usual: number;
}

function fewerDecimals({ name, value }: RateStatistic, { own, usual }: PrintedDecimals): string {
  const unrounded = name === 'average' ? '' : `: ${value.rounded(usual, 'half-up')}`;
  return `${unrounded}, printed to ${own} decimals where most of the table has ${usual}`;
}

/** In words, when a cell holds: its day, of a period-end, or its span. */
export function periodOfCell({ cell, span }: Recomputable): string {
  return periodName(cell.statistic === 'period-end' ? instantAt(lastDayOf(span)) : span);
}
