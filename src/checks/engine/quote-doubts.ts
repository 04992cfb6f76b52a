import type { Figure, Filing } from '../../filing/filing.js';
import { deniesNoonRate } from './named-source.js';
import { sentenceOf, wordsAround } from './surroundings.js';

/**
 * Why a rate in a sentence may not be what the source published on the day that the sentence names: a change of the
 * rate, a rate that is only supposed, the rate of a contract. Null where nothing says so. Such a rate is never held
 * wrong, and ties to no other.
 */
export function quoteDoubt(filing: Filing, figure: Figure): string | null {
  const sentence = sentenceOf(filing, figure);
  const { before, after } = wordsAround(filing, figure);
  if (CHANGE_BEFORE.test(before.slice(-NEAR)) || CHANGE_AFTER.test(after.slice(0, NEAR)))
    return 'the sentence gives a change of the rate, not the rate';
  if (deniesNoonRate(sentence)) return 'the sentence says that this is not the noon buying rate';
  const said = sentence.replace(ASIDES, ' ');
  if (DEALT.test(said)) return 'the sentence speaks of a difference or of a deal';
  if (SUPPOSED.test(said) || SENSITIVITY.test(said))
    return 'the sentence speaks of an assumed or contracted rate';
  if (!STATES.test(before.slice(-NEAR))) return 'the sentence does not plainly say that this was the rate';
  return null;
}

/** A change is told by the words directly beside it. */
const NEAR = 120;

/** "rose by ¥0.64", "a change of ¥0.64", "up ¥0.64"; a level may be "divided by". */
const CHANGE_BEFORE =
  /(?:(?<!\b(?:divid|multipl)\w*\s+)\bby|\b(?:ros|ris|fell|fall|gain|los|increas|decreas|declin|drop|appreciat|depreciat|strengthen|weaken|mov|chang|fluctuat|vari|differ|spread|margin|deviat)\w*\s+of|\b(?:up|down|rose|fell|gained|lost|dropped|declined))\s+(?:(?:approximately|about|around|only|nearly|almost|some|a\s+further|as\s+much\s+as|more\s+than|less\s+than|over|under)\s+)?$/i;

/** "¥0.64 per U.S. $1.00 higher than". */
const CHANGE_AFTER =
  /^\s*(?:(?:per|to|for|=|\/)\s*[^\s,;]{1,5}\s?[^\s,;]{0,6}\s+)?(?:higher|lower|stronger|weaker|(?:more|less)\s+than)\b/i;

/** What stands before a rate that is said to be one: "was ¥117.48", "at", "of", "=", "(", or the rate before it in a list. */
const STATES =
  /(?:^|\b(?:was|were|is|are|be|been|being|of|at|as|equal(?:led|ed|s)?|to\s+be|used|(?:rose|fell|declined|increased|decreased|strengthened|weakened|appreciated|depreciated)\s+to|divided\s+by)|[(=:]|\d\)?(?:\s+per\s+[^,;]{1,20})?(?:,|,?\s+and))\s*$/i;

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
