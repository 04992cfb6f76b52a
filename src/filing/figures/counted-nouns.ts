import type { Unit } from '../filing.js';
import { isGlued, isSymbolAt, isWordAt, type Run, textAt, wordAt } from './tokens.js';

export interface CountedNoun {
  readonly unit: Unit;
  /** As printed, white space as single spaces. */
  readonly noun: string;
}

/** Words that no counted noun runs across. */
const STOPS = new Set(
  `a about above across after against all also although among an and any are as at be because been before being below between
  both but by can could did do does during each either for from had has have he her his how if in including into is it its
  least less like may might more most must nor not of off on only onto or our over per plus prior shall she should since so
  than that the their them then there these they this those through to under until up upon versus via was we were when where
  whether which while who whom whose will with within without would you your ended ending compared respectively approximately`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const PLURALS_WITHOUT_S = new Set([
  'people',
  'men',
  'women',
  'children',
  'feet',
  'staff',
  'personnel',
  'criteria',
]);

/** Nouns that "one" counts. Anything else leaves "one" the pronoun that it mostly is. */
const SINGULARS = new Set(
  `affiliate auditor bank branch business-day case claim class company competitor country customer day director
  employee facility factory hour hospital lawsuit member minute month office officer patent person plant property quarter
  right segment share shareholder stockholder store subsidiary supplier unit vessel vote warrant week year`.split(
    /\s+/,
  ),
);

const WORD_UNITS: Readonly<Record<string, Unit>> = {
  share: 'share',
  shares: 'share',
  ads: 'ADS',
  adss: 'ADS',
  adr: 'ADS',
  adrs: 'ADS',
  year: 'year',
  years: 'year',
  month: 'month',
  months: 'month',
  day: 'day',
  days: 'day',
  times: 'multiple',
};

const LONGEST = 5;

/**
 * The noun that a number before the token `at` counts: "additional shares", "employees"; null for none.
 * `isOne` admits only the few nouns that "one" counts.
 */
export function countedNoun(run: Run, at: number, isOne: boolean): CountedNoun | null {
  const { words, head } = nounWords(run, at, isOne ? isCountedOnce : isPlural);
  // "one" counts only the next word or the one after: "one director", "one ordinary share".
  if (head < 0 || (isOne && head > 1)) return null;
  const noun = words.slice(0, head + 1).join(' ');
  return { unit: isCadence(run, at + head + 1, noun) ? 'count' : unitOfNoun(noun), noun };
}

/** The words of a noun phrase and which of them is its head, -1 for none. */
function nounWords(
  run: Run,
  at: number,
  isHead: (word: string) => boolean,
): { words: string[]; head: number } {
  const words: string[] = [];
  let head = -1;
  for (let index = at; index < at + LONGEST; index += 1) {
    const word = nounWord(run, index);
    // After the head only another plural belongs to it: "sales offices".
    if (word === null || (head >= 0 && !(isPlural(word) && isHead(word)))) break;
    const isOwner = isPossessive(run, index) && !isDuration(word);
    words.push(isOwner ? `${word}${run.tokenAt(index + 1)?.text}` : word);
    if (isOwner) index += 1;
    else if (isHead(word)) head = words.length - 1;
    if (head >= 0 && isDuration(word)) break;
  }
  return { words, head };
}

/** A word that a counted noun may hold, or null. */
function nounWord(run: Run, index: number): string | null {
  return isWordAt(run, index) && !STOPS.has(wordAt(run, index)) ? textAt(run, index) : null;
}

/** "ten-year", "90-day": the duration that a hyphen joins to a number, or null. */
export function durationOf(word: string): CountedNoun | null {
  const first = word.toLowerCase().split('-')[0] ?? '';
  if (/^(?:year|month|day)$/.test(first)) return { unit: first as Unit, noun: first };
  return /^(?:week|quarter|hour|minute)$/.test(first) ? { unit: 'count', noun: first } : null;
}

/** What is granted, exercised or converted into shares one for one is counted as shares. */
const EQUITY_UNIT =
  /\b(?:stock|share|equity|performance|restricted)[\s-](?:based )?(?:stock |share )?(?:options|awards|units)$|^(?:[a-z]+ ){0,3}(?:rsus|psus|dsus|rsas|psu awards|rsu awards|sars|dilutive securities)$/;

function unitOfNoun(noun: string): Unit {
  const lower = noun.toLowerCase();
  if (/depositary (?:shares?|receipts?)$/.test(lower)) return 'ADS';
  if (EQUITY_UNIT.test(lower)) return 'share';
  return WORD_UNITS[lower.split(' ').at(-1) ?? ''] ?? 'count';
}

function isDuration(word: string): boolean {
  return /^(?:years?|months?|days?)$/i.test(word);
}

function isCountedOnce(word: string): boolean {
  return SINGULARS.has(word) || /^AD[RS]$/.test(word);
}

function isPlural(word: string): boolean {
  const lower = word.toLowerCase();
  if (PLURALS_WITHOUT_S.has(lower) || /^AD[RS]s$/.test(word)) return true;
  return lower.length > 2 && lower.endsWith('s') && !/(?:ss|us|is|’s|'s)$/.test(lower);
}

/** "three shareholders’ meetings": the word before the apostrophe is not what is counted; in "two years’ notice" it is. */
function isPossessive(run: Run, index: number): boolean {
  return isGlued(run, index) && isSymbolAt(run, index + 1, "’'") && isWordAt(run, index + 2);
}

/** "three times a year": a count of occasions, no multiple. */
function isCadence(run: Run, after: number, noun: string): boolean {
  const next = wordAt(run, after);
  return noun === 'times' && (next === 'a' || next === 'per' || next === 'each' || next === 'during');
}
