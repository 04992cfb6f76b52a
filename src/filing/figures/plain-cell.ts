import type { Unit } from '../filing.js';
import { isDigit } from '../plain-characters.js';
import type { CellOptions, Mention } from './mentions.js';
import { isGrouped, scaledValue } from './numerals.js';
import { isSpace } from './white-space.js';

/** Longer runs of digits are left to the grammar. */
const MOST_DIGITS = 24;

/**
 * The figure of a cell that is one plain number, as nine cells of ten are: "1,234", "(5.2)", "$ 17", "$(17)", "4.5%",
 * "(4.5)%", and the dash that stands for zero. Reads in one pass what the grammar of `readDrafts` would, with the same
 * result; null leaves all else to that, years too.
 */
export function readPlainCell(text: string, options: CellOptions): Mention | null {
  const start = skipSpace(text, 0);
  if (isDash(text.charCodeAt(start))) return readDash(text, start, options);
  let at = start;
  let hasSign = text.charCodeAt(at) === DOLLAR;
  if (hasSign) at = skipSpace(text, at + 1);
  const isBracketed = text.charCodeAt(at) === OPEN;
  if (isBracketed) at = skipSpace(text, at + 1);
  if (isBracketed && !hasSign && text.charCodeAt(at) === DOLLAR) {
    hasSign = true;
    at = skipSpace(text, at + 1);
  }
  const number = readNumber(text, at);
  if (number === null) return null;
  const isPercent = readClosing(text, number.end, isBracketed, !hasSign);
  if (isPercent === null) return null;
  const unit = isPercent ? 'percent' : unitFor(hasSign ? (options.dollar ?? 'USD') : null, options);
  const power = !isPercent && isScaledUnit(unit) ? options.scale : 0;
  const { value, decimals } = scaledValue(number, power, isBracketed);
  return { start, end: endOfText(text), role: 'amount', value, decimals, unit };
}

const DOLLAR = 0x24;
const PERCENT = 0x25;
const OPEN = 0x28;
const CLOSE = 0x29;

/** Whether a percent sign stands behind the number; null where its bracket stays open, or anything else follows. */
function readClosing(
  text: string,
  from: number,
  isBracketed: boolean,
  mayBePercent: boolean,
): boolean | null {
  let isOpen = isBracketed;
  let isPercent = false;
  for (let at = skipSpace(text, from); at < text.length; at = skipSpace(text, at + 1)) {
    const code = text.charCodeAt(at);
    if (code === PERCENT && mayBePercent && !isPercent) isPercent = true;
    else if (code === CLOSE && isOpen) isOpen = false;
    else return null;
  }
  return isOpen ? null : isPercent;
}

/** A dash and nothing else. */
function readDash(text: string, start: number, options: CellOptions): Mention | null {
  if (skipSpace(text, start + 1) < text.length) return null;
  return { start, end: start + 1, role: 'amount', value: '0', decimals: 0, unit: unitFor(null, options) };
}

function isDash(code: number): boolean {
  return code === 0x2014 || code === 0x2013 || code === 0x2d;
}

/** The table's unit where the printed currency agrees with it: "¥134.77" under "yen per dollar" is JPY/USD. */
export function unitFor(currency: string | null, options: CellOptions): Unit {
  if (currency === null) return options.unit ?? 'pure';
  return options.unit?.startsWith(`${currency}/`) ? options.unit : currency;
}

/** Whether "in millions" is meant for amounts of a unit: money, shares and counts; never for rates or percentages. */
export function isScaledUnit(unit: Unit): boolean {
  switch (unit) {
    case 'pure':
    case 'share':
    case 'count':
      return true;
    default:
      return unit.length === 3 && unit !== 'day';
  }
}

interface PlainNumber {
  readonly digits: string;
  readonly decimals: number;
  readonly end: number;
}

/** Digits with thousands separators all in place or none, and at most one point between digits; no year. */
function readNumber(text: string, start: number): PlainNumber | null {
  let at = start;
  let commas = 0;
  let point = -1;
  for (; at < start + MOST_DIGITS; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2c) commas += 1;
    else if (code === 0x2e && point < 0) point = at;
    else if (!isDigit(code)) break;
  }
  if (!isDigit(text.charCodeAt(start)) || !isDigit(text.charCodeAt(at - 1))) return null;
  const printed = text.slice(start, at);
  if (commas > 0 ? !isGrouped(printed) : mayBeYear(printed)) return null;
  const digits = commas > 0 || point >= 0 ? digitsOf(printed) : printed;
  return { digits, decimals: point < 0 ? 0 : at - point - 1, end: at };
}

/** Without commas and point. */
function digitsOf(printed: string): string {
  let digits = '';
  let from = 0;
  for (let at = 0; at < printed.length; at += 1) {
    if (isDigit(printed.charCodeAt(at))) continue;
    digits += printed.slice(from, at);
    from = at + 1;
  }
  return digits + printed.slice(from);
}

function mayBeYear(printed: string): boolean {
  return printed.length === 4 && (printed.startsWith('19') || printed.startsWith('20'));
}

function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
