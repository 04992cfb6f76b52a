import { eastAsianWidth } from 'get-east-asian-width';

/** Below it, printable characters take one column each. */
const FIRST_COMBINING = 0x300;
const INVISIBLE = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u;

/** Columns that a text takes on a terminal: 2 for most Chinese and Japanese characters, 0 for combining marks. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

/** Filled with spaces on the right up to a width in columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Filled with spaces on the left up to a width in columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Cut to `width` columns, an ellipsis at the end where something is lost. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let short = '';
  let used = 0;
  for (const sign of text) {
    used += displayWidth(sign);
    if (used > width - 1) break;
    short += sign;
  }
  return `${short.trimEnd()}…`;
}

/** The end of a text in `width` columns, an ellipsis before it where something is lost: of a path, the telling part. */
export function shortenStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const signs = [...text];
  let used = 1;
  let first = signs.length;
  while (first > 0 && used + displayWidth(signs[first - 1] ?? '') <= width) {
    first -= 1;
    used += displayWidth(signs[first] ?? '');
  }
  return `…${signs.slice(first).join('')}`;
}

/** A table of ranges: a package that also knows joined emoji takes longer to load than a report to check. */
function signWidth(sign: string): 0 | 1 | 2 {
  const code = sign.codePointAt(0) ?? 0;
  if (code < FIRST_COMBINING) return 1;
  return INVISIBLE.test(sign) ? 0 : eastAsianWidth(code);
}
