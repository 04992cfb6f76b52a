import { join } from 'node:path';
import { type Day, formatDay, InputError, type RateUnit } from '../../value/index.js';
import { unitsOf } from '../noon-buying-rates.js';
import { type ChangeOptions, swapStates } from './change-store.js';
import { coefficientOn, rescaled, type ScaledRates } from './merge-rates.js';
import { NOON_FILE, noonRates } from './noon-rates.js';
import { readSource, sourceFiles } from './source-files.js';
import { currentState, isUndone, previousState } from './store-states.js';

/** The state of one series, and what it becomes. */
export interface UndoneSeries {
  readonly source: string;
  readonly unit: RateUnit;
  /** Last day and number of rates; null where the series is not held. */
  readonly now: SeriesExtent | null;
  readonly after: SeriesExtent | null;
  /** Days that both hold with another rate. */
  readonly revised: number;
}

export interface SeriesExtent {
  readonly lastDay: string;
  readonly rates: number;
}

/** What an undo changes. */
export interface RatesUndo {
  readonly directory: string;
  readonly isDryRun: boolean;
  /** Whether it undoes an undo: the change holds again. */
  readonly isForth: boolean;
  /** Only the series that differ. */
  readonly series: readonly UndoneSeries[];
  /** What could not be compared, for a person: a damaged file of either state. */
  readonly damage: string | null;
}

/**
 * Goes back to the rates as they were before the last update or import; the next undo goes forth again. Throws
 * `InputError` ('bad-option') where there is nothing to undo, ('unreadable') where the directory cannot be written.
 */
export async function undoRatesChange(
  directory: string,
  options: ChangeOptions & { readonly isDryRun?: boolean },
): Promise<RatesUndo> {
  const isDryRun = options.isDryRun === true;
  const previous = previousState(directory);
  if (previous === undefined) {
    throw new InputError(
      'bad-option',
      `Cannot undo: no update or import has changed the rates in ${directory}; the rates of the package are used`,
    );
  }
  const isForth = isUndone(directory);
  const difference = differenceOf(currentState(directory), previous);
  if (!isDryRun) await swapStates(directory, options);
  return { directory, isDryRun, isForth, ...difference };
}

/** For a terminal. */
export function ratesUndoText({ series, isDryRun, isForth, damage }: RatesUndo): string {
  const lines = series.map(({ source, unit, now, after, revised }) => {
    const other = revised > 0 ? `, ${counted(revised)} with another value` : '';
    return `${source}, ${unit}: ${extentText(now)} → ${extentText(after)}${other}`;
  });
  if (damage !== null) lines.push(`could not compare all: ${damage}`);
  else if (lines.length === 0) lines.push('no rate differs');
  const done = isForth
    ? 'the last change holds again; another "tickmark rates undo" takes it back'
    : 'back to the rates before the last change; another "tickmark rates undo" goes forth again';
  lines.push(isDryRun ? 'nothing was changed: a dry run' : done);
  return `${lines.join('\n')}\n`;
}

/** The same as plain data for JSON. */
export function ratesUndoRecord({ isDryRun, isForth, ...undo }: RatesUndo) {
  return { ...undo, dryRun: isDryRun, direction: isForth ? 'forth' : 'back' };
}

function extentText(extent: SeriesExtent | null): string {
  return extent === null ? 'not held' : `${counted(extent.rates)} to ${extent.lastDay}`;
}

function counted(rates: number): string {
  return rates === 1 ? '1 rate' : `${rates} rates`;
}

/** An undo is the way out of a damaged state, so damage must not stop it. */
function differenceOf(now: string | null, then: string | null): Pick<RatesUndo, 'series' | 'damage'> {
  try {
    const [current, previous] = [ratesOf(now), ratesOf(then)];
    const names = [...new Set([...current.keys(), ...previous.keys()])];
    const series = names.map((name) => compared(name, current.get(name), previous.get(name)));
    return { series: series.filter(differs), damage: null };
  } catch (error) {
    if (error instanceof InputError) return { series: [], damage: error.message };
    throw error;
  }
}

/** By `source|unit`. */
type AllRates = Map<string, ScaledRates>;

function ratesOf(state: string | null): AllRates {
  const all: AllRates = new Map();
  const noon = noonRates(state === null ? null : join(state, NOON_FILE));
  for (const { code } of noon.entries) {
    const { series, rates } = noon.held(code);
    all.set(`${noon.source}|${unitsOf(series)[0]}`, { decimals: series.decimals, rates });
  }
  for (const head of state === null ? [] : sourceFiles(state)) {
    const { source, series } = readSource(head);
    for (const { unit, rates, decimals } of series) all.set(`${source}|${unit}`, { decimals, rates });
  }
  return all;
}

function compared(name: string, now: ScaledRates | undefined, then: ScaledRates | undefined): UndoneSeries {
  const bar = name.lastIndexOf('|');
  return {
    source: name.slice(0, bar),
    unit: name.slice(bar + 1) as RateUnit,
    now: extentOf(now),
    after: extentOf(then),
    revised: now === undefined || then === undefined ? 0 : differingDays(now, then),
  };
}

function differingDays(now: ScaledRates, then: ScaledRates): number {
  const decimals = Math.max(now.decimals, then.decimals);
  const [ours, theirs] = [rescaled(now, decimals), rescaled(then, decimals)];
  return ours.days.filter((day, index) => {
    const before = coefficientOn(theirs, day);
    return before !== null && before !== ours.coefficients[index];
  }).length;
}

function extentOf(scaled: ScaledRates | undefined): SeriesExtent | null {
  const last = scaled?.rates.days.at(-1);
  if (scaled === undefined || last === undefined) return null;
  return { lastDay: formatDay(last as Day), rates: scaled.rates.days.length };
}

function differs({ now, after, revised }: UndoneSeries): boolean {
  return revised > 0 || now?.lastDay !== after?.lastDay || now?.rates !== after?.rates;
}
