import type { Draft, Reading } from './drafts.js';
import { isDigits, label, single, tokenAfter } from './label-drafts.js';
import type { LabelKind } from './mentions.js';
import { namedNumber } from './named-numbers.js';
import { isYearNumber } from './read-dates.js';
import { referenceNumber } from './reference-numbers.js';
import {
  DASHES,
  isCapitalisedAt,
  isGlued,
  isNumberAt,
  isSymbolAt,
  isWordAt,
  type Run,
  SUPERSCRIPTS,
  type Token,
  textAt,
  wordAt,
} from './tokens.js';

interface Keyword {
  readonly kind: LabelKind;
  /** Also where it begins with a small letter. */
  readonly small: boolean;
}

const KEYWORDS = new Map<string, Keyword>([
  ...keywords('item', true, 'item items'),
  ...keywords('note', true, 'note notes footnote footnotes'),
  ...keywords('section', true, 'section sections subsection paragraph paragraphs clause chapter chapters'),
  ...keywords('section', false, 'sec article articles part parts title appendix annex topic subtopic'),
  ...keywords('page', true, 'page pages pp'),
  ...keywords('exhibit', true, 'exhibit exhibits'),
  ...keywords('form', false, 'form forms schedule'),
  ...keywords('rule', true, 'rule rules non-rule'),
  ...keywords(
    'name',
    true,
    'scope scopes phase phases type types version versions tier tiers genotype genotypes',
  ),
  ...keywords('rule', false, 'regulation regulations'),
  ...keywords(
    'name',
    false,
    `proposal fortune law no nos sfas fas apb eitf fin fsp sab sop asc asu ifrs ias ifric iso soc statement interpretation level levels step
    stage suite room floor building box series category grade table figure chart covid pillar pillars proposition act bill
    instrument ni local district highway route model anomaly release docket patent registration amendment supplement tranche class
    bulletin directive code gen generation lot id`,
  ),
]);

/** Kinds whose number may hold a hyphen: "Form 20-F", "Rule 3-20", "Exhibit 3-B", "ASU 2014-09". */
const HYPHENATED = new Set<LabelKind>(['form', 'rule', 'exhibit', 'name', 'section']);

const PLAIN_NUMBER = /\d[\dA-Za-z]*(?:\.(?:\d+|[A-Za-z](?![A-Za-z])))*(?:\([A-Za-z0-9]{1,4}\))*/y;
const HYPHEN_NUMBER =
  /\d[\dA-Za-z]*(?:[.:‐‑/–-](?:\d+[A-Za-z]?\d?|[A-Za-z]{1,2}(?![A-Za-z])))*(?:\([A-Za-z0-9]{1,4}\))*/y;
const FORM_NAME = /(?:20|40|18)-F|(?:10|8|6|11)-K(?:T|SB)?|10-Q(?:SB)?|13[DG]/y;

/** Numbers that only name: items, notes, sections, pages, forms, footnote marks, telephone numbers, addresses, standards. */
export function readLabel(run: Run, at: number): Reading | null {
  if (isWordAt(run, at)) return afterKeyword(run, at) ?? letteredNumber(run, at);
  if (isSymbolAt(run, at)) return mark(run, at) ?? superscript(run, at) ?? telephone(run, at);
  if (!isNumberAt(run, at)) return null;
  return (
    formName(run, at) ??
    enumerator(run, at) ??
    referenceNumber(run, at) ??
    clause(run, at) ??
    digitGroups(run, at) ??
    address(run, at) ??
    phrase(run, at) ??
    namedNumber(run, at)
  );
}

/** The symbols of ASCII that a label may begin with. */
export const LABEL_SYMBOLS = '([+';

/** Whether a label may begin with a word. */
export function isLabelWord(word: string): boolean {
  return KEYWORDS.has(word.toLowerCase());
}

