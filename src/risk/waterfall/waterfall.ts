import type { Base, Line, Tax } from './base.js';
import { checkBase } from './check-base.js';
import { addInto, addUp, scratchArrays, takeShare } from './effect-sums.js';
import { baseMeasuresOf, type CompiledMinority, incomeBeforeTax, indicesOf, minorityOf } from './planned.js';
import { subsidiaryTaxOn, taxOn } from './tax.js';
import { traceOf, type WaterfallStep } from './trace.js';

/** From effects on lines to changes of the six measures. Keeps scratch arrays, no state. */
export interface Waterfall {
  /** Each measure without any effect, in the order of MEASURES; the value of an ADS is NaN where the base has none. */
  readonly baseMeasures: Float64Array;
  /**
   * Turns the effects of a block's trials into the change of each measure from its base.
   *
   * @param lines sum of the effects on each line, in the order of `base.lines`; null: nothing reaches it
   * @param ads changes of the logarithm of the share price, and of the dollars that a unit of the currency buys
   * @param changes out, in the order of MEASURES; null: not wanted. A trial without effects gets exactly 0.
   */
  apply(
    trials: number,
    lines: readonly (Float64Array | null)[],
    ads: { readonly price: Float64Array | null; readonly rate: Float64Array | null },
    changes: readonly (Float64Array | null)[],
  ): void;
  /** One set of effects, step by step, for people. Effects in the order of `base.lines`. */
  trace(
    effects: readonly number[],
    ads?: { readonly price?: number; readonly rate?: number },
  ): readonly WaterfallStep[];
}

/**
 * The waterfall of a base: revenue and costs make operating income; other lines make income before tax; tax, with
 * losses carried forward; equity-method results after tax; minority interests; net income. Gains outside income reach
 * equity net of tax. An ADS is worth (price + multiple · change of net income a share, at least 0) · e^price, times its
 * shares, in dollars. No dividend is taken off equity.
 *
 * @throws InputError where the base is no plan (a line twice, a share above 1, NaN)
 */
export function waterfallOf(base: Base): Waterfall {
  checkBase(base);
  const scratch = scratchArrays();
  const minorities = base.minorities.map((minority) => minorityOf(minority, base));
  const indices = (kind: Line['kind']) => indicesOf(base, (line) => line.kind === kind);
  const byKind = {
    revenue: indices('revenue'),
    cost: indices('cost'),
    other: indices('other'),
    equityMethod: indices('equity-method'),
    comprehensive: indices('other-comprehensive-income'),
  };
  const steps = traceOf(base);
  return { baseMeasures: baseMeasuresOf(base), apply, trace: steps };

  function apply(
    trials: number,
    lines: readonly (Float64Array | null)[],
    ads: { readonly price: Float64Array | null; readonly rate: Float64Array | null },
    changes: readonly (Float64Array | null)[],
  ): void {
    const [revenueOut, operatingOut, netOut, comprehensiveOut, equityOut, adsOut] = changes;
    const running = scratch(0, trials);
    addUp(running, trials, lines, byKind.revenue, true);
    revenueOut?.set(running.subarray(0, trials));
    addUp(running, trials, lines, byKind.cost, false);
    operatingOut?.set(running.subarray(0, trials));
    if (!netOut && !comprehensiveOut && !equityOut && !adsOut) return;

    addUp(running, trials, lines, byKind.other, false);
    const net = netOut ?? scratch(1, trials);
    afterTax(base, trials, running, net);
    addUp(net, trials, lines, byKind.equityMethod, false);
    for (const minority of minorities)
      takeMinority(minority, base.tax, trials, lines, scratch(2, trials), net);

    const comprehensive = comprehensiveOut ?? scratch(3, trials);
    gainsAfterTax(trials, lines, comprehensive);
    if (equityOut) addInto(equityOut, net, comprehensive, trials);
    if (adsOut) valueAds(base, trials, net, ads, adsOut);
  }

  /** Gains outside income, less minority interests in them and tax, which is taken off gains and losses alike. */
  function gainsAfterTax(trials: number, lines: readonly (Float64Array | null)[], out: Float64Array): void {
    addUp(out, trials, lines, byKind.comprehensive, true);
    if (!byKind.comprehensive.some((index) => lines[index])) return;
    for (const { share, comprehensive } of minorities) takeShare(share, comprehensive, trials, lines, out);
    const kept = 1 - base.tax.rate;
    for (let trial = 0; trial < trials; trial++) out[trial] = kept * (out[trial] as number);
  }
}

/** Income before tax, less tax: the change of it. */
function afterTax(base: Base, trials: number, income: Float64Array, out: Float64Array): void {
  const { rate, lossesCarriedForward, offsetShare, lossRecognised } = base.tax;
  const planned = incomeBeforeTax(base);
  const plannedTax = taxOn(planned, base.tax);
  const creditRate = rate * lossRecognised;
  for (let trial = 0; trial < trials; trial++) {
    const change = income[trial] as number;
    const total = planned + change;
    // As `taxOn`, written out: this runs for every trial.
    const tax =
      total > 0 ? rate * (total - Math.min(lossesCarriedForward, offsetShare * total)) : creditRate * total;
    out[trial] = change - (tax - plannedTax);
  }
}

/** Takes what others earn in a subsidiary off net income: their share of its income after its own tax, loss or gain. */
function takeMinority(
  minority: CompiledMinority,
  tax: Tax,
  trials: number,
  lines: readonly (Float64Array | null)[],
  income: Float64Array,
  net: Float64Array,
): void {
  takeShare(minority.share, minority.afterTax, trials, lines, net);
  if (!minority.beforeTax.some(({ index }) => lines[index])) return;
  income.fill(0, 0, trials);
  takeShare(-1, minority.beforeTax, trials, lines, income);
  const { share, planned } = minority;
  const plannedTax = subsidiaryTaxOn(planned, tax);
  for (let trial = 0; trial < trials; trial++) {
    const change = income[trial] as number;
    net[trial] =
      (net[trial] as number) - share * (change - (subsidiaryTaxOn(planned + change, tax) - plannedTax));
  }
}

function valueAds(
  base: Base,
  trials: number,
  net: Float64Array,
  ads: { readonly price: Float64Array | null; readonly rate: Float64Array | null },
  out: Float64Array,
): void {
  if (base.ads === null) {
    out.fill(Number.NaN, 0, trials);
    return;
  }
  const { sharePrice, shares, sharesPerAds, rate, earningsMultiple } = base.ads;
  const dollars = sharesPerAds / rate;
  const perIncome = earningsMultiple / shares;
  for (let trial = 0; trial < trials; trial++) {
    const price = Math.max(0, sharePrice + perIncome * (net[trial] as number));
    const move =
      (ads.price === null ? 0 : (ads.price[trial] as number)) +
      (ads.rate === null ? 0 : (ads.rate[trial] as number));
    out[trial] = dollars * (price * Math.exp(move) - sharePrice);
  }
}
