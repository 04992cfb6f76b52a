import type { Measure } from '../waterfall/measure.js';
import type { BlocksDetail } from './block-summaries.js';
import type { Plan } from './plan.js';
import type { EffectTarget } from './risk-sampler.js';

/** The first trials of a run one by one: what contributions and tornado are measured on. */
export interface DetailSample {
  readonly trials: number;
  /** In the order in which they were simulated. */
  readonly risks: readonly DetailRisk[];
  readonly changes: readonly { readonly measure: Measure; readonly values: Float64Array | null }[];
}

export interface DetailRisk {
  readonly risk: string;
  readonly effects: readonly EffectTarget[];
  /** A column for each effect, a value for each trial: units of the reporting currency; of an ADS, changes of a logarithm. */
  readonly columns: readonly Float64Array[];
  /** Moments of every order below this are finite. */
  readonly momentsBelow: number;
  /** How often it occurs in each trial; null for risks that do not occur, but move. */
  readonly occurrences: Int32Array | null;
}

/** Puts the details of blocks together. */
export class DetailTrials {
  readonly #plan: Plan;
  readonly #blocks: BlocksDetail[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  add(block: BlocksDetail): void {
    this.#blocks.push(block);
  }

  sample(): DetailSample {
    const { risks, measures } = this.#plan;
    const blocks = this.#blocks;
    const trials = blocks.reduce((sum, each) => sum + each.trials, 0);
    const changes: (Float64Array | null)[] = [];
    return {
      trials,
      risks: risks.map(({ sampler, occurs }, nth) => ({
        risk: sampler.risk,
        effects: sampler.effects,
        columns: sampler.effects.map((_, effect) =>
          joined(
            trials,
            Float64Array,
            blocks.map(({ effects }) => effects[nth]?.[effect] as Float64Array),
          ),
        ),
        momentsBelow: sampler.momentsBelow,
        occurrences: occurs
          ? joined(
              trials,
              Int32Array,
              blocks.map(({ occurrences }) => occurrences[nth] as Int32Array),
            )
          : null,
      })),
      changes: measures.map(({ measure, account }, nth) => {
        // Measures that change by the same share a column.
        const first = measures.findIndex((each) => each.account === account);
        changes[nth] =
          account === null
            ? null
            : (changes[first] ??
              joined(
                trials,
                Float64Array,
                blocks.map((each) => each.changes[nth] as Float64Array),
              ));
        return { measure, values: changes[nth] };
      }),
    };
  }
}

/** Of one part nothing is copied. */
function joined<A extends Float64Array | Int32Array>(
  trials: number,
  Numbers: new (length: number) => A,
  parts: readonly A[],
): A {
  if (parts.length === 1) return parts[0] as A;
  const all = new Numbers(trials);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
