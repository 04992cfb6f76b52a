import type { Filing } from '../../filing/filing.js';
import type { Interval } from '../../value/index.js';
import { factInterval } from './agreement.js';
import { contextNumbers, isNumber, type NumberFact } from './tagged-figures.js';

/** One fact that is tagged twice with values that do not agree: the tags outside the largest party, and that party. */
export interface Contradiction {
  readonly odd: readonly NumberFact[];
  readonly usual: readonly NumberFact[];
  /** Whether neither party is larger. */
  readonly tied: boolean;
}

/** Facts of one concept, context and unit whose intervals have nothing in common (XBRL Calculations 1.1, duplicates). */
export function contradictions(filing: Filing): Contradiction[] {
  const numbers = contextNumbers(filing);
  const groups = new Map<string, NumberFact[]>();
  for (const fact of filing.facts) {
    if (!isNumber(fact) || fact.context === null) continue;
    const key = `${fact.concept} ${fact.unit} ${numbers.get(fact.context)?.whole}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [fact]);
    else own.push(fact);
  }
  return [...groups.values()].flatMap((group) => (differ(group) ? contradictionOf(group) : []));
}

/** Nearly all that is tagged twice is tagged the same: only the rest is computed with. */
function differ(group: readonly NumberFact[]): boolean {
  const [first] = group;
  return group.some(({ value, decimals }) => value !== first?.value || decimals !== first.decimals);
}

interface Party {
  readonly facts: NumberFact[];
  common: Interval;
}

function contradictionOf(group: readonly NumberFact[]): Contradiction[] {
  const parties: Party[] = [];
  // The finest first: a coarse value may agree with two that do not agree with each other.
  const byDecimals = [...group].sort((a, b) => fineness(b) - fineness(a));
  for (const fact of byDecimals) {
    const interval = factInterval(fact);
    const own = parties.find(({ common }) => common.overlaps(interval));
    if (own === undefined) {
      if (parties.length === MOST_PARTIES) return [];
      parties.push({ facts: [fact], common: interval });
    } else {
      own.facts.push(fact);
      own.common = own.common.intersection(interval) ?? own.common;
    }
  }
  const [usual, second] = parties.sort((a, b) => b.facts.length - a.facts.length);
  if (usual === undefined || second === undefined) return [];
  const odd = parties.slice(1).flatMap(({ facts }) => facts);
  return [{ odd, usual: usual.facts, tied: second.facts.length === usual.facts.length }];
}

/** What is tagged with more different values than this is no one fact. */
const MOST_PARTIES = 20;

function fineness({ decimals }: NumberFact): number {
  return decimals === null || decimals === 'INF' ? Number.POSITIVE_INFINITY : Number(decimals) || 0;
}
