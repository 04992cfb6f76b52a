import { InputError } from '../../value/index.js';
import type { Measure } from '../waterfall/measure.js';
import { meanEstimate, valueAtRiskEstimate } from './estimates.js';
import { orderedValues } from './ordered-values.js';
import type { Tally } from './totals.js';

const LEVEL = 0.95;
/** A mean or a value at risk near 0 is compared with this share of the deviation instead. */
const LEAST_SHARE = 0.1;
const FIRST_BLOCKS = 16;

/** The measure whose error decides, where none is named: the first of these that something moves. */
const MAIN: readonly Measure[] = [
  'net-income',
  'equity',
  'operating-income',
  'ads-value',
  'other-comprehensive-income',
];

export function mainMeasure(moved: readonly Measure[]): Measure | null {
  return MAIN.find((measure) => moved.includes(measure)) ?? moved[0] ?? null;
}

/** @throws InputError where the error is no fraction that can be reached */
export function checkUntilError(error: number): void {
  if (error > 0 && error < 1) return;
  throw new InputError(
    'bad-option',
    `Unexpected error ${error} to stop at, expected a fraction between 0 and 1: 0.005 for half a percent.`,
  );
}

/**
 * The relative error of a measure's change so far: the larger of the standard error of the mean over the mean, and of
 * VaR 95% over VaR 95%. Where one is smaller than a tenth of the standard deviation, its error is compared with that
 * tenth. A law without variance is judged by VaR alone, against its own value. Null: not yet known.
 */
export function relativeError(tally: Tally): number | null {
  const { moments, momentsBelow } = tally;
  const least = momentsBelow > 2 ? LEAST_SHARE * Math.sqrt(moments.second / moments.count) : 0;
  const compared = [meanEstimate(tally), valueAtRiskEstimate(orderedValues(tally), LEVEL)].slice(
    momentsBelow > 2 ? 0 : 1,
  );
  const errors = compared.map(({ value, standardError }) => {
    if (value === null || standardError === null) return null;
    return standardError === 0 ? 0 : standardError / Math.max(Math.abs(value), least);
  });
  return errors.includes(null) ? null : Math.max(...(errors as number[]));
}

/** After how many blocks a run looks at its error: fixed numbers, so that the same run ends on any number of threads. */
export function roundEnds(blocks: number): number[] {
  const ends: number[] = [];
  for (let end = FIRST_BLOCKS; end < blocks; end = Math.ceil(end * 1.25)) ends.push(end);
  return [...ends, blocks];
}
