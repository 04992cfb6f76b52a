import { randomStream } from '../random/xoshiro-stream.js';
import type { DetailSample } from '../simulation/detail-sample.js';
import type { Base } from '../waterfall/base.js';
import type { Measure } from '../waterfall/measure.js';
import type { Waterfall } from '../waterfall/waterfall.js';
import { MeasureSums, slotsOf } from './measure-sums.js';

/** Trials that share their orders of the risks. */
const CHUNK = 256;
/** Orders for each chunk; each is used forth and back, which is exact for two risks and takes most of the noise. */
const ORDERS = 16;

/** Shares of each trial's change that the risks have, and the error that the choice of orders leaves on their mean. */
export interface TrialShares {
  /** For each risk, an amount for each of the trials asked for; they sum to the trial's change. */
  readonly shares: readonly Float64Array[];
  /** Of the mean over the first `count` trials, for each risk. */
  readonly orderErrors: Float64Array;
}

/**
 * The Shapley value of each trial's change of a measure: the mean of what a risk adds when the risks arrive one after
 * the other, over random orders. The parts sum to the change in every trial, whatever the waterfall does. Sources:
 * Shapley 1953; Castro, Gómez and Tejada 2009, "Polynomial calculation of the Shapley value based on sampling",
 * Computers & Operations Research 36(5).
 */
export function shapleyShares(
  detail: DetailSample,
  waterfall: Waterfall,
  base: Base,
  measure: Measure,
  trials: Int32Array,
  count: number,
  seed: string,
): TrialShares {
  const risks = detail.risks.length;
  const shares = detail.risks.map(() => new Float64Array(trials.length));
  const orderVariances = new Float64Array(risks);
  const slots = detail.risks.map(({ effects }) => slotsOf(base, effects));
  const columns = detail.risks.map(({ columns }) => columns.map((column) => gathered(column, trials)));
  const sums = new MeasureSums(waterfall, base, measure, CHUNK);
  const marginal = new Float64Array(CHUNK);
  const before = new Float64Array(CHUNK);

  for (let from = 0, chunk = 0; from < trials.length; from += CHUNK, chunk++) {
    const size = Math.min(CHUNK, trials.length - from);
    const counted = Math.max(0, Math.min(size, count - from));
    const random = randomStream(BigInt(seed), `shapley/${measure}`, chunk);
    const spread = risksSpread(risks);
    for (let nth = 0; nth < ORDERS; nth++) {
      const order = shuffled(risks, (n) => random.below(n));
      const means = new Float64Array(risks);
      for (const arrival of [order, order.slice().reverse()]) arrive(arrival, from, size, counted, means);
      spread.add(means);
    }
    const weight = counted / count;
    for (let risk = 0; risk < risks; risk++) {
      orderVariances[risk] = (orderVariances[risk] as number) + weight * weight * spread.varianceOfMean(risk);
    }
  }
  return { shares, orderErrors: orderVariances.map(Math.sqrt) };

  /** Adds the risks one after the other; what each adds goes to its share, and to its mean over the counted trials. */
  function arrive(
    arrival: readonly number[],
    from: number,
    size: number,
    counted: number,
    means: Float64Array,
  ): void {
    sums.clear();
    before.fill(0);
    for (const risk of arrival) {
      sums.add(columns[risk] as Float64Array[], slots[risk] as number[], from, size);
      sums.changeInto(marginal, size);
      const share = shares[risk] as Float64Array;
      let sum = 0;
      for (let i = 0; i < size; i++) {
        const added = (marginal[i] as number) - (before[i] as number);
        before[i] = marginal[i] as number;
        share[from + i] = (share[from + i] as number) + added / (2 * ORDERS);
        if (i < counted) sum += added;
      }
      if (counted > 0) means[risk] = (means[risk] as number) + sum / (2 * counted);
    }
  }
}

function gathered(column: Float64Array, trials: Int32Array): Float64Array {
  const out = new Float64Array(trials.length);
  for (let i = 0; i < trials.length; i++) out[i] = column[trials[i] as number] as number;
  return out;
}

/** Fisher and Yates. */
function shuffled(count: number, below: (n: number) => number): number[] {
  const order = Array.from({ length: count }, (_, nth) => nth);
  for (let last = count - 1; last > 0; last--) {
    const other = below(last + 1);
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
  return order;
}

/** Mean and variance over orders, for each risk. */
function risksSpread(risks: number) {
  const [mean, second] = [new Float64Array(risks), new Float64Array(risks)];
  let count = 0;
  return {
    add(values: Float64Array): void {
      count += 1;
      for (let risk = 0; risk < risks; risk++) {
        const delta = (values[risk] as number) - (mean[risk] as number);
        mean[risk] = (mean[risk] as number) + delta / count;
        second[risk] = (second[risk] as number) + delta * ((values[risk] as number) - (mean[risk] as number));
      }
    },
    varianceOfMean: (risk: number): number => (second[risk] as number) / (count - 1) / count,
  };
}
