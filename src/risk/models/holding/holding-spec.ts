import type { DistributionSpec } from '../../distributions/distribution-spec.js';

/** A stake in an affiliate or a security, with its accounting named. */
export interface HoldingSpec {
  readonly kind: 'holding';
  readonly accounting: 'equity-method' | 'other-comprehensive-income' | 'income' | 'cost';
  /** Where its results go: a line of kind equity-method, other-comprehensive-income or other. */
  readonly line: string;
  /** Where an impairment or a write-off goes where that is another line; null: to `line`. Needed where `line` is other comprehensive income. */
  readonly impairmentLine: string | null;
  /** Carrying amount on the balance sheet. */
  readonly carrying: number;
  /**
   * What was paid, less earlier impairments, of securities at fair value through other comprehensive income: the carrying
   * amount less the unrealised gain in it. An impairment is measured from here. Null: the carrying amount.
   */
  readonly costBasis: number | null;
  /** Share of the investee that is held (equity method); null for securities. */
  readonly share: number | null;
  /** Loans and other advances to the investee: losses go on against them (ASC 323-10-35-19). */
  readonly advances: number;
  /** Our share of earlier years' losses that was not recognised: profits first make it up (ASC 323-10-35-20); 0 where none. */
  readonly unrecognisedLosses: number;
  /** Funding promised, which adds to what can be lost from its first day on. */
  readonly commitments: readonly FundingCommitment[];
  /** Result of the whole investee for a year (equity method); null for securities. */
  readonly result: DistributionSpec | null;
  /** How its value changes over the horizon, as a fraction: by a factor of the market, or a law of its own; null: not at all. */
  readonly value: { readonly factor: string; readonly beta: number } | DistributionSpec | null;
  /** The investee fails: what then comes back of carrying amount and advances, as a fraction. */
  readonly failure: { readonly probability: number; readonly recovery: DistributionSpec } | null;
  /** A fall by more than this fraction of the carrying amount is impairment, through income; null: never. */
  readonly impairmentBelow: number | null;
  /**
   * Gains planned to be realised from sale this year, through income, at today's prices. The gain moves by `proceeds` (what
   * the sale brings at today's prices) times the change of value; null: by the gain itself (shares that cost next to nothing).
   */
  readonly plannedGains: {
    readonly amount: number;
    readonly proceeds: number | null;
    readonly line: string;
  } | null;
  readonly shared: readonly { readonly event: string; readonly probability: number }[];
}

export interface FundingCommitment {
  readonly amount: number;
  /** In years from `asOf`, between which it is called. */
  readonly from: number;
  readonly to: number;
}
