import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import type { Raise } from '../event/event-spec.js';

/** A graph of sites, carriers, suppliers and services: what fails when something it needs fails. */
export interface DependencySpec {
  readonly kind: 'dependency';
  readonly nodes: readonly DependencyNode[];
  readonly services: readonly DependentService[];
  readonly raises: readonly Raise[];
}

export interface DependencyNode {
  readonly id: string;
  readonly name: string;
  readonly type: 'site' | 'carrier' | 'supplier' | 'system';
  /** Failures of its own a year while it works (Poisson); 0: fails only through what it needs or a shared event. */
  readonly failuresPerYear: number;
  /** Years from a failure of its own until it works again. */
  readonly repair: DistributionSpec;
  /** With this probability a failure needs a replacement instead, which takes so many years (a supplier's delivery). */
  readonly replacement: { readonly probability: number; readonly time: DistributionSpec } | null;
  /** What it needs to work beside itself; null: nothing. */
  readonly needs: Need | null;
  readonly shared: readonly SharedOutage[];
}

/** Each time that the shared event occurs, it puts the node out with this probability, for so many years. */
export interface SharedOutage {
  readonly event: string;
  readonly probability: number;
  readonly outage: DistributionSpec;
}

/** any-of: one works (least 1); all-of: all work (least n); k-of-n: `least` of them work. No node twice in one list. */
export interface Need {
  readonly least: number;
  readonly of: readonly (string | Need)[];
}

/** Something that customers pay for. It is out whenever its needs are not met. */
export interface DependentService {
  readonly id: string;
  readonly name: string;
  readonly needs: Need;
  /** Revenue line, its loss for each year of outage if all were lost, and the share of it that is really lost. */
  readonly line: string;
  readonly revenuePerYear: number;
  readonly lostShare: number;
  /** Credits to customers by an outage's length: the highest step reached within the year counts, for each outage. */
  readonly credits: readonly CreditStep[];
  /** Null: to the same line. */
  readonly creditsTo: string | null;
}

export interface CreditStep {
  readonly afterYears: number;
  readonly amount: number;
}
