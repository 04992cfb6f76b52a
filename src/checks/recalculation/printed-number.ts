import type { Figure } from '../../filing/filing.js';
import { isDigitAt } from '../arithmetic/digits.js';
import type { Quantity } from '../arithmetic/quantity.js';

/**
 * A number as a table prints it, `coefficient × 10^exponent`, with no regard to the scale of the table: "$29.7" in a
 * column of millions is 297 and -1. What stands in one row or column is computed in this measure, since a heading may
 * misstate the scale of a column of percentages, while the printed digits are always those that the reader compares.
 */
export interface PrintedNumber {
  readonly coefficient: number;
  readonly exponent: number;
}

/** The printed number of a cell; null for a bare dash, which may mean zero, "not meaningful" or nothing. */
export function printedNumber({ figure, coefficient }: Quantity): PrintedNumber | null {
  if (coefficient === 0 && isDash(figure.text)) return null;
  return { coefficient, exponent: 0 - printedDecimals(figure.text) };
}

/** Whether a figure is a percentage by its unit or by its sign. */
export function isPercentage({ unit, text }: Figure): boolean {
  return unit === 'percent' || text.includes('%');
}

/** Digits behind the point. */
function printedDecimals(text: string): number {
  const point = text.lastIndexOf('.');
  if (point < 0) return 0;
  let end = point + 1;
  while (isDigitAt(text, end)) end++;
  return end - point - 1;
}

function isDash(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isDigitAt(text, at)) return false;
  return true;
}
