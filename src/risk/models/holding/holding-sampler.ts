import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { RandomStream } from '../../random/random-stream.js';
import type { Block, EffectTarget, RiskSampler } from '../../simulation/risk-sampler.js';
import { checkHolding } from './check-holding.js';
import { type HoldingEffect, holdingEffect, holdingTerms } from './holding-effects.js';
import type { HoldingSpec } from './holding-spec.js';

/**
 * What a holding does to income and other comprehensive income in a year, by the accounting that it names. An occurrence
 * is a year in which it fails or is impaired.
 *
 * @throws InputError where the accounting cannot be computed from what is given
 */
export function holdingSampler(spec: HoldingSpec, risk: string): RiskSampler {
  checkHolding(spec, risk);
  const terms = holdingTerms(spec);
  const result = spec.result === null ? null : distributionOf(spec.result);
  const drawResults = result === null ? null : drawsOf(result, `${risk}.result`, `risk/${risk}/result`);
  const change = changeOf(spec, risk);
  const failure = failuresOf(spec, risk);
  // A line that nothing can reach is no effect: the risk would be measured on it.
  const canFail = spec.failure !== null || spec.shared.length > 0;
  const isImpaired = canFail || spec.impairmentBelow !== null;
  const impairmentLine = (isImpaired ? spec.impairmentLine : null) ?? spec.line;
  const gainsLine = spec.plannedGains?.line ?? spec.line;
  const lines = [...new Set([spec.line, impairmentLine, gainsLine])];
  const [own, impairments, gains] = [spec.line, impairmentLine, gainsLine].map((line) => lines.indexOf(line));
  // Of a value at cost or under the equity method only falls count, which end at nothing.
  const atFairValue = spec.accounting === 'other-comprehensive-income' || spec.accounting === 'income';
  const gainsReach = atFairValue || terms.sold > 0;
  let results = new Float64Array(0);
  let changes = new Float64Array(0);
  let recoveries = new Float64Array(0);

  return {
    risk,
    effects: lines.map((line): EffectTarget => ({ line })),
    after: [],
    momentsBelow: Math.min(
      result?.momentsBelow ?? Number.POSITIVE_INFINITY,
      gainsReach ? change.momentsBelow : Number.POSITIVE_INFINITY,
    ),
    simulate(block: Block, columns: readonly Float64Array[], occurrences: Int32Array | null): void {
      const { trials } = block;
      if (results.length < trials) {
        results = new Float64Array(trials);
        changes = new Float64Array(trials);
        recoveries = new Float64Array(trials);
      }
      drawResults?.(block, results);
      change.draw(block, changes);
      failure(block, recoveries);
      for (const column of columns) column.fill(0, 0, trials);
      const effect: HoldingEffect = { line: 0, impairment: 0, gains: 0 };
      const year = { result: 0, change: 0, recovery: null as number | null };
      for (let trial = 0; trial < trials; trial++) {
        const recovery = recoveries[trial] as number;
        year.result = results[trial] as number;
        year.change = Math.max(-1, changes[trial] as number);
        year.recovery = recovery < 0 ? null : recovery;
        holdingEffect(terms, year, effect);
        add(columns[own as number] as Float64Array, trial, effect.line);
        add(columns[impairments as number] as Float64Array, trial, effect.impairment);
        add(columns[gains as number] as Float64Array, trial, effect.gains);
        if (occurrences !== null)
          occurrences[trial] = year.recovery !== null || effect.impairment < 0 ? 1 : 0;
      }
    },
  };
}

function add(column: Float64Array, trial: number, amount: number): void {
  column[trial] = (column[trial] as number) + amount;
}

/** Draws of a law, or its quantiles at the uniforms of a variable that is tied to others. */
function drawsOf(
  law: Distribution,
  variable: string,
  purpose: string,
): (block: Block, out: Float64Array) => void {
  const quantile = law.tabulatedQuantile ?? law.quantile;
  return (block, out) => {
    const uniforms = block.tied(variable);
    if (uniforms === null) law.fill(block.stream(purpose), out, 0, block.trials);
    else for (let trial = 0; trial < block.trials; trial++) out[trial] = quantile(uniforms[trial] as number);
  };
}

interface ChangeOfValue {
  readonly momentsBelow: number;
  draw(block: Block, out: Float64Array): void;
}

function changeOf({ value }: HoldingSpec, risk: string): ChangeOfValue {
  if (value === null) return { momentsBelow: Number.POSITIVE_INFINITY, draw: () => undefined };
  if ('factor' in value) {
    const { factor, beta } = value;
    return {
      momentsBelow: Number.POSITIVE_INFINITY,
      draw(block, out) {
        const moves = block.factor(factor);
        for (let trial = 0; trial < block.trials; trial++) out[trial] = beta * (moves[trial] as number);
      },
    };
  }
  const law = distributionOf(value);
  return {
    momentsBelow: law.momentsBelow,
    draw: drawsOf(law, `${risk}.value`, `risk/${risk}/value`),
  };
}

/** Writes the recovery of each trial in which the investee fails, and −1 where it does not. */
function failuresOf(
  { failure, shared }: HoldingSpec,
  risk: string,
): (block: Block, recoveries: Float64Array) => void {
  const recovery = failure === null ? null : distributionOf(failure.recovery);
  return (block, recoveries) => {
    recoveries.fill(-1, 0, block.trials);
    if (failure === null && shared.length === 0) return;
    const recovered = block.stream(`risk/${risk}/recovery`);
    // An investee fails once, however many causes there are; nothing comes back where no recovery is said.
    const fail = (trial: number): void => {
      if ((recoveries[trial] as number) < 0) recoveries[trial] = recovery?.sample(recovered) ?? 0;
    };
    if (failure !== null)
      failByItself(failure.probability, block.stream(`risk/${risk}/failure`), block.trials, fail);
    for (const { event, probability } of shared)
      failByEvent(
        block.sharedEvent(event),
        probability,
        block.stream(`risk/${risk}/event/${event}`),
        block.trials,
        fail,
      );
  };
}

function failByItself(
  probability: number,
  random: RandomStream,
  trials: number,
  fail: (trial: number) => void,
): void {
  for (let trial = 0; trial < trials; trial++) if (random.uniform() < probability) fail(trial);
}

function failByEvent(
  counts: Int32Array,
  probability: number,
  random: RandomStream,
  trials: number,
  fail: (trial: number) => void,
): void {
  for (let trial = 0; trial < trials; trial++) {
    for (let left = counts[trial] as number; left > 0; left--)
      if (random.uniform() < probability) fail(trial);
  }
}
