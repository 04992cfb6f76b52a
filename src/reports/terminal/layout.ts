import { displayWidth } from '../../value/display-width.js';

const TAB_STOP = 8;
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
