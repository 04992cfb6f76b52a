import type { DistributionSpec } from '../../distributions/distribution-spec.js';

/** Holders, new shares, and votes cast against the thresholds of a general meeting. */
export interface OwnershipSpec {
  readonly kind: 'ownership';
  /** Shares outstanding. */
  readonly shares: number;
  readonly holders: readonly Holder[];
  readonly issues: readonly ShareIssue[];
  /** Share that is cast of the votes of those who do not always vote: the turnout of the rest, not of all votes. On [0, 1]. */
  readonly turnout: DistributionSpec;
  /**
   * Of the votes cast: 1/3 blocks a special resolution, 1/2 carries an ordinary one, 2/3 a special one. A threshold up to
   * 1/2 must be exceeded, a higher one reached.
   */
  readonly thresholds: readonly number[];
  /** Power indices at a quota of all votes (0.5: more than half) over named holders and a rest of so many equal holders; null: not asked for. */
  readonly power: {
    readonly index: 'banzhaf' | 'shapley-shubik';
    readonly quota: number;
    readonly rest: number;
  } | null;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  /** Share of what is outstanding: 0.297. */
  readonly share: number;
  /** The right to subscribe pro rata to new issues, and how likely it is used. */
  readonly preemptive: { readonly exercised: number } | null;
  /** Whether it votes at every meeting; else it votes with the turnout of the rest. */
  readonly alwaysVotes: boolean;
}

export interface ShareIssue {
  readonly id: string;
  readonly probability: number;
  /** New shares as a fraction of those outstanding. */
  readonly size: DistributionSpec;
  /** Below the market price: 0.05 is 5% lower, which dilutes the value of a share. */
  readonly discount: number;
}
