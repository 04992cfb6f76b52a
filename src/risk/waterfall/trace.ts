import { percentText } from '../percent-text.js';
import type { Base, Line } from './base.js';
import { baseMeasuresOf, income, minorityOf, type Part, sumOf } from './planned.js';
import { lossesUsed, subsidiaryTaxOn, taxOn } from './tax.js';

/** One step of the way from the lines to the measures, as planned and with the effects. */
export interface WaterfallStep {
  readonly step: StepName;
  readonly label: string;
  /** ISO code of what the amounts are in: the reporting currency, or USD for the value of an ADS. */
  readonly unit: string;
  readonly planned: number;
  readonly value: number;
  /** The lines that enter here. */
  readonly lines: readonly LineStep[];
  /** How the step is made, where its name does not say it. */
  readonly how: string | null;
}

export interface LineStep {
  readonly line: string;
  readonly name: string;
  /** What the plan's line adds to income: a cost is negative. */
  readonly planned: number;
  readonly effect: number;
}

export type StepName =
  | 'revenue'
  | 'costs'
  | 'operating-income'
  | 'other'
  | 'income-before-tax'
  | 'losses-carried-forward'
  | 'tax'
  | 'equity-method'
  | 'minority-interest'
  | 'net-income'
  | 'other-comprehensive-income'
  | 'equity'
  | 'share-price'
  | 'ads-value';

type Effects = readonly number[];
type AdsMoves = { readonly price?: number; readonly rate?: number };

/** The trace of a base's waterfall: the same arithmetic as for a block, on one set of effects. */
export function traceOf(base: Base): (effects: Effects, ads?: AdsMoves) => readonly WaterfallStep[] {
  return (effects, ads = {}) => {
    const before = amountsOf(base, []);
    const after = amountsOf(base, effects);
    const [, , , , plannedEquity] = baseMeasuresOf(base);
    const step = (
      name: StepName,
      label: string,
      amount: (of: Amounts) => number,
      how: string | null = null,
    ) => ({
      step: name,
      label,
      unit: base.currency,
      planned: amount(before),
      value: amount(after),
      lines: base.lines.flatMap((line, index) =>
        STEP_OF[line.kind] === name
          ? [{ line: line.id, name: line.name, planned: income(line), effect: effects[index] ?? 0 }]
          : [],
      ),
      how,
    });
    const minorities = base.minorities.map(({ name, share }, index) =>
      step(
        'minority-interest',
        name,
        (of) => -(of.minorities[index] as number),
        `${percentText(share)} of a part held by others, after its tax`,
      ),
    );
    return [
      step('revenue', 'revenue', (of) => of.revenue),
      step('costs', 'costs', (of) => of.costs),
      step('operating-income', 'operating income', (of) => of.revenue + of.costs),
      step('other', 'other income and expense', (of) => of.other),
      step('income-before-tax', 'income before tax', (of) => of.beforeTax),
      step('losses-carried-forward', 'losses carried forward used', (of) => of.lossesUsed, offsetRule(base)),
      step('tax', 'income tax', (of) => -of.tax, taxRule(base)),
      step('equity-method', 'equity in results of affiliates', (of) => of.equityMethod, 'after tax'),
      ...minorities,
      step('net-income', 'net income', (of) => of.net),
      step(
        'other-comprehensive-income',
        'other comprehensive income',
        (of) => of.comprehensive,
        `after tax at ${percentText(base.tax.rate)}${base.minorities.length > 0 ? ' and minority interests' : ''}`,
      ),
      step(
        'equity',
        "shareholders' equity at the end",
        (of) => (plannedEquity as number) + (of.net - before.net) + (of.comprehensive - before.comprehensive),
        'at the start, with net income and other comprehensive income; no dividend is taken off',
      ),
      ...adsSteps(base, after.net - before.net, ads),
    ];
  };
}

const STEP_OF: Readonly<Record<Line['kind'], StepName>> = {
  revenue: 'revenue',
  cost: 'costs',
  other: 'other',
  'equity-method': 'equity-method',
  'other-comprehensive-income': 'other-comprehensive-income',
};

function adsSteps(
  { ads, currency }: Base,
  changeOfNet: number,
  { price = 0, rate = 0 }: AdsMoves,
): WaterfallStep[] {
  if (ads === null) return [];
  const fromResults = Math.max(0, ads.sharePrice + (ads.earningsMultiple * changeOfNet) / ads.shares);
  const share = fromResults * Math.exp(price);
  const dollars = ads.sharesPerAds / ads.rate;
  const lines: LineStep[] = [];
  return [
    {
      step: 'share-price',
      label: 'value of a share',
      unit: currency,
      planned: ads.sharePrice,
      value: share,
      lines,
      how: `${ads.earningsMultiple} times the change of net income a share, never below 0, then the market's own move`,
    },
    {
      step: 'ads-value',
      label: 'value of an ADS',
      unit: 'USD',
      planned: ads.sharePrice * dollars,
      value: share * dollars * Math.exp(rate),
      lines,
      how: `${ads.sharesPerAds} shares, at ${ads.rate} ${currency} for a dollar as it moves`,
    },
  ];
}

interface Amounts {
  readonly revenue: number;
  readonly costs: number;
  readonly other: number;
  readonly beforeTax: number;
  readonly lossesUsed: number;
  readonly tax: number;
  readonly equityMethod: number;
  readonly minorities: readonly number[];
  readonly net: number;
  readonly comprehensive: number;
}

function amountsOf(base: Base, effects: Effects): Amounts {
  const amount = (index: number) => income(base.lines[index] as Line) + (effects[index] ?? 0);
  const sum = (kind: Line['kind']) =>
    sumOf(base.lines, (line) => (line.kind === kind ? amount(base.lines.indexOf(line)) : 0));
  const parts = (list: readonly Part[]) => sumOf(list, ({ index, part }) => part * amount(index));
  const held = base.minorities.map((minority) => minorityOf(minority, base));
  const minorities = held.map(({ share, beforeTax, afterTax }) => {
    const earned = parts(beforeTax);
    return share * (earned - subsidiaryTaxOn(earned, base.tax) + parts(afterTax));
  });
  const [revenue, costs, other, equityMethod] = [
    sum('revenue'),
    sum('cost'),
    sum('other'),
    sum('equity-method'),
  ];
  const beforeTax = revenue + costs + other;
  const tax = taxOn(beforeTax, base.tax);
  const gains =
    sum('other-comprehensive-income') -
    sumOf(held, ({ share, comprehensive }) => share * parts(comprehensive));
  return {
    revenue,
    costs,
    other,
    beforeTax,
    lossesUsed: lossesUsed(beforeTax, base.tax),
    tax,
    equityMethod,
    minorities,
    net: beforeTax - tax + equityMethod - sumOf(minorities, (amountHeld) => amountHeld),
    comprehensive: (1 - base.tax.rate) * gains,
  };
}

function offsetRule({ tax }: Base): string {
  return `at most ${percentText(tax.offsetShare)} of income before tax, while they last`;
}

function taxRule({ tax }: Base): string {
  const loss =
    tax.lossRecognised === 0
      ? 'nothing of a loss is recognised as an asset'
      : `${percentText(tax.lossRecognised)} of the tax on a loss is recognised as an asset`;
  return `${percentText(tax.rate)} of income after losses carried forward; ${loss}`;
}