/** "Item 5", "Notes 5, 12 and 14", "Section 102(b)(2)", "pages F-2 through F-5". */
function afterKeyword(run: Run, at: number): Reading | null {
  const keyword = KEYWORDS.get(wordAt(run, at));
  if (keyword === undefined || !(keyword.small || isCapitalisedAt(run, at))) return null;
  let index = numberAfter(run, at, keyword.kind);
  // "the Bribery Act 2010" has a year.
  if (wordAt(run, at) === 'act' && isYearNumber(run, index)) return null;
  const drafts: Draft[] = [];
  for (;;) {
    const draft = identifier(run, index, keyword.kind);
    if (draft === null) break;
    drafts.push(draft);
    index = draft.next;
    const step = isSymbolAt(run, index, `,&${DASHES}`) ? 1 : 0;
    const joins = /^(?:and|or|to|through)$/.test(wordAt(run, index + step)) ? 1 : 0;
    if (step + joins === 0 || isYearNumber(run, index + step + joins)) break;
    index += step + joins;
  }
  const last = drafts.at(-1);
  return last === undefined ? null : { drafts, next: last.next };
}

/** Where the number of a keyword stands: behind "No.", "Auditor ID:", "Firm ID is", "Exhibit (". */
function numberAfter(run: Run, at: number, kind: LabelKind): number {
  let index = isSymbolAt(run, at + 1, '.') ? at + 2 : at + 1;
  if (kind === 'exhibit' && isSymbolAt(run, index, '(')) return index + 1;
  if (kind !== 'name' && /^(?:numbers?|nos?)$/.test(wordAt(run, index)))
    return isSymbolAt(run, index + 1, '.') ? index + 2 : index + 1;
  if (wordAt(run, at) !== 'id') return index;
  const last = index + 3;
  while (index < last && (isSymbolAt(run, index, ':.#') || /^(?:is|no|number)$/.test(wordAt(run, index))))
    index += 1;
  return index;
}

/** The number of an item, note or form at a token: "5", "3.D", "20-F", "F-2"; null where an amount stands there. */
function identifier(run: Run, at: number, kind: LabelKind): Draft | null {
  const prefixed =
    isWordAt(run, at) &&
    /^[A-Z]{1,2}$/.test(textAt(run, at)) &&
    isSymbolAt(run, at + 1, DASHES) &&
    isGlued(run, at);
  const number = run.tokenAt(prefixed ? at + 2 : at);
  if (number?.kind !== 'number') return null;
  const pattern = HYPHENATED.has(kind) ? HYPHEN_NUMBER : PLAIN_NUMBER;
  pattern.lastIndex = number.start;
  if (!pattern.test(run.text)) return null;
  const end = pattern.lastIndex;
  const next = tokenAfter(run, at, end);
  if (number.numeral?.form === 'grouped' || isSymbolAt(run, next, '%')) return null;
  if (/^(?:million|billion|thousand|percent|per)$/.test(wordAt(run, next))) return null;
  return label(run, at, next, run.startAt(at), end, kind);
}

/** "F-2": a page of the financial statements. "S-8", "A-1", and "H.10", a release of the Federal Reserve: a name. */
function letteredNumber(run: Run, at: number): Reading | null {
  if (!isGlued(run, at) || !isNumberAt(run, at + 2)) return null;
  const word = run.tokenAt(at) as Token;
  const isRelease = word.text === 'H' && isSymbolAt(run, at + 1, '.');
  if (!isRelease && !isSymbolAt(run, at + 1, '-‐‑')) return null;
  if (!isGlued(run, at + 1) || /^(?:mid|pre|post|early|late|for|to|of|by|and|or)$/i.test(word.text))
    return null;
  const kind = word.text === 'F' ? 'page' : /^[SN]$/.test(word.text) ? 'form' : 'name';
  return single(label(run, at, at + 3, word.start, run.endAt(at + 2), kind));
}

/** "20-F", "10-K" without the word Form. */
function formName(run: Run, at: number): Reading | null {
  if (!isGlued(run, at)) return null;
  const token = run.tokenAt(at) as Token;
  FORM_NAME.lastIndex = token.start;
  if (!FORM_NAME.test(run.text)) return null;
  const end = FORM_NAME.lastIndex;
  return single(label(run, at, tokenAfter(run, at, end), token.start, end, 'form'));
}

