import { type Row, readCell, readCurrencyAndScale } from '../../filing/index.js';
import type { AmountPower, BaseValue } from '../../rates/index.js';
import { type CurrencyCode, currencyName, Decimal, InputError } from '../../value/index.js';
import { harmless } from '../complain.js';
import { sharedSigns } from './read-amount.js';

/** What the numbers of a column are in, and what they become. */
export interface ColumnUnit {
  readonly currency: CurrencyCode;
  readonly power: AmountPower;
  readonly to: CurrencyCode;
}

const PER_SHARE = /\bper\s+(?:[\w-]+\s+){0,4}?(?:shares?|ads|adr|unit)\b|\beps\b/i;
/** "Shares used in per share computation": a count, though it says "per share". */
const COUNTS_SHARES =
  /\bnumber of\b|\bweighted[\s-]average\b.{0,40}\bshares\b|\bshares\b.{0,40}\b(?:used|outstanding|issued)\b|\baverage\b.{0,20}\bshares\b|^shares\b/i;
const COUNTS =
  /\b(?:employees|headcount|personnel|stores|outlets|subscribers|square (?:feet|met(?:er|re)s)|days)\b/i;
const PROPORTION = /\(%\)|\bpercent(?:age)?\b|\bratio\b|\(times\)|\bexchange rate\b/i;
/** A hundredth of the currency: to be translated apart, since the column is in whole units. */
const IN_CENTS = /\b(?:cents?|pence|sen|fen|centavos?|paise)\b/i;
const DASH = /^[-‐‑‒–—―−]{1,3}$/;

/** What a cell of the translated column holds. Throws `InputError` ('currency-mismatch') for a third currency. */
export function baseValue(row: Row, cellText: string, unit: ColumnUnit, path: string): BaseValue {
  const text = cellText.trim();
  if (text === '') return { kind: 'blank', what: null };
  const isPerShare = isPerShareRow(row);
  const { currency } = unit;
  const power = isPerShare ? 0 : powerOf(row, unit);
  const options = { unit: currency, scale: power, ...sharedSigns(currency) };
  const [mention, ...others] = readCell(text, options).filter(({ role }) => role === 'amount');
  if (mention === undefined || others.length > 0) return { kind: 'blank', what: null };
  if (mention.misgrouped === true) {
    throw new InputError(
      'bad-number',
      `Unexpected "${harmless(text)}" in the line “${harmless(row.label)}” of ${path}, expected commas before every third digit`,
    );
  }
  if (/^(?:percent|bp|multiple)$/.test(mention.unit)) return { kind: 'blank', what: 'a proportion' };
  if (DASH.test(text) || /^nil$/i.test(text)) return { kind: 'dash', text };
  const other = blankOf(row, isPerShare, mention.unit, unit, path);
  if (other !== null) return other;
  return {
    kind: isPerShare ? 'per-share' : 'amount',
    value: Decimal.parse(mention.value),
    power,
    decimals: Math.max(0, mention.decimals + power),
    brackets: text.includes('('),
  };
}

const POWERS: readonly AmountPower[] = [0, 3, 6, 9, 12];

/** A line that no rate changes, or that is in the other currency already; null for an amount to translate. */
function blankOf(
  row: Row,
  isPerShare: boolean,
  printed: string,
  { currency, to }: ColumnUnit,
  path: string,
): BaseValue | null {
  const labels = row.labelPath.join(' ');
  if (!isPerShare && (COUNTS_SHARES.test(row.label) || COUNTS.test(row.label))) {
    return { kind: 'blank', what: 'a count' };
  }
  if (PROPORTION.test(row.label) || /\(%\)/.test(labels)) return { kind: 'blank', what: 'a proportion' };
  if (row.labelPath.some((label) => IN_CENTS.test(label))) {
    return { kind: 'blank', what: 'in cents or the like: translate it apart' };
  }
  const stated = statedCurrency(row) ?? currency;
  const found = printed === currency ? stated : printed.slice(0, 3);
  if (found === currency) return null;
  if (found === to) return { kind: 'blank', what: `in ${currencyName(to)}s already` };
  throw new InputError(
    'currency-mismatch',
    `Cannot translate the table of ${path}: its line “${harmless(row.label)}” is in ${found}, the others in ${currency}; translate them apart`,
  );
}

function isPerShareRow({ label, labelPath }: Row): boolean {
  if (COUNTS_SHARES.test(label)) return false;
  return labelPath.some((each) => PER_SHARE.test(each));
}

/** The currency that the line or its group names in brackets: "Cash dividends (U.S. dollars)". */
function statedCurrency({ labelPath }: Row): CurrencyCode | null {
  return (
    [...labelPath]
      .reverse()
      .map((label) => inBrackets(label)?.currency ?? null)
      .find((code) => code !== null) ?? null
  );
}

/** "Capital expenditure (in thousands)": the line's own power of ten. */
function powerOf({ label }: Row, { power }: ColumnUnit): AmountPower {
  const stated = inBrackets(label)?.scale ?? power;
  return POWERS.find((each) => each === stated) ?? power;
}

function inBrackets(label: string) {
  const bracketed = /\(([^()]{2,60})\)/.exec(label)?.[1];
  return bracketed === undefined ? null : readCurrencyAndScale(bracketed);
}
