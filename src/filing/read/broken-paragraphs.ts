/** A heading is shorter; a paragraph that stops in mid-sentence is not. */
const PROSE = 60;
/** How much of the end of a paragraph we look at. */
const TAIL = 200;
const ENDS_A_SENTENCE = /[.:;?!]["”’')\]]*$/;
const HAS_A_STOP = /[.;,]\s/;
/** Words that cannot end a paragraph: what follows on the next page belongs to it, whatever its length. */
const LEAVES_OPEN = /(?:[,–—]|\b(?:and|or|of|the|a|an|to|in|for|with|by|from|our|that|which|is|are))$/i;
const STARTS_SMALL = /^\p{Ll}/u;

/**
 * Whether a paragraph that a page break has cut goes on in the text behind the break: its first part does not end its
 * sentence, and is no heading, and the second part goes on in a small letter. Offsets are into the text, white space
 * at both ends left out. What stands between them (page number, running header) is the caller's to skip.
 */
export function goesOnOverPage(
  text: string,
  from: number,
  to: number,
  nextFrom: number,
  nextTo: number,
): boolean {
  const first = text.charCodeAt(nextFrom);
  const isPlain = first < 128;
  if (
    isPlain
      ? first < 0x61 || first > 0x7a
      : !STARTS_SMALL.test(text.slice(nextFrom, Math.min(nextTo, nextFrom + 2)))
  ) {
    return false;
  }
  const before = text.slice(Math.max(from, to - TAIL), to);
  if (ENDS_A_SENTENCE.test(before)) return false;
  return before.length > PROSE || HAS_A_STOP.test(before) || LEAVES_OPEN.test(before);
}
