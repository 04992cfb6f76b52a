import type { SourceSpan } from '../filing.js';
import { isDigit, isPlainLetter } from '../plain-characters.js';

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:U\.S|U\.K|U\.S\.A|Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St|No|Nos|Co|Corp|Inc|Ltd|Cos|vs|approx|cf|e\.g|i\.e|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Rs|Ps|Bs)|\b[A-Z])\.$/;
/** After these a capital letter is a name, not a new sentence. */
const TITLE_OR_COUNTRY = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|U\.S|U\.K|U\.S\.A|Rs|Ps|Bs|[A-Z])\.$/;

/** No sentence is longer: what is, is parted at white space, so that work on a sentence stays bounded. */
const LONGEST_SENTENCE = 4000;

/** Ranges of the sentences of a text, white space between them left out; a text without a stop is one sentence. */
export function sentencesOf(text: string): SourceSpan[] {
  const sentences: SourceSpan[] = [];
  let start = skipSpace(text, 0);
  for (let at = start; at < text.length; at += 1) {
    if (!isStop(text.charCodeAt(at))) continue;
    const end = skipClosers(text, at + 1);
    const next = skipSpace(text, end);
    if (next >= text.length) break;
    if (next === end || !endsSentence(text, start, end, next)) continue;
    pushParts(sentences, text, start, end);
    start = next;
    at = next - 1;
  }
  const end = text.trimEnd().length;
  if (start < end) pushParts(sentences, text, start, end);
  return sentences;
}

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x3f || code === 0x21;
}

/** Quotation marks and brackets that close behind a stop. */
const CLOSERS = '"”’\')]';

function skipClosers(text: string, from: number): number {
  let at = from;
  while (at < text.length && CLOSERS.includes(text.charAt(at))) at += 1;
  return at;
}

function pushParts(sentences: SourceSpan[], text: string, start: number, end: number): void {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    let to = from + LONGEST_SENTENCE;
    while (to > from && !isWhite(text.charCodeAt(to))) to -= 1;
    if (to === from) to = from + LONGEST_SENTENCE;
    sentences.push([from, to]);
    from = skipSpace(text, to);
  }
  if (from < end) sentences.push([from, end]);
}

/** Whether the sentence that begins at `start` ends with the stop before `end`, where the next words begin at `next`. */
function endsSentence(text: string, start: number, end: number, next: number): boolean {
  if (!beginsSentence(text, next)) return false;
  if (text.charCodeAt(end - 1) !== 0x2e || !mayAbbreviate(text, end - 1)) return true;
  const before = text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end);
  if (!ABBREVIATION.test(before)) return true;
  if (TITLE_OR_COUNTRY.test(before)) return false;
  const after = text.slice(next, next + LONGEST_ABBREVIATION);
  return (
    /^["“]?\p{Lu}\p{Ll}/u.test(after) && !/^["“]?(?:January|February|March|April|May|June|July)\b/.test(after)
  );
}

const LONGEST_ABBREVIATION = 12;

/** No abbreviation has more letters in a row than "approx". */
function mayAbbreviate(text: string, stop: number): boolean {
  for (let at = stop - 1; at >= stop - 7; at -= 1) if (!isPlainLetter(text.charCodeAt(at))) return true;
  return false;
}

const OPENS = '"“‘\'(';

/** A capital letter, a number or a sign of money, behind a mark that opens or none. */
function beginsSentence(text: string, at: number): boolean {
  const first = OPENS.includes(text.charAt(at)) ? at + 1 : at;
  const code = text.charCodeAt(first);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === 0x24;
  return /^[\p{Lu}\p{N}¥€£]/u.test(text.slice(first, first + 2));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhite(text.charCodeAt(at))) at += 1;
  return at;
}

/** As `\s`. */
function isWhite(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}
