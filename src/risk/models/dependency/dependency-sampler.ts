import type { Block, EffectTarget, RiskSampler } from '../../simulation/risk-sampler.js';
import type { CreditStep, DependencySpec } from './dependency-spec.js';
import { OutageSimulation } from './outage-simulation.js';

/**
 * Lost revenue and credits of services that depend on a graph of nodes, one year a trial, all nodes working at its start.
 * Of an outage that lasts beyond the year, the part within it counts. An occurrence is a spell in which at least one
 * service is out: an outage that several services share counts once.
 *
 * @throws InputError where the graph has an error
 */
export function dependencySampler(spec: DependencySpec, risk: string): RiskSampler {
  const simulation = new OutageSimulation(spec, risk);
  const lines = [...new Set(spec.services.flatMap(({ line, creditsTo }) => [line, creditsTo ?? line]))];
  const costs = spec.services.map((service) => ({
    column: lines.indexOf(service.line),
    perYear: service.revenuePerYear * service.lostShare,
    creditColumn: lines.indexOf(service.creditsTo ?? service.line),
    credits: service.credits.toSorted((a, b) => a.afterYears - b.afterYears),
  }));
  return {
    risk,
    effects: lines.map((line): EffectTarget => ({ line })),
    after: [],
    // A year has one year of outages and finitely many steps of credits.
    momentsBelow: Number.POSITIVE_INFINITY,
    simulate(block: Block, columns: readonly Float64Array[], occurrences: Int32Array | null): void {
      for (const column of columns) column.fill(0, 0, block.trials);
      occurrences?.fill(0, 0, block.trials);
      simulation.run(block, {
        outage(service, trial, start, end) {
          const { column, perYear, creditColumn, credits } = costs[service] as (typeof costs)[number];
          const length = end - start;
          const lost = columns[column] as Float64Array;
          lost[trial] = (lost[trial] as number) - perYear * length;
          const credited = columns[creditColumn] as Float64Array;
          credited[trial] = (credited[trial] as number) - creditFor(length, credits);
        },
        spell(trial) {
          if (occurrences !== null) occurrences[trial] = (occurrences[trial] as number) + 1;
        },
      });
    },
  };
}

/** The amount of the highest step that an outage of so many years reaches. Steps ascend. */
export function creditFor(years: number, steps: readonly CreditStep[]): number {
  let amount = 0;
  for (const step of steps) {
    if (step.afterYears > years) break;
    amount = step.amount;
  }
  return amount;
}
