import type { Draft, Reading } from './drafts.js';
import type { LabelKind } from './mentions.js';
import { isYearNumber } from './read-dates.js';
import {
  DASHES,
  isCapitalised,
  isDigit,
  isGlued,
  isSymbol,
  isWord,
  type Run,
  type Token,
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
  ...keywords('rule', true, 'rule rules'),
  ...keywords('name', true, 'scope scopes'),
  ...keywords('rule', false, 'regulation regulations'),
  ...keywords(
    'name',
    false,
    `no nos sfas fas apb eitf fin fsp sab sop asc asu ifrs ias ifric iso statement interpretation level tier phase step stage
    suite room floor building box series version type category grade table figure chart covid`,
  ),
]);

/** Kinds whose number may hold a hyphen: "Form 20-F", "Rule 3-20", "Exhibit 3-B", "ASU 2014-09". */
const HYPHENATED = new Set<LabelKind>(['form', 'rule', 'exhibit', 'name', 'section']);

const PLAIN_NUMBER = /\d[\dA-Za-z]*(?:\.(?:\d+|[A-Za-z](?![A-Za-z])))*(?:\([A-Za-z0-9]{1,4}\))*/y;
const HYPHEN_NUMBER =
  /\d[\dA-Za-z]*(?:[.‐‑-](?:\d+[A-Za-z]?|[A-Za-z]{1,2}(?![A-Za-z])))*(?:\([A-Za-z0-9]{1,4}\))*/y;
const FORM_NAME = /(?:20|40|18)-F|(?:10|8|6|11)-K(?:T|SB)?|10-Q(?:SB)?|13[DG]/y;

/** Numbers that only name: items, notes, sections, pages, forms, footnote marks, telephone numbers, addresses, standards. */
export function readLabel(run: Run, at: number): Reading | null {
  const token = run.tokens[at];
  if (token === undefined) return null;
  if (isWord(token)) return afterKeyword(run, at) ?? letteredNumber(run, at);
  if (token.kind === 'symbol') return mark(run, at) ?? superscript(run, at) ?? telephone(run, at);
  if (token.kind !== 'number') return null;
  return (
    formName(run, at) ??
    enumerator(run, at) ??
    digitGroups(run, at) ??
    address(run, at) ??
    phrase(run, at) ??
    afterName(run, at)
  );
}

/** "Item 5", "Notes 5, 12 and 14", "Section 102(b)(2)", "pages F-2 through F-5". */
function afterKeyword(run: Run, at: number): Reading | null {
  const word = run.tokens[at] as Token;
  const keyword = KEYWORDS.get(wordAt(run, at));
  if (keyword === undefined || !(keyword.small || isCapitalised(word))) return null;
  let index = isSymbol(run.tokens[at + 1], '.') ? at + 2 : at + 1;
  const drafts: Draft[] = [];
  for (;;) {
    const draft = identifier(run, index, keyword.kind);
    if (draft === null) break;
    drafts.push(draft);
    index = draft.next;
    const step = isSymbol(run.tokens[index], `,&${DASHES}`) ? 1 : 0;
    const joins = /^(?:and|or|to|through)$/.test(wordAt(run, index + step)) ? 1 : 0;
    if (step + joins === 0 || isYearNumber(run, index + step + joins)) break;
    index += step + joins;
  }
  const last = drafts.at(-1);
  return last === undefined ? null : { drafts, next: last.next };
}

/** The number of an item, note or form at a token: "5", "3.D", "20-F", "F-2"; null where an amount stands there. */
function identifier(run: Run, at: number, kind: LabelKind): Draft | null {
  const first = run.tokens[at];
  const prefixed =
    isWord(first) &&
    /^[A-Z]{1,2}$/.test(first.text) &&
    isSymbol(run.tokens[at + 1], DASHES) &&
    isGlued(run, at);
  const number = run.tokens[prefixed ? at + 2 : at];
  if (first === undefined || number?.kind !== 'number') return null;
  const pattern = HYPHENATED.has(kind) ? HYPHEN_NUMBER : PLAIN_NUMBER;
  pattern.lastIndex = number.start;
  if (!pattern.test(run.text)) return null;
  const end = pattern.lastIndex;
  const next = tokenAfter(run, at, end);
  if (number.numeral?.form === 'grouped' || isSymbol(run.tokens[next], '%')) return null;
  if (/^(?:million|billion|thousand|percent|per)$/.test(wordAt(run, next))) return null;
  return label(run, at, next, first.start, end, kind);
}

/** "F-2": a page of the financial statements. "S-8", "A-1", and "H.10", a release of the Federal Reserve: a name. */
function letteredNumber(run: Run, at: number): Reading | null {
  const word = run.tokens[at] as Token;
  const number = run.tokens[at + 2];
  const isRelease = word.text === 'H' && isSymbol(run.tokens[at + 1], '.');
  if ((!isRelease && !isSymbol(run.tokens[at + 1], '-‐‑')) || number?.kind !== 'number') return null;
  if (
    !isGlued(run, at) ||
    !isGlued(run, at + 1) ||
    /^(?:mid|pre|post|early|late|for|to|of|by|and|or)$/i.test(word.text)
  )
    return null;
  const kind = word.text === 'F' ? 'page' : /^[SN]$/.test(word.text) ? 'form' : 'name';
  return single(label(run, at, at + 3, word.start, number.end, kind));
}

