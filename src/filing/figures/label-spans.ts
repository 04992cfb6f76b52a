import { type PartialDate, readWholeDate } from './label-dates.js';

/** "July (through July 7, 2006)", "July 1–7": a label that says itself where its period ends. */
export interface LabelSpan {
  /** What stands before, where that is no first day: "July", "Fiscal 2006", or nothing. */
  readonly own: string;
  readonly first?: PartialDate;
  readonly last: PartialDate;
}

const UNTIL =
  /(?:^|[\s,])(?:up to and including|up to|through and including|through|thru|until|till|to)\s{1,3}(?:and including\s{1,3})?|\s{0,3}[–—-]\s{0,3}/gi;
/** What may stand before a first day, or before "through" alone. */
const LEAD =
  /^(?:for\s{1,3})?(?:the\s{1,3})?(?:(?:interim|partial|current|latest)\s{1,3})?(?:period\s{0,3})?(?:from\s{0,3})?/i;
const TIME_ONLY = /^(?:(?:the|our|fiscal|financial|calendar|years?|month|of|FY|(?:19|20)\d\d)[\s,:]{0,3})+$/i;

/** Reads a label, or a bracket of one, that gives a last day; null where it gives none; `words` where words that are no time come before. */
export function readLabelSpan(text: string): LabelSpan | 'words' | null {
  const label = text.trim();
  let found: 'words' | null = null;
  for (const match of label.matchAll(UNTIL)) {
    const last = readWholeDate(label.slice(match.index + match[0].length));
    if (last === null || (last.day === undefined && last.month === undefined)) continue;
    const own = label.slice(0, match.index).replace(LEAD, '').trim();
    const isDash = !/[a-z]/i.test(match[0]);
    const span = isDash ? betweenDays(own, last) : upTo(own, last);
    if (span !== null) return span;
    if (!isDash) found = 'words';
  }
  return found;
}

/** "July 1–7", "January–June 2006": a dash needs a first day or month on its left. */
function betweenDays(own: string, last: PartialDate): LabelSpan | null {
  const first = readWholeDate(own);
  if (first === null || first.month === undefined) return null;
  const areOfOneKind = first.day === undefined ? last.day === undefined : last.day !== undefined;
  return areOfOneKind ? { own: '', first, last } : null;
}

function upTo(own: string, last: PartialDate): LabelSpan | null {
  if (own === '') return last.day === undefined ? null : { own, last };
  const first = readWholeDate(own);
  if (last.month === undefined && first?.month === undefined) return null;
  if (first === null) return TIME_ONLY.test(own) && last.day !== undefined ? { own, last } : null;
  if (first.day !== undefined) return { own: '', first, last };
  if (last.day !== undefined) return { own, last };
  return first.month === undefined ? null : { own: '', first, last };
}
