import { isDigit } from '../../plain-characters.js';
import { BLANK, type Lines, RULE } from './lines.js';

/** Words that cannot end a label: what follows on the next line belongs to it. */
const LEAVES_OPEN =
  /(?:[,–—&-]|\b(?:and|or|of|the|a|an|to|in|for|with|by|from|at|on|before|after|through|per|than|net|under|as))$/i;
/** How much of the end of a label we look at. */
const TAIL = 20;
/** Set in so much further than the first line, a second one may be its rest. */
const DEEPEST_HANG = 8;

/**
 * Whether a label without values goes on in the line below: that begins with a small letter, or a figure, or the line
 * is so full that the next word would not have fitted, or it ends with a word that ends nothing. A label with a colon
 * names the rows below it.
 */
export function goesOnBelow(lines: Lines, line: number, below: number, labelWidth: number): boolean {
  if (lines.has(below, BLANK | RULE)) return false;
  const last = lines.lasts[line] ?? 0;
  if (lines.text.charCodeAt(last - 1) === 0x3a) return false;
  const hang = lines.indent(below) - lines.indent(line);
  if (hang < 0 || hang > DEEPEST_HANG) return false;
  const code = lines.text.charCodeAt(lines.firsts[below] ?? 0);
  if (isSmall(code)) return true;
  if (LEAVES_OPEN.test(lines.text.slice(Math.max(lines.firsts[line] ?? 0, last - TAIL), last))) return true;
  if (
    code === 0x28 &&
    (isSmall(lines.text.charCodeAt((lines.firsts[below] ?? 0) + 1)) || isAside(lines, below))
  ) {
    return true;
  }
  if (hang === 0) return false;
  const to = last - (lines.starts[line] ?? 0);
  return isDigit(code) || to + 1 + firstWord(lines, below) > labelWidth;
}

/** Whether a line without values is the rest of the label of the row above: it begins with a small letter, set in. */
export function isRestOfLabel(lines: Lines, line: number, indent: number): boolean {
  const first = lines.firsts[line] ?? 0;
  if (lines.text.charCodeAt((lines.lasts[line] ?? 1) - 1) === 0x3a) return false;
  return isSmall(lines.text.charCodeAt(first)) && lines.indent(line) >= indent;
}

/** A label that is in brackets as a whole: "(net of tax)". */
function isAside(lines: Lines, line: number): boolean {
  const first = lines.firsts[line] ?? 0;
  const close = first + lines.text.slice(first, lines.lasts[line] ?? first).indexOf(')');
  if (close < first) return false;
  const after = lines.text.slice(close + 1, close + 3);
  return close - first > 8 && (after.trim() === '' || after.startsWith('..'));
}

/** Length of the first word of a line. */
function firstWord(lines: Lines, line: number): number {
  const first = lines.firsts[line] ?? 0;
  const last = lines.lasts[line] ?? 0;
  let at = first;
  while (at < last && lines.text.charCodeAt(at) > 0x20 && !isLeader(lines.text, at)) at += 1;
  return at - first;
}

function isLeader(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && text.charCodeAt(at + 1) === 0x2e;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
