/** What a code unit is, for the readers of every format: English letters, digits, and what parts words. */

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A letter of English, of either case. */
export function isPlainLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** A space, a control character or a no-break space; spaces of other widths are not among them. */
export function isPlainSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}

/** Whether a range of a text holds a digit. */
export function holdsDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}
