import type { Figure } from '../../filing/filing.js';

/**
 * The number of a figure as checks compute with it: `coefficient × 10^exponent`, one unit of the coefficient being one
 * step of what is printed ("¥29.7 billion" is 297 and 8). Whole numbers below 2^53, so that sums of them are exact.
 */
export interface Quantity {
  readonly figure: Figure;
  readonly coefficient: number;
  readonly exponent: number;
}

/** A sum of ten thousand of these is still below 2^53. */
const MOST_DIGITS = 11;

/** Null for a label, a date, and a number of more digits than any that a report prints. */
export function quantityOf(figure: Figure): Quantity | null {
  if (figure.role === 'label' || figure.unit === 'date') return null;
  const { value, decimals } = figure;
  const negative = value.startsWith('-');
  const digits = stepsIn(negative ? value.slice(1) : value, decimals);
  if (digits === null || digits.length > MOST_DIGITS) return null;
  const size = Number(digits);
  return { figure, coefficient: negative && size !== 0 ? -size : size, exponent: 0 - decimals };
}

/** The digits of a plain decimal down to the last one printed; null where it holds a finer one. */
function stepsIn(size: string, decimals: number): string | null {
  if (decimals > 0) {
    const point = size.indexOf('.');
    const fraction = point < 0 ? '' : size.slice(point + 1);
    if (fraction.length > decimals) return null;
    return withoutLeadingZeros((point < 0 ? size : size.slice(0, point)) + fraction.padEnd(decimals, '0'));
  }
  const kept = size.length + decimals;
  if (size.includes('.') || /[^0]/.test(size.slice(Math.max(0, kept)))) return null;
  return kept <= 0 ? '0' : withoutLeadingZeros(size.slice(0, kept));
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** The coefficient at a finer exponent; exact, or null where it would pass 2^53. */
export function coefficientAt({ coefficient, exponent }: Quantity, finer: number): number | null {
  const shifted = coefficient * 10 ** (exponent - finer);
  return Number.isSafeInteger(shifted) ? shifted : null;
}

/** The plain decimal text of so many steps of `10^exponent`: 297 and 8 give "29700000000". */
export function decimalText(steps: number, exponent: number): string {
  const sign = steps < 0 ? '-' : '';
  const digits = String(Math.abs(steps));
  if (steps === 0 || exponent >= 0) return steps === 0 ? '0' : sign + digits + '0'.repeat(exponent);
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
