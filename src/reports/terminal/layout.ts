import { eastAsianWidth } from 'get-east-asian-width';

const TAB_STOP = 8;
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

/** A table of ranges: a package that also knows joined emoji takes longer to load than a report to check. */
function signWidth(sign: string): 0 | 1 | 2 {
  const code = sign.codePointAt(0) ?? 0;
  if (code < FIRST_COMBINING) return 1;
  return INVISIBLE.test(sign) ? 0 : eastAsianWidth(code);
}

/**
 * Text of a document made safe to print: escape sequences, other control characters, marks that change the direction
 * of writing and lone surrogates become U+FFFD; white space becomes spaces. Tabs are for `expandTabs`.
 */
export function printable(text: string): string {
  return text
    .replace(/[\n\v\f\r\u0085\u00a0\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
      sign === '\t' ? sign : '\ufffd',
    );
}

/** Tabs turned into spaces up to the next stop, every 8 columns, from column `from`. */
export function expandTabs(text: string, from = 0): string {
  let line = '';
  let column = from;
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) {
      const gap = TAB_STOP - (column % TAB_STOP);
      line += ' '.repeat(gap);
      column += gap;
    }
    line += part;
    column += displayWidth(part);
  }
  return line;
}

/** Breaks a text at spaces into lines of at most `width` columns; a word longer than that stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of expandTabs(printable(text)).split(' ')) {
    if (word === '') continue;
    const columns = displayWidth(word);
    if (used > 0 && used + 1 + columns > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += used > 0 ? ` ${word}` : word;
    used += columns + (used > 0 ? 1 : 0);
  }
  if (used > 0 || lines.length === 0) lines.push(line);
  return lines;
}

/** `wrap`, with `first` before the first line and as many spaces before the others. */
export function wrapAfter(first: string, text: string, columns: number): string[] {
  const indent = displayWidth(first);
  return wrap(text, Math.max(20, columns - indent)).map(
    (line, index) => `${index === 0 ? first : ' '.repeat(indent)}${line}`,
  );
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

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
