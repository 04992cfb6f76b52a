import { normalQuantile } from '../../distributions/special-functions/normal-quantile.js';
import { exponentials } from '../../random/exponential-function.js';
import type { Block } from '../../simulation/risk-sampler.js';
import { type HistoricalMonths, historicalMonths, yearDeviations } from './historical-months.js';
import { type JointLaw, jointLaw } from './joint-law.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { requireFactor } from './require-factor.js';
import { requireMethod } from './value-at-risk.js';
import { TRADING_DAYS } from './volatility.js';

/** Draws the change of every factor over the year in each trial of a block. */
export interface MarketFactorsSampler {
  /** A column a factor, in their order: fractions of the level, of interest rates absolute. */
  simulate(block: Block, columns: readonly Float64Array[]): void;
}

/**
 * The changes of all factors over the year.
 *
 * - Historical simulation: twelve months of 21 days that all histories share, drawn jointly and put together (of fewer
 *   than 63 days: single days); the mean is taken out first where the method says zero. Factors without a history are normal with their stated volatility.
 * - Parametric and Monte Carlo: a joint normal law of the changes of logarithms (of interest rates, of the rate), daily
 *   variances times 252.
 * - A factor that the register ties to other variables follows its tie: a normal law with its own volatility, whose
 *   dependence on other factors is the stated one, not that of the days.
 * - A factor that a scenario forces has that change in every trial; the draws of the others stay as they are.
 *
 * Prices and exchange rates are e^x − 1: never below −100%, and the median of a factor without mean is no change, in
 * either direction of quotation.
 */
export function marketFactorsSampler(
  factors: readonly MarketFactor[],
  method: MarketMethod,
): MarketFactorsSampler {
  requireMethod(method);
  for (const factor of factors) requireFactor(factor);
  const law = jointLaw(factors, method);
  const months = method.method === 'historical-simulation' ? historicalMonths(factors, method) : null;
  const deviations = yearDeviations(law, months);
  const drawYear = months === null ? normalYear(factors, law) : bootstrap(factors, deviations, months);
  return {
    simulate(block, columns) {
      drawYear(block, columns);
      factors.forEach((factor, at) => {
        const column = columns[at] as Float64Array;
        const tied = factor.forced === null ? block.tied(`factor.${factor.id}`) : null;
        if (tied !== null) {
          const mean = TRADING_DAYS * (law.means[at] as number);
          follow(tied, column, block.trials, mean, deviations[at] as number);
        }
        if (factor.forced !== null) column.fill(factor.forced, 0, block.trials);
        else if (factor.quantity !== 'interest-rate') toFractions(column, block.trials);
      });
    },
  };
}

type DrawYear = (block: Block, columns: readonly Float64Array[]) => void;

function normalYear(factors: readonly MarketFactor[], { means, mixing }: JointLaw): DrawYear {
  const n = factors.length;
  const root = Math.sqrt(TRADING_DAYS);
  return (block, columns) => {
    factors.forEach(({ id }, at) => {
      block.stream(`factor/${id}`).fillNormal(columns[at] as Float64Array, 0, block.trials);
    });
    // From the last row up, so that the normals of a row are there until every row below has taken them.
    for (let row = n - 1; row >= 0; row--) {
      const out = columns[row] as Float64Array;
      scale(
        out,
        block.trials,
        root * (mixing[row * n + row] as number),
        TRADING_DAYS * (means[row] as number),
      );
      for (let column = 0; column < row; column++) {
        add(out, columns[column] as Float64Array, block.trials, root * (mixing[row * n + column] as number));
      }
    }
  };
}

function bootstrap(
  factors: readonly MarketFactor[],
  deviations: Float64Array,
  { sums, starts, draws }: HistoricalMonths,
): DrawYear {
  let drawn = new Int32Array(0);
  return (block, columns) => {
    const { trials } = block;
    if (drawn.length < trials) drawn = new Int32Array(trials);
    factors.forEach(({ id }, at) => {
      const column = columns[at] as Float64Array;
      if (sums[at] === null) {
        block.stream(`factor/${id}`).fillNormal(column, 0, trials);
        scale(column, trials, deviations[at] as number, 0);
      } else column.fill(0, 0, trials);
    });
    if (starts === 0) return;
    const days = block.stream('factor/days');
    for (let month = 0; month < draws; month++) {
      days.fillBelow(starts, drawn, 0, trials);
      sums.forEach((each, at) => {
        if (each !== null) gather(columns[at] as Float64Array, each, drawn, trials);
      });
    }
  };
}

function gather(out: Float64Array, sums: Float64Array, drawn: Int32Array, trials: number): void {
  for (let trial = 0; trial < trials; trial++) {
    out[trial] = (out[trial] as number) + (sums[drawn[trial] as number] as number);
  }
}

function follow(
  tied: Float64Array,
  out: Float64Array,
  trials: number,
  mean: number,
  deviation: number,
): void {
  for (let trial = 0; trial < trials; trial++) {
    out[trial] = mean + deviation * normalQuantile(tied[trial] as number);
  }
}

function toFractions(column: Float64Array, trials: number): void {
  exponentials(column, 0, trials, 0, 1);
  for (let trial = 0; trial < trials; trial++) column[trial] = (column[trial] as number) - 1;
}

function scale(out: Float64Array, trials: number, factor: number, shift: number): void {
  for (let trial = 0; trial < trials; trial++) out[trial] = shift + factor * (out[trial] as number);
}

function add(out: Float64Array, other: Float64Array, trials: number, factor: number): void {
  if (factor === 0) return;
  for (let trial = 0; trial < trials; trial++) {
    out[trial] = (out[trial] as number) + factor * (other[trial] as number);
  }
}
