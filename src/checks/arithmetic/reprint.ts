import type { Figure } from '../../filing/filing.js';
import { isDigitAt, withCommas } from './digits.js';

/**
 * Another number printed in the manner of a figure: its currency sign, brackets, separators, decimals and scale word
 * ("(1,243)" and 1234 give "1,234"). The number is in steps of what is printed, as `Quantity.coefficient`.
 */
export function reprint(figure: Pick<Figure, 'text' | 'value'>, steps: number): string {
  const { text } = figure;
  const first = firstDigit(text);
  if (first < 0) return signed(withCommas(String(Math.abs(steps))), steps < 0);
  let end = first + 1;
  while (end < text.length && (isDigitAt(text, end) || (isMark(text[end]) && isDigitAt(text, end + 1))))
    end++;
  const start = first > 0 && text[first - 1] === '.' ? first - 1 : first;
  const digits = digitsLike(text.slice(start, end), Math.abs(steps));
  const wasNegative = figure.value.startsWith('-');
  if (steps < 0 === wasNegative || steps === 0) return text.slice(0, start) + digits + text.slice(end);
  return wasNegative
    ? withoutSign(text.slice(0, start)) + digits + withoutSign(text.slice(end))
    : text.slice(0, start) + signed(digits, true) + text.slice(end);
}

/** The digits with as many decimals as the model has, and commas where it has them or is too short to tell. */
function digitsLike(model: string, steps: number): string {
  const point = model.lastIndexOf('.');
  const decimals = point < 0 ? 0 : model.length - point - 1;
  const digits = String(steps).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const wholeModel = point < 0 ? model : model.slice(0, point);
  const isPlain = wholeModel.length > 3 && !wholeModel.includes(',');
  const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
  return (isPlain ? whole : withCommas(whole)) + fraction;
}

function signed(digits: string, isNegative: boolean): string {
  return isNegative ? `(${digits})` : digits;
}

const SIGN_MARKS = new Set(['(', ')', '-', '−', '–', '△', '▲', '▵']);

function withoutSign(part: string): string {
  return [...part].filter((character) => !SIGN_MARKS.has(character)).join('');
}

function firstDigit(text: string): number {
  for (let at = 0; at < text.length; at++) if (isDigitAt(text, at)) return at;
  return -1;
}

function isMark(character: string | undefined): boolean {
  return character === ',' || character === '.';
}
