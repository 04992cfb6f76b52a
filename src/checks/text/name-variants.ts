import type { Filing } from '../../filing/filing.js';
import { type CapitalisedRun, isRareInText, type NameWord, runningNames } from './capitalised-runs.js';
import { isSpellingSlip } from './spelling-slip.js';

/** A rare way to write a name that the report writes otherwise many times. */
export interface NameVariant {
  readonly block: number;
  /** Of the words that differ and the neighbour that shows whose name it is, in the text of the block. */
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  readonly expected: string;
  /** How often the two stand in the report. */
  readonly rare: number;
  readonly usual: number;
  readonly slip: 'letter' | 'small word';
}

/** Forms of company, as they end a name. */
const COMPANY_FORM =
  /^,?\s+(?:Incorporated|Inc|Corporation|Corp|Company|Co|Limited|Ltd|LLC|L\.L\.C|LLP|LP|L\.P|plc|PLC|N\.V|B\.V|AG|SE|GmbH|S\.A|K\.K)\b/;

/** Whether the report writes the usual form with a form of company behind it, a word or two between them at most. */
export function isOfCompany({ blocks }: Filing, { expected }: NameVariant): boolean {
  return blocks.some(({ text }) => {
    for (let at = text.indexOf(expected); at >= 0; at = text.indexOf(expected, at + 1)) {
      const behind = text.slice(at + expected.length, at + expected.length + 60);
      if (COMPANY_FORM.test(behind) || COMPANY_FORM.test(behind.replace(/^(?:\s+\p{Lu}[\p{L}-]+){1,2}/u, '')))
        return true;
    }
    return false;
  });
}

/** Written so often, a name is established. */
const USUAL = 3;
/** Of three words and more, one that another name begins with too is enough. */
const USUAL_IN_FULL = 2;
/** Written more often, a variant may be a name of its own. */
const RARE = 2;
/** Shorter words differ by a letter as a matter of course: Bank and Band, Note and Nota. */
const SHORTEST_WORD = 5;

