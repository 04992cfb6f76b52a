import type { Filing } from '../../filing/filing.js';
import { Decimal, Interval } from '../../value/index.js';
import { groupedBy } from '../engine/grouped.js';
import { factInterval } from './agreement.js';
import type { Calculation, Contributor } from './calculation.js';
import { contextNumbers, isNumber, type NumberFact } from './tagged-figures.js';

/** A total in one context with the facts that the linkbase adds up to it. */
export interface CalculatedTotal {
  readonly calculation: Calculation;
  readonly total: NumberFact;
  readonly parts: readonly WeightedFact[];
  /** The sum of the parts as tagged. */
  readonly sum: Decimal;
  /** Whether the intervals of total and sum overlap. */
  readonly holds: boolean;
  /** Whether both are equal as tagged. */
  readonly exact: boolean;
  /** How often the same total holds over the same parts in other contexts, and how often not. */
  readonly elsewhere: { readonly holds: number; readonly fails: number };
}

export interface WeightedFact {
  readonly fact: NumberFact;
  readonly weight: Decimal;
}

/** Every total that the linkbase states, in every context that has it and two of its contributors. */
export function calculatedTotals(filing: Filing, calculations: readonly Calculation[]): CalculatedTotal[] {
  const numbers = contextNumbers(filing);
  const contextOf = ({ unit, context }: NumberFact) =>
    `${unit} ${context === null ? '' : numbers.get(context)?.whole}`;
  const known = filing.facts.filter(isNumber).filter(({ context }) => context !== null);
  const contexts = [...groupedBy(known, contextOf).values()].map(finestByConcept);
  const totals = calculations.flatMap((calculation) => {
    const found = contexts.flatMap((facts) => totalIn(facts, calculation));
    const partsKey = ({ total, parts }: Judged) => {
      const members = total.context === null ? '' : numbers.get(total.context)?.members;
      return `${members}|${parts.map(({ fact }) => fact.concept).join('|')}`;
    };
    // That of another year has the same parts and members.
    const alike = groupedBy(found, partsKey);
    return found.map((each): CalculatedTotal => {
      const others = (alike.get(partsKey(each)) ?? []).filter((other) => other !== each);
      const holds = others.filter((other) => other.holds).length;
      return { ...each, elsewhere: { holds, fails: others.length - holds } };
    });
  });
  return withoutRepeats(totals);
}

/** The facts of a context by concept; of several mentions the finest. */
function finestByConcept(facts: readonly NumberFact[]): ReadonlyMap<string, NumberFact> {
  const finest = new Map<string, NumberFact>();
  for (const fact of facts) {
    const other = finest.get(fact.concept);
    if (other === undefined || places(fact) > places(other)) finest.set(fact.concept, fact);
  }
  return finest;
}

function places({ decimals }: NumberFact): number {
  return decimals === null || decimals === 'INF' ? Number.MAX_SAFE_INTEGER : Number(decimals) || 0;
}

type Judged = Omit<CalculatedTotal, 'elsewhere'>;

function totalIn(facts: ReadonlyMap<string, NumberFact>, calculation: Calculation): Judged[] {
  const total = facts.get(calculation.total);
  if (total === undefined) return [];
  const parts = calculation.contributors.flatMap((contributor) => partIn(facts, contributor));
  if (parts.length < 2) return [];
  let sum = Decimal.ZERO;
  let interval = Interval.exactly(Decimal.ZERO);
  for (const { fact, weight } of parts) {
    sum = sum.plus(Decimal.parse(fact.value).times(weight));
    interval = interval.plus(factInterval(fact).times(Interval.exactly(weight)));
  }
  const holds = interval.overlaps(factInterval(total));
  const exact = sum.equals(Decimal.parse(total.value));
  return [{ calculation, total, parts, sum, holds, exact }];
}

function partIn(facts: ReadonlyMap<string, NumberFact>, { concept, weight }: Contributor): WeightedFact[] {
  const fact = facts.get(concept);
  return fact === undefined ? [] : [{ fact, weight: Decimal.parse(weight) }];
}

/** Two networks often state one and the same summation. */
function withoutRepeats(totals: readonly CalculatedTotal[]): CalculatedTotal[] {
  const seen = new Map<NumberFact, Set<string>>();
  return totals.filter(({ total, parts }) => {
    const key = parts
      .map(({ fact }) => fact.concept)
      .sort()
      .join('|');
    const own = seen.get(total) ?? new Set<string>();
    seen.set(total, own);
    return own.size !== own.add(key).size;
  });
}
