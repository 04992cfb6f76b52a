import { firstIndex } from '../../../value/index.js';
import type { SharedEvent } from '../../resolved-register.js';
import { probabilityEstimate } from '../../results/estimate.js';
import type { Estimate } from '../../results/results.js';
import { BlockContext } from '../../simulation/block-context.js';
import { quantileEstimate, sampleMeanEstimate } from '../../simulation/estimates.js';
import { sortedValues } from '../../simulation/ordered-values.js';
import { BLOCK_TRIALS } from '../../simulation/plan.js';
import { simulateSharedEvent } from '../event/shared-events.js';
import { creditFor } from './dependency-sampler.js';
import type { DependencySpec } from './dependency-spec.js';
import { OutageSimulation } from './outage-simulation.js';

/** A year's outages of a service as simulated. Times in years, amounts in units of the reporting currency. */
export interface OutageStatistics {
  readonly trials: number;
  readonly outageYears: Estimate;
  readonly outages: Estimate;
  readonly probabilityOfAny: Estimate;
  /** Of the time out in a year. */
  readonly quantiles: readonly { readonly level: number; readonly estimate: Estimate }[];
  /** P(out for longer than so many years within a year). */
  readonly exceedance: readonly { readonly years: number; readonly probability: Estimate }[];
  readonly lostRevenue: Estimate;
  readonly credits: Estimate;
}

const LEVELS = [0.5, 0.9, 0.95, 0.99, 0.999];
const HOUR = 1 / 8760;
/** One, four, eight hours; one, three, seven, thirty days. */
const DURATIONS = [1, 4, 8, 24, 72, 168, 720].map((hours) => hours * HOUR);
/** Values that are kept at a time, all services together: 64 MB. */
const MOST_VALUES = 2 ** 23;

/**
 * Simulates the outages of a graph by itself. With the register's seed, risk id and shared events these are the trials of
 * the register's own run, so that the hours here and the losses there belong to each other.
 */
export function outageStatistics(
  spec: DependencySpec,
  sharedEvents: readonly SharedEvent[],
  risk: string,
  seed: number | bigint,
  trials: number,
): OutageStatistics[] {
  const count = Math.max(1, Math.min(trials, Math.floor(MOST_VALUES / (4 * spec.services.length))));
  const services = spec.services.map(() => new ServiceYears(count));
  const prices = spec.services.map(({ revenuePerYear, lostShare, credits }) => ({
    perYear: revenuePerYear * lostShare,
    steps: credits.toSorted((a, b) => a.afterYears - b.afterYears),
  }));
  const simulation = new OutageSimulation(spec, risk);
  const context = new BlockContext(
    seed,
    {
      events: new Map(
        sharedEvents.map((event) => [event.id, (block, out) => simulateSharedEvent(event, block, out)]),
      ),
      factors: { names: [], simulate: () => undefined },
      ties: { names: [], simulate: () => undefined },
      counted: [],
    },
    BLOCK_TRIALS,
  );
  for (let block = 0; block * BLOCK_TRIALS < count; block++) {
    const first = block * BLOCK_TRIALS;
    context.begin(block, Math.min(BLOCK_TRIALS, count - first));
    simulation.run(context, {
      outage(service, trial, start, end) {
        const { perYear, steps } = prices[service] as (typeof prices)[number];
        const length = end - start;
        (services[service] as ServiceYears).add(
          first + trial,
          length,
          perYear * length,
          creditFor(length, steps),
        );
      },
      spell: () => undefined,
    });
  }
  return services.map((years) => years.statistics());
}

/** What happens to one service in each trial. */
class ServiceYears {
  readonly #out: Float64Array;
  readonly #outages: Float64Array;
  readonly #lost: Float64Array;
  readonly #credits: Float64Array;

  constructor(trials: number) {
    this.#out = new Float64Array(trials);
    this.#outages = new Float64Array(trials);
    this.#lost = new Float64Array(trials);
    this.#credits = new Float64Array(trials);
  }

  add(trial: number, length: number, lost: number, credit: number): void {
    this.#out[trial] = (this.#out[trial] as number) + length;
    this.#outages[trial] = (this.#outages[trial] as number) + 1;
    this.#lost[trial] = (this.#lost[trial] as number) + lost;
    this.#credits[trial] = (this.#credits[trial] as number) + credit;
  }

  /** Called once, at the end: sorts what is out. */
  statistics(): OutageStatistics {
    const trials = this.#out.length;
    const outageYears = sampleMeanEstimate(this.#out);
    const values = this.#out.sort();
    const ordered = sortedValues(values);
    const above = (years: number): Estimate =>
      probabilityEstimate(trials - firstIndex(trials, (at) => (values[at] as number) > years), trials);
    return {
      trials,
      outageYears,
      outages: sampleMeanEstimate(this.#outages),
      probabilityOfAny: above(0),
      quantiles: LEVELS.map((level) => ({ level, estimate: quantileEstimate(ordered, level) })),
      exceedance: DURATIONS.map((years) => ({ years, probability: above(years) })),
      lostRevenue: sampleMeanEstimate(this.#lost),
      credits: sampleMeanEstimate(this.#credits),
    };
  }
}
