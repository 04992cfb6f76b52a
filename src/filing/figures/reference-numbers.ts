import type { Reading } from './drafts.js';
import { labelByPattern, tokenLabel } from './label-drafts.js';
import {
  isCapitalisedAt,
  isGlued,
  isSignAt,
  isSymbolAt,
  isWordAt,
  type Run,
  textAt,
  wordAt,
} from './tokens.js';

/**
 * A number that refers to something: "§ 232.405", "#2", a court's docket ("1:05-md-01720"), a patent, the number of a
 * list in a sentence ("1) foods, 2) drinks"), of an exhibit or a note at the beginning.
 */
export function referenceNumber(run: Run, at: number): Reading | null {
  // At the beginning "§" may be a bullet.
  if (isSymbolAt(run, at - 1, '§#№') && (at > 1 || isGlued(run, 0)))
    return labelByPattern(run, at, SIGNED, 'section');
  if (isGlued(run, at) && isSymbolAt(run, at + 1, '-‐‑:')) return labelByPattern(run, at, DOCKET, 'name');
  if (isOfCode(run, at)) return labelByPattern(run, at, CODE, 'name');
  if (isOfPatent(run, at)) return tokenLabel(run, at, 'name');
  if (isOfList(run, at)) return tokenLabel(run, at, 'enumerator');
  return at === 0 ? leading(run) : null;
}

const SIGNED = /\d[\dA-Za-z]*(?:[.‐‑-]\d[\dA-Za-z]*)*/y;
/** "1:05-md-01720", "87-C01-0601-PL-499"; but "3-to-5". */
const DOCKET =
  /\d{1,4}(?::\d{2,4})?[‐‑-](?!(?:to|for|and|or|by|on|a|day|year|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b)[A-Za-z]{1,4}\d{0,3}[‐‑-]\d[\dA-Za-z‐‑-]{0,40}/iy;

/** "KIT/MR/3184/2007": the number of a licence. */
function isOfCode(run: Run, at: number): boolean {
  return (
    isSymbolAt(run, at - 1, '/') &&
    isGlued(run, at - 1) &&
    isGlued(run, at - 2) &&
    /^[A-Z]{2,6}$/.test(textAt(run, at - 2))
  );
}

const CODE = /\d{1,10}(?:[/-]\d{1,10}){0,4}/y;

const PATENT_REACH = 400;

/** "7,022,100" where patents are listed. */
function isOfPatent(run: Run, at: number): boolean {
  const [start, end] = [run.startAt(at), run.endAt(at)];
  if (end - start < 9 || end - start > 10 || isSignAt(run, at - 1)) return false;
  if (!/^\d{1,2},\d{3},\d{3}$/.test(textAt(run, at))) return false;
  if (isWordAt(run, at + 1) && !/^(?:and|or|which)$/.test(wordAt(run, at + 1))) return false;
  return /\bpatents?\b/i.test(run.text.slice(Math.max(0, start - PATENT_REACH), start));
}

const BRACKET_REACH = 200;

/** "1) foods, 2) drinks" outside of brackets, and "…; 4. Build". */
function isOfList(run: Run, at: number): boolean {
  const [start, end] = [run.startAt(at), run.endAt(at)];
  if (at === 0 || end - start > 2 || !isGlued(run, at) || isGlued(run, at + 1) || isGlued(run, at - 1))
    return false;
  if (isSymbolAt(run, at + 1, '.')) return isSymbolAt(run, at - 1, ';:') && isCapitalisedAt(run, at + 2);
  if (!isSymbolAt(run, at + 1, ')') || !isWordAt(run, at + 2)) return false;
  const before = run.text.slice(Math.max(0, start - BRACKET_REACH), start);
  return before.lastIndexOf('(') <= before.lastIndexOf(')');
}

const EXHIBIT = /\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?:\([a-z\d]{1,2}\))?(?=[*†+#\s])/y;

/** Capitalised words that a number at the beginning counts or measures. */
const MEASURES = new Set(
  `years year months month weeks week days day hours hour quarters quarter million billion thousand trillion percent basis notes
  senior debentures bonds shares share directors members times points largest acres miles employees stores and or to of`.split(
    /\s+/,
  ),
);

/** "10.2 Five-Year Credit Agreement", an exhibit; "4 Includes an increase for …", a note. */
function leading(run: Run): Reading | null {
  let next = 1;
  while (isSymbolAt(run, next, '*†+#')) next += 1;
  if (textAt(run, 0).includes('.')) {
    const exhibit = labelByPattern(run, 0, EXHIBIT, 'exhibit');
    const title = exhibit?.next ?? next;
    return isTitle(run, title) ? exhibit : null;
  }
  if (run.endAt(0) > 2 || next > 1 || isGlued(run, 0) || run.length < SHORTEST_NOTE) return null;
  const isNote =
    isCapitalisedAt(run, 1) && !MEASURES.has(wordAt(run, 1)) && isWordAt(run, 2) && !isCapitalisedAt(run, 2);
  return isNote && !MEASURES.has(wordAt(run, 2)) ? tokenLabel(run, 0, 'footnote-mark') : null;
}

const SHORTEST_NOTE = 5;

function isTitle(run: Run, at: number): boolean {
  return isCapitalisedAt(run, at) && textAt(run, at).length > 2 && !MEASURES.has(wordAt(run, at));
}
