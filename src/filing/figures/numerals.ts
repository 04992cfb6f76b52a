import { Decimal } from '../../value/index.js';

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
  readonly text: string;
  /** Null for a run too long to be a number. */
  readonly numeral: Numeral | null;
}

/**
 * Takes apart a maximal run of digits, commas and points.
 *
 * One comma in a wrong place keeps the run whole and marks it: "1,34" is read as 1.34 (one or two digits after the
 * comma: a decimal comma), "12,3456" as 123456. Several wrong commas, or numbers that look like years, are a list.
 */
export function splitDigits(text: string): DigitPart[] {
  const whole = readDigits(text);
  if (whole !== null || text.length > MAX_LENGTH) return [{ offset: 0, text, numeral: whole }];
  const parts: DigitPart[] = [];
  let offset = 0;
  for (const piece of text.split(',')) {
    parts.push({ offset, text: piece, numeral: readDigits(piece) });
    offset += piece.length + 1;
  }
  return parts;
}

/** Coefficient and decimals with a power of ten applied: ("297", 1, 9) is "29700000000" with decimals -8. */
export function scaledValue(
  numeral: Pick<Numeral, 'digits' | 'decimals'>,
  power: number,
  negative: boolean,
): { value: string; decimals: number } {
  const decimals = numeral.decimals - power;
  const magnitude = BigInt(numeral.digits);
  return { value: Decimal.of(negative ? -magnitude : magnitude, decimals).toString(), decimals };
}

function readDigits(text: string): Numeral | null {
  if (text.length > MAX_LENGTH) return null;
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
  const isDecimalComma = fraction === '' && tail.length <= 2;
  return { digits, decimals: isDecimalComma ? tail.length : decimals, form: 'misgrouped' };
}
