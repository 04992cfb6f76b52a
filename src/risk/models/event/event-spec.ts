import type { DistributionSpec } from '../../distributions/distribution-spec.js';

/** Something that happens or not: frequency × severity, a sum of as many severities as there are occurrences. */
export interface EventSpec {
  readonly kind: 'event';
  readonly frequency: FrequencySpec;
  /** The loss of one occurrence before limits and insurance, positive, in units of the reporting currency. */
  readonly severity: DistributionSpec;
  /** The most that one occurrence can cost (a liability limited by contract); null where nothing limits it. */
  readonly limit: number | null;
  /** Below this, an occurrence costs nothing that is counted (a threshold of reporting); 0 where none. */
  readonly franchise: number;
  readonly insurance: readonly InsuranceLayer[];
  /** From the occurrence to the day the loss is recognised, in years; what falls after the horizon is not this year's. Null: at once. */
  readonly delay: DistributionSpec | null;
  /** Where the loss goes; shares sum to 1. */
  readonly to: readonly { readonly line: string; readonly share: number }[];
  /** Where the insurance recovery goes; null: to the same lines, netted. */
  readonly recoveryTo: string | null;
  readonly shared: readonly SharedCause[];
  readonly raises: readonly Raise[];
}

/** A year's number of occurrences. */
export type FrequencySpec =
  | { readonly frequency: 'poisson'; readonly rate: number }
  /** Gamma-mixed Poisson: mean, and variance = mean + mean² / size. */
  | { readonly frequency: 'negative-binomial'; readonly mean: number; readonly size: number }
  | { readonly frequency: 'binomial'; readonly trials: number; readonly probability: number };

/** Pays `share` of each occurrence's loss above `excess`, up to `limit` an occurrence and `annualLimit` a year. */
export interface InsuranceLayer {
  readonly excess: number;
  readonly limit: number | null;
  readonly share: number;
  readonly annualLimit: number | null;
}

/** A shared event brings this risk about with a probability of its own, each time that it occurs. */
export interface SharedCause {
  readonly event: string;
  readonly probability: number;
  /** Null: the severity of the risk itself. */
  readonly severity: DistributionSpec | null;
}

/** Each occurrence multiplies the frequency of another event by `times`, up to `atMost` (n occurrences: min(1 + n (times − 1), atMost)). */
export interface Raise {
  readonly risk: string;
  readonly times: number;
  readonly atMost: number;
}
