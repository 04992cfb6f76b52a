import type { Filing } from '../../filing/filing.js';
import { groupedBy } from '../engine/grouped.js';
import { oncePerFiling } from '../engine/once.js';
import { type AmountFact, amountFacts, type Series } from './amount-facts.js';
import { type ColumnPair, columnPairs } from './column-pairs.js';
import { agree, type Contradiction, type Difference, judged, ordered } from './differences.js';
import { significantDigits } from './equal-values.js';
import { counterparts } from './line-periods.js';
import { inSentences } from './sentence-labels.js';
import { spokenDifferences } from './spoken-lines.js';
import { pairKey, type Tie, tiesOf } from './ties.js';
import { twinPhrases } from './twin-phrases.js';
import { type TwinSentences, twinSentences } from './twin-sentences.js';
import type { WordWeights } from './word-weights.js';

/** Two columns that agree in so many lines, and differ in one, differ there by no rounding. */
const SURELY_ALIKE = 12;

/** All contradictions of a filing, in order of the document. */
export const contradictionsOf = oncePerFiling((filing: Filing): readonly Contradiction[] => {
  const { ties, tied, weights } = tiesOf(filing);
  const found = [
    ...betweenLines(ties, weights),
    ...betweenCopies(filing, ties),
    ...inSentences(filing, tied),
    ...spokenOf(filing),
  ];
  const seen = new Set<string>();
  return found
    .filter(({ at, against }) => {
      const key = `${at.figure.id}|${against.figure.id}`;
      // What ties elsewhere on both sides is two facts of one label.
      if (seen.has(key) || (tied.has(at) && tied.has(against))) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.at.figure.start - b.at.figure.start || a.against.figure.start - b.against.figure.start);
});

/**
 * Two lines that agree in all periods but one are one line, and one of the two is wrong there. Where they differ in
 * more, they are two facts that are equal at times: what is and what is not attributable to the parent.
 */
function betweenLines(ties: readonly Tie[], weights: WordWeights): Contradiction[] {
  const strong = ties.filter(({ coarse }) => significantDigits(coarse.quantity) >= 3);
  return [...groupedBy(strong, pairKey).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const [left, right] = [first.coarse.series, first.fine.series];
    const periods = new Set(own.map(({ coarse }) => coarse.day)).size;
    const differing = differences(left, right);
    const [only] = differing;
    if (only === undefined || differing.some(({ at }) => at.day !== only.at.day)) return [];
    if (!isOneLine(first, periods, weights)) return [];
    const isSure = periods >= 2 ? areMutual(left, right, 0.6, weights) : isSureOfOne(only, weights);
    return differing.flatMap((difference) => judged(difference, 'periods', periods, isSure));
  });
}

/** Whether the labels and the digits of two lines that agree in one period leave no doubt. */
function isSureOfOne({ at, against }: Difference, weights: WordWeights): boolean {
  const [left, right] = [at.series, against.series];
  if (left.statement === null && right.statement === null) return false;
  return Math.abs(against.quantity.coefficient) >= 1000 && areMutual(left, right, 0.9, weights);
}

/** Whether what two lines agree in shows that they are one. */
function isOneLine(tie: Tie, periods: number, weights: WordWeights): boolean {
  const { coarse, fine, likeness } = tie;
  const [left, right] = [coarse.series, fine.series];
  const isSaid = left.table === null || right.table === null;
  if (periods >= 2) return isSaid || likeness >= 0.6;
  // Of three periods or more, one that agrees is not enough; a balance sheet has two.
  if (left.cells.size > 2 && right.cells.size > 2) return false;
  if (isSaid) return likeness >= 0.9;
  if (left.own.words.length === 0 || right.own.words.length === 0) return false;
  return areMutual(left, right, 0.6, weights) || (likeness >= 0.9 && significantDigits(coarse.quantity) >= 4);
}

/** A column that two tables print, and a sentence that is said twice: where they differ in one amount, it is wrong. */
function betweenCopies(filing: Filing, ties: readonly Tie[]): Contradiction[] {
  const { facts } = amountFacts(filing);
  const found: Contradiction[] = [];
  const add = (
    copies: readonly ColumnPair[] | readonly TwinSentences[],
    because: Contradiction['because'],
    fewest: number,
  ): void => {
    for (const { agreeing, differing } of copies) {
      const [only, another] = differing;
      if (only === undefined || another !== undefined || agreeing < fewest) continue;
      const [at, against] = ordered(only.left, only.right);
      found.push(...judged({ at, against }, because, agreeing, agreeing >= SURELY_ALIKE));
    }
  };
  add(columnPairs(facts, ties, agree), 'column', 5);
  add(twinSentences(filing, facts, agree), 'sentence', 1);
  for (const { left, right } of twinPhrases(filing, facts, agree)) {
    const [at, against] = ordered(left, right);
    found.push(...judged({ at, against }, 'sentence', 1, true));
  }
  return found;
}

/** Where two lines differ. */
function differences(left: Series, right: Series): Difference[] {
  const found: Difference[] = [];
  for (const own of left.cells.values()) {
    if (tellsSeveral(left, own)) continue;
    for (const a of own) {
      const others = counterparts(a, right);
      if (tellsSeveral(right, others)) continue;
      for (const b of others) {
        if (agree(a, b)) continue;
        const [at, against] = ordered(a, b);
        found.push({ at, against });
      }
    }
  }
  return found;
}

/** Whether a line tells several facts of one period; a statement closes a year and opens the next with one. */
function tellsSeveral({ statement }: Series, tellings: readonly AmountFact[]): boolean {
  return tellings.length > (statement === null ? 1 : 2);
}

/** What a line says it is: in a statement without its groups; of a balance, what heads the column, or the table. */
function telling({ statement, label, own, scope, context }: Series): readonly string[] {
  const words = (statement === null ? label : own).words.filter((word) => word !== 'balance');
  if (words.length > 0) return words;
  return scope.words.length > 0 ? scope.words : context.words;
}

/** Whether the label of each of two lines says what the other's does. */
function areMutual(left: Series, right: Series, needed: number, weights: WordWeights): boolean {
  const words = telling;
  const holds = (series: Series) => (word: string) =>
    series.label.words.includes(word) ||
    series.scope.words.includes(word) ||
    series.context.words.includes(word);
  return (
    weights.share(words(left), holds(right)) >= needed && weights.share(words(right), holds(left)) >= needed
  );
}

/** A sentence that speaks of a line, and gives an amount of it a slip of typing apart. */
function spokenOf(filing: Filing): Contradiction[] {
  return spokenDifferences(filing).flatMap(({ said, stated }) =>
    judged({ at: said, against: stated }, 'label', 0, false),
  );
}
