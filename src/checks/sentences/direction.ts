import type { Figure, Filing, SourceSpan } from '../../filing/filing.js';
import type { FindingDraft } from '../check.js';
import { oncePerFiling } from '../engine/once.js';
import { inTable, rangeIn } from '../engine/surroundings.js';
import type { ChangeStatement } from './change-statement.js';
import { around, isNegative, overlap, sizeOf } from './range.js';
import type { TextFigure, TextSentence } from './text-sentence.js';
import { type Direction, directionOf } from './word-classes.js';

/**
 * The finding of levels that go the other way than the words: "increased to $4 million from $5 million". Only where the
 * statement is without a gap and what is printed leaves no doubt which level is the larger. Where one row of a table has
 * both levels, the word is wrong (message `word`), else one of the three.
 */
export function directionFinding<Id extends string>(
  { to, from, direction, loose }: ChangeStatement,
  sentence: TextSentence,
  filing: Filing,
  messages: { readonly levels: Id; readonly word: Id },
): FindingDraft<Id> | null {
  if (to === null || from === null || direction === null || loose) return null;
  if (to.hedge === 'bound' || from.hedge === 'bound') return null;
  if (isNegative(to.figure) !== isNegative(from.figure)) return null;
  const [now, before] = [sizeOf(to.figure), sizeOf(from.figure)];
  const isUp = now.compare(before) > 0;
  const areApart = !overlap(around(now, to.figure.decimals), around(before, from.figure.decimals));
  if (!areApart || isUp === (direction === 'up')) return null;
  const figures = [to.figure, from.figure];
  const word = areInOneRow(filing, figures) ? wordOf(sentence, figures, direction) : null;
  const way = direction === 'up' ? 'an increase' : 'a decrease';
  const other = isUp ? 'an increase' : 'a decrease';
  const evidence = [`from ${from.figure.text} to ${to.figure.text} is ${other}`];
  if (word !== null) {
    const printed = sentence.block.text.slice(...word);
    return {
      message: messages.word,
      values: { printed, from: from.figure.text, to: to.figure.text, expected: other },
      at: rangeIn(filing, sentence.block, ...word),
      suspects: [],
      printed,
      expected: other,
      related: figures.map(({ id, start, end }) => ({ figure: id, start, end, note: 'a level' })),
      evidence: [...evidence, 'a row of a table has both levels'],
    };
  }
  return {
    message: messages.levels,
    values: { printed: to.figure.text, from: from.figure.text, word: way },
    at: to.figure.id,
    suspects: figures.map(({ id }) => id),
    printed: to.figure.text,
    expected: `${direction === 'up' ? 'more' : 'less'} than ${from.figure.text}`,
    related: [
      { figure: from.figure.id, start: from.figure.start, end: from.figure.end, note: 'the level before' },
    ],
    evidence,
  };
}

/** The last word before the second level that says the direction, as a range of the block's text. */
function wordOf(
  { block }: TextSentence,
  figures: readonly Figure[],
  direction: Direction,
): SourceSpan | null {
  const places = (figures as readonly TextFigure[]).map(({ where }) => where);
  const start = block.sentences[places[0]?.sentence ?? 0]?.[0] ?? 0;
  let end = Math.max(...places.map(({ at }) => at));
  while (end > start) {
    while (end > start && !isLetter(block.text.charCodeAt(end - 1))) end -= 1;
    let from = end;
    while (from > start && isLetter(block.text.charCodeAt(from - 1))) from -= 1;
    if (directionOf(block.text.slice(from, end).toLowerCase()) === direction) return [from, end];
    end = from;
  }
  return null;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function areInOneRow(filing: Filing, [a, b]: readonly Figure[]): boolean {
  if (a === undefined || b === undefined) return false;
  const rows = rowsByValue(filing);
  const others = rows.get(keyOf(b));
  return [...(rows.get(keyOf(a)) ?? [])].some((row) => others?.has(row) === true);
}

/** The rows that print a value. */
const rowsByValue = oncePerFiling((filing: Filing): ReadonlyMap<string, ReadonlySet<string>> => {
  const rows = new Map<string, Set<string>>();
  for (const figure of filing.figures) {
    if (!inTable(figure) || figure.role === 'label') continue;
    const row = `${figure.where.table}.${figure.where.row}`;
    const own = rows.get(keyOf(figure));
    if (own === undefined) rows.set(keyOf(figure), new Set([row]));
    else own.add(row);
  }
  return rows;
});

function keyOf({ unit, value }: Figure): string {
  return `${unit}|${value.startsWith('-') ? value.slice(1) : value}`;
}
