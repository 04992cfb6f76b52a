import type { HoldingSpec } from './holding-spec.js';

/** What a year does to a holding: its share in the investee's result, the change of its value, whether it fails. */
export interface HoldingYear {
  /** Result of the whole investee; 0 for securities. */
  readonly result: number;
  /** Relative change of value over the year, at least −1. */
  readonly change: number;
  /** What comes back of carrying amount and advances where it fails; null: it does not. */
  readonly recovery: number | null;
}

/** What of it reaches income or other comprehensive income: what raises it is positive. */
export interface HoldingEffect {
  /** On the holding's own line. */
  line: number;
  /** Impairments and write-offs. */
  impairment: number;
  /** The change of planned gains. */
  gains: number;
}

/** A holding's accounting, ready to apply to many years. The fields are plain numbers so that the loop over trials is fast. */
export interface HoldingTerms {
  readonly spec: HoldingSpec;
  /** Of the investee; 0 for securities. */
  readonly share: number;
  /** Losses of the year that can be recognised: carrying amount, advances, commitments whose first day lies in the year. */
  readonly exposure: number;
  /** Commitments whose first day lies in the year: owed even if the investee fails. */
  readonly committed: number;
  readonly cost: number;
  /** What planned sales bring at today's prices. */
  readonly sold: number;
  /** Carrying amount of what is not sold. */
  readonly kept: number;
}

export function holdingTerms(spec: HoldingSpec): HoldingTerms {
  const committed = spec.commitments.reduce((sum, { amount, from }) => sum + (from < 1 ? amount : 0), 0);
  const gain = spec.plannedGains?.amount ?? 0;
  const sold = spec.plannedGains?.proceeds ?? gain;
  // At fair value what is sold is carried at what it brings; else at that less its gain.
  const soldCarrying = spec.accounting === 'other-comprehensive-income' ? sold : sold - gain;
  return {
    spec,
    share: spec.share ?? 0,
    exposure: spec.carrying + spec.advances + committed,
    committed,
    cost: spec.costBasis ?? spec.carrying,
    sold,
    kept: spec.carrying - soldCarrying,
  };
}

/** The effects of one year, by the accounting that the holding names. */
export function holdingEffect(terms: HoldingTerms, year: HoldingYear, into: HoldingEffect): HoldingEffect {
  into.line = 0;
  into.impairment = 0;
  into.gains = 0;
  if (year.recovery !== null) fail(terms, year.recovery, into);
  else if (terms.spec.accounting === 'equity-method') equityMethod(terms, year, into);
  else security(terms, year, into);
  return into;
}

/**
 * The share of losses stops at carrying amount, advances and commitments (ASC 323-10-35-19, -20); a share of profits first
 * makes up what was not recognised in earlier years. A value below what is then carried, by more than the fraction that
 * counts as other than temporary, is impairment (ASC 323-10-35-32).
 */
function equityMethod(terms: HoldingTerms, { result, change }: HoldingYear, into: HoldingEffect): void {
  const { impairmentBelow, unrecognisedLosses, value: law } = terms.spec;
  into.line = recognisedShare(terms.share * result, terms.exposure, unrecognisedLosses);
  into.gains = terms.sold * change;
  // Without a law of the value nothing says that the stake is worth less than it is carried at.
  if (impairmentBelow === null || law === null) return;
  // Losses lower the carrying amount before advances and commitments.
  const carried = Math.max(0, terms.kept + into.line);
  const value = terms.kept * (1 + change);
  if (value < carried * (1 - impairmentBelow)) into.impairment = value - carried;
}

/** Of a share in a result: what is recognised. */
export function recognisedShare(share: number, exposure: number, unrecognisedLosses: number): number {
  return share < 0 ? Math.max(share, -exposure) : Math.max(0, share - unrecognisedLosses);
}

/**
 * Securities: a change of value goes through other comprehensive income or income, or (at cost) nowhere. Below cost by
 * more than the fraction, the whole loss since purchase goes through income, and what had been recognised of gains in other
 * comprehensive income is taken back (ASC 320-10-35-34, in force for shares until 2018).
 */
function security(terms: HoldingTerms, { change }: HoldingYear, into: HoldingEffect): void {
  const { kept } = terms;
  const { accounting, carrying, impairmentBelow } = terms.spec;
  into.gains = terms.sold * change;
  const atFairValue = accounting !== 'cost';
  if (atFairValue) into.line = kept * change;
  if (impairmentBelow === null || accounting === 'income') return;
  // Cost of what is kept, in proportion.
  const cost = carrying > 0 ? (terms.cost * kept) / carrying : 0;
  const value = kept * (1 + change);
  if (value >= cost * (1 - impairmentBelow)) return;
  into.impairment = value - cost;
  if (atFairValue) into.line = cost - kept;
}

/**
 * The investee fails: carrying amount and advances are written off to what comes back, commitments are still owed. Planned
 * gains do not come either, nor does what they would have taken out of other comprehensive income.
 */
function fail(terms: HoldingTerms, recovery: number, into: HoldingEffect): void {
  const { accounting, carrying, advances, plannedGains } = terms.spec;
  const missed = plannedGains?.amount ?? 0;
  const lost = (recovery - 1) * carrying;
  into.gains = -missed;
  into.impairment = lost;
  if (accounting === 'other-comprehensive-income') {
    // Income bears what falls below cost; what securities carry above it leaves other comprehensive income.
    into.impairment = Math.min(0, recovery * carrying - terms.cost);
    into.line = lost - into.impairment + missed;
  }
  into.impairment += (recovery - 1) * advances - terms.committed;
}
