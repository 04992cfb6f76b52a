import type { HoldingSpec } from '../src/risk/models/holding/holding-spec.js';

/** 30% of an affiliate, carried at 100 by the equity method, whose result is certain to be 0. */
export function aHolding(changes: Partial<HoldingSpec> = {}): HoldingSpec {
  return {
    kind: 'holding',
    accounting: 'equity-method',
    line: 'affiliates',
    impairmentLine: 'impairment',
    carrying: 100,
    costBasis: null,
    share: 0.3,
    advances: 0,
    unrecognisedLosses: 0,
    commitments: [],
    result: { distribution: 'constant', value: 0 },
    value: null,
    failure: null,
    impairmentBelow: null,
    plannedGains: null,
    shared: [],
    ...changes,
  };
}
