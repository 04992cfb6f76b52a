import type { Filing } from '../../filing/filing.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import { isOwnLabel } from '../engine/labelled.js';
import { type AmountFact, amountFacts, type Series } from './amount-facts.js';
import { samePeriodLength, significantDigits } from './equal-values.js';
import { sentenceWords } from './sentence-words.js';
import { type Tie, tiesOf } from './ties.js';
import type { WordWeights } from './word-weights.js';

/** An amount of a sentence, and the line of a table that it speaks of, a slip of typing apart. */
export interface SpokenDifference {
  readonly said: AmountFact;
  readonly stated: AmountFact;
}

/** Of lines under one word: what is beyond is not looked at. */
const MOST_LINES = 60;

/**
 * Amounts that a sentence gives a line of a table, and gives wrong. The sentence has every word of the line's label;
 * the line is sure to be meant where the sentence states its other period rightly, where both stand in one section, or
 * where the label is what the sentence says the amount is. Amounts that tie are not looked at.
 */
export function spokenDifferences(filing: Filing): SpokenDifference[] {
  const { facts, series } = amountFacts(filing);
  const { ties, tied, weights } = tiesOf(filing);
  const said = saidLines(ties);
  const lines = new SpokenLines(filing, series, weights);
  return facts.flatMap((fact): SpokenDifference[] => {
    if (fact.series.table !== null || tied.has(fact) || significantDigits(fact.quantity) < 3) return [];
    const own = said.get(fact.series.place);
    const statedIn = (candidates: Iterable<Series>): AmountFact | undefined => {
      for (const line of candidates) {
        const stated = slipIn(line, fact, own?.facts);
        if (stated === undefined || !lines.areSaid(line, fact)) continue;
        if (isMeant(filing, fact, line, own?.lines.has(line) === true, weights)) return stated;
      }
      return undefined;
    };
    // The lines of the paragraph, and those whose most telling word the label of the amount has.
    let stated = own === undefined ? undefined : statedIn(own.lines);
    for (const word of fact.series.label.words) stated ??= statedIn(lines.with(word));
    return stated === undefined ? [] : [{ said: fact, stated }];
  });
}

interface Said {
  readonly lines: Set<Series>;
  readonly facts: Set<AmountFact>;
}

/** What each paragraph states of tables, and rightly. */
function saidLines(ties: readonly Tie[]): Map<number, Said> {
  const found = new Map<number, Said>();
  for (const { coarse, fine } of ties) {
    const [said, stated] = coarse.series.table === null ? [coarse, fine] : [fine, coarse];
    if (said.series.table !== null || stated.series.table === null) continue;
    const own = found.get(said.series.place) ?? { lines: new Set(), facts: new Set() };
    own.lines.add(stated.series);
    own.facts.add(stated);
    found.set(said.series.place, own);
  }
  return found;
}

/** What a line states of the period of an amount, and a slip away; what the paragraph has said it does not say again. */
function slipIn(
  { cells, unitNumber }: Series,
  fact: AmountFact,
  isSaid: ReadonlySet<AmountFact> | undefined,
): AmountFact | undefined {
  if (unitNumber !== fact.series.unitNumber) return undefined;
  for (const own of cells.values()) {
    const stated = own[0];
    if (stated === undefined || stated.day !== fact.day || own.length > 1) continue;
    if (samePeriodLength(stated, fact) && isSaid?.has(stated) !== true && isFarSlip(fact, stated))
      return stated;
  }
  return undefined;
}

/** A slip that rounding does not explain, at the step of the sentence, of three digits or more. */
function isFarSlip({ quantity: said }: AmountFact, { quantity: stated }: AmountFact): boolean {
  if (stated.exponent > said.exponent) return false;
  const printed = Math.abs(said.coefficient);
  const expected = Math.round(Math.abs(stated.coefficient) / 10 ** (said.exponent - stated.exponent));
  if (Math.abs(printed - expected) < 10 || Math.min(printed, expected) < 10) return false;
  return typingSlip(printed, expected) !== null;
}

function isMeant(
  filing: Filing,
  fact: AmountFact,
  line: Series,
  isSaidOtherwise: boolean,
  weights: WordWeights,
): boolean {
  const weight = line.own.words.reduce((total, word) => total + weights.of(word), 0);
  if (isSaidOtherwise && weight >= TELLING) return true;
  const { words } = fact.series.label;
  const inLabel = weights.share(line.own.words, (word) => words.includes(word));
  if (weight >= TELLING && inLabel >= 0.5 && sectionOf(filing, fact) === line.table?.section) return true;
  if (weight < TELLING - 2 || inLabel < 0.95 || !isOwnLabel(filing, fact.figure)) return false;
  const ofLine = weights.share(
    words,
    (word) =>
      line.label.words.includes(word) || line.scope.words.includes(word) || line.context.words.includes(word),
  );
  return ofLine >= 0.8;
}

/** Weight of a label that few other lines have: two words, or more, that are not in every table. */
const TELLING = 10;

function sectionOf(filing: Filing, { figure: { where } }: AmountFact): string | null | undefined {
  return 'block' in where ? filing.blocks[where.block]?.section : undefined;
}

/** The lines of tables that a sentence may speak of. */
class SpokenLines {
  private readonly filing: Filing;
  /** Lines by the word of their label that tells most. */
  private readonly byWord = new Map<string, Series[]>();

  constructor(filing: Filing, series: readonly Series[], weights: WordWeights) {
    this.filing = filing;
    for (const line of series) {
      const word = line.table === null ? null : rarest(line.own.words, weights);
      if (word === null) continue;
      const own = this.byWord.get(word);
      if (own === undefined) this.byWord.set(word, [line]);
      else if (own.length < MOST_LINES) own.push(line);
    }
  }

  /** Those whose most telling word this is. */
  with(word: string): readonly Series[] {
    return this.byWord.get(word) ?? [];
  }

  /** Whether the sentence of an amount has every word of the label of a line. */
  areSaid({ own }: Series, { figure }: AmountFact): boolean {
    if (own.words.length === 0) return false;
    const words = sentenceWords(this.filing, figure);
    return own.words.every((word) => words.has(word));
  }
}

function rarest(words: readonly string[], weights: WordWeights): string | null {
  let best: string | null = null;
  for (const word of words) if (best === null || weights.of(word) > weights.of(best)) best = word;
  return best;
}
