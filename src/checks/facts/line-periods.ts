import { type AmountFact, periodKey, type Series } from './amount-facts.js';
import { samePeriodLength } from './equal-values.js';

/** What a line states of the period of a fact. */
export function counterparts(fact: AmountFact, line: Series): readonly AmountFact[] {
  const same = line.cells.get(periodKey(fact));
  if (same !== undefined) return same;
  for (const others of line.cells.values()) {
    const [other] = others;
    if (other !== undefined && other.day === fact.day && samePeriodLength(other, fact)) return others;
  }
  return [];
}
