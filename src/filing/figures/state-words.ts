/** What there is on a day: balances, obligations, terms. */
const STATES = `accrual accruals accrued accumulated aggregate agreement allocation allowance approved are asset assets assumed
  authorized available balance balances basis borrowing borrowings capacity carryforward carryforwards carrying
  claims class collateral commercial commitments committed contingent contracts credit cumulative debt deferred
  discount entitled equivalents estimated exceed expect expects expire exposure facilities facility funded funds
  future goodwill guarantee guarantees had has have held hold holds initial interests inventory is issuable
  issuance issue last lawsuits letters liabilities liability limit maturities maturity maximum minimum notes
  notional obligation obligations outstanding own owned ownership owns par pending points portion possible
  preferred principal projected rate receivable receivables remain remainder remained remaining remains reserve
  reserved reserves revolving scheduled securities senior subsidiaries target thereafter unamortized unearned
  unrecognized unsecured unused valuation voting`;
/** What comes about in a year: results, payments, grants. */
const FLOWS = `acquired acquisition adjustment adjustments advertising amortization anniversary awards benefited change changes
  charge charged charges contribute contributed contribution contributions cost costs credits customers decrease
  decreased depreciation diluted dividend dividends during earned earnings eligible ended excluded exercised
  expense expenses extinguishment fees forfeited gain gains granted grants impairment income increase increased
  incurred intrinsic loss losses made match matched matching net offset operates organized paid participants
  payments performance period periodic periods proceeds provision purchased purchases realized received
  reclassified recognized recorded reduced reduction remeasured remeasurement repaid repay repayments reportable
  represented repurchase repurchased repurchases restructuring return revenue revenues sales segment segments
  settled sold termination transferred unrealized vest vested vesting vests were`;

const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ...STATES.split(/\s+/).map((word) => [word, 1] as const),
  ...FLOWS.split(/\s+/).map((word) => [word, -1] as const),
]);

/** Positive where words of a state outnumber those of what comes about, between two offsets of a sentence. */
export function stateWeight(sentence: string, from: number, to: number): number {
  let weight = 0;
  let start = -1;
  for (let at = from; at <= to; at += 1) {
    const code = at < to ? sentence.charCodeAt(at) : 0;
    const isLetter = code >= 97 && code <= 122;
    if (isLetter && start < 0) start = at;
    if (isLetter || start < 0) continue;
    weight += WEIGHTS.get(sentence.slice(start, at)) ?? 0;
    start = -1;
  }
  return weight;
}
