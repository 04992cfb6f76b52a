import type { Answer } from '../filing.js';

/** Longer than this, an Item says something, whatever it begins with. */
const LONGEST_EMPTY_ANSWER = 400;

const NOT_APPLICABLE = /^(?:this item is )?(?:\(?not applicable\)?|n\/a|inapplicable)\b/i;
const OMITTED = /^(?:\(?not required\)?|none required|omitted|intentionally omitted|\[?\(?reserved\)?\]?)\b/i;
const POINTER =
  /^(?:(?:please\s+)?(?:see|refer to)\b|(?:the )?information (?:required|called for|set forth|contained)\b|incorporated (?:herein )?by reference)|\bincorporated (?:herein )?by reference\b/i;

/** How an Item answers the form, from the text between its heading and the next. */
export function answerOf(paragraphs: readonly string[]): Answer {
  const text = paragraphs.join(' ').replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_EMPTY_ANSWER) return 'content';
  if (NOT_APPLICABLE.test(text)) return 'not-applicable';
  if (OMITTED.test(text)) return 'omitted';
  return POINTER.test(text) ? 'pointer' : 'content';
}
