import type { Figure, Filing } from '../../filing/filing.js';
import { oncePerFiling } from './once.js';
import { inTable } from './surroundings.js';

/** How often each amount is printed in a filing, whatever its scale, sign and unit. */
export interface PrintedValues {
  /** Mentions of the amount that a figure prints, itself among them. */
  countOf(figure: Figure): Mentions;
  /** Mentions of the amount that it would print were its text another. */
  countOfText(figure: Figure, text: string): Mentions;
}

export interface Mentions {
  readonly anywhere: number;
  /** In the table of the figure: one year's closing balance is the next one's opening. */
  readonly inTable: number;
}

/** The printed values of a filing, counted when first asked for. */
export const printedValues = oncePerFiling((filing: Filing): PrintedValues => {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const figure of filing.figures) {
    if (figure.role === 'label' || figure.unit === 'date') continue;
    const key = keyOf(digitsOf(figure.value), fractionLength(figure.value));
    add(key);
    if (inTable(figure)) add(key + figure.where.table);
  }
  const mentions = (figure: Figure, key: string): Mentions => ({
    anywhere: counts.get(key) ?? 0,
    inTable: inTable(figure) ? (counts.get(key + figure.where.table) ?? 0) : 0,
  });
  return {
    countOf: (figure) => mentions(figure, keyOf(digitsOf(figure.value), fractionLength(figure.value))),
    countOfText: (figure, text) => mentions(figure, keyOf(digitsOf(text), figure.decimals)),
  };
});

/** The digits of a printed number in their order: "(1,234.5)" gives "12345". */
export function digitsOf(text: string): string {
  let digits = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += text[at];
  }
  return digits;
}

/** The digits without the zeros at both ends, and what power of ten the last of them stands for. */
function keyOf(digits: string, decimals: number): string {
  let start = 0;
  while (start < digits.length && digits[start] === '0') start++;
  let end = digits.length;
  while (end > start && digits[end - 1] === '0') end--;
  return `${digits.slice(start, end)}e${digits.length - end - decimals}`;
}

/** How many digits tell one amount from another: those between the zeros at both ends. */
export function tellingDigits(text: string): number {
  const key = keyOf(digitsOf(text), 0);
  return key.indexOf('e');
}

function fractionLength(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}
