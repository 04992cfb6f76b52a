import type { Estimate } from './results.js';

/** How numbers are written: divided by `size`, then marked. */
export interface PrintUnit {
  /** What prints as 1: 1e6 for millions, 0.01 for percent. */
  readonly size: number;
  /** After the number: "%". Empty where the table says the unit. */
  readonly mark: string;
}

export const PERCENT: PrintUnit = { size: 0.01, mark: '%' };
export const PLAIN: PrintUnit = { size: 1, mark: '' };

/** Digits of a number whose error is not known: no more than this many are worth reading. */
const DIGITS_WITHOUT_ERROR = 3;
const MOST_DECIMALS = 15;
/** Beyond this a number is no amount of money, and has digits that a double does not hold. */
const LARGEST_WRITTEN_OUT = 1e21;
/** In percent: one in a million. */
const LEAST_PERCENT = 0.0001;
/** Of sums of doubles, relative. */
const ROUNDING = 1e-13;
const MINUS = '−';

/** A number as printed, and its error apart, so that a table can align them. */
export interface PrintedEstimate {
  /** "1,240", or the reason where there is no value. */
  readonly value: string;
  /** "20"; null where there is none to print. */
  readonly error: string | null;
}

/**
 * No digit finer than the error: the standard error has one significant digit (two where it begins with 1), and the value
 * ends at the same place. "1,240 ± 20", "−0.0132 ± 0.0011", "no mean: the law has none".
 */
export function printEstimate(estimate: Estimate, unit: PrintUnit = PLAIN): string {
  const { value, error } = printedEstimate(estimate, unit);
  return error === null ? value : `${value} ± ${error}`;
}

/** The parts of {@link printEstimate}. */
export function printedEstimate(
  { value, standardError, low, high, why }: Estimate,
  { size, mark }: PrintUnit = PLAIN,
): PrintedEstimate {
  if (value === null || !Number.isFinite(value)) return { value: why ?? 'no value', error: null };
  const shown = value / size;
  if (standardError === null || !Number.isFinite(standardError)) {
    return { value: `${rounded(shown, DIGITS_WITHOUT_ERROR)}${mark}`, error: null };
  }
  const error = standardError / size;
  // What is below the rounding of doubles is no error: every trial had the same value.
  if (!(error > Math.abs(shown) * ROUNDING)) return withoutSpread({ value, low, high }, { size, mark });
  if (mark === '%' && error < LEAST_PERCENT && Math.abs(shown) < LEAST_PERCENT) {
    return { value: tinyPercent(shown), error: null };
  }
  const [digits, place] = roundedError(error);
  return { value: `${atPlace(shown, place)}${mark}`, error: atPlace(digits, place) };
}

/** Every trial had the same value. A chance of none or of all is known to its interval only: "below 0.019%". */
function withoutSpread(
  { value, low, high }: { readonly value: number; readonly low: number | null; readonly high: number | null },
  { size, mark }: PrintUnit,
): PrintedEstimate {
  const isChance = mark === '%';
  if (isChance && value === 0 && high !== null && high > 0) {
    return { value: `below ${inDigits(high / size, 2)}${mark}`, error: null };
  }
  if (isChance && value === 1 && low !== null && low < 1) {
    const digits = 2 + Math.max(0, Math.ceil(-Math.log10(1 - low)));
    return { value: `above ${inDigits(low / size, digits)}${mark}`, error: null };
  }
  if (value === 0) return { value: `0${mark}`, error: null };
  return { value: `${inDigits(value / size, isChance ? 4 : 6)}${mark}`, error: '0' };
}

/** Less than one in a million is not worth its zeros. */
function tinyPercent(shown: number): string {
  if (shown === 0) return '0%';
  return shown > 0 ? `below ${LEAST_PERCENT}%` : `within ${LEAST_PERCENT}% of 0`;
}

/** A number alone with so many significant digits: axes, bases, bounds. */
export function printNumber(value: number, { size, mark }: PrintUnit = PLAIN, digits = 4): string {
  if (mark === '%' && Math.abs(value / size) < LEAST_PERCENT) return tinyPercent(value / size);
  return `${inDigits(value / size, digits)}${mark}`;
}

/** The error rounded, and the power of ten of its last digit. What rounds to 10 begins with 1 and has two digits. */
function roundedError(error: number): readonly [rounded: number, place: number] {
  const [mantissa = '1', exponent = '0'] = error.toExponential(1).split('e');
  const power = Number(exponent);
  const place = mantissa.startsWith('1') ? power - 1 : power;
  return [Number(error.toExponential(mantissa.startsWith('1') ? 1 : 0)), place];
}

/** Rounded to a power of ten: 1,240 at 1, 0.013 at −3. */
function atPlace(value: number, place: number): string {
  if (Math.abs(value) >= LARGEST_WRITTEN_OUT) return inPowers(value);
  if (place > 0) {
    const step = 10 ** place;
    return grouped((Math.round(value / step) * step).toFixed(0));
  }
  return grouped(value.toFixed(Math.min(MOST_DECIMALS, -place)));
}

/** "−2.1 × 10^101", of what a law without moments brings. */
function inPowers(value: number): string {
  const [mantissa = '', power = ''] = Math.abs(value).toExponential(1).split('e+');
  return `${value < 0 ? MINUS : ''}${mantissa} × 10^${power}`;
}

function inDigits(value: number, digits: number): string {
  if (value === 0) return '0';
  const power = Number(value.toExponential(digits - 1).split('e')[1]);
  return trimmed(atPlace(value, Math.min(0, power - digits + 1)));
}

/** Rounded to so many significant digits, whole numbers too: 1,459 as 1,460. */
function rounded(value: number, digits: number): string {
  return value === 0 ? '0' : trimmed(grouped(plain(Number(value.toPrecision(digits)))));
}

/** Without an exponent, for the numbers that a reader sees. */
function plain(value: number): string {
  const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.max(0, Math.min(MOST_DECIMALS, 5 - power)));
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Thousands parted by commas, a true minus sign, no negative zero. */
function grouped(text: string): string {
  const isNegative = text.startsWith('-') && /[1-9]/.test(text);
  const [whole = '', part] = text.replace('-', '').split('.');
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${isNegative ? MINUS : ''}${parted}${part === undefined ? '' : `.${part}`}`;
}
