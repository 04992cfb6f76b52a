import { type CurrencyCode, currencyName, currencyOf, type RateUnit, rateUnit } from '../value/index.js';

/** Names whose plural is not formed with an "s" at the end. */
const PLURALS: Readonly<Record<CurrencyCode, string>> = {
  JPY: 'Japanese yen',
  CNY: 'Chinese yuan (renminbi)',
  GBP: 'British pounds sterling',
  BRL: 'Brazilian reais',
  DKK: 'Danish kroner',
  KRW: 'South Korean won',
  MYR: 'Malaysian ringgit',
  NOK: 'Norwegian kroner',
  SEK: 'Swedish kronor',
  THB: 'Thai baht',
  ZAR: 'South African rand',
};

/** What a rate counts, as a footnote says it: "Japanese yen per U.S. $1.00", "U.S. dollars per €1.00". */
export function directionText(unit: RateUnit): string {
  const [quote = '', base = ''] = unit.split('/');
  return `${capitalized(pluralName(quote))} per ${oneUnit(base)}`;
}

/** A rate as a sentence prints it: "¥117.48 per U.S. $1.00", "U.S. $1.2139 per €1.00". */
export function rateText(unit: RateUnit, printed: string): string {
  const [quote = '', base = ''] = unit.split('/');
  return `${quote === 'USD' ? 'U.S. $' : quoteSign(unit)}${printed} per ${oneUnit(base)}`;
}

/** "Japanese yen", "euros", "U.S. dollars". */
export function pluralName(code: CurrencyCode): string {
  return PLURALS[code] ?? `${currencyName(code)}s`;
}

/** The sign that a table prints before a rate of that unit, with a space where it is a word: "¥", "RMB ". */
export function quoteSign(unit: RateUnit): string {
  return signOf(unit.split('/')[0] ?? '');
}

function oneUnit(base: CurrencyCode): string {
  return base === 'USD' ? 'U.S. $1.00' : `${signOf(base)}1.00`;
}

function signOf(code: CurrencyCode): string {
  const sign = currencyOf(code).printed;
  return /[A-Za-z.]$/.test(sign) ? `${sign} ` : sign;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same pair in the other direction: `USD/JPY` of `JPY/USD`. */
export function inverseOf(unit: RateUnit): RateUnit {
  const [quote = '', base = ''] = unit.split('/');
  return rateUnit(base, quote);
}

/** The side of a pair that is not the U.S. dollar; of a pair without it, what one unit of the other costs. */
export function otherThanDollarOf(unit: RateUnit): CurrencyCode {
  const [quote = '', base = ''] = unit.split('/');
  return quote === 'USD' ? base : quote;
}
