import type { CurrencyCode } from '../../value/index.js';
import type { Unit } from '../filing.js';
import { countedNoun, durationOf } from './counted-nouns.js';
import { matchCurrencyWord, matchLoneSign } from './currency-names.js';
import { DASHES, isGlued, isSymbolAt, isWordAt, type Run, textAt, wordAt } from './tokens.js';

const MAGNITUDES = new Map([
  ['thousand', 3],
  ['thousands', 3],
  ['million', 6],
  ['millions', 6],
  ['mn', 6],
  ['billion', 9],
  ['billions', 9],
  ['bn', 9],
  ['trillion', 12],
  ['trillions', 12],
]);
/** Only where glued to a number that a currency sign stands before: "€1.2m", "$400M". */
const GLUED_MAGNITUDES = new Map([
  ['k', 3],
  ['m', 6],
  ['mm', 6],
  ['b', 9],
]);

/** What follows a number: where the figure's own text ends and what it says of the unit. */
export interface Tail {
  /** Token after the figure's own text. */
  readonly next: number;
  readonly power: number | null;
  readonly currency: CurrencyCode | null;
  readonly unit: Unit | null;
  readonly noun?: string;
}

/**
 * Reads what follows a number up to the tokens before `at`: magnitude, currency in words, percent, "per share",
 * "per U.S. dollar", or the noun that it counts.
 */
export function readTail(run: Run, at: number, currency: CurrencyCode | null, isOne: boolean): Tail {
  const magnitude = readMagnitude(run, at, currency !== null);
  const next = magnitude.next;
  const inWords = readCurrencyName(run, next, currency);
  if (inWords !== null) {
    const power = inWords.cents ? (magnitude.power ?? 0) - 2 : magnitude.power;
    return {
      next: inWords.next,
      power,
      currency: inWords.currency,
      unit: perUnit(run, inWords.next, inWords.currency),
    };
  }
  if (currency !== null) {
    return { next, power: magnitude.power, currency, unit: perUnit(run, next, currency) };
  }
  const rest = plainUnit(run, next, magnitude.power === null, isOne);
  return {
    next: rest.next,
    power: magnitude.power,
    currency: null,
    unit: rest.unit,
    ...(rest.noun ? { noun: rest.noun } : {}),
  };
}

function readMagnitude(run: Run, at: number, isMoney: boolean): { next: number; power: number | null } {
  const isHyphen = isSymbolAt(run, at, '-') && isGlued(run, at - 1) && isGlued(run, at);
  const index = isHyphen ? at + 1 : at;
  const word = wordAt(run, index);
  const glued = isGlued(run, at - 1) && isMoney ? GLUED_MAGNITUDES.get(word) : undefined;
  const power = MAGNITUDES.get(word) ?? glued;
  if (power !== undefined) return { next: index + 1, power };
  // Text taken from a page image often breaks a word: "369.2 m illion".
  const rejoined = word === '' ? undefined : MAGNITUDES.get(word + wordAt(run, index + 1));
  if (rejoined !== undefined && rejoined >= 6) return { next: index + 2, power: rejoined };
  return { next: at, power: null };
}

function readCurrencyName(
  run: Run,
  at: number,
  printed: CurrencyCode | null,
): { next: number; currency: CurrencyCode; cents: boolean } | null {
  if (!isWordAt(run, at)) return null;
  const word = wordAt(run, at);
  if (printed === null && (word === 'cent' || word === 'cents')) {
    return { next: at + 1, currency: run.options.dollar ?? 'USD', cents: true };
  }
  // "we won 5 awards", "3 won": the verb is likelier than the currency.
  if (word === 'won' && printed === null && !MAGNITUDES.has(wordAt(run, at - 1))) return null;
  const match = matchCurrencyWord(run.text, run.startAt(at), run.options);
  if (match === null || (printed !== null && match.currency !== printed)) return null;
  let next = at;
  while (next < run.length && run.startAt(next) < match.end) next += 1;
  return { next, currency: match.currency, cents: false };
}

