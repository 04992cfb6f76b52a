import { samePeriod } from '../../value/index.js';
import { type Quantity, quantityOf } from '../arithmetic/quantity.js';
import { reprint } from '../arithmetic/reprint.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { FindingDraft } from '../check.js';
import type { TextFigure, TextSentence } from './text-sentence.js';
import { isNumberToken } from './tokens.js';
import { isFiller } from './word-classes.js';

/** A pair of words that more sentences have than this is a manner of speaking. */
const MOST_SENTENCES = 8;
/** Pairs of words that two tellings share at least, and the share of those of the shorter one. */
const FEWEST_PAIRS = 5;
const SMALLEST_SHARE = 0.5;
/** Pairs of words of a sentence that is told again word for word, with no other amount. */
const FEWEST_OF_COPIES = 10;

interface Telling {
  readonly sentence: TextSentence;
  /** Numbers of its distinct pairs of words, in order. */
  readonly pairs: readonly number[];
  /** Read where asked for. */
  amounts: readonly Amount[] | null;
}

interface Amount {
  readonly quantity: Quantity;
  /** Index of its figure. */
  readonly index: number;
}

/**
 * Sentences that tell the same thing in like words in two places of a report (the discussion and a note), where all
 * amounts but one agree and that one is a slip of typing: one of the two is wrong, and which the report does not say.
 */
export function retoldFindings<Id extends string>(
  sentences: readonly TextSentence[],
  message: Id,
): FindingDraft<Id>[] {
  const pairs = new WordPairs();
  const tellings: Telling[] = [];
  for (const sentence of sentences) {
    const own = pairs.of(sentence);
    if (own.length < FEWEST_PAIRS || !sentence.figures.some((figure) => amountOf(figure) !== null)) continue;
    tellings.push({ sentence, pairs: own, amounts: null });
  }
  const found: FindingDraft<Id>[] = [];
  for (const [a, b, shared] of likePairs(tellings, pairs.count)) {
    const differing = onlyDifference(a, b, shared / Math.max(a.pairs.length, b.pairs.length));
    if (differing !== null) found.push(findingOf(differing, message));
  }
  return found;
}

/** Numbers the words of a filing, and the pairs of words that follow each other, so that they compare as numbers. */
class WordPairs {
  /** 0 for a word that tells nothing. */
  private readonly words = new Map<string, number>();
  private readonly pairs = new Map<number, number>();
  /** The sentence, by its turn, that has had a pair last. */
  private readonly lastIn: number[] = [];
  private turn = 0;

  get count(): number {
    return this.lastIn.length;
  }

  /** The distinct pairs of telling words of a sentence. */
  of({ gaps }: TextSentence): number[] {
    const found: number[] = [];
    let before = 0;
    this.turn += 1;
    for (const gap of gaps) {
      for (const token of gap) {
        const word = this.numberOf(token);
        if (word === 0) continue;
        if (before !== 0) this.add(before, word, found);
        before = word;
      }
    }
    return found;
  }

  private add(a: number, b: number, found: number[]): void {
    // Two numbers as one, small for small ones (Szudzik's pairing).
    const key = a >= b ? a * a + a + b : b * b + a;
    let pair = this.pairs.get(key);
    if (pair === undefined) {
      pair = this.pairs.size;
      this.pairs.set(key, pair);
    } else if (this.lastIn[pair] === this.turn) return;
    this.lastIn[pair] = this.turn;
    found.push(pair);
  }

  private numberOf(token: string): number {
    const known = this.words.get(token);
    if (known !== undefined) return known;
    const number = isTellingWord(token) ? this.words.size + 1 : 0;
    this.words.set(token, number);
    return number;
  }
}

function isTellingWord(token: string): boolean {
  return token.length > 2 && !isNumberToken(token) && !isFiller(token);
}

function amountsOf(telling: Telling): readonly Amount[] {
  telling.amounts ??= telling.sentence.figures.flatMap((figure, index) => {
    const quantity = amountOf(figure);
    return quantity === null ? [] : [{ quantity, index }];
  });
  return telling.amounts;
}

function amountOf(figure: TextFigure): Quantity | null {
  const quantity = figure.range === null ? quantityOf(figure) : null;
  return quantity?.coefficient === 0 ? null : quantity;
}

/** Words on either side of an amount that say what it is. */
function wordsNear({ gaps }: TextSentence, { index }: Amount): ReadonlySet<string> {
  const before = (gaps[index] ?? []).filter(isTellingWord).slice(-NEAR);
  const behind = (gaps[index + 1] ?? []).filter(isTellingWord).slice(0, NEAR);
  return new Set([...before, ...behind]);
}

const NEAR = 3;

/** Years and days among its words, in order. */
function timesOf({ gaps }: TextSentence): string {
  return gaps.flatMap((gap) => gap.filter(isNumberToken)).join(' ');
}

/** Every two tellings that share enough pairs of words, and how many; linear, since common pairs are left out. */
function likePairs(tellings: readonly Telling[], count: number): (readonly [Telling, Telling, number])[] {
  const byPair = tellingsByPair(tellings, count);
  const found: (readonly [Telling, Telling, number])[] = [];
  for (const [index, telling] of tellings.entries()) {
    for (const [at, shared] of sharedAfter(telling, index, byPair)) {
      const other = tellings[at];
      if (other === undefined || shared < FEWEST_PAIRS) continue;
      const isLike = shared >= SMALLEST_SHARE * Math.min(telling.pairs.length, other.pairs.length);
      if (isLike) found.push([telling, other, shared]);
    }
  }
  return found;
}

