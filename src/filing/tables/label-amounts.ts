import type { Mention } from '../figures/index.js';
import { scaledValue } from '../figures/numerals.js';
import type { Unit } from '../filing.js';
import { isCurrencyOrRate, isPrintedInFull, type TableUnits } from './table-units.js';

/** "$5 par value", "par value $.01", "stated value of $1 a share". */
const PAR_AFTER = /^\s{0,3}(?:per[\s-]share|a share|par\b|stated)/i;
const PAR_BEFORE = /\b(?:par|stated)(?: value)?(?: of)?\s{0,3}$/i;
/** "Shares: 2023 – 832; 2022 – ", "shares held: 47 and ", "shares issued – ". */
const OF_SHARES = /\bshares\b[^$€£¥%]{0,80}(?:[:–—-]|\band|,|\()\s{0,3}$/i;
/** "(per share — 2023: $2.08; 2022: $1.92": in a bracket on amounts per share. */
const IN_SHARE_BRACKET = /\bper[\s-]share\b[^()]*$/i;
const LONGEST_BRACKET = 120;

/** Units of numbers that tell which row it is: "Due within one year", "December 31, 2024", "Level 3". */
const NAMES_ROW: ReadonlySet<Unit> = new Set<Unit>(['pure', 'date', 'count', 'year', 'month', 'day']);

/**
 * A number in the label of a row ("4.85% notes due 2042", "net of taxes of $31", "900 shares authorized"): an amount
 * where it prints what it is. A bare number, a date or a year there names the row.
 */
export function amountInLabel(
  mention: Mention,
  label: string,
  { scale, shareScale }: TableUnits,
  stub: Unit | null,
): Mention {
  const { role, unit, start, end } = mention;
  const printed = label.slice(start, end);
  // "Shares issued: 2024 - 4,009,200": the noun stands before.
  if (role === 'amount' && unit === 'pure' && isOfShares(label, start, printed)) {
    return scaled({ ...mention, unit: 'share' }, printed, shareScale);
  }
  if (role === 'label' || NAMES_ROW.has(unit)) return { ...mention, role: 'label' };
  if (isCurrencyOrRate(unit)) {
    if (unit.includes('/')) return mention;
    const before = label.slice(Math.max(0, start - LONGEST_BRACKET), start);
    const isPar =
      IN_SHARE_BRACKET.test(before) || PAR_BEFORE.test(before) || PAR_AFTER.test(label.slice(end, end + 20));
    // "$90.44 - $101.87" below "Range of exercise prices".
    const isPerShare = stub === `${unit}/share`;
    if (isPar || isPerShare) return { ...mention, unit: `${unit}/share` as Mention['unit'] };
    return /[a-z]{2}$/i.test(printed) ? mention : scaled(mention, printed, scale);
  }
  return unit === 'share' || unit === 'ADS' ? scaled(mention, printed, shareScale) : mention;
}

function isOfShares(label: string, start: number, printed: string): boolean {
  const before = label.slice(Math.max(0, start - LONGEST_BRACKET), start);
  return OF_SHARES.test(before) || (/,\d{3}/.test(printed) && /\bshares\b/i.test(before));
}

/** In the table's scale, where it does not print its own magnitude and is not plainly in full. */
function scaled(mention: Mention, printed: string, scale: number): Mention {
  if (
    scale === 0 ||
    /illion|ousand/i.test(printed) ||
    isPrintedInFull(printed.replace(/\..*|\D/g, '').length, scale)
  )
    return mention;
  const negative = mention.value.startsWith('-');
  const digits = mention.value.replace(/[-.]/g, '');
  return { ...mention, ...scaledValue({ digits, decimals: mention.decimals }, scale, negative) };
}

const DAY_AFTER = /^[^;()$€£¥\d]{0,40}?\b(?:at|as of|on)\s{1,3}([A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d)/;
const YEAR_AFTER = /^[^;,()$€£¥\d]{0,20}?\b(?:in|for|during)\s(?:fiscal\s)?((?:19|20)\d\d)\b/;
const YEAR_BEFORE = /\b((?:19|20)\d\d)\s?[:–—-]\s{0,30}$/;
/** "$31, $330 and $340": what stands between amounts that go by the columns. */
const IN_TURN = /^(?:\s(?:shares|options))?\s?(?:,|;|and|, and|&)\s{0,3}$/;

/** What a label says of when one of its amounts holds: a day, a year, or that it goes by the columns, the first being 0. */
export type LabelAmountTime =
  | { readonly day: string }
  | { readonly year: number }
  | { readonly column: number };

/** `mentions`: the numbers of the label; `index`: which of them. */
export function labelAmountTime(label: string, mentions: readonly Mention[], index: number): LabelAmountTime {
  const { start, end } = mentions[index] as Mention;
  let column = 0;
  for (let at = index; at > 0; at -= 1) {
    const [before, mention] = [mentions[at - 1] as Mention, mentions[at] as Mention];
    if (before.unit !== mention.unit || !IN_TURN.test(label.slice(before.end, mention.start))) break;
    column += 1;
  }
  if (column > 0) return { column };
  const after = label.slice(end, end + LONGEST_BRACKET);
  const day = DAY_AFTER.exec(after)?.[1];
  if (day !== undefined) return { day };
  const year =
    YEAR_AFTER.exec(after)?.[1] ?? YEAR_BEFORE.exec(label.slice(Math.max(0, start - 40), start))?.[1];
  return year === undefined ? { column } : { year: Number(year) };
}
