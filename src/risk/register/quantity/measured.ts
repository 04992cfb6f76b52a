import { CURRENCIES, type CurrencyCode, Decimal } from '../../../value/index.js';

/** What a text measures by its own words. `open` stands for a value that is still to be filled in. */
export type MeasuredUnit =
  | 'money'
  | 'money-a-year'
  | 'exchange-rate'
  | 'percent'
  | 'frequency'
  | 'duration'
  | 'factor'
  | 'shares'
  | 'number'
  | 'open';

/** A quantity as its text says: exact, in base units (a currency unit, a fraction, times a year, years, one). */
export interface Measured {
  readonly unit: MeasuredUnit;
  readonly value: Decimal;
  /** Of money, and of an exchange rate: what one unit of the other costs in. */
  readonly currency: CurrencyCode | null;
  /** Whole days, where a duration was written in days or weeks (a horizon counts trading days). */
  readonly days: Decimal | null;
}

/** The word that stands where a value is still to be filled in. */
export const OPEN = 'open';

const LONGEST = 80;
/** Digits of a quotient: well beyond what a double holds. */
const DECIMALS = 40;

const SCALES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
};

/** A year has 365 days, 8,760 hours, 12 months. */
const TIMES_IN_A_YEAR: Readonly<Record<string, number>> = {
  minute: 525_600,
  hour: 8_760,
  day: 365,
  month: 12,
  quarter: 4,
  year: 1,
};
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

const NUMBER = '[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,40})(?:\\.\\d{1,40})?';
const AMOUNT = new RegExp(`^([-+]?)([^\\d+-]*?)\\s*(${NUMBER})\\s*(.*)$`);
const RATIO = /^(\d{1,9})\/(\d{1,9})$/;
const RETURN_PERIOD = new RegExp(`^(${NUMBER}) in (${NUMBER}) (day|week|month|quarter|year)s?$`);

/** Reads a quantity, "JPY 6.4 billion", "12%", "0.25 a year", "6 hours"; null for what is none. Linear, bounded. */
export function measure(text: string): Measured | null {
  const clean = text.replaceAll('−', '-').replace(/\s+/g, ' ').trim();
  if (clean.length > LONGEST) return null;
  if (clean === OPEN) return measured('open', Decimal.ZERO);
  const ratio = RATIO.exec(clean);
  if (ratio !== null) return quotient(ratio);
  const inYears = RETURN_PERIOD.exec(clean);
  if (inYears !== null) return returnPeriod(inYears);
  const match = AMOUNT.exec(clean);
  if (match === null) return null;
  const [, sign = '', before = '', digits = '', after = ''] = match;
  if (sign !== '' && /^[-+]/.test(digits)) return null;
  const number = Decimal.parse(`${sign === '-' ? '-' : ''}${digits.replaceAll(',', '').replace(/^\+/, '')}`);
  return withUnit(number, before.trim(), after.trim());
}

function withUnit(number: Decimal, before: string, after: string): Measured | null {
  const { scale, rest } = scaleOf(after);
  const value = number.times(Decimal.of(1, -scale));
  const [first, period] = partsOf(rest);
  const sign = before !== '' ? before : first;
  const currency = currencyNamed(sign);
  if (currency !== null) {
    // "¥6 billion yen": one of the two is a slip.
    if (before !== '' && first !== '') return null;
    return money(value, currency, period);
  }
  if (before !== '') return null;
  return plain(value, rest, scale > 0);
}

/** "million yen" and "JPY million" (which a shorthand for the unit of several numbers yields) alike. */
function scaleOf(after: string): { scale: number; rest: string } {
  const words = after.split(' ');
  for (const at of [0, words.length > 1 && currencyNamed(words[0] ?? '') !== null ? 1 : 0]) {
    const scale = SCALES[(words[at] ?? '').toLowerCase()];
    if (scale !== undefined) return { scale, rest: words.filter((_, index) => index !== at).join(' ') };
  }
  return { scale: 0, rest: after };
}

/** "JPY a year" to "JPY" and "year"; a unit without a period to itself and "". */
function partsOf(unit: string): [what: string, period: string] {
  const match =
    /^(.*?)\s*(?:\/\s?|\b(?:an?|per|every|each)\s)(minute|hour|day|week|month|quarter|year)$/i.exec(unit);
  return match === null ? [unit, ''] : [match[1] ?? '', (match[2] ?? '').toLowerCase()];
}

