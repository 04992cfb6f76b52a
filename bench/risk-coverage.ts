/**
 * How often the 95% intervals that the risk engine prints hold the exact value: `npm run bench:risk-coverage [-- RUNS
 * [TRIALS]]`. Each model of test/risk-exact-models.ts is simulated 1,000 times with other seeds, 2,000 trials each, and
 * its intervals compared with the law's own numbers. The goal is 93 to 97 of 100 for each number.
 */

import { probabilityEstimate } from '../src/risk/results/estimate.js';
import type { Estimate } from '../src/risk/results/results.js';
import { spreadOf } from '../src/risk/results/spread.js';
import { inThisThread } from '../src/risk/simulation/block-workers.js';
import { compilePlan } from '../src/risk/simulation/compile-plan.js';
import { orderedValues } from '../src/risk/simulation/ordered-values.js';
import { simulatePlan } from '../src/risk/simulation/simulate-plan.js';
import type { Tally } from '../src/risk/simulation/totals.js';
import { type ExactModel, exactModels } from '../test/risk-exact-models.js';
import { printTable } from './tables.js';

const RUNS = Number(process.argv[2] ?? 1000);
const TRIALS = Number(process.argv[3] ?? 2000);
const LEVELS = [0.5, 0.95, 0.99];
const [LEAST, MOST] = [0.93, 0.97];
/** Below so many intervals a share of them says little. */
const ENOUGH = 100;

/** Intervals of one number in all runs of a model: how many there were, and how many held the exact value. */
interface Tried {
  given: number;
  held: number;
}

const byModel = new Map<string, Map<string, Tried>>();
for (const [nth, model] of exactModels().entries()) byModel.set(model.name, await coverageOf(model, nth));
const numbers = [...new Set([...byModel.values()].flatMap((tried) => [...tried.keys()]))];

console.log(
  `${RUNS} runs of ${TRIALS} trials a model: of 100 intervals of 95%, so many hold the exact value.\n`,
);
printTable(
  ['', ...numbers],
  [...byModel].map(([name, tried]) => [name, ...numbers.map((number) => percent(tried.get(number)))]),
);
printTable(
  ['number', 'all models', 'lowest', 'highest', 'intervals given', 'in 93 to 97'],
  numbers.map((number) => {
    const all = [...byModel.values()].flatMap((tried) => tried.get(number) ?? []);
    const enough = all.filter(({ given }) => given >= ENOUGH);
    const pooled = { given: sum(all, 'given'), held: sum(all, 'held') };
    const shares = enough.map(({ given, held }) => held / given);
    return [
      number,
      percent(pooled),
      (100 * Math.min(...shares)).toFixed(1),
      (100 * Math.max(...shares)).toFixed(1),
      `${((100 * pooled.given) / (RUNS * all.length)).toFixed(0)}%`,
      `${shares.filter((share) => share >= LEAST && share <= MOST).length} of ${shares.length}`,
    ];
  }),
);

async function coverageOf({ register, law }: ExactModel, nth: number): Promise<Map<string, Tried>> {
  const tried = new Map<string, Tried>();
  const limit = law.valueAtRisk(0.9) * 1.001 + 1e-6;
  const exact = {
    mean: -law.mean,
    deviation: law.deviation,
    'P(loss > x)': 1 - law.cdf(limit),
    ...Object.fromEntries(LEVELS.map((level) => [`VaR ${100 * level}%`, law.valueAtRisk(level)])),
    ...Object.fromEntries(
      LEVELS.map((level) => [`ES ${100 * level}%`, law.expectedShortfall(level) ?? Number.NaN]),
    ),
  };
  // Each model has seeds of its own, so that models with one risk do not share their draws.
  for (let seed = nth * RUNS; seed < (nth + 1) * RUNS; seed++) {
    const plan = compilePlan(register, { seed, trials: TRIALS, quantiles: 'sketch' });
    const { measures } = await simulatePlan(plan, inThisThread(plan));
    const change = measures.find(({ measure }) => measure === 'operating-income')?.change as Tally;
    for (const [number, estimate] of Object.entries(estimatesOf(change, limit))) {
      const value = exact[number as keyof typeof exact];
      count(tried, number, estimate, value);
    }
  }
  return tried;
}

function estimatesOf(change: Tally, limit: number): Record<string, Estimate> {
  const { mean, deviation, valueAtRisk, expectedShortfall } = spreadOf(change, {
    quantiles: [],
    confidence: LEVELS,
  });
  const beyond = Math.round(orderedValues(change).below(-limit));
  return {
    mean,
    deviation,
    'P(loss > x)': probabilityEstimate(beyond, TRIALS),
    ...Object.fromEntries(valueAtRisk.map(({ level, estimate }) => [`VaR ${100 * level}%`, estimate])),
    ...Object.fromEntries(expectedShortfall.map(({ level, estimate }) => [`ES ${100 * level}%`, estimate])),
  };
}

function count(tried: Map<string, Tried>, number: string, { low, high }: Estimate, exact: number): void {
  const so = tried.get(number) ?? { given: 0, held: 0 };
  tried.set(number, so);
  // A single point is no interval: a quantile in an atom is known for certain.
  if (low === null || high === null || high - low <= 0.0015 * Math.abs(exact) || !Number.isFinite(exact))
    return;
  so.given++;
  if (low <= exact && exact <= high) so.held++;
}

function percent(tried: Tried | undefined): string {
  return tried === undefined || tried.given < ENOUGH ? '' : ((100 * tried.held) / tried.given).toFixed(1);
}

function sum(all: readonly Tried[], field: 'given' | 'held'): number {
  return all.reduce((total, tried) => total + tried[field], 0);
}
