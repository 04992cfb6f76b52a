import { Decimal } from '../../../value/index.js';
import { scalarText } from '../edit/edit-register.js';
import type { DisclosedFigure } from './disclosed.js';

/** A figure as a named input with its place, or null for one that no model takes: dates, ages, counted things. */
export function inputLines(name: string, figure: DisclosedFigure): string[] | null {
  const value = quantityText(figure);
  if (value === null) return null;
  return [`${name}:`, `  value: ${scalarText(value, 'block')}`, `  source: ${sourceText(figure)}`];
}

/** In a flow map, where a comma or a brace would part entries. */
export function sourceText({ text, line, key }: DisclosedFigure): string {
  const figure =
    /^[\p{L}\p{N}$¥€£%.() ]+$/u.test(text) && !/^[\d.]+$/.test(text) ? text : JSON.stringify(text);
  return `{ figure: ${figure}, line: ${line}, key: ${scalarText(key)} }`;
}

/** "JPY 6.8 billion", "29.7%", "12,500": exactly what is printed. */
export function quantityText({ value, unit }: DisclosedFigure): string | null {
  if (unit === 'percent') return `${value}%`;
  if (unit === 'share') return grouped(value);
  if (/^[A-Z]{3}$/.test(unit)) return `${unit} ${scaled(value)}`;
  if (/^[A-Z]{3}\/[A-Z]{3}$/.test(unit)) return `${value} ${unit}`;
  return null;
}

const SCALES = [
  ['billion', 9],
  ['million', 6],
] as const;

/** In billions or millions where that takes no more than three decimals, else in full. */
function scaled(value: string): string {
  const exact = Decimal.parse(value);
  for (const [word, power] of SCALES) {
    const shifted = exact.times(Decimal.of(1n, power));
    if (shifted.abs().compare(Decimal.ONE) < 0) continue;
    const short = shifted.rounded(3, 'half-even');
    if (short.equals(shifted)) return `${grouped(trimmed(short.toString()))} ${word}`;
  }
  return grouped(value);
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function grouped(value: string): string {
  const [whole = '', decimals] = value.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? parted : `${parted}.${decimals}`;
}