function money(value: Decimal, currency: CurrencyCode, period: string): Measured | null {
  if (period === '') return { ...measured('money', value), currency };
  const times = timesAYear(value, period);
  return times === null ? null : { ...measured('money-a-year', times), currency };
}

function plain(value: Decimal, unit: string, isScaled: boolean): Measured | null {
  const [what, period] = partsOf(unit);
  const word = what.toLowerCase();
  const proportion = PROPORTIONS[word];
  if (proportion !== undefined) {
    if (isScaled || (period !== '' && period !== 'year')) return null;
    return measured('percent', value.times(Decimal.of(1n, proportion)));
  }
  if (period !== '' && (word === '' || word === 'time' || word === 'times')) {
    const times = timesAYear(value, period);
    return times === null ? null : measured('frequency', times);
  }
  if (period !== '') return null;
  if (word === '') return measured('number', value);
  if (word === 'x' || word === 'times') return measured('factor', value);
  if (word === 'shares' || word === 'share') return measured('shares', value);
  return duration(value, word) ?? exchangeRate(value, what);
}

const PROPORTIONS: Readonly<Record<string, number>> = {
  '%': 2,
  percent: 2,
  'per cent': 2,
  'percentage points': 2,
  'percentage point': 2,
  bp: 4,
  'basis points': 4,
  'basis point': 4,
};

function duration(value: Decimal, word: string): Measured | null {
  const unit = word.replace(/s$/, '');
  const days = DAYS[unit];
  if (days !== undefined) {
    const whole = value.times(Decimal.of(days));
    return { ...measured('duration', whole.dividedBy(Decimal.of(365), DECIMALS, 'half-even')), days: whole };
  }
  const parts = TIMES_IN_A_YEAR[unit];
  if (parts === undefined) return null;
  return measured('duration', value.dividedBy(Decimal.of(parts), DECIMALS, 'half-even'));
}

/** "149.8 JPY/USD": yen for one dollar. */
function exchangeRate(value: Decimal, unit: string): Measured | null {
  const match = /^([A-Za-z]{3})\s?\/\s?([A-Za-z]{3})$/.exec(unit);
  const currency = currencyNamed(match?.[1] ?? '');
  if (match === null || currency === null || currencyNamed(match[2] ?? '') === null) return null;
  return { ...measured('exchange-rate', value), currency };
}

/** "1/3", as of the votes of a meeting. */
function quotient([, part = '', whole = '']: RegExpExecArray): Measured | null {
  const divisor = Decimal.parse(whole);
  if (divisor.sign() === 0) return null;
  return measured('percent', Decimal.parse(part).dividedBy(divisor, DECIMALS, 'half-even'));
}

/** "1 in 50 years": 0.02 a year. */
function returnPeriod([, times = '', years = '', unit = '']: RegExpExecArray): Measured | null {
  const span = duration(Decimal.parse(years.replaceAll(',', '')), unit)?.value;
  if (span === undefined || span.sign() <= 0) return null;
  return measured(
    'frequency',
    Decimal.parse(times.replaceAll(',', '')).dividedBy(span, DECIMALS, 'half-even'),
  );
}

function timesAYear(value: Decimal, period: string): Decimal | null {
  if (period === 'week') return value.times(Decimal.of(365)).dividedBy(Decimal.of(7), DECIMALS, 'half-even');
  const parts = TIMES_IN_A_YEAR[period];
  return parts === undefined ? null : value.times(Decimal.of(parts));
}

/** The code of a currency by its code, a sign of its own or its name; null for none. */
export function currencyNamed(text: string): CurrencyCode | null {
  if (text === '') return null;
  return NAMES.get(text) ?? NAMES.get(text.toLowerCase()) ?? null;
}

const NAMES: ReadonlyMap<string, CurrencyCode> = new Map(
  [...CURRENCIES]
    .reverse()
    .flatMap(({ code, signs, words }) => [
      [code, code] as const,
      [code.toLowerCase(), code] as const,
      ...[...signs, ...words].map((name) => [name, code] as const),
    ]),
);

function measured(unit: MeasuredUnit, value: Decimal): Measured {
  return { unit, value, currency: null, days: null };
}
