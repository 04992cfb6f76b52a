/**
 * Labels as they are compared. Two issuers, and two places of one report, name a fact in different words; the tables
 * here say which words mean the same. They are data, so that adding a synonym is adding a line.
 */

/** A label in words that tell facts apart. */
export interface LabelWords {
  /** As printed, for messages. */
  readonly text: string;
  /** Distinct words, synonyms made one, small words, notes and times left out; in order. */
  readonly words: readonly string[];
  /** All of them in order, and "total": what tells two lines of one table apart. */
  readonly strict: string;
}

/** Words that tell nothing: they join others, or stand in every label. */
const SMALL = new Set(
  `a an and are as at attributable be both by company consolidated consisted during each for from had has have
  in including into is its it million billion thousand millions billions thousands dollars note notes of on or our
  over per registrant respectively see than that the their these this to total totaled totalled under was we were which
  with us usd`.split(/\s+/),
);

/** Words of time, which the period of a figure says already. */
const TIME = new Set(
  `year years ended ending fiscal month months quarter quarters week weeks january february march april may june july
  august september october november december jan feb mar apr jun jul aug sep sept oct nov dec first second third fourth
  three six nine twelve end beginning period date annual q1 q2 q3 q4`.split(/\s+/),
);

/** One word for several, singular. Care: each line must hold in the label of any table. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['stockholder', 'shareholder'],
  ['shareowner', 'shareholder'],
  ['earning', 'income'],
  ['profit', 'income'],
  ['loss', 'income'],
  ['sale', 'revenue'],
  ['turnover', 'revenue'],
  ['expenditure', 'expense'],
  ['cost', 'expense'],
  ['charge', 'expense'],
  ['taxation', 'tax'],
  ['advisor', 'adviser'],
  ['stock-based', 'sharebased'],
  ['share-based', 'sharebased'],
  ['equity-based', 'sharebased'],
  ['borrowing', 'debt'],
  ['repurchased', 'repurchase'],
  ['purchased', 'purchase'],
  ['acquired', 'acquisition'],
  ['issued', 'issuance'],
  ['paid', 'payment'],
  ['capitalized', 'capital'],
  ['capex', 'capital'],
]);

/** What a word of a label says: null where it says nothing. */
interface Token {
  readonly word: string | null;
  readonly strict: string | null;
}

/** Reads labels; what it learns of a word it keeps, since a report uses the same words over and over. */
export class LabelReader {
  private readonly tokens = new Map<string, Token>();

  /** The label of a text. Linear in it; words beyond the first forty, or as many as asked for, add nothing. */
  read(text: string, most = 40): LabelWords {
    const words: string[] = [];
    let strict = '';
    let left = most;
    for (const raw of rawWords(text)) {
      if (left === 0) break;
      const token = this.token(raw);
      if (token.strict === null) continue;
      strict = strict === '' ? token.strict : `${strict} ${token.strict}`;
      left -= 1;
      if (token.word !== null && !words.includes(token.word)) words.push(token.word);
    }
    return { text, words, strict };
  }

  /** The distinct words of a text, as of a label; those beyond so many add nothing. */
  wordsIn(text: string, most: number): ReadonlySet<string> {
    const words = new Set<string>();
    let left = most;
    for (const raw of rawWords(text)) {
      if (left === 0) break;
      const { word, strict } = this.token(raw);
      if (strict === null) continue;
      left -= 1;
      if (word !== null) words.add(word);
    }
    return words;
  }

  private token(raw: string): Token {
    const known = this.tokens.get(raw);
    if (known !== undefined) return known;
    const token = tokenOf(raw);
    this.tokens.set(raw, token);
    return token;
  }
}

function tokenOf(raw: string): Token {
  if (TIME.has(raw) || isNumber(raw)) return { word: null, strict: null };
  if (SMALL.has(raw)) return { word: null, strict: raw === 'total' ? raw : null };
  const single = singular(raw);
  const word = SAME.get(single) ?? single;
  return { word, strict: word };
}

/** Two labels said one after the other: a row under its group, a column beside its row. */
export function joined(labels: readonly string[]): string {
  return labels.length === 1 ? (labels[0] ?? '') : labels.filter((label) => label !== '').join(' ');
}

/** Words in lower case; brackets that hold a note or a unit are left out, as in "(Note 5)" or "(in millions)". */
function rawWords(text: string): string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  let skipUntil = -1;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32;
    if (code === 40) {
      const close = lower.indexOf(')', at);
      if (close > 0 && close - at < 60 && isAside(lower.slice(at + 1, close))) skipUntil = close;
    }
    const inWord = at > skipUntil && isWordCode(code);
    if (inWord && start < 0) start = at;
    if (!inWord && start >= 0) {
      const word = trimmed(lower.slice(start, at));
      if (word !== '') words.push(word);
      start = -1;
    }
  }
  return words;
}

function isWordCode(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  if (code === 32) return false;
  return (
    (code >= 48 && code <= 57) ||
    code === 39 ||
    code === 45 ||
    code === 0x2019 ||
    (code > 191 && (code < 0x2000 || code > 0x206f))
  );
}

/** Without apostrophes and hyphens at its ends, and without "’s". */
function trimmed(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && isMark(word.charCodeAt(from))) from++;
  while (to > from && isMark(word.charCodeAt(to - 1))) to--;
  if (to - from > 2 && word.charCodeAt(to - 1) === 115 && isApostrophe(word.charCodeAt(to - 2))) to -= 2;
  return from === 0 && to === word.length ? word : word.slice(from, to);
}

function isMark(code: number): boolean {
  return code === 45 || isApostrophe(code);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** "(loss)" and "(benefit)" are part of a label; a note, a unit and a footnote mark are not. */
function isAside(inside: string): boolean {
  return (
    inside.length <= 2 ||
    inside.startsWith('in ') ||
    inside.startsWith('note') ||
    inside.startsWith('see ') ||
    inside.startsWith('dollars') ||
    inside.startsWith('unaudited')
  );
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses') || word.endsWith('xes') || word.endsWith('ches')) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The label of one text, where a report is not read as a whole. */
export function labelOf(text: string, most?: number): LabelWords {
  return new LabelReader().read(text, most);
}
