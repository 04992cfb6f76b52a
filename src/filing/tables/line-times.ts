import { type Day, dayOf, isCivilDate } from '../../value/index.js';
import { monthNumber } from '../figures/read-dates.js';

/** What the lines above a table say of when its figures hold. */
export interface LineTime {
  /** "as of", "at"; "years ended", "for 2024", "during"; both or neither: null. */
  readonly kind: 'instant' | 'span' | null;
  /** The first day that they name, or the first year where they name only years. */
  readonly day: Day | null;
  readonly year: number | null;
  /** "three months ended". */
  readonly months: number | null;
}

const DATE =
  /(?:\b(as of|as at|at|ended|ending|end|on|through|until)\s{1,3})?\b([A-Z][A-Za-z]{2,8})\.?\s{1,3}(\d{1,2}),?\s{1,3}((?:19|20)\d\d)(?!\d)/g;
const YEARS = /\b(?:in|for|during|of|fiscal|years?|and|ended|to|-)\s{1,3}((?:19|20)\d\d)(?![\d,]\d)/i;
const ENDED_LATER = /\b(?:years?|periods?)\s{1,3}end(?:ed|ing)\s{1,3}[A-Z][a-z]{2,8}/i;
const AT_LATER = /\b(?:as of|as at|at)\s{1,3}(?:[A-Z][a-z]{2,8}\s{1,3}\d{1,2}|(?:fiscal\s)?year[\s-]end)/i;
const SPAN =
  /\b(?:years?|months|quarters?|weeks|periods?)\s{1,3}end(?:ed|ing)\b|\bfor\s{1,3}(?:the\s{1,3})?(?:fiscal\s{1,3})?(?:years?\s{1,3})?(?:19|20)\d\d\b|\b(?:during|for the (?:fiscal )?years?)\b/i;
const MONTHS = /\b(three|six|nine|twelve)\s{1,3}months\s{1,3}ended\b/i;
const COUNTS: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12 };
const NOTHING: LineTime = { kind: null, day: null, year: null, months: null };
const LONGEST = 1000;

/** Reads a title, a caption, a sentence that introduces a table. */
export function lineTime(line: string): LineTime {
  if (line.length > LONGEST || !/\d|ended|year/i.test(line)) return NOTHING;
  const { day, atDay } = firstDay(line);
  const spans = SPAN.test(line) || ENDED_LATER.test(line);
  const year = day === null ? (YEARS.exec(line)?.[1] ?? null) : null;
  if (day === null && year === null && !spans && !atDay) return NOTHING;
  const months = MONTHS.exec(line)?.[1]?.toLowerCase() ?? '';
  return {
    kind: spans === atDay ? null : spans ? 'span' : 'instant',
    day,
    year: year === null ? null : Number(year),
    months: COUNTS[months] ?? null,
  };
}

/** The first day of a line that is no limit ("through …"), and whether it says "as of" of any. */
function firstDay(line: string): { day: Day | null; atDay: boolean } {
  let day: Day | null = null;
  let atDay = AT_LATER.test(line);
  for (const [, lead = '', name = '', date, year] of line.matchAll(DATE)) {
    const month = monthNumber(name.charAt(0) + name.slice(1).toLowerCase());
    if (month === null || !isCivilDate(Number(year), month, Number(date))) continue;
    atDay ||= /^(?:as of|as at|at)$/i.test(lead);
    if (!/^(?:on|through|until)$/i.test(lead)) day ??= dayOf(Number(year), month, Number(date));
  }
  return { day, atDay };
}
