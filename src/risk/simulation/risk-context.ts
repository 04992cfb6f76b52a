import type { MarketFactor, MarketMethod } from '../models/market/market-factor.js';
import type { Base } from '../waterfall/base.js';

/** What a risk's sampler is made from beside its own model. */
export interface RiskContext {
  readonly base: Base;
  /** The other risks whose occurrences raise the frequency of this one. */
  readonly raisedBy: readonly RaisedBy[];
  readonly factors: readonly MarketFactor[];
  readonly method: MarketMethod;
}

/** n occurrences of `risk` in a trial multiply the frequency by min(1 + n (times − 1), atMost). */
export interface RaisedBy {
  readonly risk: string;
  readonly times: number;
  readonly atMost: number;
}
