import { firstIndex, type Period } from '../../value/index.js';
import type { Mention } from './mentions.js';
import type { TimeMention } from './times.js';

/** No sentence says in one breath what is further apart than this, in characters and in figures. */
const LONGEST_GAP = 1500;
const MOST_BETWEEN = 12;

/**
 * For each mention of a sentence, the period that it belongs to, or null. Offsets of all three are into the sentence.
 *
 * Lists before "respectively" pair up in order. Any other figure takes the time that stands in its own clause, after
 * it or before it; else a time that opens the sentence; never one that belongs to another clause's figure.
 */
export function attachPeriods(
  sentence: string,
  mentions: readonly Mention[],
  times: readonly TimeMention[],
): (Period | null)[] {
  const line: Line = {
    sentence,
    figures: mentions.filter(isPeriodic),
    times: times.filter((time) => time.period !== null),
  };
  const found = new Map<Mention, TimeMention>();
  pairLists(line, found);
  line.figures.forEach((figure, index) => {
    if (found.has(figure)) return;
    const time = following(line, index) ?? preceding(line, index);
    if (time !== null) found.set(figure, time);
  });
  return mentions.map((mention) => found.get(mention)?.period ?? null);
}

interface Line {
  readonly sentence: string;
  readonly figures: readonly Mention[];
  readonly times: readonly TimeMention[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Dates, labels and durations ("six fiscal years") hold at no time. */
function isPeriodic(mention: Mention): boolean {
  return mention.role === 'amount' && !['date', 'year', 'month', 'day'].includes(mention.unit);
}

/** "¥5 million and ¥4 million in 2006 and 2005, respectively". */
function pairLists({ sentence, figures, times }: Line, found: Map<Mention, TimeMention>): void {
  let from = 0;
  for (const match of sentence.matchAll(/respectively/gi)) {
    const listed = lastList(sentence, times.slice(indexFrom(times, from), indexFrom(times, match.index)));
    if (listed.length >= 2) {
      const candidates = figures.slice(indexFrom(figures, from), indexFrom(figures, match.index));
      for (const group of listsOf(sentence, candidates)) {
        if (group.length !== listed.length) continue;
        group.forEach((figure, index) => {
          found.set(figure, listed[index] as TimeMention);
        });
      }
    }
    from = match.index;
  }
}

/** The last run of neighbours that commas, "and" or "or" join. */
function lastList<T extends Stretch>(sentence: string, places: readonly T[]): T[] {
  let first = places.length - 1;
  while (first > 0 && isJoined(sentence, places[first - 1] as T, places[first] as T)) first -= 1;
  return places.slice(Math.max(0, first));
}

function listsOf(sentence: string, figures: readonly Mention[]): Mention[][] {
  const lists: Mention[][] = [];
  for (const figure of figures) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (list !== undefined && last !== undefined && isJoined(sentence, last, figure)) list.push(figure);
    else lists.push([figure]);
  }
  return lists;
}

const LISTED =
  /^[^,;]{0,40}(?:,|,?\s*\b(?:and|or)|&)\s{0,3}(?:for\s+|as of\s+|at\s+|in\s+)?(?:approximately\s+)?$/;
const CHAINED = /^(?:[^,;]{0,40},)?\s{0,3}(?:and|or|to)?\s{0,3}(?:approximately\s{1,3})?$/;

function isJoined(sentence: string, first: Stretch, second: Stretch, pattern = LISTED): boolean {
  return second.start - first.end < 60 && pattern.test(sentence.slice(first.end, second.start));
}

/** The time after a figure, unless another clause or a comparison begins before it or another figure claims it. */
function following({ sentence, figures, times }: Line, index: number): TimeMention | null {
  const figure = figures[index] as Mention;
  const time = times[indexFrom(times, figure.end)];
  if (time === undefined || time.start - figure.end > LONGEST_GAP) return null;
  let end = figure.end;
  for (let next = index + 1; next < figures.length; next += 1) {
    const [last, other] = [figures[next - 1] as Mention, figures[next] as Mention];
    if (other.end > time.start) break;
    // "5% to ¥10 billion in 2006": one statement with two figures.
    const isOne = isJoined(sentence, last, other) || isJoined(sentence, last, other, CHAINED);
    if (!isOne || next - index > MOST_BETWEEN) return null;
    end = other.end;
  }
  if (OTHER_CLAUSE.test(sentence.slice(end, time.start))) return null;
  return isBase(sentence, time) ? null : time;
}

/** "increased 5% from 2005": the year that the change is measured from, not the figure's own. */
function isBase(sentence: string, time: TimeMention): boolean {
  const text = sentence.slice(time.start, time.end);
  return /^from\s/i.test(text) && !/\s(?:to|through|until)\s|[-–]/.test(text);
}

/** The time before a figure in its clause, or the one that opens the sentence for all of it. */
function preceding({ sentence, figures, times }: Line, index: number): TimeMention | null {
  const figure = figures[index] as Mention;
  const at = indexFrom(times, figure.start) - 1;
  const time = times[at];
  if (time === undefined || figure.start - time.end > LONGEST_GAP) return null;
  const gap = sentence.slice(time.end, figure.start);
  if (COMPARISON.test(gap)) return null;
  if (!OTHER_CLAUSE.test(gap) && !isOwnedByBase(sentence, figures, index, time)) return time;
  // A time that no figure precedes speaks for what follows it: "In 2006, we sold …, and we paid …".
  const opens = at === 0 && (figures[0] as Mention).start >= time.end;
  return opens && !gap.includes(';') ? time : null;
}

/** Where another clause begins. */
const OTHER_CLAUSE =
  /;|,\s+(?:and|but|or|while|whereas|although|as|so|with)\s|\b(?:while|whereas|compared|versus)\b|\b(?:against|and)\s+(?:our|the|its|we|to|with|a)\b/i;
const COMPARISON = /\b(?:compared|versus|as against)\b/i;

/** "from ¥5 billion in 2005 to ¥6 billion": 2005 says when the ¥5 billion was, not the ¥6 billion. */
function isOwnedByBase(
  sentence: string,
  figures: readonly Mention[],
  index: number,
  time: TimeMention,
): boolean {
  const owner = figures[index - 1];
  if (owner === undefined || owner.end > time.start) return false;
  return /\b(?:from|with|to)\s+$/.test(sentence.slice(Math.max(0, owner.start - 12), owner.start));
}

/** The index of the first place that starts at or after an offset; the places are in order. */
function indexFrom(places: readonly Stretch[], offset: number): number {
  return firstIndex(places.length, (index) => (places[index] as Stretch).start >= offset);
}