/** By the number of a pair of words: the indexes of the tellings that have it, one more than are looked at; of one, none. */
function tellingsByPair(
  tellings: readonly Telling[],
  count: number,
): readonly (readonly number[] | undefined)[] {
  const first = new Int32Array(count).fill(-1);
  const byPair = new Array<number[] | undefined>(count).fill(undefined);
  for (const [index, { pairs }] of tellings.entries()) {
    for (const pair of pairs) {
      const own = byPair[pair];
      if (own !== undefined) {
        if (own.length <= MOST_SENTENCES) own.push(index);
      } else if (first[pair] === -1) first[pair] = index;
      else byPair[pair] = [first[pair] as number, index];
    }
  }
  return byPair;
}

/** How many pairs of words a telling shares with each of those after it. */
function sharedAfter(
  { pairs }: Telling,
  index: number,
  byPair: readonly (readonly number[] | undefined)[],
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    const own = byPair[pair];
    if (own === undefined || own.length > MOST_SENTENCES) continue;
    for (const other of own) if (other > index) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}

interface Difference {
  readonly at: Amount;
  readonly against: Amount;
  readonly cause: string;
  readonly agreeing: number;
}

/** The one amount in which two tellings of one thing differ; null where they differ in none, in more, or by no slip. */
function onlyDifference(a: Telling, b: Telling, likeness: number): Difference | null {
  const right = [...amountsOf(b)];
  const left: Amount[] = [];
  let agreeing = 0;
  for (const amount of amountsOf(a)) {
    const at = right.findIndex((other) => areAlike(amount, other) && sizesAgree(amount, other));
    if (at < 0) left.push(amount);
    else {
      right.splice(at, 1);
      agreeing += significantDigits(amount) >= 2 ? 1 : 0;
    }
  }
  const [at, another] = left;
  if (at === undefined || another !== undefined) return null;
  // Without an amount that agrees, only the very same words and times show that it is told again.
  const areCopies =
    likeness === 1 && a.pairs.length >= FEWEST_OF_COPIES && timesOf(a.sentence) === timesOf(b.sentence);
  if (agreeing === 0 && !areCopies) return null;
  // A target, a rate or a term is of no period, and like sentences state it of several things.
  if (at.quantity.figure.period === null && agreeing < 2) return null;
  const near = wordsNear(a.sentence, at);
  const [against, more] = right.filter((other) => {
    if (!areAlike(at, other)) return false;
    for (const word of wordsNear(b.sentence, other)) if (near.has(word)) return true;
    return false;
  });
  if (against === undefined || more !== undefined) return null;
  const cause = slipBetween(at, against, agreeing >= 2 || likeness >= 0.75 ? 1 : 10);
  return cause === null ? null : { at: against, against: at, cause, agreeing };
}

function areAlike(a: Amount, b: Amount): boolean {
  const [left, right] = [a.quantity.figure, b.quantity.figure];
  return left.unit === right.unit && samePeriod(left.period, right.period);
}

/** The sizes of two at the coarser step of them, the finer one rounded. */
function atCoarser({ quantity: a }: Amount, { quantity: b }: Amount): readonly [number, number] {
  const exponent = Math.max(a.exponent, b.exponent);
  const stepsOf = ({ coefficient, exponent: own }: Quantity) =>
    Math.round(Math.abs(coefficient) / 10 ** (exponent - own));
  return [stepsOf(a), stepsOf(b)];
}

function sizesAgree(a: Amount, b: Amount): boolean {
  const [left, right] = atCoarser(a, b);
  return left === right;
}

function slipBetween(a: Amount, b: Amount, least: number): string | null {
  const [left, right] = atCoarser(a, b);
  // The last digit may differ by what was rounded, or by the day of the telling.
  if (Math.abs(left - right) < 2 || Math.min(left, right) < least || Math.max(left, right) < 10) return null;
  return typingSlip(left, right);
}

function significantDigits({ quantity: { coefficient } }: Amount): number {
  return String(Math.abs(coefficient)).replace(/0+$/, '').length;
}

function findingOf<Id extends string>({ at, against, cause }: Difference, message: Id): FindingDraft<Id> {
  const [figure, other] = [at.quantity.figure, against.quantity.figure];
  const expected = repairOf(at, against);
  return {
    message,
    values: { printed: figure.text, expected },
    at: figure.id,
    suspects: [figure.id, other.id],
    repairs: { [figure.id]: expected, [other.id]: repairOf(against, at) },
    printed: figure.text,
    expected,
    cause,
    related: [
      { figure: other.id, start: other.start, end: other.end, note: 'the same sentence in like words' },
    ],
    evidence: ['the other amounts of the two sentences agree'],
  };
}

/** The number of the one in the manner of the other. */
function repairOf({ quantity }: Amount, { quantity: meant }: Amount): string {
  const steps = Math.round(Math.abs(meant.coefficient) * 10 ** (meant.exponent - quantity.exponent));
  return reprint(quantity.figure, quantity.coefficient < 0 ? -steps : steps);
}
