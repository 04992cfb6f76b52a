import type { DependencySpec } from './models/dependency/dependency-spec.js';
import type { DriverSpec } from './models/driver/driver-spec.js';
import type { EventSpec } from './models/event/event-spec.js';
import type { HoldingSpec } from './models/holding/holding-spec.js';
import type { MarketFactor, MarketMethod } from './models/market/market-factor.js';
import type { MarketSpec } from './models/market/market-spec.js';
import type { OwnershipSpec } from './models/ownership/ownership-spec.js';
import type { Base } from './waterfall/base.js';

/**
 * A register with every input looked up, every unit applied and every shock of a scenario made: numbers only, plain
 * data. What is simulated; the register as written (`register/`) says where each number comes from.
 */
export interface ResolvedRegister {
  readonly issuer: string;
  readonly base: Base;
  readonly sharedEvents: readonly SharedEvent[];
  readonly market: { readonly factors: readonly MarketFactor[]; readonly method: MarketMethod };
  readonly correlations: readonly Correlation[];
  readonly copula: { readonly copula: 'gaussian' } | { readonly copula: 't'; readonly freedom: number };
  readonly risks: readonly ResolvedRisk[];
}

export interface ResolvedRisk {
  readonly id: string;
  readonly model: RiskSpec;
}

export type RiskSpec = DriverSpec | EventSpec | MarketSpec | DependencySpec | HoldingSpec | OwnershipSpec;

/** Something that several risks may follow from: an earthquake, the failure of a party. Poisson. */
export interface SharedEvent {
  readonly id: string;
  readonly name: string;
  readonly perYear: number;
  /** A scenario lets it occur in every trial, or in none; null: as often as it does. */
  readonly occurs: boolean | null;
}

/**
 * Two variables move together. A variable is a driver's risk id (its change), `ID.frequency` or `ID.severity` of an
 * event (the severity: one latent number for all occurrences of a year), `ID.result` or `ID.value` of a holding, or
 * `factor.ID` of the market.
 */
export interface Correlation {
  readonly between: readonly [string, string];
  /** What the number is. */
  readonly measure: 'kendall' | 'spearman';
  readonly value: number;
}
