import { distributionOf } from '../../distributions/distribution-of.js';
import type { RandomStream } from '../../random/random-stream.js';
import type { Block, EffectTarget } from '../../simulation/risk-sampler.js';
import type { EventSpec } from './event-spec.js';
import { layerPays, yearlyRecovery } from './occurrence.js';
import { BATCH } from './scatter.js';

/** Writes the severities of the occurrences of a batch, given the trial of each. */
export type SeverityFill = (trials: Int32Array, count: number, out: Float64Array) => void;

/** Adds up what occurrences cost and insurers pay in each trial, and hands it to the lines. Keeps scratch arrays, no state between blocks. */
export interface Settlement {
  readonly effects: readonly EffectTarget[];
  begin(block: Block, risk: string, columns: readonly Float64Array[], occurrences: Int32Array | null): void;
  /** Settles a batch of occurrences; `trials` holds the trial of each. */
  add(trials: Int32Array, count: number, severities: SeverityFill): void;
  end(): void;
}

export function settlementOf(spec: EventSpec): Settlement {
  const { limit, franchise, insurance, recoveryTo } = spec;
  const shares = sharesByLine(spec);
  const lines = [...shares.keys()];
  const netted = recoveryTo === null;
  if (insurance.length > 0 && !netted && !lines.includes(recoveryTo)) lines.push(recoveryTo);
  const recoveryColumn = netted ? -1 : lines.indexOf(recoveryTo);
  const shareOf = lines.map((line) => shares.get(line) ?? 0);
  const plain = limit === null && franchise === 0 && !mayBeNegative(spec);
  const delayLaw = spec.delay === null ? null : distributionOf(spec.delay);
  const amounts = new Float64Array(BATCH);
  const times = new Float64Array(BATCH);
  const delays = new Float64Array(BATCH);
  let paid = insurance.map(() => new Float64Array(0));
  let recovered = new Float64Array(0);
  let trialsInBlock = 0;
  let columns: readonly Float64Array[] = [];
  let occurrences: Int32Array | null = null;
  let delayStream: RandomStream | null = null;

  return { effects: lines.map((line) => ({ line })), begin, add, end };

  function begin(block: Block, risk: string, into: readonly Float64Array[], counts: Int32Array | null): void {
    trialsInBlock = block.trials;
    columns = into;
    occurrences = counts;
    into[0]?.fill(0, 0, block.trials);
    counts?.fill(0, 0, block.trials);
    delayStream = delayLaw === null ? null : block.stream(`risk/${risk}/delay`);
    if (insurance.length === 0) return;
    if (recovered.length < block.trials) {
      paid = insurance.map(() => new Float64Array(block.trials));
      recovered = new Float64Array(block.trials);
    }
    for (const sum of paid) sum.fill(0, 0, block.trials);
  }

  function add(trials: Int32Array, count: number, severities: SeverityFill): void {
    severities(trials, count, amounts);
    if (!plain) applyTerms(amounts, count, limit ?? Infinity, franchise);
    if (delayStream !== null) dropUnrecognised(delayStream, count);
    if (occurrences !== null) countEach(occurrences, trials, count);
    if (insurance.length > 0) collect(trials, count);
    addLosses(columns[0] as Float64Array, trials, amounts, count);
  }

  /** An occurrence anywhere in the year whose delay ends after it leaves nothing this year, neither loss nor recovery. */
  function dropUnrecognised(random: RandomStream, count: number): void {
    random.fillUniform(times, 0, count);
    delayLaw?.fill(random, delays, 0, count);
    for (let index = 0; index < count; index++) {
      const recognised = (times[index] as number) + Math.max(0, delays[index] as number);
      if (recognised > 1) amounts[index] = 0;
    }
  }

  function collect(trials: Int32Array, count: number): void {
    for (let index = 0; index < count; index++) {
      const loss = amounts[index] as number;
      let left = loss;
      for (let nth = 0; nth < insurance.length; nth++) {
        const pays = Math.min(left, layerPays(loss, insurance[nth] as (typeof insurance)[number]));
        const sum = paid[nth] as Float64Array;
        const trial = trials[index] as number;
        sum[trial] = (sum[trial] as number) + pays;
        left -= pays;
      }
    }
  }

  function end(): void {
    const total = columns[0] as Float64Array;
    if (insurance.length > 0) {
      recovered.fill(0, 0, trialsInBlock);
      insurance.forEach((layer, nth) => {
        const sum = paid[nth] as Float64Array;
        for (let trial = 0; trial < trialsInBlock; trial++) {
          recovered[trial] = (recovered[trial] as number) + yearlyRecovery(sum[trial] as number, layer);
        }
      });
      if (netted) addInto(total, recovered, trialsInBlock);
    }
    for (let nth = lines.length - 1; nth >= 0; nth--) {
      const share = shareOf[nth] as number;
      if (nth === 0 && share === 1) continue;
      const column = columns[nth] as Float64Array;
      for (let trial = 0; trial < trialsInBlock; trial++) column[trial] = share * (total[trial] as number);
    }
    if (insurance.length > 0 && !netted)
      addInto(columns[recoveryColumn] as Float64Array, recovered, trialsInBlock);
  }
}

function applyTerms(amounts: Float64Array, count: number, limit: number, franchise: number): void {
  for (let index = 0; index < count; index++) {
    const limited = Math.max(0, Math.min(amounts[index] as number, limit));
    amounts[index] = limited < franchise ? 0 : limited;
  }
}

function countEach(occurrences: Int32Array, trials: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) {
    const trial = trials[index] as number;
    occurrences[trial] = (occurrences[trial] as number) + 1;
  }
}

function addLosses(effect: Float64Array, trials: Int32Array, amounts: Float64Array, count: number): void {
  for (let index = 0; index < count; index++) {
    const trial = trials[index] as number;
    effect[trial] = (effect[trial] as number) - (amounts[index] as number);
  }
}

function addInto(sum: Float64Array, more: Float64Array, trials: number): void {
  for (let trial = 0; trial < trials; trial++) sum[trial] = (sum[trial] as number) + (more[trial] as number);
}

function sharesByLine({ to }: EventSpec): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { line, share } of to) shares.set(line, (shares.get(line) ?? 0) + share);
  return shares;
}

function mayBeNegative({ severity, shared }: EventSpec): boolean {
  const severities = [
    severity,
    ...shared.flatMap((cause) => (cause.severity === null ? [] : [cause.severity])),
  ];
  return severities.some((law) => distributionOf(law).support[0] < 0);
}
