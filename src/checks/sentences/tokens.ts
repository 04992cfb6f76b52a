import { isDigit } from '../arithmetic/digits.js';

/**
 * The words of a text in lower case, numbers as they stand, and the marks that part clauses: `, ; : ( ) ~ %`. Hyphens part
 * words ("basis-point" is two), other dashes are a comma. Linear.
 */
export function tokensOf(printed: string): string[] {
  const lower = printed.toLowerCase();
  // A few capitals are longer in lower case.
  const text = lower.length === printed.length ? lower : printed;
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const end = isLetter(code) ? wordEnd(text, at) : isDigit(code) ? numberEnd(text, at) : at;
    if (end > at) tokens.push(text === lower ? text.slice(at, end) : text.slice(at, end).toLowerCase());
    else if (code !== SPACE && MARKS.has(text.charAt(at))) tokens.push(text.charAt(at));
    else if (code === 0x2013 || code === 0x2014) tokens.push(',');
    at = Math.max(end, at + 1);
  }
  return tokens;
}

const SPACE = 0x20;
const MARKS = new Set([',', ';', ':', '(', ')', '~', '%']);

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && (isLetter(text.charCodeAt(at)) || isApostrophe(text, at))) at += 1;
  return at;
}

/** Inside a word, or behind the s of an owner: "year's", "others'". */
function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x27 || code === 0x2019) && isLetter(text.charCodeAt(at + 1));
}

function numberEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const isInner = (code === 0x2e || code === 0x2c) && isDigit(text.charCodeAt(at + 1));
    if (!isDigit(code) && !isInner) break;
    at += 1;
  }
  return at;
}

function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code < 0x2000) ||
    code >= 0x3000
  );
}

/** Whether a token is a number: a year, a day, the number of a note. */
export function isNumberToken(token: string): boolean {
  return isDigit(token.charCodeAt(0));
}
