import type { Figure, Filing } from '../../filing/filing.js';
import { isInstant } from '../../value/index.js';
import { sentenceOf, wordsAround } from '../engine/surroundings.js';
import { deniesNoonRate } from './named-source.js';

/**
 * Why a rate in a sentence may not be what the source published on the day that the sentence names: a change of the
 * rate, a rate that is only supposed, the rate of a contract. Null where nothing says so. Such a rate is never held
 * wrong, and ties to no other. `isNoon`: whether it is held against the noon buying rate, and not against an imported
 * source, of which "not the noon buying rate" is no doubt.
 */
export function quoteDoubt(filing: Filing, figure: Figure, isNoon = true): string | null {
  const sentence = sentenceOf(filing, figure);
  const { before, after } = wordsAround(filing, figure);
  if (CHANGE_BEFORE.test(before.slice(-NEAR)) || CHANGE_AFTER.test(after.slice(0, NEAR)))
    return 'the sentence gives a change of the rate, not the rate';
  if (isNoon && deniesNoonRate(sentence)) return 'the sentence says that this is not the noon buying rate';
  const said = sentence.replace(ASIDES, ' ');
  if (DEALT.test(said)) return 'the sentence speaks of a difference or of a deal';
  if (SUPPOSED.test(said) || isSensitivity(said))
    return 'the sentence speaks of an assumed or contracted rate';
  if (SEVERAL_YEARS.test(sentence) && !/\brespectively\b/i.test(sentence))
    return 'the sentence names several years, and not which rate is of which';
  if (!STATES.test(before.slice(-NEAR))) return 'the sentence does not plainly say that this was the rate';
  return null;
}

/**
 * Why a rate in a sentence may be meant to differ from that of its day: it is rounded, of the day after, or the extreme of
 * a period. Such a rate may be what amounts are translated at all the same.
 */
export function comparisonDoubt(filing: Filing, figure: Figure): string | null {
  const { period } = figure;
  const sentence = sentenceOf(filing, figure);
  if (ROUNDED.test(sentence)) return 'the sentence speaks of a rounded rate';
  if (AGREED.test(sentence)) return 'the sentence speaks of a rate that was agreed upon';
  if (OTHER_DAY.test(sentence)) return 'the sentence speaks of the day before or after';
  if (period !== null && isInstant(period) && EXTREME.test(sentence))
    return 'the sentence speaks of a high or low but gives one day';
  return null;
}

const ROUNDED = /\brounded\b|\bapproximat(?:es|ed|ing)\b|\bclose\s+to\b/i;
const AGREED = /\b(?:swaps?|agreed|fixed\s+at|settled|repaid|redeemed)\b/i;
const OTHER_DAY =
  /\b(?:next|following)\s+(?:business\s+|trading\s+|working\s+)?day\b|\bday\s+(?:after|following)\b/i;
/** "March 31, 2006 and 2005". */
const SEVERAL_YEARS = /\b(?:19|20)\d\d,?\s+(?:and|or)\s+(?:19|20)\d\d\b/i;
const EXTREME = /\b(?:highs?|highest|lows?|lowest|peak(?:ed)?|intra-?day)\b/i;

/** Looks for a word of each first: the pattern of all is slow to make, and few sentences need it. */
function isSensitivity(sentence: string): boolean {
  return (
    /sensitiv|chang|creas|ciation|then|weaken|ris|fall|declin|mov/i.test(sentence) &&
    SENSITIVITY.test(sentence)
  );
}

/** A change is told by the words directly beside it. */
const NEAR = 120;

/** "rose by ¥0.64", "a change of ¥0.64", "up ¥0.64"; a level may be "divided by". */
const CHANGE_BEFORE =
  /(?:(?<!\b(?:divid|multipl)\w*\s+)\bby|\b(?:ros|ris|fell|fall|gain|los|increas|decreas|declin|drop|appreciat|depreciat|strengthen|weaken|mov|chang|fluctuat|vari|differ|spread|margin|deviat)\w*\s+of|\b(?:up|down|rose|fell|gained|lost|dropped|declined))\s+(?:(?:approximately|about|around|only|nearly|almost|some|a\s+further|as\s+much\s+as|more\s+than|less\s+than|over|under)\s+)?$/i;

/** "¥0.64 per U.S. $1.00 higher than". */
const CHANGE_AFTER =
  /^\s*(?:(?:per|to|for|=|\/)\s*[^\s,;]{1,5}\s?[^\s,;]{0,6}\s+)?(?:higher|lower|stronger|weaker|(?:more|less)\s+than)\b/i;

/** What stands before a rate that is said to be one: "was ¥117.48", "at", "of", "=", "US$1.00 to", "(", or the rate before it in a list. */
const STATES =
  /(?:^|\b(?:was|were|is|are|be|been|being|of|at|as|equal(?:led|ed|s)?|to\s+be|used|(?:rose|fell|declined|increased|decreased|strengthened|weakened|appreciated|depreciated)\s+to|divided\s+by)|[(=:]|(?<![\d.,])1(?:\.0{1,4})?\s+(?:to|equals)|\d\)?(?:\s+per\s+[^,;]{1,20})?(?:,|,?\s+and))\s*$/i;

/** "The difference … was ¥10.26", "we sold dollars at ¥116.90": linked as a rate is, and yet none of the day. */
const DEALT =
  /\b(?:differences?|spreads?|sold|bought|purchased|hedged|locked\s+in|strike|(?:each|every)\s+[$€£¥₩₹]\s?\d)\b/i;

/** What supposes nothing of the rate: "amounts, if any", and the disclaimer that amounts would convert at it. */
const ASIDES =
  /\bif\s+(?:any|applicable|available)\b|\bas\s+if\b|\b(?:not|no)\s+(?:\w+\s+){0,3}?(?:represent|constru|imply)[\s\S]*$/gi;

const SUPPOSED =
  /\b(?:if|were\s+to|would|had\s+been|assum\w*|hypothe\w*|suppos\w*|scenarios?|forward|budget\w*|forecast\w*|contract\w*)\b/i;

/** "a 1% change in the rate", "a one-yen appreciation". */
const SENSITIVITY =
  /\bsensitiv\w*\b|\b(?:\d+(?:\.\d+)?\s?(?:%|percent)|(?:one|1)[\s-](?:yen|cent|dollar|percent|percentage\s+point))\s+(?:\w+\s+){0,2}?(?:change|increase|decrease|appreciation|depreciation|strengthening|weakening|rise|fall|decline|movement)\b/i;
