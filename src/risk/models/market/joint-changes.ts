import { type Day, formatDay, InputError } from '../../../value/index.js';
import { LEAST_CHANGES } from './history-warnings.js';
import type { FactorHistory, MarketFactor } from './market-factor.js';

/** Daily changes of several factors on the same days. */
export interface JointChanges {
  /** Those of the factors that have a history, in their order. */
  readonly factors: readonly MarketFactor[];
  /** A column a factor: changes of the logarithm, of interest rates of the rate itself; oldest first. */
  readonly changes: readonly Float64Array[];
  /** The day on which each change ends. */
  readonly days: readonly number[];
}

/**
 * The newest `window` daily changes on the days that the histories of all factors have in common. A day that one of
 * them lacks (a holiday of one market) is left out of all, and its change goes into the next day's.
 *
 * Throws `InputError` ('bad-option') for histories that share too few days, or hold what is no level.
 */
export function jointChanges(factors: readonly MarketFactor[], window: number): JointChanges {
  const known = factors.filter((factor) => factor.history !== null);
  const [first] = known;
  if (first === undefined) return { factors: [], changes: [], days: [] };
  for (const factor of known) requireLevels(factor);
  const common = commonDays(known);
  if (common.length <= LEAST_CHANGES) throw tooFew(known, common.length);
  const days = common.slice(-(window + 1));
  const changes = known.map((factor) => changesOn(days, factor));
  return { factors: known, changes, days: days.slice(1) };
}

function commonDays(factors: readonly MarketFactor[]): readonly number[] {
  const [first, ...others] = factors.map(historyOf);
  if (first === undefined) return [];
  const sets = others.map(({ days }) => new Set(days));
  return first.days.filter((day) => sets.every((set) => set.has(day)));
}

function changesOn(days: readonly number[], factor: MarketFactor): Float64Array {
  const { days: all, levels } = historyOf(factor);
  const at = new Map(all.map((day, index) => [day, levels[index] as number]));
  const isRate = factor.quantity === 'interest-rate';
  return Float64Array.from({ length: days.length - 1 }, (_, index) => {
    const [before, after] = [
      at.get(days[index] as number) as number,
      at.get(days[index + 1] as number) as number,
    ];
    return isRate ? after - before : Math.log(after / before);
  });
}

function requireLevels(factor: MarketFactor): void {
  const { days, levels } = historyOf(factor);
  const isRate = factor.quantity === 'interest-rate';
  const bad = levels.findIndex((level) => !Number.isFinite(level) || (!isRate && level <= 0));
  if (bad >= 0) {
    const expected = isRate ? 'a number' : 'a positive one';
    throw new InputError(
      'bad-number',
      `Unexpected level ${levels[bad]} of factor "${factor.id}" on ${dayText(days[bad])}, expected ${expected}`,
    );
  }
  const unsorted = days.findIndex((day, index) => index > 0 && !(day > (days[index - 1] as number)));
  if (days.length === levels.length && unsorted < 0) return;
  throw new InputError(
    'bad-option',
    `The history of factor "${factor.id}" is not in order of time, or lacks levels`,
  );
}

function tooFew(factors: readonly MarketFactor[], common: number): InputError {
  const spans = factors.map(({ id, history }) => {
    const [from, to] = [history?.days[0], history?.days.at(-1)];
    return `"${id}" ${dayText(from)} to ${dayText(to)}`;
  });
  return new InputError(
    'bad-option',
    `The histories of the market factors share ${common} days, expected at least ${LEAST_CHANGES + 1}: ${spans.join(', ')}; give newer histories, or state a volatility for the odd one`,
  );
}

function historyOf(factor: MarketFactor): FactorHistory {
  return factor.history ?? { days: [], levels: [], source: '', warnings: [] };
}

function dayText(day: number | undefined): string {
  return day === undefined ? '(none)' : formatDay(day as Day);
}
