import type { Unit } from '../filing.js';
import type { Mention } from './mentions.js';

/** How far before a figure the words stand that say what it is per or counts. */
const REACH = 180;
/** An amount with cents is a price where one of these says so before it. */
const PRICES =
  /\b(?:(?:average|purchase|exercise|conversion|offering|closing|market|stock|share|strike|subscription|redemption|trading) prices?|price per|prices? of|per[\s-]share|par value|grant[\s-]date fair values?|fair values? (?:of|for|per)[^.;]{0,60}\b(?:options|shares|units|awards|rsus|psus|rights)\b|fair values?[^.;]{0,30} granted|dividends? (?:of|per|declared|paid)|earnings per)\b/i;
const OTHER_COUNT = /\b(?:employees|people|persons|customers|claims|lawsuits|vehicles|aircraft|square)\b/i;
/** What a long bare number counts where one of these stands before it. */
const SHARES =
  /\b(?:number of[^.;]{0,40}(?:shares|options|awards|units|rsus|psus)|shares (?:[a-z]+ ){0,4}(?:outstanding|authorized|issued|available|reserved|withheld|repurchased|purchased|issuable)|(?:stock options|share units|stock units|rsus|psus|options|awards)(?: [a-z]+){0,4}|shares(?:[^.;$]|\.\d){0,80})\b(?:[^.;$]|\.\d){0,60}$/i;
const REACH_BEHIND = 70;
/** "2 million of our outstanding shares". */
const SHARES_BEHIND = /^[^.;,$\d]{0,50}\b(?:shares|stock options|rsus|psus)\b/i;
/** "$5 par value", "$0.24 per basic and diluted share". */
const PRICE_BEHIND = /^\)?\s{0,2}(?:(?:par|stated|nominal) value\b|per (?:[a-z]+ ){0,4}shares?\b)/i;
/** Shares are counted in hundreds at least, or in millions. */
const FEWEST_DIGITS = 4;
/** What stands between the members of a list. */
const JOINED = /^\s?(?:[,;]\s?)?(?:(?:and|or)\s)?$/;
const LONGEST_JOINT = 6;

/**
 * The units of the figures of a sentence where words beside them tell: "$25.10" after "at an average price of" is an amount
 * per share, "12,000,000" after "the number of shares authorized is" counts shares, and so does "3 million" in
 * "3 million, 4 million and 5 million shares". Otherwise the units that they print.
 */
export function unitsBySentence(sentence: string, mentions: readonly Mention[]): Unit[] {
  const units = mentions.map((mention) => unitBeside(sentence, mention));
  for (let index = 1; index < units.length; index += 1) lend(sentence, mentions, units, index - 1, index);
  for (let index = units.length - 2; index >= 0; index -= 1)
    lend(sentence, mentions, units, index + 1, index);
  return units;
}

function unitBeside(sentence: string, mention: Mention): Unit {
  const { unit, decimals, start, end } = mention;
  if (mention.role !== 'amount') return unit;
  if (isPriceLike(mention)) {
    if (PRICE_BEHIND.test(sentence.slice(end, end + REACH_BEHIND))) return `${unit}/share`;
    const before = sentence.slice(Math.max(0, start - REACH), start);
    return decimals >= 2 && PRICES.test(before) ? `${unit}/share` : unit;
  }
  if (unit !== 'pure' || decimals > 0 || mention.value.length < FEWEST_DIGITS) return unit;
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const isOther = OTHER_COUNT.test(before) || /^\s{0,2}[%x°]/.test(sentence.slice(end, end + 3));
  if (isOther) return unit;
  return SHARES.test(before) || SHARES_BEHIND.test(sentence.slice(end, end + REACH_BEHIND)) ? 'share' : unit;
}

/** Money without a magnitude, of few digits. */
function isPriceLike({ unit, decimals, value }: Mention): boolean {
  return unit.length === 3 && unit !== 'ADS' && unit !== 'day' && decimals >= 0 && value.length <= 7;
}

/** Gives a figure the unit of its neighbour in a list where it has none, or where both are prices of one currency. */
function lend(sentence: string, mentions: readonly Mention[], units: Unit[], from: number, to: number): void {
  const [lender, mention] = [mentions[from] as Mention, mentions[to] as Mention];
  const unit = units[from] as Unit;
  const isLent =
    mention.role === 'amount' &&
    ((unit === 'share' && units[to] === 'pure' && mention.value.length >= FEWEST_DIGITS) ||
      (unit === `${units[to]}/share` && mention.decimals >= 2 && isPriceLike(mention)));
  if (!isLent) return;
  const [left, right] = from < to ? [lender, mention] : [mention, lender];
  const gap = right.start - left.end;
  if (gap > 0 && gap <= LONGEST_JOINT && JOINED.test(sentence.slice(left.end, right.start))) units[to] = unit;
}
