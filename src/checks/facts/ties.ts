import type { Filing } from '../../filing/filing.js';
import { oncePerFiling } from '../engine/once.js';
import { type AmountFact, amountFacts, type Series } from './amount-facts.js';
import { type EqualPair, equalPairs, significantDigits } from './equal-values.js';
import { sentenceWords } from './sentence-words.js';
import { WordWeights } from './word-weights.js';

/** Two places that state one fact and agree. */
export interface Tie extends EqualPair {
  /** How alike the labels are, 0 to 1. */
  readonly likeness: number;
  /** In how many periods the two lines agree. */
  readonly periods: number;
}

export interface Ties {
  readonly ties: readonly Tie[];
  /** Every place of them. */
  readonly tied: ReadonlySet<AmountFact>;
  readonly weights: WordWeights;
}

/** All ties of a filing. An equal value alone ties nothing: the labels must share what tells them from others. */
export const tiesOf = oncePerFiling((filing: Filing): Ties => {
  const { facts, series } = amountFacts(filing);
  const weights = new WordWeights(series);
  const likeness = new Likeness(filing, weights);
  const pairs = equalPairs(facts);
  const inCommon = linesInCommon(pairs);
  const ties: Tie[] = [];
  for (const [index, pair] of pairs.entries()) {
    const lines = inCommon[index] as LinesInCommon;
    lines.likeness ??= likeness.of(pair);
    const alike = lines.likeness;
    const together = Math.max(1, lines.periods);
    if (isTie(pair, alike, together) && (isTelling(pair, together) || likeness.areOneSubject(pair)))
      ties.push({ ...pair, likeness: alike, periods: together });
  }
  const tied = new Set<AmountFact>();
  for (const { coarse, fine } of ties) tied.add(coarse).add(fine);
  return { ties, tied, weights };
});

/** The more digits agree, and the more periods, the less the labels need to share. */
function isTie(pair: EqualPair, likeness: number, periods: number): boolean {
  if (pair.coarse.series.unit === 'percent' && !mayBeOnePercentage(pair)) return false;
  const digits = significantDigits(pair.coarse.quantity);
  if (periods >= 2 && digits >= 3) return likeness >= 0.3;
  if (digits >= 4) return likeness >= 0.5;
  if (digits === 3) return likeness >= 0.7;
  return likeness >= 0.95;
}

/** Four digits tell by themselves, and several periods; fewer are equal by chance under “Other”, and so are percentages. */
function isTelling({ coarse, fine }: EqualPair, periods: number): boolean {
  if (coarse.series.unit === 'percent') return false;
  if (periods >= 2 || significantDigits(coarse.quantity) >= 4) return true;
  const own = coarse.series.own;
  return own.words.length >= 2 && own.line === fine.series.own.line;
}

/** A fall of 15% and a share of 15% are equal by chance, as percentages of one period often are. */
function mayBeOnePercentage({ coarse, fine }: EqualPair): boolean {
  const areCells = coarse.series.table !== null && fine.series.table !== null;
  return !areCells || Math.sign(coarse.quantity.coefficient) === Math.sign(fine.quantity.coefficient);
}

/** Two lines that have equal pairs. */
interface LinesInCommon {
  /** In how many periods they agree in three digits or more. */
  periods: number;
  /** How alike their labels are; null until asked. */
  likeness: number | null;
}

/** Of each pair its two lines. */
function linesInCommon(pairs: readonly EqualPair[]): LinesInCommon[] {
  const known = new Map<number, LinesInCommon>();
  return pairs.map((pair) => {
    const key = pairKey(pair);
    let lines = known.get(key);
    if (lines === undefined) {
      lines = { periods: 0, likeness: null };
      known.set(key, lines);
    }
    if (significantDigits(pair.coarse.quantity) >= 3) lines.periods += 1;
    return lines;
  });
}

/** Two lines, whichever is the coarser, as one number: small for small ones. */
export function pairKey({ coarse, fine }: EqualPair): number {
  const a = coarse.series.index;
  const b = fine.series.index;
  return a < b ? b * b + a : a * a + b;
}

/** How alike two labels are, by what they share of the words that tell. */
class Likeness {
  private readonly filing: Filing;
  private readonly weights: WordWeights;

  constructor(filing: Filing, weights: WordWeights) {
    this.filing = filing;
    this.weights = weights;
  }

  /**
   * Whether each of two lines says enough of what the other says it is, groups and headings too: “Other” and “% change”
   * say nothing without them. Of sentences nothing is asked here.
   */
  areOneSubject({ coarse, fine }: EqualPair): boolean {
    const [a, b] = [coarse.series, fine.series];
    if (a.table === null || b.table === null) return true;
    const least = a.unit === 'percent' ? 0.6 : 0.3;
    return this.allHeldBy(a, b) >= least && this.allHeldBy(b, a) >= least;
  }

  /** The part of all that a line is said to be that the other line says; of a bare “Total”, of what stands over it. */
  private allHeldBy({ label, scope, context }: Series, other: Series): number {
    const own = [...label.words, ...scope.words];
    return this.weights.share(
      own.length > 0 ? own : context.words,
      (word) =>
        other.label.words.includes(word) ||
        other.scope.words.includes(word) ||
        other.context.words.includes(word),
    );
  }

  of({ coarse: a, fine: b }: EqualPair): number {
    if (a.series.table === null && b.series.table === null) return this.betweenSentences(a, b);
    if (a.series.table === null) return this.inSentence(b.series, a);
    if (b.series.table === null) return this.inSentence(a.series, b);
    return Math.max(this.heldBy(a.series, b.series), this.heldBy(b.series, a.series));
  }

  /** The part of a line's own label that the other line says, in its label or over its table. */
  private heldBy({ own, label }: Series, other: Series): number {
    const words = own.words.length > 0 ? own.words : label.words;
    return this.weights.share(
      words,
      (word) =>
        other.label.words.includes(word) ||
        other.scope.words.includes(word) ||
        other.context.words.includes(word),
    );
  }

  private inSentence({ own, label }: Series, said: AmountFact): number {
    const held = sentenceWords(this.filing, said.figure);
    return this.weights.share(own.words.length > 0 ? own.words : label.words, (word) => held.has(word));
  }

  private betweenSentences(a: AmountFact, b: AmountFact): number {
    const [left, right] = [a.series.label.words, b.series.label.words];
    return Math.min(
      this.weights.share(left, (word) => right.includes(word)),
      this.weights.share(right, (word) => left.includes(word)),
    );
  }
}
