import type { Row, Table } from '../filing.js';
import { balanceScore, isBalanceItself, isOfBalances, isOfFlows } from './flow-words.js';
import type { HeaderBlock } from './header-columns.js';
import type { LabelTimes } from './label-times.js';
import type { Time } from './time-reader.js';

const BALANCE_TITLE =
  /\bbalance sheets?\b|\bstatements? of (?:consolidated )?(?:financial (?:position|condition)|net assets|assets)\b/i;
const FLOW_TITLE =
  /\bstatements? (?:of )?(?:consolidated )?(?:changes in )?(?:\w+ )?(?:operations|income|earnings|comprehensive|cash flows?|stockholders|shareholders|shareowners|equity|changes|loss)\b/i;
const MAY_BE_TITLE = /balance sheet|statement/i;
/** A score that settles what "year ended" or "as of" above a column leaves to the row. */
export const STRONG = 10;
/** How much a title, a line that says "as of", rows that go from a beginning to an end, and a row's own label weigh. */
const TITLE_WEIGHT = 30;
const LONGEST_TITLE = 120;
const LINE_WEIGHT = 3;
const ROLL_WEIGHT = 8;
const OWN_WEIGHT = 2;
const ROWS_WEIGHT = 3;

/**
 * Whether the figures of a table are balances at a day (above zero) or happened over a period (below), as far as its
 * title, the lines above and its rows tell for all of them.
 */
export function leanOfTable(
  { rows, caption }: Pick<Table, 'rows' | 'caption'>,
  lines: readonly string[],
  context: Time['kind'],
  rollsForward: boolean,
): number {
  let lean = leanOfTitles([...lines.slice(0, 4), ...titlesWithin(rows)]);
  if (context !== null) lean += context === 'instant' ? LINE_WEIGHT : -LINE_WEIGHT;
  if (caption !== null) lean += bounded(balanceScore(caption), 6);
  lean += leanOfIntroduction(lines[0]);
  if (rollsForward) lean -= ROLL_WEIGHT;
  let sum = 0;
  let count = 0;
  for (const { kind, label } of rows) {
    if (kind !== 'data' || label === '') continue;
    sum += bounded(balanceScore(label), 4);
    count += 1;
  }
  return lean + (count === 0 ? 0 : (ROWS_WEIGHT * sum) / count);
}

/** What a total speaks of, its lines do as well: by row, up to the total below it. */
export function leansOfTotals(rows: readonly Row[]): number[] {
  const leans: number[] = new Array(rows.length).fill(0);
  let lean = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const { kind, label } = rows[index] as Row;
    if (kind !== 'data') lean = 0;
    else if (TOTAL.test(label)) lean = isOfBalances(label) ? STRONG : bounded(balanceScore(label), 6);
    else leans[index] = lean;
  }
  return leans;
}

const TOTAL = /^total\b/i;

/** What introduces components of a balance, or assumptions and amounts of a day. */
const OF_DAY =
  /\brecognized (?:on|in) (?:the |our )?(?:consolidated )?(?:balance sheets?|statements? of financial position|accumulated other|AOC[IL]+)\b|\b(?:accumulated other comprehensive|AOC[IL]+)\b.{0,80}\b(?:consist|were as follows|balances?|as of|at [a-z]+ \d)|\bcumulative pre-?tax amounts\b|\bassumptions\b.{0,80}\bbenefit obligations?\b|\bdeferred (?:income )?tax (?:assets|liabilit)|\btemporary differences\b|\bnotional (?:value|amount)s?\b|\b(?:accrued (?:expenses|liabilities)|other (?:current |non-?current )?(?:assets|liabilities))\b.{0,40}\b(?:consist|compris|includ|as follows)|\blease term and discount rate\b/i;
/** What introduces what came about over years. */
const OF_YEARS =
  /\bactivity\b|\bchanges? in (?:accumulated|AOC)|\breclassif|\broll-?forward\b|\breconciliations?\b|\bnet periodic\b|\banti-?dilutive\b|\bexcluded from\b.{0,80}\b(?:diluted|per share)\b|\bnot included in\b.{0,60}\bdiluted\b/i;

function leanOfIntroduction(line: string | undefined): number {
  if (line === undefined || line.length > LONGEST_INTRODUCTION) return 0;
  const sentence = line.slice(line.lastIndexOf('. ', line.length - 3) + 1);
  const [isDay, isYears] = [OF_DAY.test(sentence), OF_YEARS.test(sentence)];
  return isDay === isYears ? 0 : isDay ? INTRODUCTION_WEIGHT : -INTRODUCTION_WEIGHT;
}

const LONGEST_INTRODUCTION = 600;
const INTRODUCTION_WEIGHT = 20;

function leanOfTitles(titles: readonly string[]): number {
  for (const title of titles) {
    if (!MAY_BE_TITLE.test(title)) continue;
    const isBalance = BALANCE_TITLE.test(title);
    if (isBalance === FLOW_TITLE.test(title)) continue;
    const weight = title.length <= LONGEST_TITLE ? TITLE_WEIGHT : LINE_WEIGHT;
    return isBalance ? weight : -weight;
  }
  return 0;
}

function titlesWithin(rows: readonly Row[]): string[] {
  return rows.slice(0, 3).flatMap(({ kind, label }) => (kind === 'data' ? [] : [label]));
}

/** The same of a row; `settled` where the label of a group says "as of" or "during", or names what is held or comes about. */
export function leanOfRow(
  { label, labelPath }: Row,
  times: LabelTimes,
): { readonly lean: number; readonly settled: boolean } {
  const own = balanceScore(label);
  const isBalance = isOfBalances(label) || isBalanceItself(label);
  let groups = 0;
  for (let index = 0; index < labelPath.length - 1; index += 1) {
    const group = labelPath[index] as string;
    const kind = times.kindOfGroup(group);
    if (kind !== null && !(kind === 'span' && isBalance))
      return { lean: kind === 'instant' ? STRONG : -STRONG, settled: true };
    groups += isOfBalances(group) ? STRONG : isOfFlows(group) ? -STRONG : bounded(balanceScore(group), 4);
  }
  if (groups >= STRONG && own > -4) return { lean: STRONG, settled: true };
  if (groups <= -STRONG && own < 4) return { lean: -STRONG, settled: true };
  const lean = OWN_WEIGHT * bounded(own, 6) + bounded(groups, STRONG) + (isBalance ? STRONG : 0);
  return { lean, settled: false };
}

/** The same of a column: "Carrying amount", "Additions"; a bare date above it is that of a balance. */
export function leanOfColumn({ paths }: HeaderBlock, column: number, isDate: boolean): number {
  let lean = isDate ? DATE_WEIGHT : 0;
  for (const label of paths[column] ?? [])
    lean += isOfBalances(label) ? STRONG : bounded(balanceScore(label), 6);
  return lean;
}

const DATE_WEIGHT = 5;

function bounded(score: number, most: number): number {
  return Math.max(-most, Math.min(most, score));
}
