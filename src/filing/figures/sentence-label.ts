import { MONTHS as MONTH_NAMES } from '../../value/index.js';
import { isDigit } from '../plain-characters.js';
import type { Mention } from './mentions.js';
import { isSpace } from './white-space.js';

const LONGEST = 80;
/** How far before and after the figure its name is looked for. */
const REACH = 240;

/**
 * A short noun phrase that says what a figure of a sentence is; "" where nothing is found. At most 80 characters.
 *
 * A heuristic over the words beside it, in this order: what a count counts; "¥2.1 billion of loans"; "our accumulated
 * deficit as of March 31, 2006 amounted to ¥29.7 billion"; the verb that it completes ("invested in …").
 */
export function sentenceLabel(sentence: string, mention: Mention): string {
  if (mention.noun !== undefined) return shorten(mention.noun);
  const from = Math.max(0, mention.start - REACH);
  const marks = marksIn(sentence, from, mention.start);
  const printed = sentence.slice(from, mention.start);
  const spaced = (marks & IRREGULAR) === 0 ? printed : plain(printed);
  const before = (marks & FIGURES) === 0 ? spaced : withoutFigures(spaced);
  const untimed = (marks & FIGURES) === 0 ? withoutStraySpace(before) : withoutTimes(before);
  const leadsOn = LEADS_ON.test(sentence.slice(mention.end, mention.end + 20));
  const after = leadsOn ? plain(sentence.slice(mention.end, mention.end + REACH)) : '';
  return shorten(
    partOf(after, mention) ?? subjectOf(untimed) ?? objectOf(before, after) ?? nearest(before, untimed),
  );
}

/** What stands behind a figure says what it is only after one of these. */
const LEADS_ON = /^\s{1,10}(?:of|in|to|for|from|on)\s/;

const FIGURES = 1;
const IRREGULAR = 2;

/** What most stretches of a sentence hold none of: digits, bullets and stars; backslashes and white space to be put right. */
function marksIn(text: string, from: number, to: number): number {
  let marks = 0;
  let last = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || code === 0x2a || code === 0x2022) marks |= FIGURES;
    else if (code < 0x20 || code === 0x5c || (code === 0x20 && last === 0x20)) marks |= IRREGULAR;
    else if (code >= 0xa0 && isSpace(code)) marks |= IRREGULAR;
    last = code;
  }
  return marks;
}

function plain(text: string): string {
  return text.replace(/\\(?=\$)/g, '').replace(/\s{2,}|[^\S ]/g, ' ');
}

/** Earlier figures of the same statement say nothing of its subject: "decreased by 5.0%, or $7.2 million, to". */
function withoutFigures(text: string): string {
  return text
    .replace(
      /(?:[A-Z]{1,3}\s?)?[$¥€£] ?[\d.,]*\d(?: (?:thousand|million|billion|trillion))?(?:in (?=\d))?|\d[\d.,]*%/g,
      ' ',
    )
    .replace(/[•*]/g, ' ')
    .replace(/ {2,}/g, ' ');
}

const MONTHS = MONTH_NAMES.join('|');
/** "of" these is a time or a number, not what the figure is part of. */
const NO_PART = new RegExp(`^(?:\\d|the end\\b|fiscal\\b|(?:${MONTHS})\\b)`);

/** "29.7% of our outstanding shares", "¥2.1 billion of loans and accounts receivable". */
function partOf(after: string, mention: Mention): string | null {
  const match = /^ (?:of|in) ((?:[^,.;:()]|\.(?=\S))+)/.exec(after);
  const phrase = match === null ? '' : trimPhrase((match[1] ?? '').replace(CUT, ''));
  const isIn = match?.[0].startsWith(' in ') ?? false;
  if (phrase === '' || NO_PART.test(phrase)) return null;
  if (isIn && mention.unit !== 'percent' && !IN_KIND.test(phrase)) return null;
  return mention.unit === 'percent' ? `of ${phrase}` : phrase;
}

/** Kinds of money that "in" introduces: "¥5 billion in cash". */
const IN_KIND =
  /^(?:aggregate|cash|revenue|sales|debt|principal|net|total|accumulated|unrecognized|gross|proceeds|capital|dividends)\b/;

/** Words that say nothing of what the figure is, between the name and the number. */
const LINK =
  /(?:\b(?:was|were|is|are|be|been|had been|amounted to|amounting to|amounts to|totaled|totalled|totaling|totalling|reached|equaled|stood at|increased|decreased|declined|rose|fell|grew|improved|of|to|at|by|from|up to|approximately|about|only|a total of|an aggregate of|or|as much as|more than|less than|over|nearly|at least|and)[ ,]*)+(?:[^ ]{1,12} (?=$))?$/i;

/** No chain of such words is longer. */
const LONGEST_LINK = 100;

/** The noun phrase before "was", "amounted to", "of" and the like, without the times that stand in it. */
function subjectOf(text: string): string | null {
  const from = Math.max(0, text.length - LONGEST_LINK);
  const link = LINK.exec(text.slice(from));
  if (link === null || link[0].trim() === '') return null;
  const head = text.slice(0, from + link.index).trim();
  if (
    /^(?:by|to|from)\b/i.test(link[0].trim()) &&
    !VERB_LINK.test(link[0]) &&
    !/\b(?:funding|loans?|payments?)$/i.test(head) &&
    !NOUN_END.test(head)
  ) {
    return null;
  }
  return lastNounPhrase(head);
}

const VERB_LINK = /\b(?:was|were|amounted|totaled|increased|decreased|declined|rose|fell|grew|of|up)\b/i;
const NOUN_END = /\b(?:deficit|loss|income|profit|revenues?|rate|price|value|costs?|expenses?)$/i;