/** "(1)", "[2]": a mark or an enumerator. */
function mark(run: Run, at: number): Reading | null {
  const isSquare = isSymbolAt(run, at, '[');
  if (!isSquare && !isSymbolAt(run, at, '(')) return null;
  if (!isNumberAt(run, at + 1) || !isSymbolAt(run, at + 2, isSquare ? ']' : ')')) return null;
  if (!/^\d{1,2}$/.test(textAt(run, at + 1))) return null;
  const kind = at === 0 && !isSquare ? 'enumerator' : 'footnote-mark';
  return single(label(run, at, at + 3, run.startAt(at), run.endAt(at + 2), kind));
}

const RAISED = `⁽${SUPERSCRIPTS}`;

/** "⁽¹⁾", "¹". */
function superscript(run: Run, at: number): Reading | null {
  if (!isSymbolAt(run, at, RAISED)) return null;
  let index = isSymbolAt(run, at, '⁽') ? at + 1 : at;
  const digits: string[] = [];
  for (; digits.length < 3 && isSymbolAt(run, index, SUPERSCRIPTS); index += 1) {
    digits.push(String(SUPERSCRIPTS.indexOf(textAt(run, index))));
  }
  if (digits.length === 0) return null;
  if (isSymbolAt(run, index, '⁾')) index += 1;
  const end = run.endAt(index - 1);
  const draft = label(run, at, index, run.startAt(at), end, 'footnote-mark');
  return single({ ...draft, numeral: { digits: digits.join(''), decimals: 0, form: 'plain' } });
}

/** "+81-3-5259-6500", "(212) 555-1234". */
function telephone(run: Run, at: number): Reading | null {
  const isPlus = isSymbolAt(run, at, '+') && isGlued(run, at) && isNumberAt(run, at + 1);
  const isArea =
    isSymbolAt(run, at, '(') &&
    /^\d{2,4}$/.test(textAt(run, at + 1)) &&
    isSymbolAt(run, at + 2, ')') &&
    /^\d{3,4}$/.test(textAt(run, at + 3)) &&
    isSymbolAt(run, at + 4, '-‐‑–');
  if (!isPlus && !isArea) return null;
  let index = at + 1;
  while (isNumberAt(run, index) || isSymbolAt(run, index, '()-‐‑–')) index += 1;
  while (!isNumberAt(run, index - 1)) index -= 1;
  return single(label(run, at, index, run.startAt(at), run.endAt(index - 1), 'phone'));
}

/** "1." or "1)" at the very beginning. */
function enumerator(run: Run, at: number): Reading | null {
  if (at !== 0) return null;
  const number = run.tokenAt(at) as Token;
  if (!/^\d{1,2}$/.test(number.text) || !isSymbolAt(run, 1, '.)') || !isGlued(run, 0)) return null;
  // "4." may be all that is left of a heading, its words being the next sentence.
  if (run.length < 2 || (run.length > 2 && isGlued(run, 1))) return null;
  return single(label(run, 0, 1, number.start, number.end, 'enumerator'));
}

/** "401(k)", "501(c)": a section of the tax code. "MD&A" and a tab before "38": the page in a table of contents. */
function clause(run: Run, at: number): Reading | null {
  const [start, end] = [run.startAt(at), run.endAt(at)];
  if (end - start > 3) return null;
  const isLettered =
    isGlued(run, at) && isSymbolAt(run, at + 1, '(') && /^\([a-z]\)/.test(run.text.slice(end, end + 3));
  if (isLettered) return single(label(run, at, at + 4, start, end + 3, 'section'));
  const isPage = at > 0 && at === run.length - 1 && run.text[start - 1] === '\t';
  return isPage ? single(label(run, at, at + 1, start, end, 'page')) : null;
}

/** No telephone number has more; also keeps "1-1-1-…" from being read again at each of its numbers. */
const MOST_GROUPS = 8;

