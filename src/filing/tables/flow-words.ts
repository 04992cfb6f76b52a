/**
 * Words of labels that speak of a balance at a day (2, 1) or of what happened over a period (-2, -1). Chosen among the
 * words that, over tagged reports of many issuers, stand nearly always (2) or mostly (1) beside the one kind.
 */
const WEIGHTS = new Map<string, number>([
  ...weighted(
    2,
    'balance balances authorized funds par money bonds bond agency certificates deposit deposits senior mutual commingled trademarks improvements land carryforwards nonvested unvested buildings liability liabilities unamortized retained agencies carrying notes imputed leasehold machinery deficit thereafter identifiable relationships construction backed projected furniture exercisable municipal funded noncurrent payable receivable receivables inventories inventory accrued goodwill debentures allowance equipment securities assets payables prepaid materials finished accumulated',
  ),
  ...weighted(
    1,
    'obligation obligations status developed mortgage customer rights government principal patents fixed companies floating corporate reserves swaps real contingent estate allowances equivalents derivatives debt cash insurance long asset accruals outstanding unrecognized lived contract trade assumed term value fair indefinite stock treasury capital equity investments intangible intangibles loans loan lease leases commercial paper remaining due unpaid backlog',
  ),
  ...weighted(
    -2,
    'inflows outflows inflow outflow obtained activities basic diluted proceeds provision reclassified during administrative revenues reclassifications settlements granted acquisitions decrease excluded charges provided periodic selling used arising reclassification investing forfeited sold additions statutory purchases dividend divestitures dilutive volatility decreases repayments actual profit exercised conversion termination curtailment settlement yield withheld repurchases realized lapse repayment before reductions expense expenses gains vesting amendments declared repurchased canceled cancelled increases transfers noncash received adjustment sales dividends disposals extinguishment redemption refunds distributions gain change changes vested issued paid payments earnings loss losses income amortization depreciation revenue expenditures contributions issuance recognized purchased cost costs margin ebitda',
  ),
  ...weighted(
    -1,
    'from effective items state federal effect impact positions amounts translation flows exercise employer impairments impairment restructuring adjustments severance write comprehensive unrealized service consolidated prior operations expected weighted average actuarial related taxes return research legal compensation interest tax per to on employee marketing amount price net',
  ),
]);

function weighted(weight: number, words: string): [string, number][] {
  return words.split(' ').map((word) => [word, weight]);
}

/** Words that settle what the words beside them leave open. */
const STOCK_PHRASE =
  /\b(?:total|net|current|other|long[\s-]lived|segment|identifiable|deferred tax|plan) assets\b|\bliabilit(?:y|ies)$|\b(?:income|tax|taxes|dividends|accounts|notes|interest|costs?) (?:payable|receivable)\b|\baccumulated (?:other comprehensive|depreciation|amortization|deficit)\b|\bprepaid\b|\b(?:deferred|unearned|unamortized|accrued|capitalized|contract|restricted|retained) (?:\w+ )?(?:revenues?|income|earnings|costs?|expenses?|compensation|taxes|loss|losses|gains?|sales|cash)\b|\bbenefit obligations?\b|\bnet operating loss(?:es)? carry|\bcarryforwards?\b|\bat (?:fair value|cost)\b|\bin excess of (?:par|stated)\b|\bnot yet recognized\b|\bpaid[\s-]in capital\b|\bproperty,? plant\b|\bcarrying (?:amounts?|values?)\b|\bamortized cost\b|\bsubject to amortization\b|\bgross amounts?\b|\bfunded status\b|\brecognized (?:on|in) (?:the |our )?(?:consolidated )?(?:balance sheets?|accumulated other|aoc[il])\b|\b(?:amounts?|components|balances?) (?:\w+ ){0,4}in aoc[il]\b|\baoc[il] (?:attributable|balance|consisted)|\btrend rate\b|\btarget (?:asset )?allocation\b|\bexpected to vest\b|\bassumed (?:for )?next year\b/i;
