import type { Table } from '../../filing/filing.js';
import type { AverageMethod } from '../../rates/rate-source.js';
import { sentencesIn } from '../engine/surroundings.js';

/** How a document says it forms its averages; null where it does not say. */
export interface AverageMethods {
  readonly years: AverageMethod | null;
  readonly months: AverageMethod | null;
  /** The sentences that say so, for the evidence. */
  readonly stated: readonly string[];
}

const MONTH_END =
  /\b(?:last|final)\s+(?:\w+\s+){0,2}?days?\s+(?:of|in|during)\s+(?:each|every|the)\s+(?:\w+\s+)?months?(?:\s+(?:during|in|of|within|for)\s+(?:the|each|such|that|a)\s+(?:relevant\s+|respective\s+|applicable\s+)?(?:\w+\s+)?(?:periods?|years?))?|\bmonth[\s-]+ends?\b|\bends?\s+of\s+(?:each|every)\s+(?:\w+\s+)?months?(?:\s+(?:during|in|of)\s+(?:the|each|such)\s+(?:\w+\s+)?(?:periods?|years?))?/gi;
const DAILY =
  /\bdaily\b|\b(?:each|every)\s+(?:business\s+|trading\s+|working\s+)?day(?:\s+(?:during|in|of|within)\s+(?:the|each|such)\s+(?:\w+\s+)?(?:months?|periods?|years?))?/gi;

/**
 * Reads the method of averages from notes and lead-ins: "For fiscal years, the average of the rates on the last day of
 * each month. For months, the average of daily rates." A sentence without a scope speaks of all averages, but a mean
 * of month-ends cannot be meant of a single month. The first sentence about a scope wins, so put the nearest first.
 */
export function averageMethods(texts: readonly string[]): AverageMethods {
  let years: AverageMethod | null = null;
  let months: AverageMethod | null = null;
  const stated: string[] = [];
  for (const sentence of texts.flatMap(sentencesIn)) {
    const reading = readSentence(sentence);
    if (reading === null) continue;
    const { method, scope } = reading;
    const before: [unknown, unknown] = [years, months];
    if (scope !== 'months') years ??= method;
    if (scope === 'months' || (scope === 'all' && method === 'daily')) months ??= method;
    if (before[0] !== years || before[1] !== months) stated.push(sentence.trim());
  }
  return { years, months, stated };
}

/** Notes that a mark on the heading of the averages points at: "Average (1)". */
export function notesOnAverages(table: Table): string[] {
  const marks = table.rows
    .flatMap((row) => row.cells)
    .filter((cell) => /\b(average|avg|mean)\b/i.test(cell.text))
    .map((cell) => /[([]?([\dA-Za-z*†‡]{1,2})[)\]]?\s*$/.exec(cell.text.normalize('NFKC'))?.[1]);
  return table.notes
    .filter((note) => note.mark !== null && marks.includes(note.mark))
    .map((note) => note.text);
}

function readSentence(sentence: string): { method: AverageMethod; scope: 'years' | 'months' | 'all' } | null {
  if (!/\baverages?\b|\bmean\b/i.test(sentence)) return null;
  const monthEnd = matches(MONTH_END, sentence);
  const daily = matches(DAILY, sentence);
  // A sentence that names both contrasts them; which is meant of what is beyond us.
  if (monthEnd === daily) return null;
  return {
    method: monthEnd ? 'month-end' : 'daily',
    scope: scopeOf(sentence.replace(monthEnd ? MONTH_END : DAILY, ' ')),
  };
}

/** What is left once the words of the method are taken out tells of which periods the sentence speaks. */
function scopeOf(rest: string): 'years' | 'months' | 'all' {
  const words = rest.replace(/\bcalendar\s+year\s+months?\b/gi, 'months');
  const months = /\bmonth(s|ly)?\b/i.test(words);
  const years = /\byears?\b|\byearly\b|\bannual(ly)?\b/i.test(words);
  if (months === years) return 'all';
  return months ? 'months' : 'years';
}

function matches(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}
