import { CURRENCIES } from '../../value/index.js';

/** Signs and codes that stand before a number, and letters that old reports print for one: "Y134.77", "R10.49". */
const SIGNS = CURRENCIES.flatMap(({ signs, code }) => [...signs, code])
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace(/[.$]/g, '\\$&').replaceAll(' ', '\\s?'))
  .join('|');
const MINUS = '[-−–△▲(]';
const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?';
const NOTE = '(?:\\s*(?:[⁽(]\\S{1,3}[⁾)]|\\*+))?';
/** A number as a table prints it, or the dash that stands for none; a note mark may follow. */
const NUMERIC = new RegExp(
  `^(?:${MINUS}\\s*)*(?:${SIGNS}|Won|[WRY](?=\\s?\\d+[.,]))?\\s*${MINUS}?\\s*${DIGITS}\\s*[)%]*${NOTE}$|^(?:[-−–—]+|[Nn]il|NIL|[Nn]/[Aa])$`,
);
const CURRENCY_SIGN_ONLY = new RegExp(`^(?:${SIGNS}|Won|[WRY])$`);
const RULE_LINE = /^[\s\-=_—–]+$/;

/** Whether a cell holds a number or the dash that stands for zero. */
export function isNumericText(text: string): boolean {
  return NUMERIC.test(text.trim());
}

/** A currency sign and nothing else. */
export function isCurrencySign(text: string): boolean {
  return CURRENCY_SIGN_ONLY.test(text);
}

/** A line that is drawn: dashes, equal signs, underscores. */
export function isRuleLine(text: string): boolean {
  return RULE_LINE.test(text) && /[-=_—–]{3}/.test(text);
}
