import type { Mention } from './mentions.js';
import { pairLists } from './pair-times.js';
import { areListed, areOneStatement, indexFrom, type Line, lineOf } from './sentence-line.js';
import type { TimeMention } from './times.js';

/** No sentence says in one breath what is further apart than this, in characters and in figures. */
const LONGEST_GAP = 1500;
const MOST_BETWEEN = 12;

/**
 * For each mention of a sentence, the time that it belongs to, or null. Offsets of all three are into the sentence.
 *
 * Lists before "respectively" pair up in order. Any other figure takes the time that stands in its own clause, after
 * it or before it; else a time that opens the sentence; never one that belongs to another clause's figure.
 */
export function attachTimes(
  sentence: string,
  mentions: readonly Mention[],
  times: readonly TimeMention[],
): (TimeMention | null)[] {
  const line = lineOf(sentence, mentions, times);
  if (line.times.length === 0) return mentions.map(() => null);
  const found = new Map<Mention, TimeMention>();
  pairLists(line, found);
  line.figures.forEach((figure, index) => {
    if (found.has(figure)) return;
    const time = beforeBrackets(line, figure) ?? following(line, index) ?? preceding(line, index);
    if (time !== null) found.set(figure, time);
  });
  return mentions.map((mention) => found.get(mention) ?? null);
}

/** "at March 31, 2006 (based on ¥9 of notes)": what stands in brackets behind a time is of that time. */
function beforeBrackets({ sentence, times }: Line, figure: Mention): TimeMention | null {
  const time = times[indexFrom(times, figure.start) - 1];
  if (time === undefined || figure.start - time.end > LONGEST_GAP) return null;
  const isOpened = sentence.charAt(time.end) === '(' || sentence.startsWith(' (', time.end);
  if (!isOpened || sentence.slice(time.end, figure.start).includes(')')) return null;
  const own = times[indexFrom(times, figure.end)];
  return own === undefined || sentence.slice(figure.end, own.start).includes(')') ? time : null;
}

/** The time after a figure, unless another clause or a comparison begins before it or another figure claims it. */
function following({ sentence, figures, times, isFiguresFirst }: Line, index: number): TimeMention | null {
  const figure = figures[index] as Mention;
  const time = times[indexFrom(times, figure.end)];
  if (time === undefined || time.start - figure.end > LONGEST_GAP) return null;
  let end = figure.end;
  for (let next = index + 1; next < figures.length; next += 1) {
    const [last, other] = [figures[next - 1] as Mention, figures[next] as Mention];
    if (other.end > time.start) break;
    const isOne = isFiguresFirst || areOneStatement(sentence, last, other);
    if (!isOne || next - index > MOST_BETWEEN) return null;
    end = other.end;
  }
  if (OTHER_CLAUSE.test(sentence.slice(end, time.start))) return null;
  if (isInOtherBrackets(sentence, figure, figures[index + 1], time)) return null;
  if (isOfBracketBehind(sentence, figures, end, time)) return null;
  if (isOfClauseBehind(sentence, figures, times, figure, time)) return null;
  return isBase(sentence, time) ? null : time;
}

/** "¥9 (¥8 as of March 31, 2005)": the time inside brackets is that of the figure inside. */
function isInOtherBrackets(
  sentence: string,
  figure: Mention,
  next: Mention | undefined,
  time: TimeMention,
): boolean {
  if (next === undefined || next.end > time.start) return false;
  const open = sentence.slice(figure.end, next.start).lastIndexOf('(');
  return open >= 0 && !sentence.slice(figure.end + open, time.start).includes(')');
}

/** "¥9 (the value as of March 31, 2005 was ¥8)": the time is that of the figure that the bracket holds behind it. */
function isOfBracketBehind(
  sentence: string,
  figures: readonly Mention[],
  end: number,
  time: TimeMention,
): boolean {
  const open = sentence.slice(end, time.start).lastIndexOf('(');
  if (open < 0 || sentence.slice(end + open, time.start).includes(')')) return false;
  const next = figures[indexFrom(figures, time.end)];
  return next !== undefined && !sentence.slice(time.end, next.start).includes(')');
}

const CLAUSE_BEHIND = /\b(?:which|that|originally|previously|first|entered into)\b/;

/**
 * "In March 2006, we borrowed ¥5 under a facility that we agreed on in 2005": the sentence has opened with its time, and
 * the one behind is that of something else.
 */
function isOfClauseBehind(
  sentence: string,
  figures: readonly Mention[],
  times: readonly TimeMention[],
  figure: Mention,
  time: TimeMention,
): boolean {
  const opening = times[0] as TimeMention;
  const isOpened = opening !== time && opening.end <= (figures[0] as Mention).start;
  return isOpened && CLAUSE_BEHIND.test(sentence.slice(figure.end, time.start + 4));
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
  if (COMPARISON.test(gap) && !OF_ANOTHER_MEASURE.test(gap)) return null;
  if (!OTHER_CLAUSE.test(gap) && !isOwnedByBase(sentence, figures, index, time))
    return firstOfList(sentence, times, at);
  // A time that no figure precedes speaks for what follows it: "In 2006, we sold …, and we paid …".
  const opens = at === 0 && (figures[0] as Mention).start >= time.end;
  return opens && !gap.includes(';') ? time : null;
}

/** "In 2006 and 2005, sales were ¥5 million each": what is said once of several years is told of the first. */
function firstOfList(sentence: string, times: readonly TimeMention[], at: number): TimeMention {
  let first = at;
  while (
    first > Math.max(0, at - MOST_BETWEEN) &&
    areListed(sentence, times[first - 1] as TimeMention, times[first] as TimeMention)
  )
    first -= 1;
  return times[first] as TimeMention;
}

/** Where another clause begins. */
const OTHER_CLAUSE =
  /;|,\s+(?:and|but|or|while|whereas|although|as|so|with)\s|\b(?:while|whereas|compared|versus)\b|\b(?:against|and)\s+(?:our|the|its|we|to|with|a)\b/i;
const COMPARISON = /\b(?:compared|versus|as against)\b/i;

/** "… was ¥18 as compared with a carrying value of ¥20": another measure at the same time. */
const OF_ANOTHER_MEASURE =
  /\b(?:compared|versus|as against)\s(?:with|to)?\s?(?:an?|the|its|our)\s(?:[a-z-]+\s){1,4}of\s(?:approximately\s|about\s)?$/i;

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
