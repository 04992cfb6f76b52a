import { isDigit } from '../plain-characters.js';
import { isSpace } from './white-space.js';

/** What a character is to the reader of figures, in the low bits of its class. */
export const SPACE = 1;
export const DIGIT = 2;
export const LETTER = 3;
export const SYMBOL = 4;

/** Classes of code units as they are met: most of a report is a few dozen characters. 0 is not yet known. */
const CLASSES = new Uint8Array(0x10000);
const ANY_LETTER = /\p{L}/u;

/** `SPACE`, `DIGIT`, `LETTER` or `SYMBOL`; NaN, behind the end of a text, is a `SYMBOL`. */
export function classOf(code: number): number {
  return CLASSES[code] || classified(code);
}

function classified(code: number): number {
  const found = isSpace(code)
    ? SPACE
    : isDigit(code)
      ? DIGIT
      : ANY_LETTER.test(String.fromCharCode(code))
        ? LETTER
        : SYMBOL;
  CLASSES[code] = found;
  return found;
}

/** A letter of any script. */
export function isLetter(code: number): boolean {
  return classOf(code) === LETTER;
}
