import type { SourceSpan } from '../filing.js';

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:U\.S|U\.K|U\.S\.A|Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St|No|Nos|Co|Corp|Inc|Ltd|Cos|vs|approx|cf|e\.g|i\.e|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Rs|Ps|Bs)|\b[A-Z])\.$/;
/** After these a capital letter is a name, not a new sentence. */
const TITLE_OR_COUNTRY = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|U\.S|U\.K|U\.S\.A|Rs|Ps|Bs|[A-Z])\.$/;

/** No sentence is longer: what is, is parted at white space, so that work on a sentence stays bounded. */
const LONGEST_SENTENCE = 4000;

/** Ranges of the sentences of a text, white space between them left out; a text without a stop is one sentence. */
export function sentencesOf(text: string): SourceSpan[] {
  return stoppedSentences(text).flatMap((sentence) => parted(text, sentence));
}

function stoppedSentences(text: string): SourceSpan[] {
  const sentences: SourceSpan[] = [];
  const stops = /[.?!]["”’')\]]*(?=\s)/g;
  let start = skipSpace(text, 0);
  for (let match = stops.exec(text); match !== null; match = stops.exec(text)) {
    const end = match.index + match[0].length;
    const next = skipSpace(text, end);
    if (next >= text.length) break;
    if (!endsSentence(text.slice(Math.max(start, end - 12), end), text.slice(next, next + 12))) continue;
    sentences.push([start, end]);
    start = next;
  }
  const end = text.trimEnd().length;
  if (start < end) sentences.push([start, end]);
  return sentences;
}

function parted(text: string, [start, end]: SourceSpan): SourceSpan[] {
  const parts: SourceSpan[] = [];
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    let to = from + LONGEST_SENTENCE;
    while (to > from && !/\s/.test(text.charAt(to))) to -= 1;
    if (to === from) to = from + LONGEST_SENTENCE;
    parts.push([from, to]);
    from = skipSpace(text, to);
  }
  if (from < end) parts.push([from, end]);
  return parts;
}

function endsSentence(before: string, after: string): boolean {
  if (!/^["“‘'(]?[\p{Lu}\p{N}¥$€£]/u.test(after)) return false;
  if (!before.endsWith('.') || !ABBREVIATION.test(before)) return true;
  if (TITLE_OR_COUNTRY.test(before)) return false;
  return (
    /^["“]?\p{Lu}\p{Ll}/u.test(after) && !/^["“]?(?:January|February|March|April|May|June|July)\b/.test(after)
  );
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && /\s/.test(text.charAt(index))) index += 1;
  return index;
}
