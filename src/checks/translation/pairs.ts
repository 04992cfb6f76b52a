import type { Figure, Filing } from '../../filing/filing.js';
import type { CurrencyCode } from '../../value/index.js';
import { offsetInBlock } from '../engine/surroundings.js';
import { numberOf } from '../rates/official.js';
import { amountCurrency, type DollarSigns, dollarSigns } from './dollar-signs.js';

/** A local amount and a dollar amount that a sentence prints as one and the same. */
export interface TranslationPair {
  readonly local: Figure;
  readonly dollars: Figure;
  /** Of the local amount. */
  readonly currency: CurrencyCode;
  /** Which of them is the translation of the other: the one printed second. */
  readonly translated: 'local' | 'dollars';
  /** "approximately", "about", "over" stands before either: its last zeros may be no digits. */
  readonly approximate: boolean;
}

/** The pairs of one sentence, with all else in it that a judgement needs. */
export interface PairedSentence {
  readonly block: number;
  readonly text: string;
  readonly pairs: readonly TranslationPair[];
  /** Every figure of the sentence, in order. */
  readonly figures: readonly Figure[];
}

/**
 * Every pair in running text, sentence by sentence: "¥29.7 billion ($252.8 million)", "RMB6.5 million, equivalent to
 * US$1.0 million", ranges and lists of as many dollar amounts as there are local ones. `chinese` says that a bare "¥"
 * means renminbi.
 */
export function pairedSentences(filing: Filing, chinese: boolean): PairedSentence[] {
  const signs = dollarSigns(filing, chinese);
  return sentencesOf(filing).flatMap(({ block, sentence, figures }) => {
    const place = filing.blocks[block];
    if (place === undefined || figures.filter(mayBeMoney).length < 2) return [];
    const money = figures.flatMap((figure) => moneyOf(figure, signs));
    if (money.every(({ currency }) => currency === money[0]?.currency)) return [];
    const pairs = pairsOf({ text: place.text, money });
    const [start, end] = place.sentences[sentence] ?? [0, place.text.length];
    return pairs.length === 0 ? [] : [{ block, text: place.text.slice(start, end), pairs, figures }];
  });
}

/** Most sentences hold no two amounts of money; units of money alone begin with a capital letter. */
function mayBeMoney({ role, unit }: Figure): boolean {
  return role === 'amount' && unit.charAt(0) < 'a';
}

interface Money {
  readonly figure: Figure;
  readonly currency: CurrencyCode;
}

interface Line {
  readonly text: string;
  readonly money: readonly Money[];
}

function sentencesOf(filing: Filing): { block: number; sentence: number; figures: Figure[] }[] {
  const sentences: { block: number; sentence: number; figures: Figure[] }[] = [];
  for (const figure of filing.figures) {
    if (!('block' in figure.where)) continue;
    const { block, sentence } = figure.where;
    const last = sentences.at(-1);
    if (last?.block === block && last.sentence === sentence) last.figures.push(figure);
    else sentences.push({ block, sentence, figures: [figure] });
  }
  return sentences;
}

function moneyOf(figure: Figure, signs: DollarSigns): Money[] {
  if (figure.role !== 'amount' || numberOf(figure.value) === null) return [];
  const currency = amountCurrency(figure, signs);
  return currency === null ? [] : [{ figure, currency }];
}

/** Pairs lists of neighbours in one currency with lists of as many in the other that a bracket or "or" joins to them. */
function pairsOf(line: Line): TranslationPair[] {
  const lists = listsOf(line);
  return lists.flatMap((second, index) => {
    const first = lists[index - 1];
    if (first === undefined || !isPaired(line, first, second)) return [];
    const originals = second.length === 1 ? first.slice(-1) : first;
    if (originals.length !== second.length) return [];
    return originals.flatMap((original, at) => pairOf(line, original, second[at] as Money));
  });
}

function listsOf(line: Line): Money[][] {
  const lists: Money[][] = [];
  for (const money of line.money) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    const joined =
      last !== undefined && last.currency === money.currency && JOINS.test(between(line, last, money));
    if (list !== undefined && joined) list.push(money);
    else lists.push([money]);
  }
  return lists;
}

function isPaired(line: Line, first: readonly Money[], second: readonly Money[]): boolean {
  const [last, next] = [first.at(-1), second[0]];
  if (last === undefined || next === undefined || last.currency === next.currency) return false;
  if (last.currency !== 'USD' && next.currency !== 'USD') return false;
  const gap = between(line, last, next);
  return gap.length <= LONGEST_GAP && LINKS.test(gap) && SAME_AMOUNT.test(gap);
}

function pairOf(line: Line, original: Money, translation: Money): TranslationPair[] {
  const ofShares = [original, translation].map(({ figure }) => figure.unit.split('/')[1]);
  // "¥5.00 per share ($0.10 per ADS)": an ADS is not always one share.
  if (ofShares[0] !== undefined && ofShares[1] !== undefined && ofShares[0] !== ofShares[1]) return [];
  const translated = translation.currency === 'USD' ? 'dollars' : 'local';
  const [local, dollars] = translated === 'dollars' ? [original, translation] : [translation, original];
  const approximate = [original, translation].some(({ figure }) => {
    const at = offsetInBlock(figure);
    return ABOUT.test(line.text.slice(Math.max(0, at - ABOUT_LENGTH), at));
  });
  return [
    { local: local.figure, dollars: dollars.figure, currency: local.currency, translated, approximate },
  ];
}

function between(line: Line, a: Money, b: Money): string {
  const from = offsetInBlock(a.figure) + a.figure.text.length;
  return line.text.slice(from, Math.min(offsetInBlock(b.figure), from + LONGEST_GAP + 1));
}

const LONGEST_GAP = 90;
const ABOUT_LENGTH = 30;

const ABOUT =
  /\b(?:approximately|approx\.|about|around|roughly|nearly|almost|over|some|more\s+than|less\s+than|up\s+to)\s*$/i;

const JOINS = /^\s*[,;]?\s*(?:and|or|to|through|-|–|—)?\s*(?:approximately|about|for|of)?\s*$/i;

/** What may stand between an amount and its translation. */
const LINKS =
  /^(?:\s*(?:per|for\s+each|each|a)\s+(?:\w+\s+){0,2}?(?:shares?|ADSs?|ADRs?|annum|year|month)\b)?[\s,]*[([]?\s*(?:(?:or|i\.e\.,?|equivalent|equal(?:s|ling|ing)?|equating|correspond(?:s|ing)|amount(?:s|ing)|approximately|approx\.|about|around|roughly|some|to|of|at|which|is|was|were|are|the|a|an|U\.S\.|US|dollars?|translated|converted|into|currently|representing)[\s,]+){0,8}\\?$/i;

/** What says that the two are one amount: a bracket, "or", "equivalent to". */
const SAME_AMOUNT = /[([]|\b(?:or|equivalent|equal\w*|equating|correspond\w*|translated|converted)\b/i;
