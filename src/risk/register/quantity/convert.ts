import { type CurrencyCode, Decimal } from '../../../value/index.js';
import { type Measured, measure } from './measured.js';
import type { Dimension, QuantityKind } from './quantity-kind.js';

/** A number in base units, or why the text gives none. */
export type Converted =
  | { readonly value: number; readonly currency: CurrencyCode | null }
  | { readonly problem: string; readonly code: 'open' | 'quantity' };

export interface Convention {
  /** The register's currency. */
  readonly currency: CurrencyCode;
  /** What bare numbers are in, by a `unit:` beside them; null for nothing. */
  readonly unit: string | null;
}

/**
 * A text as a number in base units: units of the currency, fractions, times a year, years. Exact until it becomes a
 * double, here and nowhere else in the register. The problem is worded to follow "unexpected ".
 */
export function convert(text: string, kind: QuantityKind, convention: Convention): Converted {
  const written = measure(text);
  const found =
    written?.unit === 'number' && convention.unit !== null ? measureWith(text, convention.unit) : written;
  if (found === null) return problem(text, `expected ${expectation(kind, convention)}`);
  if (found.unit === 'open') {
    return { problem: 'unexpected "open": the value is still to be filled in', code: 'open' };
  }
  const mismatch = mismatchOf(found, text, kind, convention);
  if (mismatch !== null) return problem(text, mismatch);
  const exact = kind.dimension === 'trading-days' ? (found.days ?? found.value) : found.value;
  const value = exact.toNumber();
  const range = outOfRange(value, kind);
  if (range !== null) return problem(text, range);
  return { value, currency: found.currency };
}

/** Of a number in base units, as of a shock: what is wrong with it, worded to follow "expected"; null where nothing is. */
export function outOfRange(value: number, kind: QuantityKind): string | null {
  const { atLeast, above, atMost, below, whole } = kind;
  const show = (bound: number) => (kind.dimension === 'fraction' ? `${bound * 100}%` : String(bound));
  if (!Number.isFinite(value)) return 'expected a finite number';
  if (atLeast !== undefined && value < atLeast) {
    return atLeast === 0 ? 'expected 0 or more' : `expected at least ${show(atLeast)}`;
  }
  if (above !== undefined && value <= above) {
    return above === 0 ? 'expected more than 0' : `expected more than ${show(above)}`;
  }
  if (atMost !== undefined && value > atMost) return `expected at most ${show(atMost)}`;
  if (below !== undefined && value >= below) return `expected less than ${show(below)}`;
  if (whole === true && !Number.isInteger(value)) return 'expected a whole number';
  return null;
}

function measureWith(text: string, unit: string): Measured | null {
  return measure(`${text} ${unit}`);
}

/** Why what is measured cannot stand here, with the remedy; null where it can. */
function mismatchOf(
  found: Measured,
  text: string,
  kind: QuantityKind,
  { currency }: Convention,
): string | null {
  const { dimension } = kind;
  if (!TAKES[dimension].includes(found.unit)) {
    if (found.unit === 'number') return bareNumber(text, dimension, currency);
    return `expected ${expectation(kind, { currency })}, not ${NAMES[found.unit]}`;
  }
  const due =
    dimension === 'dollars' ? 'USD' : dimension === 'any-money' || dimension === 'any' ? null : currency;
  if (found.currency !== null && due !== null && found.currency !== due) {
    return `expected ${due}: nothing converts ${found.currency} here; convert it, or use a currency position`;
  }
  if (dimension === 'fraction' && found.unit === 'number' && Math.abs(found.value.toNumber()) > 1) {
    return `expected a percentage: write ${text.trim()}%, or ${found.value.times(HUNDRED).toString()}% if that is meant`;
  }
  return null;
}

function bareNumber(text: string, dimension: Dimension, currency: string): string {
  const number = text.trim();
  const scaled = /[a-z]/.test(number) ? '' : `, or ${currency} ${number} million`;
  const example: Partial<Record<Dimension, string>> = {
    money: `write ${currency} ${number}${scaled}`,
    'any-money': `write ${currency} ${number}, or with another currency`,
    dollars: `write USD ${number}`,
    'money-a-year': `write ${currency} ${number} a year`,
    'exchange-rate': `write ${number} ${currency}/USD`,
    frequency: `write ${number} a year`,
    duration: `write ${number} hours, ${number} days or ${number} months`,
    'trading-days': `write ${number} days`,
  };
  return ` without a unit: ${example[dimension] ?? 'add its unit'}`;
}

function expectation({ dimension }: QuantityKind, { currency }: Pick<Convention, 'currency'>): string {
  const texts: Readonly<Record<Dimension, string>> = {
    money: `an amount such as "${currency} 120 million"`,
    'any-money': 'an amount with its currency, such as "USD -14 million"',
    dollars: 'an amount in dollars, such as "USD 0.02"',
    'money-a-year': `an amount a year, such as "${currency} 120 million a year"`,
    'exchange-rate': `a rate such as "${currency === 'JPY' ? '149.8' : '1.08'} ${currency}/USD"`,
    fraction: 'a share or change such as "12%"',
    frequency: 'a frequency such as "0.5 a year" or "1 in 50 years"',
    duration: 'a time such as "6 hours", "3 days" or "1.5 years"',
    'trading-days': 'trading days such as "10 days"',
    number: 'a plain number such as 1.5',
    count: 'a number such as 204,300',
    any: `a quantity such as "${currency} 120 million", "12%", "0.5 a year", "6 hours" or 1.5`,
  };
  return texts[dimension];
}

const HUNDRED = Decimal.of(100);
const MONEY = ['money'] as const;
const TAKES: Readonly<Record<Dimension, readonly Measured['unit'][]>> = {
  money: MONEY,
  'any-money': MONEY,
  dollars: MONEY,
  'money-a-year': ['money-a-year'],
  'exchange-rate': ['exchange-rate', 'money'],
  fraction: ['percent', 'number'],
  frequency: ['frequency'],
  duration: ['duration'],
  'trading-days': ['duration'],
  number: ['number', 'factor', 'percent'],
  count: ['number', 'shares'],
  any: [
    'money',
    'money-a-year',
    'exchange-rate',
    'percent',
    'frequency',
    'duration',
    'factor',
    'shares',
    'number',
  ],
};

const NAMES: Readonly<Record<Measured['unit'], string>> = {
  money: 'an amount of money',
  'money-a-year': 'an amount a year',
  'exchange-rate': 'an exchange rate',
  percent: 'a percentage',
  frequency: 'a frequency',
  duration: 'a time',
  factor: 'a multiple',
  shares: 'a number of shares',
  number: 'a plain number',
  open: 'an open value',
};

/** A remedy that begins with a space goes on with the sentence; any other follows after a comma. */
function problem(text: string, what: string): Converted {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return { problem: `unexpected ${shown}${what.startsWith(' ') ? '' : ', '}${what}`, code: 'quantity' };
}