const FLOW_PHRASE =
  /^interest on\b|\b(?:depreciation|amortization) (?:of|expense)\b|\b(?:change|changes|increase|decrease)s? in\b|\(increase\)|\b(?:gain|loss)(?:es)? on\b|\b(?:purchases?|sales?|proceeds?|payments?|repayments?|issuances?|acquisitions?|maturities|additions?) (?:of|from|for|to|on)\b|\bnet (?:income|earnings|loss|sales|revenues?)\b|\b(?:expense|cost|benefit) recognized\b|\breturns? (?:\(loss(?:es)?\) )?on (?:plan )?assets\b|\b(?:lease|rental) costs?\b|\bexpected return\b|\bcosts? of (?:sales|revenues?|goods|products|services)\b|\bprovision for\b|\bcash (?:paid|provided|used|flows?)\b|\binterest (?:expense|income|cost)\b|\bimpairment of\b|\bweighted[\s-]average (?:common |diluted |basic |number )?\w* ?shares\b/i;

/** What such a label begins with, it speaks of, whatever follows. */
const FLOW_START =
  /^(?:(?:operating |financing |investing )?cash (?:paid|flows?|inflows?|outflows?)|purchases?|proceeds|payments?|repayments?|changes? in|increase|decrease|\(increase\)|amortization of|depreciation|interest (?:on|expense|cost)|net (?:increase|decrease|change|sales|income|loss|revenues?)|(?:gain|loss)(?:es)? on|provision for|issuances? of|acquisitions? of|adjustments? to|impact of|effect of|contributions?|benefits? paid|settlements?)\b/;
/** Headings of groups of balances. */
const STOCK_HEAD =
  /^(?:(?:total|segment|identifiable|long[\s-]lived|current|non-?current|other) )*(?:assets|liabilities|equity)(?:\s\([^)]*\))?\s?:?$/i;

/** Headings of groups of what comes about. */
const FLOW_HEAD =
  /^(?:(?:total|segment|net|operating|consolidated) )*(?:capital expenditures|sales|revenues?|depreciation(?: and amortization)?|income(?: \(loss\))?|profit|earnings|interest expense)(?:\s\([^)]*\))?\s?:?$/i;

/** Lines of a balance sheet, whatever stands above them. */
const STOCK_ITSELF =
  /^(?:total )?(?:inventor(?:y|ies)|accounts receivable|goodwill|property, plant,? and equipment|funded status|(?:net )?amounts? recognized)(?:, net)?$/i;

/** Whether a label names a line of a balance sheet: "Inventories", "Funded status". */
export function isBalanceItself(label: string): boolean {
  return nameOf(label) === 'line';
}

/** Whether a group of rows is named for what comes about: "Capital expenditures:", "Net sales". */
export function isOfFlows(label: string): boolean {
  return nameOf(label) === 'flows';
}

/** Whether a group of rows is named for what is held: "Assets:", "Segment assets". */
export function isOfBalances(label: string): boolean {
  return nameOf(label) === 'balances';
}

type Name = 'balances' | 'flows' | 'line' | null;

const names = new Map<string, Name>();
/** Longer labels say more than a name. */
const LONGEST_NAME = 80;

/** What a label is the name of, and no more. */
function nameOf(label: string): Name {
  let name = names.get(label);
  if (name === undefined) {
    name = label.length > LONGEST_NAME ? null : readName(label);
    if (names.size >= MOST_KNOWN) names.clear();
    names.set(label, name);
  }
  return name;
}

function readName(label: string): Name {
  if (STOCK_HEAD.test(label)) return 'balances';
  if (FLOW_HEAD.test(label)) return 'flows';
  return STOCK_ITSELF.test(label) ? 'line' : null;
}

const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** Above zero where a label speaks of a balance at a day, below where of what happened over a period. */
export function balanceScore(label: string): number {
  let score = known.get(label);
  if (score === undefined) {
    score = readScore(label);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(label, score);
  }
  return score;
}

const LONGEST_LABEL = 400;

function readScore(label: string): number {
  const text = label.slice(0, LONGEST_LABEL).toLowerCase();
  let score = 0;
  for (const word of text.match(/[a-z]+/g) ?? []) score += WEIGHTS.get(word) ?? 0;
  if (STOCK_PHRASE.test(text)) score += 4;
  if (FLOW_PHRASE.test(text)) score -= 4;
  if (FLOW_START.test(text)) score -= 8;
  return score;
}
