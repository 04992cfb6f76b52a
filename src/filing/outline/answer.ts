import type { Answer } from '../filing.js';

/** Longer than this, an Item says something, whatever it begins with. */
const LONGEST_EMPTY_ANSWER = 400;
/** As much of an Item as tells how it answers: a pointer to the proxy statement may name its sections one by one. */
export const LONGEST_ANSWER = 1200;

const NOT_APPLICABLE = /^(?:this item is )?(?:\(?not applicable\)?|n\/a|inapplicable)\b/i;
const OMITTED = /^(?:\(?not required\)?|none required|omitted|intentionally omitted|\[?\(?reserved\)?\]?)\b/i;
const POINTER =
  /^(?:(?:please\s+)?(?:see|refer to)\b|(?:the )?information (?:required|called for|set forth|contained)\b|incorporated (?:herein )?by reference)|\bincorporated (?:herein )?by reference\b/i;
const LONG_POINTER =
  /^(?:the |certain |other )?information (?:required|called for|in response|regarding|concerning|about|relating)[\s\S]*\bincorporated\b[\s\S]*\bby reference\b/i;

/** How an Item answers the form, from the text between its heading and the next. */
export function answerOf(own: string): Answer {
  const text = own.replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_EMPTY_ANSWER)
    return text.length < LONGEST_ANSWER && LONG_POINTER.test(text) ? 'pointer' : 'content';
  if (NOT_APPLICABLE.test(text)) return 'not-applicable';
  if (OMITTED.test(text)) return 'omitted';
  return POINTER.test(text) ? 'pointer' : 'content';
}
