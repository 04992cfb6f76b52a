import type { BlocksDetail } from './block-summaries.js';
import type { Plan } from './plan.js';

/** The detail of blocks in a row, written block by block. */
export class KeptDetail {
  readonly detail: BlocksDetail;
  /** Columns of measures that change by the same are one. */
  readonly #byAccount: ReadonlyMap<number, Float64Array>;
  #at = 0;

  constructor({ risks, measures }: Plan, trials: number) {
    this.#byAccount = new Map(
      measures.flatMap(({ account }) => (account === null ? [] : [[account, new Float64Array(trials)]])),
    );
    this.detail = {
      trials,
      effects: risks.map(({ targets }) => targets.map(() => new Float64Array(trials))),
      occurrences: risks.map(({ occurs }) => (occurs ? new Int32Array(trials) : null)),
      changes: measures.map(({ account }) =>
        account === null ? null : (this.#byAccount.get(account) ?? null),
      ),
    };
  }

  /** Of the block that is being simulated. */
  keepRisk(
    nth: number,
    effects: readonly Float64Array[],
    occurrences: Int32Array | null,
    trials: number,
  ): void {
    effects.forEach((each, effect) => {
      this.detail.effects[nth]?.[effect]?.set(each.subarray(0, trials), this.#at);
    });
    if (occurrences !== null) this.detail.occurrences[nth]?.set(occurrences.subarray(0, trials), this.#at);
  }

  keepChange(account: number, change: Float64Array, trials: number): void {
    this.#byAccount.get(account)?.set(change.subarray(0, trials), this.#at);
  }

  endBlock(trials: number): void {
    this.#at += trials;
  }
}