const PER_SHARE =
  /\s{0,3}(?:per|for each|each|\/)\s{0,3}(?:(?:common|ordinary|basic|diluted|outstanding|fully|class|[A-D]|preferred|preference|depositary|american|global|new|and|of)\s{1,3}){0,5}(shares?|ads|adr)(?![a-z])|\s{1,3}a\s{1,3}(share)(?![a-z])/iy;
/** Five words of twelve letters between "for each" and "shares", and their spaces, are shorter. */
const LONGEST_PER_SHARE = 120;
const PER = /\s{0,3}(?:(?:per|to|for)\s{1,3}(?:the|one|each)|per|equals\s{1,3}one|=\s{0,3}one|\/)\s{0,3}/iy;

/** `JPY/share`, `JPY/ADS`, `JPY/USD` or the bare currency of an amount of money that ends before the token `at`. */
function perUnit(run: Run, at: number, currency: CurrencyCode): Unit {
  const end = run.endAt(at - 1);
  const share = perShare(run.text, end);
  if (share !== null) return `${currency}/${isDepositary(share) ? 'ADS' : 'share'}`;
  PER.lastIndex = end;
  if (!PER.test(run.text)) return currency;
  const start = PER.lastIndex;
  const base = matchCurrencyWord(run.text, start, run.options) ?? loneSign(run, start);
  return base === null || base.currency === currency ? currency : `${currency}/${base.currency}`;
}

/** "per common share" at `at`; the pattern is slow to make, so that a text without these words does without it. */
function perShare(text: string, at: number): string | null {
  if (!/share|ad[sr]/i.test(text.slice(at, at + LONGEST_PER_SHARE))) return null;
  PER_SHARE.lastIndex = at;
  return PER_SHARE.exec(text)?.[0] ?? null;
}

/** A sign that no number follows: "per US$". */
function loneSign(run: Run, start: number) {
  const match = matchLoneSign(run.text, start, run.options);
  return match !== null && !/^\s{0,3}[.\d]/.test(run.text.slice(match.end, match.end + 5)) ? match : null;
}

function isDepositary(text: string): boolean {
  return /(?:ads|adr)$|depositary/i.test(text);
}

/** The unit that a number without currency is in, or the noun that it counts. */
function plainUnit(run: Run, at: number, mayBePercent: boolean, isOne: boolean): PlainUnit {
  const proportion = mayBePercent ? proportionUnit(run, at) : null;
  if (proportion !== null) return proportion;
  if (isSymbolAt(run, at, DASHES) && isGlued(run, at - 1) && isGlued(run, at)) {
    const duration = durationOf(textAt(run, at + 1));
    if (duration !== null) return { next: at, ...duration };
    if (wordAt(run, at + 1) === 'percent') return { next: at + 2, unit: 'percent' };
  }
  const noun = countedNoun(run, at, isOne);
  return noun === null ? { next: at, unit: null } : { next: at, ...noun };
}

type PlainUnit = Omit<Tail, 'power' | 'currency'>;

/** Percent, basis points, x. */
const PROPORTION_INITIALS = 'pbx';

/** Percent belongs to the figure's text, in sign or words; "basis points" is a noun that it counts. */
function proportionUnit(run: Run, at: number): PlainUnit | null {
  if (isSymbolAt(run, at, '%')) return { next: at + 1, unit: 'percent' };
  const word = wordAt(run, at);
  if (!PROPORTION_INITIALS.includes(word.charAt(0)) || word === '') return null;
  const phrase = `${word} ${wordAt(run, at + 1)}`;
  if (/^(?:percent|pct|percentage-points?)$/.test(word)) return { next: at + 1, unit: 'percent' };
  if (/^(?:per cent(?:um)?|percentage points?)$/.test(phrase)) return { next: at + 2, unit: 'percent' };
  const isBasisPoints = /^(?:bps?|basis-points?)$/.test(word) || /^basis points?$/.test(phrase);
  if (isBasisPoints) return { next: at, unit: 'bp', noun: 'basis points' };
  return word === 'x' && isGlued(run, at - 1) ? { next: at + 1, unit: 'multiple' } : null;
}
