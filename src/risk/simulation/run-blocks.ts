import { InputError } from '../../value/index.js';
import { MEASURES } from '../waterfall/measure.js';
import { Accumulator, ROW_FIELDS } from './accumulator.js';
import { BlockContext } from './block-context.js';
import type { BlockSummaries } from './block-summaries.js';
import { type Column, ColumnMemory } from './column-memory.js';
import { KeptDetail } from './kept-detail.js';
import { BLOCK_TRIALS, type Plan, type PlannedRisk, trialsOfBlock } from './plan.js';

/** Simulates blocks of a plan, one after the other, with arrays that are kept from block to block. */
export interface BlockRunner {
  /**
   * The blocks from `from` up to, not with, `to`. The same whichever blocks were run before.
   *
   * @throws InputError where an effect or a measure is no finite number, with the risk named
   */
  run(from: number, to: number): BlockSummaries;
}

type EffectPlace = PlannedRisk['targets'][number];

export function blockRunner(plan: Plan): BlockRunner {
  const { settings, risks, measures, accounts, waterfall } = plan;
  const keeps = settings.quantiles === 'exact';
  const mostEffects = risks.reduce((most, { targets }) => Math.max(most, targets.length), 0);
  const memory = new ColumnMemory(
    // Effects of one risk, their sum, the lines, the ADS twice, the measures.
    mostEffects + 1 + plan.reached.length + 2 + measures.length,
    accounts.length,
    BLOCK_TRIALS,
  );
  const accumulators = accounts.map(() => new Accumulator(memory, keeps));
  const context = new BlockContext(settings.seed, plan.shared, BLOCK_TRIALS);
  const effectColumns = Array.from({ length: mostEffects }, () => memory.column());
  const effectsOf = risks.map(({ targets }) =>
    targets.map((_, effect) => (effectColumns[effect] as Column).values),
  );
  const together = memory.column();
  const lineColumns = plan.reached.map((isReached) => (isReached ? memory.column() : null));
  const adsColumns = {
    price: plan.movesAds.price ? memory.column() : null,
    rate: plan.movesAds.rate ? memory.column() : null,
  };
  const lines = lineColumns.map((line) => line?.values ?? null);
  const ads = { price: adsColumns.price?.values ?? null, rate: adsColumns.rate?.values ?? null };
  const accountColumns = measures.map(({ account, measure }) =>
    account !== null && isFirst(account, measure) ? memory.column() : null,
  );
  const changes = MEASURES.map((measure) => {
    const nth = measures.findIndex((planned) => planned.measure === measure);
    return accountColumns[nth]?.values ?? null;
  });
  /** The column of each planned measure, its own or of the measure that changes by the same. */
  const changeOf = measures.map(({ account }) => {
    const nth = measures.findIndex((planned) => planned.account === account);
    return account === null ? null : (accountColumns[nth]?.values ?? null);
  });
  const belowZero = measures.map(
    ({ measure }) => -(waterfall.baseMeasures[MEASURES.indexOf(measure)] as number),
  );
  return { run };

  function run(from: number, to: number): BlockSummaries {
    const moments = new Float64Array((to - from) * accounts.length * ROW_FIELDS);
    const losses = new Float64Array(measures.length);
    const detail = newDetail(from, Math.min(to, plan.detailBlocks));
    let trials = 0;
    for (let block = from; block < to; block++) {
      const inBlock = trialsOfBlock(settings, block);
      context.begin(block, inBlock);
      const kept = block < plan.detailBlocks ? detail : null;
      const row = (block - from) * accounts.length * ROW_FIELDS;
      runRisks(inBlock, moments, row, kept);
      runMeasures(inBlock, moments, row, losses, kept);
      kept?.endBlock(inBlock);
      trials += inBlock;
    }
    const taken = accumulators.map((accumulator) => accumulator.take());
    return {
      from,
      to,
      trials,
      moments,
      sketches: taken.map(({ sketch }) => sketch),
      values: keeps ? taken.map(({ values }) => values ?? new Float64Array()) : null,
      belowZero: losses,
      detail: detail?.detail ?? null,
    };
  }

  function runRisks(trials: number, moments: Float64Array, row: number, kept: KeptDetail | null): void {
    for (const values of [...lines, ads.price, ads.rate]) values?.fill(0, 0, trials);
    risks.forEach((risk, nth) => {
      const { sampler, targets, account, isAsked, occurs } = risk;
      const values = effectsOf[nth] as readonly Float64Array[];
      const counts = isAsked || (occurs && kept !== null) ? context.occurrences(sampler.risk) : null;
      sampler.simulate(context, values, counts);
      const at = row + (account ?? 0) * ROW_FIELDS;
      const isTaken =
        account === null || targets.length !== 1
          ? takeEffects(risk, trials, moments, at)
          : takeEffect(risk, account, trials, moments, at, keeps || kept !== null);
      if (!isTaken) {
        // Its column may be cleared by now: the same again, to name the trial.
        sampler.simulate(context, values, counts);
        throw notFinite(sampler.risk, measuredOf(risk, trials).values, trials);
      }
      kept?.keepRisk(nth, values, occurs ? counts : null, trials);
    });
  }

  /** The usual risk: one effect, added to its line and counted in one go. `isKept`: its column is still needed. */
  function takeEffect(
    { sampler, targets }: PlannedRisk,
    account: number,
    trials: number,
    moments: Float64Array,
    at: number,
    isKept: boolean,
  ): boolean {
    const effect = effectColumns[0] as Column;
    const total = totalOf(targets[0] as EffectPlace);
    const accumulator = accumulators[account] as Accumulator;
    const touched = isKept ? null : (sampler.touched?.() ?? null);
    return touched === null
      ? accumulator.add(effect, trials, moments, at, total)
      : accumulator.settle(effect, touched, trials, moments, at, total);
  }

  function takeEffects(risk: PlannedRisk, trials: number, moments: Float64Array, at: number): boolean {
    risk.targets.forEach((target, effect) => {
      memory.addTo(totalOf(target), effectColumns[effect] as Column, trials);
    });
    if (risk.account === null) return true;
    return accumulators[risk.account]?.add(measuredOf(risk, trials), trials, moments, at) ?? true;
  }

  function totalOf(target: EffectPlace): Column {
    return (typeof target === 'number' ? lineColumns[target] : adsColumns[target]) as Column;
  }

  /** A risk's own effect: the one that is measured, or the sum of those. */
  function measuredOf({ measured }: PlannedRisk, trials: number): Column {
    const only = effectColumns[measured[0] as number] as Column;
    if (measured.length === 1) return only;
    together.values.set(only.values);
    for (const effect of measured.slice(1)) memory.addTo(together, effectColumns[effect] as Column, trials);
    return together;
  }

  function runMeasures(
    trials: number,
    moments: Float64Array,
    row: number,
    losses: Float64Array,
    kept: KeptDetail | null,
  ): void {
    waterfall.apply(trials, lines, ads, changes);
    measures.forEach(({ account, measure }, nth) => {
      const own = accountColumns[nth];
      if (account !== null && own) {
        const at = row + account * ROW_FIELDS;
        const isTaken = accumulators[account]?.add(own, trials, moments, at);
        if (!isTaken) throw notFinite(measure, own.values, trials);
        kept?.keepChange(account, own.values, trials);
      }
      const change = changeOf[nth] ?? null;
      const limit = belowZero[nth] as number;
      losses[nth] =
        (losses[nth] as number) + (change === null ? (limit > 0 ? trials : 0) : below(change, limit, trials));
    });
  }

  /** Null where none of the blocks is kept in detail. */
  function newDetail(from: number, to: number): KeptDetail | null {
    let trials = 0;
    for (let block = from; block < to; block++) trials += trialsOfBlock(settings, block);
    return trials === 0 ? null : new KeptDetail(plan, trials);
  }

  function isFirst(account: number, measure: string): boolean {
    return measures.find((planned) => planned.account === account)?.measure === measure;
  }
}

function below(values: Float64Array, limit: number, trials: number): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) {
    if ((values[trial] as number) < limit) count++;
  }
  return count;
}

function notFinite(what: string, values: Float64Array, trials: number): InputError {
  const trial = values.subarray(0, trials).findIndex((value) => !Number.isFinite(value));
  const found = trial < 0 ? 'numbers too large to add' : `${values[trial]} in trial ${trial + 1} of a block`;
  return new InputError(
    'bad-number',
    `"${what}" came out as ${found}, expected finite amounts. Look at the parameters of its distributions: a tail may be too heavy (a shape near 0), or a deviation too large.`,
  );
}
