import { Decimal } from '../../../value/index.js';
import { transformationName } from './transformation-name.js';
import { wordsToNumber } from './words.js';

/** No report prints a longer number. */
const LONGEST = 200;

/**
 * The value of a tagged number: sign × transformed text × 10^scale, in plain decimal notation. The transformations are
 * those of the registries 1 to 5 and of the SEC. Null where the text is not what its transformation reads.
 */
export function numberValue(
  printed: string,
  format: string | null,
  scale: number,
  negative: boolean,
): string | null {
  if (printed.length > LONGEST) return null;
  const plain = plainNumber(printed, transformationName(format));
  if (plain === null) return null;
  const value = scale === 0 ? plain : shifted(plain, scale);
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

/** `plain × 10^scale`, by moving the point: exact, and without the cost of arithmetic. */
function shifted(plain: string, scale: number): string {
  const point = plain.indexOf('.');
  const digits = point < 0 ? plain : plain.slice(0, point) + plain.slice(point + 1);
  const decimals = (point < 0 ? 0 : plain.length - point - 1) - scale;
  const padded = decimals <= 0 ? digits + '0'.repeat(-decimals) : digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - Math.max(0, decimals)).replace(/^0+(?=\d)/, '');
  return decimals <= 0 ? whole : `${whole}.${padded.slice(-decimals)}`;
}

/** The quotient where it is a decimal: a third has none, and is null. */
export function fractionValue(above: string | null, below: string | null): string | null {
  if (above === null || below === null) return null;
  const [numerator, denominator] = [Decimal.parse(above), Decimal.parse(below)];
  if (denominator.sign() === 0) return null;
  const quotient = numerator.dividedBy(denominator, MOST_DECIMALS, 'half-up');
  if (!quotient.times(denominator).equals(numerator)) return null;
  return quotient.toString().replace(/\.?0+$/, '');
}

const MOST_DECIMALS = 20;

/** Groups of thousands are taken off; a decimal point, a leading zero where it begins with it. */
function plainNumber(printed: string, name: string): string | null {
  switch (name) {
    case '':
    case 'numdotdecimal':
    case 'numdotdecimalin':
    case 'numdotdecimalapos':
    case 'numcommadot':
    case 'numspacedot':
      return decimal(/^[\d.]*$/.test(printed) ? printed : printed.replace(POINT_GROUPS, ''));
    case 'numcommadecimal':
    case 'numcommadecimalapos':
    case 'numdotcomma':
    case 'numspacecomma':
    case 'numcomma':
      return decimal(printed.replace(COMMA_GROUPS, '').replace(',', '.'));
    case 'numunitdecimal':
    case 'numunitdecimalin':
    case 'numunitdecimalapos':
      return withUnits(printed);
    case 'zerodash':
    case 'fixedzero':
    case 'numdash':
      return '0';
    case 'numwordsen':
      return wordsToNumber(printed);
    default:
      return null;
  }
}

const POINT_GROUPS = /[,\s\u00a0'’`´′]/g;
const COMMA_GROUPS = /[.\s\u00a0'’`´′]/g;

function decimal(digits: string): string | null {
  const whole = digits.startsWith('.') ? `0${digits}` : digits.endsWith('.') ? digits.slice(0, -1) : digits;
  return /^\d+(?:\.\d+)?$/.test(whole) ? whole : null;
}

/** "1,234 dollars 56 cents": two numbers, each before its unit; the second counts hundredths. */
function withUnits(printed: string): string | null {
  const match = /^\s*(\d[\d.,\s\u00a0'’`]*?)[^\d.,\s\u00a0'’`][^\d]*(\d{1,2})[^\d]*$/.exec(printed);
  if (match === null) return null;
  const [, whole = '', hundredths = ''] = match;
  return `${whole.replace(/\D/g, '')}.${hundredths.padStart(2, '0')}`;
}
