/** Latin-1 names in the order of their code points, from 160. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

/** Other names of HTML 4 that filings use; they need their semicolon. */
const OTHERS: Readonly<Record<string, string>> = {
  apos: "'",
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Yuml: 'Ÿ',
  fnof: 'ƒ',
  circ: 'ˆ',
  tilde: '˜',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  numsp: '\u2007',
  puncsp: '\u2008',
  hairsp: '\u200a',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  hyphen: '‐',
  dash: '‐',
  ndash: '–',
  mdash: '—',
  horbar: '―',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  dagger: '†',
  Dagger: '‡',
  bull: '•',
  hellip: '…',
  permil: '‰',
  prime: '′',
  Prime: '″',
  lsaquo: '‹',
  rsaquo: '›',
  oline: '‾',
  frasl: '⁄',
  euro: '€',
  trade: '™',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  minus: '−',
  lowast: '∗',
  infin: '∞',
  asymp: '≈',
  ne: '≠',
  le: '≤',
  ge: '≥',
  sum: '∑',
  radic: '√',
  loz: '◊',
  check: '✓',
  square: '□',
  squ: '□',
  squf: '▪',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  sigma: 'σ',
  Sigma: 'Σ',
  mu: 'μ',
  pi: 'π',
  Omega: 'Ω',
  omega: 'ω',
  lbrack: '[',
  rbrack: ']',
  lpar: '(',
  rpar: ')',
  comma: ',',
  period: '.',
  colon: ':',
  semi: ';',
  dollar: '$',
  percnt: '%',
  num: '#',
  ast: '*',
  plus: '+',
  equals: '=',
  sol: '/',
  bsol: '\\',
  lowbar: '_',
  excl: '!',
  quest: '?',
  commat: '@',
  verbar: '|',
  Tab: '\t',
  NewLine: '\n',
};

/** Old names, which stand without a semicolon too. */
const OLD = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['AMP', '&'],
  ['LT', '<'],
  ['GT', '>'],
  ['QUOT', '"'],
  ['COPY', '©'],
  ['REG', '®'],
  ...LATIN_1.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
]);
const NAMES = new Map<string, string>([...OLD, ...Object.entries(OTHERS)]);

/** What bytes 128 to 159 are in Windows-1252, which "&#146;" means. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const LONGEST_NAME = 8;
const PAST_UNICODE = 0x110000;
const REPLACEMENT = '\ufffd';
const SEMICOLON = 59;
const HASH = 35;

/** What a character reference stands for, and where it ends. */
export interface Reference {
  readonly text: string;
  readonly end: number;
}

/** The character reference that begins at an "&" and ends before `stop`, or null where none does: "AT&T". */
export function readReference(source: string, at: number, stop: number): Reference | null {
  return source.charCodeAt(at + 1) === HASH
    ? readNumber(source, at + 2, stop)
    : readName(source, at + 1, stop);
}

function readNumber(source: string, from: number, stop: number): Reference | null {
  const isHex = (source.charCodeAt(from) | 32) === 120;
  const base = isHex ? 16 : 10;
  const start = isHex ? from + 1 : from;
  let end = start;
  let code = 0;
  for (; end < stop; end += 1) {
    const digit = digitOf(source.charCodeAt(end));
    if (digit < 0 || digit >= base) break;
    code = Math.min(code * base + digit, PAST_UNICODE);
  }
  if (end === start) return null;
  return { text: characterOf(code), end: source.charCodeAt(end) === SEMICOLON && end < stop ? end + 1 : end };
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function characterOf(code: number): string {
  if (code >= 128 && code <= 159) return WINDOWS_1252.charAt(code - 128);
  if (code === 0 || code >= PAST_UNICODE || (code >= 0xd800 && code <= 0xdfff)) return REPLACEMENT;
  return String.fromCodePoint(code);
}

function readName(source: string, start: number, stop: number): Reference | null {
  let end = start;
  while (end < stop && end - start <= LONGEST_NAME && isNameCode(source.charCodeAt(end))) end += 1;
  if (end === start) return null;
  if (end < stop && source.charCodeAt(end) === SEMICOLON) {
    const text = NAMES.get(source.slice(start, end));
    if (text !== undefined) return { text, end: end + 1 };
  }
  for (let short = end; short > start + 1; short -= 1) {
    const text = OLD.get(source.slice(start, short));
    if (text !== undefined) return { text, end: short };
  }
  return null;
}

function isNameCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
