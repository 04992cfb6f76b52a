import { rateFairValue } from '../models/market/fair-value.js';
import type { CurrencyPosition, Maturity, Position, RatePosition } from '../models/market/market-spec.js';
import { type FactorIndex, factorOf, requirePosition } from '../models/market/position-exposure.js';
import { type DisclosedPosition, type DisclosedPositions, groupsOf } from './disclosed-positions.js';
import type { ByMaturity, TabularGroup, TabularRow, TermRow } from './item-11-data.js';
import type { PriorItem11, PriorTabularRow } from './prior-item-11.js';
import { totalRow } from './tabular-total.js';

/** Years that the table shows one by one, before "thereafter". */
export const TABLE_YEARS = 5;

/**
 * Alternative 1: fair values and contract terms by expected maturity, for each of the next five years and thereafter.
 * A row an instrument; several of one kind and unit get a total with weighted averages. Flows and ADSs are no
 * instruments and have no row.
 */
export function tabularGroups(
  { positions }: DisclosedPositions,
  factors: FactorIndex,
  currency: string,
  prior: PriorItem11['tabular'],
): TabularGroup[] {
  const before = new Map(prior.flatMap(({ rows }) => rows).map((row) => [row.key, row]));
  return groupsOf(positions).flatMap(({ category, purpose, positions: held }) => {
    const rows = held.flatMap((each) => rowOf(each, factors, currency) ?? []);
    const withTotals = [...kindsOf(rows)].flatMap(([key, alike]) =>
      alike.length < 2 ? alike : [...alike, totalRow(`${category}/${purpose}/${key}`, alike)],
    );
    if (withTotals.length === 0) return [];
    return [
      { category, purpose, rows: withTotals.map((row) => ({ ...row, prior: priorOf(before.get(row.key)) })) },
    ];
  });
}

function priorOf(row: PriorTabularRow | undefined): TabularRow['prior'] {
  return row === undefined ? null : { total: row.amounts.total ?? 0, fairValue: row.fairValue };
}

function kindsOf(rows: readonly TabularRow[]): Map<string, TabularRow[]> {
  const kinds = new Map<string, TabularRow[]>();
  for (const row of rows) {
    const key = `${row.kind}, ${row.unit}`;
    kinds.set(key, [...(kinds.get(key) ?? []), row]);
  }
  return kinds;
}

function rowOf(
  { risk, category, purpose, position }: DisclosedPosition,
  factors: FactorIndex,
  currency: string,
): TabularRow | null {
  requirePosition(position);
  if (position.position === 'ads' || (position.position !== 'rate' && position.basis === 'flow')) return null;
  const { level } = factorOf(factors, position.factor, position);
  const head = {
    key: `${category}/${purpose}/${risk}/${position.name}`,
    name: position.name,
    kind: kindOf(position, category),
    isTotal: false,
    matures: position.position !== 'price',
    prior: null,
  };
  if (position.position === 'price') {
    const amounts = { years: Array(TABLE_YEARS).fill(null), thereafter: null, total: position.amount };
    return { ...head, unit: currency, amounts, terms: [], fairValue: position.amount, fairValueWhy: null };
  }
  const amounts = byMaturity(position.amount, position.maturities);
  if (position.position === 'currency') {
    const { basis, settlementPrice } = position;
    const price = settlementPrice ?? level;
    const fairValue = position.amount * (basis === 'forward' ? level - price : level);
    const terms = basis === 'forward' ? [termRow('average settlement price', 'price', price, amounts)] : [];
    return { ...head, unit: position.currency, amounts, terms, fairValue, fairValueWhy: null };
  }
  const isKnown = position.maturities.length > 0;
  return {
    ...head,
    unit: currency,
    amounts,
    terms: rateTerms(position, level).map(([name, rate]) => termRow(name, 'rate', rate, amounts)),
    fairValue: isKnown ? rateFairValue(position, level) : null,
    fairValueWhy: isKnown ? null : 'no maturities are given',
  };
}

function rateTerms({ instrument, fixedRate, spread, pays }: RatePosition, level: number): [string, number][] {
  const variable = level + (spread ?? 0);
  if (instrument !== 'swap') return [['average interest rate', fixedRate ?? variable]];
  const [pay, receive] = pays === 'fixed' ? [fixedRate ?? 0, variable] : [variable, fixedRate ?? 0];
  return [
    ['average pay rate', pay],
    ['average receive rate', receive],
  ];
}

/** The same rate or price wherever something falls due. */
function termRow(
  name: string,
  unit: TermRow['unit'],
  value: number,
  { years, thereafter }: ByMaturity,
): TermRow {
  const where = (amount: number | null) => (amount === null ? null : value);
  return { name, unit, values: { years: years.map(where), thereafter: where(thereafter), total: value } };
}

/** Amounts by the year, counted from today, in which they fall due; the signs are in the kind. */
function byMaturity(amount: number, maturities: readonly Maturity[]): ByMaturity {
  const years = new Array<number | null>(TABLE_YEARS).fill(null);
  let thereafter: number | null = null;
  for (const maturity of maturities) {
    // A year to the day falls due within it.
    const year = Math.ceil(maturity.years - 1e-9) - 1;
    if (year < TABLE_YEARS)
      years[Math.max(0, year)] = (years[Math.max(0, year)] ?? 0) + Math.abs(maturity.amount);
    else thereafter = (thereafter ?? 0) + Math.abs(maturity.amount);
  }
  return { years, thereafter, total: Math.abs(amount) };
}

function kindOf(position: Exclude<Position, { position: 'ads' }>, category: string): string {
  if (position.position === 'price') return category === 'equity-price' ? 'Equity securities' : 'Commodities';
  if (position.position === 'currency') return currencyKind(position);
  if (position.instrument === 'swap') return `Interest rate swaps, pay ${position.pays}`;
  const rate = position.fixedRate === null ? 'variable rate' : 'fixed rate';
  return `${position.instrument === 'debt' ? 'Debt' : 'Deposits'}, ${rate}`;
}

function currencyKind({ basis, amount, currency }: CurrencyPosition): string {
  if (basis === 'forward') return `Forward ${amount < 0 ? 'sales' : 'purchases'} of ${currency}`;
  return `${amount < 0 ? 'Owed' : 'Held or receivable'} in ${currency}`;
}
