import { type Day, Decimal, dayOf, isCivilDate, MONTHS } from '../../value/index.js';
import type { SharesOutstanding } from '../filing.js';
import type { Layout, RawBlock } from '../read/layout.js';
import { blockText, type CoverPage } from './cover-page.js';

const NUMBER =
  /(?<![\d.,$€£¥])(?<!(?:[$€£¥]|US\$|R\$)\s?)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?=\s+(?:million|billion)))(?:\s+(million|billion))?(?![\d,%]|\.\d)/g;
/** Not behind an initial: "of The J. M. Example Company". */
const SENTENCE_END = /(?<=[\p{Ll}\d)”]{2}[.;:])\s+(?=[\p{Lu}\d])/u;
const OUTSTANDING = /\boutstanding\b/i;
const NO_COUNT =
  /\b(?:aggregate|market value|non-?affiliates|holders of record|closing (?:sale |sales )?price)\b/i;
const CLASS =
  /\b(?:class\s+[A-Z](?:-?\d)?\b(?:\s+(?:common|capital|ordinary|preferred|subordinate))?(?:\s+(?:stock|shares|units))?|series\s+[A-Z]\b(?:\s+\w+){0,3}?\s+(?:stock|shares)|common\s+(?:stock|shares|units)|ordinary\s+shares|capital\s+stock|preferred\s+(?:stock|shares)|preference\s+shares|american\s+depositary\s+shares|limited\s+partnership\s+(?:units|interests)|common|shares|units)\b/i;
const EVERY_CLASS = new RegExp(CLASS, 'gi');
const SHARES_OF =
  /^\s*(?:\([^()]{0,60}\)\s*)?(?:outstanding\s+)?(?:shares?|units)\s+(?:outstanding\s+)?of\b/i;
const NEXT_COUNT = /[,;](?=\s)|\band\s+(?=\d)/i;
/** Words between a number and the class of its shares: "shares of the registrant's". */
const BEFORE_CLASS =
  /^\s*(?:\([^()]{0,60}\)\s*)?(?:(?:outstanding\s+)?(?:shares?|units)\s+)?(?:of\s+)?(?:the\s+|our\s+)?(?:(?:registrant|company|issuer|corporation)(?:[’']s)?\s+)?/i;
const DATE = new RegExp(
  `\\b(${MONTHS.join('|')})\\s+(\\d{1,2})\\s*,\\s+(\\d{4})|\\b(\\d{1,2})\\s+(${MONTHS.join('|')})\\s+(\\d{4})`,
  'i',
);
/** Form 20-F asks for the shares outstanding at the end of the year. */
const AT_PERIOD_END = /\bas\s+of\s+the\s+close\s+of\s+the\s+period\s+covered\b/i;
const TAKEN_OFF = /\b(?:deducting|excluding|less|net of)\b[^,;]*$/i;
const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;
/** Fewer are no count of a listed company's shares: an exhibit, a page. */
const FEWEST_DIGITS = 4;
const MOST_CLASSES = 12;
/** Characters between a number and the words that say what it counts. */
const NEAR = 160;

/** Shares outstanding by class, as sentences and tables of the cover state them. `periodEnd`: of the fiscal year. */
export function readShares({ layout, blocks, text }: CoverPage, periodEnd: Day | null): SharesOutstanding[] {
  const found: SharesOutstanding[] = [];
  if (!OUTSTANDING.test(text)) return found;
  let day = AT_PERIOD_END.test(text) ? periodEnd : null;
  // A sentence that speaks of shares outstanding announces the numbers in the next, or in the rows of a table.
  let announced = false;
  for (const block of blocks) {
    if (!announced && !OUTSTANDING.test(text.slice(block.from, block.to))) continue;
    const isTable = block.kind === 'table';
    for (const line of linesOf(layout, block)) {
      const says = OUTSTANDING.test(line);
      if (says || announced) {
        day = dayIn(line) ?? day;
        found.push(...sharesIn(line, day, isTable));
      }
      announced = says || (announced && isTable);
    }
    if (found.length > 0 && !announced) break;
  }
  return found.slice(0, MOST_CLASSES);
}

/** The rows of a table, the sentences of any other block. */
function linesOf(layout: Layout, block: RawBlock): string[] {
  if (block.kind !== 'table') return blockText(layout, block).split(SENTENCE_END);
  const rows = layout.text.slice(block.from, block.to).split('\n');
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

function sharesIn(sentence: string, asOf: Day | null, isTable: boolean): SharesOutstanding[] {
  const shares: SharesOutstanding[] = [];
  if (!isTable && NO_COUNT.test(sentence)) return shares;
  let last = 0;
  for (const match of sentence.matchAll(NUMBER)) {
    const [whole, number = '', scale] = match;
    const end = match.index + whole.length;
    const before = sentence.slice(Math.max(last, match.index - NEAR), match.index);
    last = end;
    if (TAKEN_OFF.test(before)) continue;
    if (number.replace(/\D/g, '').length < FEWEST_DIGITS && scale === undefined) continue;
    const title = classNear(before, sentence.slice(end, end + NEAR), isTable);
    if (title !== null) shares.push({ value: exactValue(number, scale), title, asOf });
  }
  return shares;
}

/** The class that is named behind the number ("shares of Class A common stock"), else the last one before it. */
function classNear(before: string, after: string, isTable: boolean): string | null {
  const clause = SHARES_OF.test(after) ? named(after.split(NEXT_COUNT)[0] ?? '') : null;
  if (clause !== null && !isTable) return clause;
  const behind = CLASS.exec(after.replace(BEFORE_CLASS, ''));
  const names = [...before.matchAll(EVERY_CLASS)].map(([name]) => name.trim()).filter(isNamed);
  const above = names.at(-1) ?? null;
  if (behind !== null && behind.index === 0 && isNamed(behind[0]) && !(isTable && above !== null))
    return behind[0].trim();
  if (above !== null) return above;
  const counted = CLASS.exec(after);
  return counted === null || counted.index > 20 ? null : (named(after) ?? counted[0].trim());
}

/** The first class that a text names. */
function named(text: string): string | null {
  return [...text.matchAll(EVERY_CLASS)].map(([name]) => name.trim()).find(isNamed) ?? null;
}

function isNamed(name: string): boolean {
  return !/^(?:shares|units)$/i.test(name);
}

/** Exact: "58.8 million" is 58800000. */
function exactValue(number: string, scale: string | undefined): string {
  const factor = scale === 'billion' ? '1000000000' : scale === 'million' ? '1000000' : '1';
  const value = Decimal.parse(number.replaceAll(',', '')).times(Decimal.parse(factor)).toString();
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

function dayIn(text: string): Day | null {
  const slashed = SLASHED.exec(text);
  if (slashed !== null) return civilDay(Number(slashed[3]), Number(slashed[1]), Number(slashed[2]));
  const [, month, day, year, dayFirst, monthSecond, yearLast] = DATE.exec(text) ?? [];
  const number =
    MONTHS.findIndex((name) => name.toLowerCase() === (month ?? monthSecond ?? '').toLowerCase()) + 1;
  return civilDay(Number(year ?? yearLast), number, Number(day ?? dayFirst));
}

function civilDay(year: number, month: number, day: number): Day | null {
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}
