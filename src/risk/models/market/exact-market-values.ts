import { normalQuantile } from '../../distributions/special-functions/normal-quantile.js';
import type { ExactValues } from '../../results/results.js';
import type { RiskContext } from '../../simulation/risk-context.js';
import type { MarketSpec, Position } from './market-spec.js';
import {
  AVERAGE_SHARE,
  exposureOf,
  factorIndex,
  factorOf,
  variablePrincipal,
  yearRate,
} from './position-exposure.js';
import { type YearMoments, yearMoments } from './year-moments.js';

/** amount · (exp(power · X) − 1), or where `power` is null amount · X, of the year's change X of a factor. */
interface Term {
  readonly factor: number;
  readonly amount: number;
  readonly power: number | null;
}

/**
 * Mean and deviation of what a market risk does to the account that it is measured on (income before tax, else other
 * comprehensive income) in closed form, and its quantiles where one factor of normal logarithm moves all of it one way,
 * or only interest rates of a normal law do. Null where nothing is known: it moves no line, or two of its factors are
 * tied by the register's correlations.
 *
 * @param tied variables of the register's correlations: "factor.usd-jpy"
 * @param levels of the quantiles
 */
export function exactMarketValues(
  spec: MarketSpec,
  context: Pick<RiskContext, 'base' | 'factors' | 'method'>,
  tied: ReadonlySet<string>,
  levels: readonly number[],
): ExactValues | null {
  const terms = combined(termsOf(spec, context));
  if (terms.length === 0) return null;
  const used = new Set(terms.map(({ factor }) => factor));
  const ties = [...used].filter((at) => tied.has(`factor.${context.factors[at]?.id}`));
  if (ties.length > 1) return null;
  const moments = yearMoments(context.factors, context.method, tied);
  const n = context.factors.length;
  const mean = terms.reduce((sum, term) => sum + meanOf(term, moments, n), 0);
  let variance = 0;
  for (const left of terms) {
    for (const right of terms) {
      variance += productOf(left, right, moments, n) - meanOf(left, moments, n) * meanOf(right, moments, n);
    }
  }
  const deviation = Math.sqrt(Math.max(0, variance));
  return {
    method: used.size === 1 ? 'moments of its factor’s law' : 'moments of its factors’ joint law',
    mean,
    deviation,
    quantiles: quantilesOf(terms, moments, mean, deviation, levels),
    error: 0,
  };
}

function termsOf(
  { positions }: MarketSpec,
  { base, factors, method }: Pick<RiskContext, 'base' | 'factors' | 'method'>,
): Term[] {
  const comprehensive = new Set(
    base.lines.filter(({ kind }) => kind === 'other-comprehensive-income').map(({ id }) => id),
  );
  const index = factorIndex(factors);
  const ofLine = positions.flatMap((position) => {
    if (position.position === 'ads') return [];
    const term = termOf(
      position,
      factors.findIndex(({ id }) => id === position.factor),
    );
    return term.amount === 0 ? [] : [{ term, toIncome: !comprehensive.has(position.line) }];
  });
  const isIncome = ofLine.some(({ toIncome }) => toIncome);
  return ofLine.filter(({ toIncome }) => toIncome === isIncome).map(({ term }) => term);

  function termOf(position: Exclude<Position, { position: 'ads' }>, factor: number): Term {
    if (position.position === 'rate') {
      return { factor, amount: variablePrincipal(position) * yearRate(1, method.accrual), power: null };
    }
    const power = position.basis === 'flow' && method.accrual === 'year-average' ? AVERAGE_SHARE : 1;
    return { factor, amount: exposureOf(position, factorOf(index, position.factor, position)), power };
  }
}

/** Terms of one factor and power added up. */
function combined(terms: readonly Term[]): Term[] {
  const sums = new Map<string, Term>();
  for (const term of terms) {
    const key = `${term.factor} ${term.power}`;
    sums.set(key, { ...term, amount: term.amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

function meanOf({ factor, amount, power }: Term, moments: YearMoments, n: number): number {
  if (power === null) return amount * moments.tilted(factor, new Float64Array(n));
  return amount * (moments.exponential(weights(n, [factor, power])) - 1);
}

function productOf(left: Term, right: Term, moments: YearMoments, n: number): number {
  const amount = left.amount * right.amount;
  if (left.power === null && right.power === null) return amount * moments.product(left.factor, right.factor);
  if (left.power === null) return mixed(left, right, right.power as number, moments, n);
  if (right.power === null) return mixed(right, left, left.power, moments, n);
  const [one, two] = [left, right].map(({ factor, power }) =>
    moments.exponential(weights(n, [factor, power as number])),
  ) as [number, number];
  const both = moments.exponential(weights(n, [left.factor, left.power], [right.factor, right.power]));
  return amount * (both - one - two + 1);
}

/** E of X_r (exp(power X) − 1), times both amounts. */
function mixed(rate: Term, price: Term, power: number, moments: YearMoments, n: number): number {
  const tilted = moments.tilted(rate.factor, weights(n, [price.factor, power]));
  return rate.amount * price.amount * (tilted - moments.tilted(rate.factor, new Float64Array(n)));
}

function weights(n: number, ...powers: readonly (readonly [factor: number, power: number])[]): Float64Array {
  const out = new Float64Array(n);
  for (const [factor, power] of powers) out[factor] = (out[factor] as number) + power;
  return out;
}

function quantilesOf(
  terms: readonly Term[],
  moments: YearMoments,
  mean: number,
  deviation: number,
  levels: readonly number[],
): ExactValues['quantiles'] {
  const laws = terms.map(({ factor }) => moments.normal(factor));
  if (laws.some((law) => law === null)) return [];
  if (terms.every(({ power }) => power === null)) {
    return levels.map((level) => ({ level, value: mean + deviation * normalQuantile(level) }));
  }
  const [law] = laws;
  const isOneWay = new Set(terms.map(({ factor, amount }) => `${factor} ${Math.sign(amount)}`)).size === 1;
  if (law === undefined || law === null || !isOneWay) return [];
  const rising = (terms[0]?.amount ?? 0) > 0;
  return levels.map((level) => {
    const change = law.mean + law.deviation * normalQuantile(rising ? level : 1 - level);
    const value = terms.reduce(
      (sum, { amount, power }) => sum + amount * (power === null ? change : Math.expm1(power * change)),
      0,
    );
    return { level, value };
  });
}
