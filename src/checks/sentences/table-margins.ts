import type { Filing } from '../../filing/filing.js';
import type { Series } from '../facts/amount-facts.js';
import { hedgeOf } from './lead.js';
import { isNegative } from './range.js';
import type { Part, Relation } from './relation.js';
import { factOn, lastDayOfFigure, type TableLines } from './table-lines.js';
import { solveShare } from './table-shares.js';
import type { TextSentence } from './text-sentence.js';
import { isNumberToken } from './tokens.js';
import { isBreaker, isFiller, isLevelWord, isOtherMeasure, isTimeWord } from './word-classes.js';

/** Two lines of the tables by name, the first as a percentage of the second. */
interface Margin {
  readonly part: readonly string[];
  readonly whole: readonly string[];
}

/**
 * "Selling expenses as a percentage of net sales were 27.7%", "as a percentage of net sales, gross profit was 26.6% compared
 * with 25.9%": the percentage is one line of a statement over another. Nothing where a name stands for several lines.
 */
export function tableMargins(sentence: TextSentence, lines: TableLines, filing: Filing): Relation[] {
  const { figures, gaps } = sentence;
  const currency = filing.cover.currency;
  if (currency === null || !figures.some(({ unit }) => unit === 'percent')) return [];
  if (!gaps.some((gap) => marginIn(gap) !== null)) return [];
  if (gaps.some((gap) => gap.some(isOtherMeasure) || gap.includes('quarter'))) return [];
  let margin: Margin | null = null;
  return figures.flatMap((figure, index): Relation[] => {
    const gap = gaps[index] ?? [];
    margin = marginIn(gap) ?? (margin !== null && isGoingOn(gap) ? margin : null);
    if (margin === null || figure.unit !== 'percent' || figure.range !== null) return [];
    const day = lastDayOfFigure(figure, sentence, filing);
    if (day === null) return [];
    const part = factOfOne(lines.named(margin.part, currency), day);
    const whole = factOfOne(lines.named(margin.whole, currency), day);
    if (part === null || whole === null) return [];
    const parts = [part, whole, { figure, hedge: hedgeOf(gap) }];
    const work = `${part.figure.text} of ${whole.figure.text} is ${figure.text}`;
    return [{ kind: 'share', parts, solve: solveShare, confirms: [2], binding: 'likely', work }];
  });
}

/** What a statement has for a year; null where several lines, or none, go by the name. */
function factOfOne(named: readonly Series[], day: number): Part | null {
  const [line, another] = named.filter(({ statement }) => statement !== null);
  if (line === undefined || another !== undefined) return null;
  const figure = factOn(line.cells, day, 12)?.figure ?? null;
  return figure === null || isNegative(figure) ? null : { figure, hedge: 'none' };
}

/** The two names before a percentage, in either order. */
function marginIn(gap: readonly string[]): Margin | null {
  if (!gap.includes('as')) return null;
  const at = gap.findIndex(
    (token, index) =>
      token === 'as' &&
      gap[index + 1] === 'a' &&
      PERCENTAGE.has(gap[index + 2] ?? '') &&
      gap[index + 3] === 'of',
  );
  if (at < 0) return null;
  const behind = gap.slice(at + 4);
  const end = behind.findIndex((token) => token === ',' || isLevelWord(token));
  if (end < 0) return null;
  const whole = behind.slice(0, end).filter(isNaming);
  if (behind[end] !== ',') return { part: nameBefore(gap.slice(0, at)), whole };
  const rest = behind.slice(end + 1);
  const verb = rest.findIndex(isLevelWord);
  // "SG&A, as a percentage of net sales, was": the name stands before, else behind.
  if (verb === 0) return { part: nameBefore(gap.slice(0, at)), whole };
  return verb < 0 ? null : { part: rest.slice(0, verb).filter(isNaming), whole };
}

const PERCENTAGE = new Set(['percentage', 'percent']);

/** The words before, from the last break on. */
function nameBefore(words: readonly string[]): readonly string[] {
  const from = words.findLastIndex((word) => isBreaker(word) && word !== 'net' && word !== 'other');
  const name = words.slice(from + 1).filter(isNaming);
  return name.at(-1) === ',' ? name.slice(0, -1) : name;
}

function isNaming(token: string): boolean {
  return !isTimeWord(token) && !isNumberToken(token) && !OWNERS.has(token);
}

const OWNERS = new Set("our its the their company company's company’s consolidated in for".split(' '));

/** Nothing but times and a comparison: the same of another year. */
function isGoingOn(gap: readonly string[]): boolean {
  return (
    gap.length > 0 &&
    gap.every((token) => isTimeWord(token) || isNumberToken(token) || isFiller(token) || GOING_ON.has(token))
  );
}

const GOING_ON = new Set('compared to with versus and , from'.split(' '));
