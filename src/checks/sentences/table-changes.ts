import type { Figure, Filing, Unit } from '../../filing/filing.js';
import type { Series } from '../facts/amount-facts.js';
import { changeRelations } from './change-relations.js';
import type { ChangeStatement } from './change-statement.js';
import { around, overlap, sizeOf } from './range.js';
import type { Relation } from './relation.js';
import { type LinePair, lastDayOfFigure, pairOf, type TableLines } from './table-lines.js';
import type { TextSentence } from './text-sentence.js';
import { isNumberToken } from './tokens.js';
import { isBreaker, isChangeWord, isOtherMeasure, isTimeWord } from './word-classes.js';

/** More lines of one name than this are several things. */
const MOST_LINES = 6;

/** A statement of change held against one line of a table. */
export interface LineClaim {
  readonly series: Series;
  readonly relations: readonly Relation[];
  /** The level that the sentence states is that of the line, to three digits or more. */
  readonly isTied: boolean;
}

/**
 * What a statement of change that leaves out a level asserts of the line of a table that it names: "Net sales increased 5%
 * in 2024" of the net sales of 2024 and 2023. One claim for each line of that name that has both.
 */
export function tableChanges(
  sentence: TextSentence,
  statement: ChangeStatement,
  lines: TableLines,
  filing: Filing,
): LineClaim[] {
  const { amount, percent, points, to, from } = statement;
  const anchor = to ?? amount ?? percent ?? points;
  const isChange = amount !== null || percent !== null || points !== null;
  if (anchor === null || !isChange || (to !== null && from !== null)) return [];
  if (sentence.gaps.some((gap) => gap.some(isOtherMeasure) || gap.includes('quarter'))) return [];
  const named = lines.named(subjectOf(statement.subject), unitOf(statement, sentence, filing));
  if (named.length === 0 || named.length > MOST_LINES) return [];
  const day = lastDayOfFigure(anchor.figure, sentence, filing);
  if (day === null) return [];
  return named.flatMap((series) => {
    const pair = pairOf(series, day);
    return pair === null ? [] : [claimOf(statement, series, pair)];
  });
}

/** The change against the two values of a line; nothing where the level that the sentence states is another. */
function claimOf(statement: ChangeStatement, series: Series, { now, before }: LinePair): LineClaim {
  const { amount, percent, points, direction, to, from } = statement;
  const isOther =
    (to !== null && !canBe(to.figure, now.figure)) || (from !== null && !canBe(from.figure, before.figure));
  if (isOther) return { series, relations: [], isTied: false };
  const levels = {
    to: { figure: now.figure, hedge: 'none' },
    from: { figure: before.figure, hedge: 'none' },
  } as const;
  const relations = changeRelations({ ...levels, amount, percent, points, direction }, 'likely');
  const level = to ?? from;
  const isTied = level !== null && significantDigits(level.figure) >= 3;
  return { series, relations: relations.map((relation) => ({ ...relation, confirms: [2] })), isTied };
}

function significantDigits({ value }: Figure): number {
  return value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

function canBe(stated: Figure, printed: Figure): boolean {
  return overlap(around(sizeOf(stated), stated.decimals), around(sizeOf(printed), printed.decimals));
}

/** The unit of the levels; an amount of change has it, a percentage is of amounts of money. */
function unitOf({ to, from, amount }: ChangeStatement, { figures }: TextSentence, filing: Filing): Unit {
  const known = to ?? from ?? amount;
  if (known !== null) return known.figure.unit;
  return figures.find(({ unit }) => /^[A-Z]{3}$/.test(unit))?.unit ?? filing.cover.currency ?? 'USD';
}

/** The words that name what changed: from the last break on, without times, up to the word of change. */
export function subjectOf(words: readonly string[]): readonly string[] {
  let from = 0;
  let until = words.length;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (isChangeWord(word)) {
      until = at;
      break;
    }
    if (isBreaker(word) && word !== 'net' && word !== 'other') from = at + 1;
  }
  return words.slice(from, until).filter((word) => !isTimeWord(word) && !isNumberToken(word));
}
