import type { Block } from '../../filing/filing.js';
import { yearFault } from './year-run.js';

/** A list of years in running text of which one is held wrong. */
export interface FaultyList {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  /** "2022 and 2022". */
  readonly printed: string;
  readonly year: string;
  readonly kind: 'doubled' | 'missing';
  /** Years that would put it in order; empty where that cannot be told. */
  readonly expected: readonly number[];
}

const LIST = /\b(?:19|20)\d\d(?:,\s(?:19|20)\d\d){0,8},?\sand\s(?:19|20)\d\d\b/g;

/**
 * Lists of years with one printed twice ("December 31, 2022 and 2022"), or with a gap in what should be the years of the
 * statements ("years ended December 31, 2024, 2022 and 2021").
 */
export function faultyLists(blocks: readonly Block[]): FaultyList[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table' || !block.text.includes(' and ')) return [];
    return [...block.text.matchAll(LIST)].flatMap((match) => faultOf(block, match[0], match.index));
  });
}

function faultOf(block: Block, printed: string, from: number): FaultyList[] {
  const years = (printed.match(/\d{4}/g) ?? []).map(Number);
  const before = block.text.slice(Math.max(0, from - 40), from);
  const behind = block.text.slice(from + printed.length, from + printed.length + 24);
  // "1999 and 1999 versus 1998": the second begins another pair. "2023 and 2023 Plan": a name.
  if (ANOTHER_PAIR.test(behind) || ANOTHER_PAIR_BEFORE.test(before)) return [];
  const doubled = years.find((year, index) => year === years[index + 1]);
  const place = { block, from, to: from + printed.length, printed };
  if (doubled !== undefined) {
    if (!OF_PERIODS.test(before)) return [];
    const fault = yearFault(years);
    const expected = fault === null ? pairOf(years) : fault.expected;
    return [{ ...place, year: String(doubled), kind: 'doubled', expected }];
  }
  if (years.length !== 3 || !ENDED.test(before) || (years[0] ?? 0) < (years[1] ?? 0)) return [];
  const fault = yearFault(years);
  if (fault?.kind !== 'missing') return [];
  return [{ ...place, year: String(years[fault.at]), kind: 'missing', expected: fault.expected }];
}

function pairOf(years: readonly number[]): readonly number[] {
  return years.length === 2 ? [years[0] ?? 0, (years[0] ?? 0) - 1] : [];
}

const ANOTHER_PAIR =
  /^\s*(?:versus|vs\.?|compared|over|to|through|[-–—]|[A-Z][a-z]+\s+(?:Plan|Notes|Act|Program|Agreement))\b/;
const ANOTHER_PAIR_BEFORE = /\b(?:versus|vs\.?|compared\s+(?:to|with)|between)\s+(?:\w+\s+){0,2}$/i;
const OF_PERIODS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s*$|\b(?:fiscal|years?|ended|during|in|for|at|of)\s+$/i;
const ENDED =
  /\b(?:years?|periods?)\s+ended\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s*$/i;
