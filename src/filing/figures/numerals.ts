import { isDigit } from '../plain-characters.js';

/** More digits than any report prints in one number. */
const MAX_LENGTH = 60;

/** A run of digits, read. */
export interface Numeral {
  /** All digits without separators and point. */
  readonly digits: string;
  /** How many of them stand after the point; negative for a round number in words. */
  readonly decimals: number;
  /** `plain`: digits alone. `grouped`: with thousands separators. `misgrouped`: separators in the wrong places. `dotted`: "3.2.1". */
  readonly form: 'plain' | 'grouped' | 'misgrouped' | 'dotted';
}

export interface DigitPart {
  readonly offset: number;
  readonly length: number;
  /** False for a run too long to be a number. */
  readonly isNumber: boolean;
}

/**
 * Takes apart a maximal run of digits, commas and points.
 *
 * One comma in a wrong place keeps the run whole and marks it: "1,34" is read as 1.34 (one or two digits after the
 * comma: a decimal comma), "12,3456" as 123456. Several wrong commas, or numbers that look like years, are a list.
 */
export function splitDigits(text: string): DigitPart[] {
  const isNumber = isGrouped(text) || readDigits(text) !== null;
  if (isNumber || text.length > MAX_LENGTH) return [{ offset: 0, length: text.length, isNumber }];
  const parts: DigitPart[] = [];
  let offset = 0;
  for (const piece of text.split(',')) {
    parts.push({ offset, length: piece.length, isNumber: readDigits(piece) !== null });
    offset += piece.length + 1;
  }
  return parts;
}

/** "1,234,567.89": thousands separators all in place, and at most one point. */
export function isGrouped(text: string): boolean {
  const { length } = text;
  if (length >= MAX_LENGTH) return false;
  let at = digitsEnd(text, 0);
  if (at < 1 || at > 3 || text.charCodeAt(at) !== COMMA) return false;
  while (text.charCodeAt(at) === COMMA) {
    const end = digitsEnd(text, at + 1);
    if (end !== at + 4) return false;
    at = end;
  }
  if (at === length) return true;
  return text.charCodeAt(at) === POINT && at + 1 < length && digitsEnd(text, at + 1) === length;
}

const COMMA = 0x2c;
const POINT = 0x2e;

/** The offset behind the digits that begin at one. */
function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** Coefficient and decimals with a power of ten applied, digit by digit, as `Decimal` prints it: ("297", 1, 9) is "29700000000" with decimals -8. */
export function scaledValue(
  numeral: Pick<Numeral, 'digits' | 'decimals'>,
  power: number,
  negative: boolean,
): { value: string; decimals: number } {
  const decimals = numeral.decimals - power;
  const digits = withoutLeadingZeros(numeral.digits);
  if (decimals <= 0) {
    const whole = digits === '0' ? digits : digits + zeros(-decimals);
    return { value: negative && digits !== '0' ? `-${whole}` : whole, decimals };
  }
  const padded = digits.padStart(decimals + 1, '0');
  const point = padded.length - decimals;
  const value = `${padded.slice(0, point)}.${padded.slice(point)}`;
  return { value: negative && digits !== '0' ? `-${value}` : value, decimals };
}

/** Scales are few: their zeros are made once. */
function zeros(count: number): string {
  return ZEROS[count] ?? '0'.repeat(count);
}

const ZEROS = Array.from({ length: 13 }, (_, count) => '0'.repeat(count));

function withoutLeadingZeros(digits: string): string {
  let first = 0;
  while (first < digits.length - 1 && digits.charCodeAt(first) === 0x30) first += 1;
  return first === 0 ? digits : digits.slice(first);
}

/** A number as printed; null for what is too long, or has commas behind the point or in several wrong places. */
export function readDigits(text: string): Numeral | null {
  if (text.length > MAX_LENGTH) return null;
  if (!text.includes(',') && !text.includes('.')) return { digits: text, decimals: 0, form: 'plain' };
  const [whole = '', fraction = '', ...more] = text.split('.');
  if (more.length > 0) return { digits: text.replace(/\D/g, ''), decimals: 0, form: 'dotted' };
  if (fraction.includes(',')) return null;
  const digits = whole.replaceAll(',', '') + fraction;
  const decimals = fraction.length;
  if (!whole.includes(',')) return { digits, decimals, form: 'plain' };
  if (/^\d{1,3}(?:,\d{3})+$/.test(whole) || /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(whole)) {
    return { digits, decimals, form: 'grouped' };
  }
  const [head = '', tail = '', ...others] = whole.split(',');
  if (others.length > 0 || (head.length === 4 && tail.length === 4)) return null;
  // "September 9,1999".
  if (head.length <= 2 && /^(?:19|20)\d\d$/.test(tail)) return null;
  const isDecimalComma = fraction === '' && tail.length <= 2;
  return { digits, decimals: isDecimalComma ? tail.length : decimals, form: 'misgrouped' };
}