/** Bare numbers glued by hyphens: telephone, postal and file numbers. Two of them with a noun behind are a range. */
function digitGroups(run: Run, at: number): Reading | null {
  if (!isGlued(run, at)) return null;
  let next = at + 1;
  while (
    next < at + 2 * MOST_GROUPS &&
    isGlued(run, next - 1) &&
    isSymbolAt(run, next, '-‐‑') &&
    isGlued(run, next) &&
    isDigits(run.tokenAt(next + 1))
  ) {
    next += 2;
  }
  const groups = (next - at + 1) / 2;
  const first = run.tokenAt(at) as Token;
  const last = run.tokenAt(next - 1) as Token;
  if (groups < 2 || !isDigits(first)) return null;
  if (isGlued(run, next - 1) && (isWordAt(run, next) || isSymbolAt(run, next, '%/'))) return null;
  if (groups > 2) {
    if (/^\d{4}-\d\d-\d\d$/.test(run.text.slice(first.start, last.end))) return null;
    return single(label(run, at, next, first.start, last.end, 'phone'));
  }
  if (isYearNumber(run, at)) return null;
  const isPostal = /^\d{3}[-‐‑]\d{4}$|^\d{5}[-‐‑]\d{4}$/.test(run.text.slice(first.start, last.end));
  const isHouse = isSymbolAt(run, next, ',') && isCapitalisedAt(run, next + 1);
  if (isPostal || isHouse) return single(label(run, at, next, first.start, last.end, 'address'));
  const isFileNumber =
    last.text.length > 4 || first.text.startsWith('0') || /^numbers?$/.test(wordAt(run, at - 1));
  // "737-7": what does not rise is no range.
  const isModel = Number(last.text) <= Number(first.text);
  return isFileNumber || isModel ? single(label(run, at, next, first.start, last.end, 'name')) : null;
}

/** "NY", "D.C." or the name of a state, capitalised, that a comma stands before. */
function mayBeState(run: Run, at: number): boolean {
  const text = textAt(run, at);
  if (/^(?:[A-Z]{2}|D\.C\.)$/.test(text)) return true;
  return isCapitalisedAt(run, at) && (isSymbolAt(run, at - 1, ',') || isSymbolAt(run, at - 2, ','));
}

const STREETS =
  /^(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Plaza|Place|Square|Way|Parkway|Court|Highway)$/;

/** "33 Liberty Street", "New York, NY 10045". */
function address(run: Run, at: number): Reading | null {
  const length = run.endAt(at) - run.startAt(at);
  if (length > 6 || (length !== 5 && !isCapitalisedAt(run, at + 1))) return null;
  const token = run.tokenAt(at) as Token;
  if (!/^\d{1,6}$/.test(token.text)) return null;
  const saysZip = isSymbolAt(run, at + 1, '(') && wordAt(run, at + 2) === 'zip';
  const isZip = token.text.length === 5 && (saysZip || (mayBeState(run, at - 1) && !isWordAt(run, at + 1)));
  let index = at + 1;
  while (index <= at + 4 && isCapitalisedAt(run, index) && !STREETS.test(textAt(run, index))) index += 1;
  const isStreet = index > at + 1 && STREETS.test(textAt(run, index));
  return isZip || isStreet ? single(label(run, at, at + 1, token.start, token.end, 'address')) : null;
}

const CODES_OF_LAW = new Set(['u.s.c.', 'c.f.r.', 'usc', 'cfr']);

/** "24/7" and "18 U.S.C." */
function phrase(run: Run, at: number): Reading | null {
  const [start, end] = [run.startAt(at), run.endAt(at)];
  if (isSymbolAt(run, at + 1, '/') && textAt(run, at) === '24' && textAt(run, at + 2) === '7') {
    const last = isSymbolAt(run, at + 3, '/') && isNumberAt(run, at + 4) ? at + 4 : at + 2;
    return single(label(run, at, last + 1, start, run.endAt(last), 'name'));
  }
  const isCode = CODES_OF_LAW.has(wordAt(run, at + 1));
  return isCode ? single(label(run, at, at + 1, start, end, 'name')) : null;
}

function keywords(kind: LabelKind, small: boolean, words: string): [string, Keyword][] {
  return words.split(/\s+/).map((word) => [word, { kind, small }]);
}