/** "20-F", "10-K" without the word Form. */
function formName(run: Run, at: number): Reading | null {
  const token = run.tokens[at] as Token;
  FORM_NAME.lastIndex = token.start;
  if (!FORM_NAME.test(run.text)) return null;
  const end = FORM_NAME.lastIndex;
  return single(label(run, at, tokenAfter(run, at, end), token.start, end, 'form'));
}

/** "(1)", "(2)": a mark or an enumerator. */
function mark(run: Run, at: number): Reading | null {
  const number = run.tokens[at + 1];
  const close = run.tokens[at + 2];
  if (!isSymbol(run.tokens[at], '(') || !isSymbol(close, ')') || number?.kind !== 'number') return null;
  if (!/^\d{1,2}$/.test(number.text)) return null;
  const kind = at === 0 ? 'enumerator' : 'footnote-mark';
  return single(label(run, at, at + 3, (run.tokens[at] as Token).start, close.end, kind));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "⁽¹⁾", "¹". */
function superscript(run: Run, at: number): Reading | null {
  let index = isSymbol(run.tokens[at], '⁽') ? at + 1 : at;
  const digits: string[] = [];
  for (; digits.length < 3 && isSymbol(run.tokens[index], SUPERSCRIPTS); index += 1) {
    digits.push(String(SUPERSCRIPTS.indexOf(run.tokens[index]?.text ?? '')));
  }
  if (digits.length === 0) return null;
  if (isSymbol(run.tokens[index], '⁾')) index += 1;
  const end = (run.tokens[index - 1] as Token).end;
  const draft = label(run, at, index, (run.tokens[at] as Token).start, end, 'footnote-mark');
  return single({ ...draft, numeral: { digits: digits.join(''), decimals: 0, form: 'plain' } });
}

/** "+81-3-5259-6500", "(212) 555-1234". */
function telephone(run: Run, at: number): Reading | null {
  const isPlus = isSymbol(run.tokens[at], '+') && isGlued(run, at) && run.tokens[at + 1]?.kind === 'number';
  const isArea =
    isSymbol(run.tokens[at], '(') &&
    /^\d{2,4}$/.test(run.tokens[at + 1]?.text ?? '') &&
    isSymbol(run.tokens[at + 2], ')') &&
    /^\d{3,4}$/.test(run.tokens[at + 3]?.text ?? '') &&
    isSymbol(run.tokens[at + 4], '-‐‑–');
  if (!isPlus && !isArea) return null;
  let index = at + 1;
  while (run.tokens[index]?.kind === 'number' || isSymbol(run.tokens[index], '()-‐‑–')) index += 1;
  while (run.tokens[index - 1]?.kind !== 'number') index -= 1;
  return single(
    label(run, at, index, (run.tokens[at] as Token).start, (run.tokens[index - 1] as Token).end, 'phone'),
  );
}

/** "1." or "1)" at the very beginning. */
function enumerator(run: Run, at: number): Reading | null {
  const number = run.tokens[at] as Token;
  if (at !== 0 || !/^\d{1,2}$/.test(number.text) || !isSymbol(run.tokens[1], '.)') || !isGlued(run, 0))
    return null;
  if (run.tokens[2] === undefined || isGlued(run, 1)) return null;
  return single(label(run, 0, 1, number.start, number.end, 'enumerator'));
}

/** No telephone number has more; also keeps "1-1-1-…" from being read again at each of its numbers. */
const MOST_GROUPS = 8;

/** Bare numbers glued by hyphens: telephone, postal and file numbers. Two of them with a noun behind are a range. */
function digitGroups(run: Run, at: number): Reading | null {
  let next = at + 1;
  while (
    next < at + 2 * MOST_GROUPS &&
    isGlued(run, next - 1) &&
    isSymbol(run.tokens[next], '-‐‑') &&
    isGlued(run, next) &&
    isDigits(run.tokens[next + 1])
  ) {
    next += 2;
  }
  const groups = (next - at + 1) / 2;
  const first = run.tokens[at] as Token;
  const last = run.tokens[next - 1] as Token;
  if (groups < 2 || !isDigits(first)) return null;
  const glued = isGlued(run, next - 1) ? run.tokens[next] : undefined;
  if (glued?.kind === 'word' || isSymbol(glued, '%/')) return null;
  if (groups > 2) {
    if (/^\d{4}-\d\d-\d\d$/.test(run.text.slice(first.start, last.end))) return null;
    return single(label(run, at, next, first.start, last.end, 'phone'));
  }
  if (isYearNumber(run, at)) return null;
  const isPostal = /^\d{3}[-‐‑]\d{4}$|^\d{5}[-‐‑]\d{4}$/.test(run.text.slice(first.start, last.end));
  const isHouse = isSymbol(run.tokens[next], ',') && isCapitalised(run.tokens[next + 1]);
  if (isPostal || isHouse) return single(label(run, at, next, first.start, last.end, 'address'));
  const isFileNumber =
    last.text.length > 4 || first.text.startsWith('0') || /^numbers?$/.test(wordAt(run, at - 1));
  return isFileNumber ? single(label(run, at, next, first.start, last.end, 'name')) : null;
}

const STREETS =
  /^(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Plaza|Place|Square|Way|Parkway|Court|Highway)$/;

/** "33 Liberty Street", "New York, NY 10045". */
function address(run: Run, at: number): Reading | null {
  const token = run.tokens[at] as Token;
  if (!/^\d{1,6}$/.test(token.text)) return null;
  const isZip = token.text.length === 5 && /^[A-Z]{2}$/.test(run.tokens[at - 1]?.text ?? '');
  let index = at + 1;
  while (index <= at + 4 && isCapitalised(run.tokens[index]) && !STREETS.test(run.tokens[index]?.text ?? ''))
    index += 1;
  const isStreet = index > at + 1 && STREETS.test(run.tokens[index]?.text ?? '');
  return isZip || isStreet ? single(label(run, at, at + 1, token.start, token.end, 'address')) : null;
}

/** "24/7" and "18 U.S.C." */
function phrase(run: Run, at: number): Reading | null {
  const [token, second, third] = [run.tokens[at] as Token, run.tokens[at + 1], run.tokens[at + 2]];
  if (token.text === '24' && isSymbol(second, '/') && third?.text === '7') {
    return single(label(run, at, at + 3, token.start, third.end, 'name'));
  }
  const isCode = isWord(second) && /^(?:U\.S\.C\.|C\.F\.R\.|USC|CFR)$/.test(second.text);
  return isCode ? single(label(run, at, at + 1, token.start, token.end, 'name')) : null;
}

const NO_NAMES =
  /^(?:In|At|On|By|For|From|To|Of|And|Or|The|With|About|Over|Than|Approximately|Between|Up|Under|Only|All|Total|Since|Nearly|These|Our|Those|Some|Its)$/;

/** Digits glued to letters ("3G", "10th"), or a small bare number right after a capitalised word ("Article Mission 5"). */
function afterName(run: Run, at: number): Reading | null {
  const token = run.tokens[at] as Token;
  if (token.numeral?.form === 'dotted') {
    return single(label(run, at, at + 1, token.start, token.end, 'section'));
  }
  const glued = isGlued(run, at) ? run.tokens[at + 1] : undefined;
  if (isWord(glued)) {
    if (isUnitSuffix(run, at)) return null;
    return single(label(run, at, at + 2, token.start, glued.end, 'name'));
  }
  const before = run.tokens[at - 1];
  if (at < 2 || !isCapitalised(before) || NO_NAMES.test(before?.text ?? '') || !/^\d{1,4}$/.test(token.text))
    return null;
  if (isYearNumber(run, at) || run.tokens[at - 2]?.kind === 'symbol' || isWord(run.tokens[at + 1]))
    return null;
  if (isSymbol(run.tokens[at + 1], `%${DASHES}`)) return null;
  return single(label(run, at, at + 1, token.start, token.end, 'name'));
}

/** "€1.2m", "$5bn", "2.5x": letters that belong to the amount. */
function isUnitSuffix(run: Run, at: number): boolean {
  const suffix = wordAt(run, at + 1);
  if (suffix === 'x' || suffix === 'bps' || suffix === 'bp') return true;
  if (
    /^(?:mn|bn|million|billion|thousand|trillion|percent|yen|euros?|shares|years?|months?|days?)$/.test(
      suffix,
    )
  )
    return true;
  return /^(?:m|mm|b|k)$/.test(suffix) && run.tokens[at - 1]?.kind === 'sign';
}

function isDigits(token: Token | undefined): token is Token {
  return token?.kind === 'number' && isDigit(token.text.charCodeAt(0)) && /^\d+$/.test(token.text);
}

function tokenAfter(run: Run, at: number, offset: number): number {
  let index = at;
  while (index < run.tokens.length && (run.tokens[index] as Token).start < offset) index += 1;
  return index;
}

/** The value of a label is its first whole number: 3 for "3.D", 20 for "20-F", but 4.1 for "4.1". */
function label(
  run: Run,
  from: number,
  next: number,
  start: number,
  end: number,
  labelKind: LabelKind,
): Draft {
  const match = /\d+(?:\.\d+(?![\d.]))?/.exec(run.text.slice(start, Math.min(end, start + 60)));
  const [whole = '0', fraction = ''] = (match?.[0] ?? '0').split('.');
  return {
    start,
    end,
    from,
    next,
    numeral: { digits: whole + fraction, decimals: fraction.length, form: 'plain' },
    negative: false,
    power: null,
    unit: 'pure',
    currency: null,
    labelKind,
  };
}

function single(draft: Draft): Reading {
  return { drafts: [draft], next: draft.next };
}

function keywords(kind: LabelKind, small: boolean, words: string): [string, Keyword][] {
  return words.split(/\s+/).map((word) => [word, { kind, small }]);
}