const ENDED =
  '(?:[a-z]+ ){0,3}(?:fiscal )?years? ended |(?:[a-z]+ )?(?:months?|quarter) ended |end of |fiscal (?:years? )?';
/** The letters looked at first are those that the words begin with: V8 makes the pattern in half the time so. */
const TIME_PHRASES = new RegExp(
  `,? ?\\b(?=[adfiost])(?:as of|as at|at|on|in|during|for|since|through) (?:each of )?(?:the )?(?:${ENDED})?(?=[adfjmnos12])(?:(?:${MONTHS}) (?:\\d{1,2}(?:, ?\\d{4})?|\\d{4})|(?:19|20)\\d\\d)(?:(?:,? (?:and|or))? (?:19|20)\\d\\d)*,?`,
  'gi',
);

const HOLDS_TIME = new RegExp(`(?:19|20)\\d\\d|(?:${MONTHS}) \\d`, 'i');

function withoutTimes(text: string): string {
  if (!HOLDS_TIME.test(text)) return withoutStraySpace(text);
  return withoutStraySpace(text.replace(TIME_PHRASES, ' ').replace(/ {2,}/g, ' '));
}

function withoutStraySpace(text: string): string {
  return text.includes(' ,') ? text.replaceAll(' ,', ',') : text;
}

/** Past forms that are adjectives in reports, so that a phrase runs across them. */
const ADJECTIVES = wordSet(
  `accumulated consolidated realized unrealized recognized unrecognized deferred accrued estimated weighted diluted issued
  limited fixed unaudited restricted combined continued discontinued related allocated used adjusted retained unappropriated
  uncollected appropriated outstanding based leased advanced secured unsecured expected projected`,
);
/** The start of another clause: the name cannot reach across. */
const BOUNDARIES = wordSet(
  `we they it that which who and but if because when while although where will would may could had has have own owns hold
  holds paid wrote took made sold provide provides provided agreed recorded incurred recognised reported received issued
  purchased acquired generated spent invested repaid to`,
);
const OWNERS = wordSet('our the its their a an');

/** The noun phrase at the end of a text, back to the verb, clause or comma before it. */
function lastNounPhrase(text: string): string | null {
  let start = text.length;
  let next = '';
  let word = wordBefore(text, start);
  while (word !== '') {
    const lower = word.toLowerCase();
    const before = wordBefore(text, start - word.length - (start === text.length ? 0 : 1));
    const joinsNouns =
      lower === 'and' &&
      start < text.length &&
      !OWNERS.has(next) &&
      before !== '' &&
      !BOUNDARIES.has(before.toLowerCase());
    const endsName = (lower.endsWith('ed') && !ADJECTIVES.has(lower)) || isNumberText(word);
    if ((BOUNDARIES.has(lower) && !joinsNouns) || endsName) break;
    start -= word.length + (start === text.length ? 0 : 1);
    next = lower;
    word = before;
  }
  const phrase = trimPhrase(text.slice(start));
  return /[A-Za-z]{2}/.test(phrase) ? phrase : null;
}

/** The word that ends right before a word, or at the end of the text; "" where another clause ends there. */
function wordBefore(text: string, start: number): string {
  const end = start === text.length ? start : start - 1;
  if (end <= 0 || (end < text.length && '.,;:'.includes(text.charAt(end - 1)))) return '';
  return text.slice(text.lastIndexOf(' ', end - 1) + 1, end);
}

function isNumberText(word: string): boolean {
  return /^[\d.,]/.test(word) && /^[\d.,]+$/.test(word);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** "we invested ¥750 million in Internet ventures": the verb and what follows. */
function objectOf(before: string, after: string): string | null {
  const verb = verbBefore(before);
  const object = /^ (?:in|to|for|from|on) (?:[^,;:()]|\.(?=\S))+/.exec(after)?.[0];
  return verb === null || object === undefined ? null : trimPhrase(`${verb}${object.replace(CUT, '')}`);
}

const VERB =
  /(?:^|[ ,])([a-z]+ed|paid|sold|spent|held?|own|owns|wrote off)(?: (?:approximately|about|up to|only))? ?$/i;

const LONGEST_VERB = 60;

function verbBefore(before: string): string | null {
  // A verb and the word behind it are shorter.
  return VERB.exec(before.slice(-LONGEST_VERB))?.[1] ?? null;
}

function nearest(before: string, untimed: string): string {
  return lastNounPhrase(untimed.trim()) ?? verbBefore(before) ?? '';
}

const LEADING =
  /^(?:our|the|a|an|its|their|this|these|those|such|any|of|in|for|at|by|with|on|from|as|and|result|currently|primarily|mainly|also) /i;
const TRAILING =
  /(?:^| )(?:outstanding|of|in|for|at|by|with|on|from|to|as|and|or|the|a|an|our|its|was|were|is|are|up|approximately|about)$/i;
/** Where a phrase behind the figure ends. */
const CUT = new RegExp(
  ` (?:for the (?:fiscal|year|three|six|nine)|as of|at the end|during|which|that|who|when|because|if|from|compared|was|were|is|are|will|may|in (?:${MONTHS}|fiscal|\\d)|(?:at|on) (?:${MONTHS}))\\b.*$`,
);

function trimPhrase(text: string): string {
  let phrase = text.replace(/[“”"()]/g, '').trim();
  while (LEADING.test(phrase)) phrase = phrase.replace(LEADING, '');
  while (TRAILING.test(phrase)) phrase = phrase.replace(TRAILING, '').trim();
  return phrase.replace(/[\s,.:;–—-]+$/, '');
}

function shorten(label: string): string {
  if (label.length <= LONGEST) return label;
  const cut = label.slice(0, LONGEST);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trim();
}