/** Variants one letter or one small word away from the usual form, beside a word that both share. */
export function nameVariants(filing: Filing): NameVariant[] {
  const runs = runningNames(filing);
  const names = runs.map(withoutSmallWords);
  const pairs = pairCounts(names);
  const usual = usualNeighbours(pairs);
  return [
    ...letterSlips(names, filing, pairs, usual).filter((variant) => !isWord(variant, filing)),
    ...droppedWords(runs),
  ].sort((a, b) => a.block - b.block || a.start - b.start);
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

/** How often two capitalised words follow each other: "Harbor Lane". */
function pairCounts(runs: readonly CapitalisedRun[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const { words } of runs) {
    for (let index = 1; index < words.length; index += 1) {
      const pair = `${words[index - 1]?.text} ${words[index]?.text}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

/** The words that often stand before (">Lane") or behind ("<Harbor") a word. */
function usualNeighbours(pairs: ReadonlyMap<string, number>): Neighbours {
  const neighbours = new Map<string, string[]>();
  const add = (key: string, word: string) => {
    const known = neighbours.get(key);
    if (known === undefined) neighbours.set(key, [word]);
    else known.push(word);
  };
  for (const [pair, count] of pairs) {
    if (count < USUAL) continue;
    const [first = '', second = ''] = pair.split(' ');
    if (second.length >= SHORTEST_WORD - 1) add(`<${first}`, second);
    if (first.length >= SHORTEST_WORD - 1) add(`>${second}`, first);
  }
  return neighbours;
}

function letterSlips(
  names: readonly CapitalisedRun[],
  filing: Filing,
  pairs: ReadonlyMap<string, number>,
  usual: Neighbours,
): NameVariant[] {
  const found: NameVariant[] = [];
  for (const { block, words } of names) {
    for (const [index, word] of words.entries()) {
      if (word.text.length < SHORTEST_WORD) continue;
      const slip =
        slipBeside(word, words[index + 1], '>', usual) ?? slipBeside(word, words[index - 1], '<', usual);
      if (slip === null || !isRareInText(word.text, filing, RARE)) continue;
      const { meant, beside } = slip;
      const isFirst = beside.start > word.start;
      const pairOf = (own: string) => (isFirst ? `${own} ${beside.text}` : `${beside.text} ${own}`);
      const [printed, expected] = [pairOf(word.text), pairOf(meant)];
      found.push({
        block,
        start: Math.min(word.start, beside.start),
        end: Math.max(word.end, beside.end),
        printed,
        expected,
        rare: pairs.get(printed) ?? 1,
        usual: pairs.get(expected) ?? 0,
        slip: 'letter',
      });
    }
  }
  return found;
}

/** Whether the report has the odd word as a word of its own, in small letters: “powered” but not “Harbour”. */
function isWord({ printed, expected, rare }: NameVariant, { blocks }: Filing): boolean {
  const right = new Set(expected.split(' '));
  const odd =
    printed
      .split(' ')
      .find((word) => !right.has(word))
      ?.toLowerCase() ?? '';
  const often = blocks.reduce((count, { text }) => count + Number(text.includes(odd)), 0);
  return often > rare * RARE;
}

/** The established word that stands beside the same neighbour and differs by a slip. */
function slipBeside(
  word: NameWord,
  beside: NameWord | undefined,
  side: '<' | '>',
  usual: Neighbours,
): { readonly meant: string; readonly beside: NameWord } | null {
  if (beside === undefined || beside.text.length < 3) return null;
  for (const meant of usual.get(`${side}${beside.text}`) ?? []) {
    if (isSpellingSlip(word.text, meant)) return { meant, beside };
  }
  return null;
}

/** How often three words of a name stand so, with a small word before the last or without, and where first. */
interface Triple {
  count: number;
  readonly small: string;
  readonly block: number;
  readonly first: NameWord;
  readonly last: NameWord;
}

/** "Nippon Telegraph Telephone" beside "Nippon Telegraph and Telephone". */
function droppedWords(runs: readonly CapitalisedRun[]): NameVariant[] {
  const full = new Map<string, Triple>();
  const short = new Map<string, Triple>();
  for (const { block, words } of runs)
    for (let at = 2; at < words.length; at += 1) addTriple(full, short, block, words, at);
  return [...short].flatMap(([key, { count: rare, block, first, last }]) => {
    const { count: usual = 0, small = '' } = full.get(key) ?? {};
    if (rare > RARE || usual < USUAL_IN_FULL || usual < 2 * rare) return [];
    const [before, middle, behind] = key.split(' ');
    const expected = `${before} ${middle} ${small} ${behind}`;
    return [
      { block, start: first.start, end: last.end, printed: key, expected, rare, usual, slip: 'small word' },
    ];
  });
}

/** Counts the three words of a name that end at a place, over the small word between the last two if there is one. */
function addTriple(
  full: Map<string, Triple>,
  short: Map<string, Triple>,
  block: number,
  words: readonly NameWord[],
  at: number,
): void {
  const last = words[at];
  const between = words[at - 1];
  const isFull = between !== undefined && isSmall(between);
  const [first, middle] = isFull ? [words[at - 3], words[at - 2]] : [words[at - 2], between];
  if (first === undefined || middle === undefined || last === undefined) return;
  if (isSmall(first) || isSmall(middle) || isSmall(last)) return;
  const triples = isFull ? full : short;
  const key = `${first.text} ${middle.text} ${last.text}`;
  const known = triples.get(key);
  if (known === undefined) triples.set(key, { count: 1, small: between?.text ?? '', block, first, last });
  else known.count += 1;
}

function withoutSmallWords({ block, words }: CapitalisedRun): CapitalisedRun {
  return words.some(isSmall) ? { block, words: words.filter((word) => !isSmall(word)) } : { block, words };
}

function isSmall({ text }: NameWord): boolean {
  return text.charCodeAt(0) > 0x5a || text === '&';
}
