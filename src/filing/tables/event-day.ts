import { type Day, dayOf, endOfMonth, isCivilDate } from '../../value/index.js';
import { readPeriodParts } from '../figures/index.js';
import type { Block } from '../filing.js';

const OF_EVENT =
  /\b(?:purchase (?:price|consideration)|consideration (?:paid|transferred)|total consideration|(?:assets|liabilities|net assets|intangibles?(?: assets)?|business(?:es)?)(?: \w+){0,3} (?:acquired|assumed)|acquisition[\s-]date|date of acquisition|acquired (?:assets|intangible))\b/i;
const ON_DAY = /\b[Oo]n\s([A-Z][a-z]{2,8}\s\d{1,2},\s(?:19|20)\d\d)\b/;
const IN_MONTH = /\b[Ii]n\s([A-Z][a-z]{2,8}\s(?:19|20)\d\d)\b/;
/** What a sentence says that tells the day of the deal, not that of a loan or a step beside it. */
const CLOSED = /\b(?:acquir|acquisition|purchas|complet|clos|consummat)/i;
const EVENT_REACH = 14;

/**
 * The day that a paragraph shortly above a table of an acquisition says it closed on: nearest first, and before any other
 * day one in a sentence that speaks of the deal; of a month, its last day.
 */
export function eventDay(blocks: readonly Block[], table: number, lines: readonly string[]): Day | null {
  if (!lines.slice(0, 2).some((line) => OF_EVENT.test(line))) return null;
  const near: Block[] = [];
  for (let index = table - 1; index >= Math.max(0, table - EVENT_REACH); index -= 1) {
    const block = blocks[index];
    if (block !== undefined && block.kind !== 'table') near.push(block);
  }
  return (
    firstOf(near, (block) => dayOfDeal(block, ON_DAY)) ??
    firstOf(near, ({ text }) => dayIn(text, ON_DAY)) ??
    firstOf(near, (block) => dayOfDeal(block, IN_MONTH))
  );
}

function firstOf(blocks: readonly Block[], read: (block: Block) => Day | null): Day | null {
  for (const block of blocks) {
    const day = read(block);
    if (day !== null) return day;
  }
  return null;
}

function dayOfDeal({ text, sentences }: Block, pattern: RegExp): Day | null {
  for (const [start, end] of sentences) {
    const sentence = text.slice(start, end);
    const day = CLOSED.test(sentence) ? dayIn(sentence, pattern) : null;
    if (day !== null) return day;
  }
  return null;
}

function dayIn(text: string, pattern: RegExp): Day | null {
  const found = pattern.exec(text)?.[1];
  const { year, month, day } = found === undefined ? {} : readPeriodParts(found);
  if (year === undefined || month === undefined) return null;
  if (day === undefined) return endOfMonth(year, month);
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}
