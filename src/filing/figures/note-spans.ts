import { readLabelSpan } from './label-spans.js';

/** A longer note says more than when its column ends. */
const LONGEST_NOTE = 200;
/** The mark that a note begins with. */
const MARK = /^(?:[⁽([]?[\d¹²³⁴⁵⁶⁷⁸⁹⁰a-z*]{1,3}[⁾)\]]|\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]+|Notes?:)\s*/iu;
/** Words that say nothing but "the rates of this column are": whatever else stands there makes the note another one. */
const LEAD =
  /^(?:provided|given|shown|stated|presented|reported|calculated|computed|determined|available|data|rates?|information|figures?|amounts?|exchange|noon|buying|high|low|average|and|is|are|was|were|of|represents?|reflects?|covers?|covering|includes?|only|based|on|these|this|the|such|in|for|column|partial|part|period|month)\b[\s,:]*/i;
/** "March 2016 is through", "the March figures are through". */
const LINK =
  /\b(?:figures?|rates?|data|information|is|are|was|were)\s+(?=(?:figures|is|are|through|thru|until|up)\b)/gi;
const CLOSED_BY = /,?\s*\b(?:only|inclusive|the latest practicable date)\s*$/i;
/** What tells that a month is not whole, however it is said. */
const CUT =
  /\b(?:through|thru|until|up to|to date|partial|part of|latest practicable)\b|\b(?!Note|Item|Section|Rule|Part|Page)[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?!\d)|\b\d{1,2}\s+[A-Z][a-z]{2,8}\b/;

/** What a note says of the days that its column or row covers. */
export type NoteSpan =
  /** As a label would say it in brackets: "from March 1, 2016 to March 21, 2016". */
  | { readonly kind: 'days'; readonly text: string }
  /** It speaks of days, or of a part, in words that are not understood: a month under it may not be whole. */
  | { readonly kind: 'unclear' };

/**
 * Reads "(1) Provided for the period from March 1, 2016 to March 21, 2016." Null where the note says nothing of days:
 * one on what an amount includes does not change its period.
 */
export function readNoteSpan(note: string): NoteSpan | null {
  const text = daysOf(note);
  if (text !== null) return { kind: 'days', text };
  return CUT.test(note.replace(MARK, '')) ? { kind: 'unclear' } : null;
}

function daysOf(note: string): string | null {
  if (note.length > LONGEST_NOTE) return null;
  let rest = note.replace(MARK, '').replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
  rest = rest
    .replace(/\s*[.;]$/, '')
    .replace(CLOSED_BY, '')
    .replace(LINK, '')
    .trim();
  for (;;) {
    const span = readLabelSpan(rest);
    if (span !== null && span !== 'words') return rest.slice(rest.indexOf(span.own) + span.own.length).trim();
    const shorter = rest.replace(LEAD, '');
    if (shorter === rest || shorter === '') return null;
    rest = shorter;
  }
}
