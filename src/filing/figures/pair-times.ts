import type { Mention } from './mentions.js';
import { indexFrom, type Line, listsOf } from './sentence-line.js';
import type { TimeMention } from './times.js';

const RESPECTIVELY = /\brespectively\b/i;

/** Gives the figures of lists the times of the list that belongs to them, in order. */
export function pairLists(line: Line, found: Map<Mention, TimeMention>): void {
  const { sentence, figures, times } = line;
  if (times.length < 2 || figures.length < 2) return;
  const timeLists = listsOf(sentence, times).filter((list) => list.length > 1);
  if (timeLists.length === 0) return;
  const isRespective = RESPECTIVELY.test(sentence);
  pairNeighbours(line, timeLists, isRespective, found);
  if (isRespective) for (const list of timeLists) pairAround(line, list, found);
}

/**
 * "¥5 million and ¥4 million in 2006 and 2005, respectively", "for 2006, 2005 and 2004 we paid ¥5, ¥4 and ¥3": a list of
 * figures pairs with the list of as many times that follows it, else with the one that stands last before it; twice as
 * many figures are two such lists. Without "respectively" nothing may stand between the figures of the list.
 */
function pairNeighbours(
  { sentence, figures, times }: Line,
  timeLists: readonly (readonly TimeMention[])[],
  isRespective: boolean,
  found: Map<Mention, TimeMention>,
): void {
  const listOf = new Map(timeLists.flatMap((list) => list.map((time) => [time, list] as const)));
  for (const list of listsOf(sentence, figures, !isRespective)) {
    const [first, last] = [list[0] as Mention, list.at(-1) as Mention];
    if (first === last || (!isRespective && !areAlike(list))) continue;
    const after = listOf.get(times[indexFrom(times, last.end)] as TimeMention);
    const before = listOf.get(times[indexFrom(times, first.start) - 1] as TimeMention);
    const paired = fits(after, list) ? after : fits(before, list) ? before : undefined;
    if (paired !== undefined) pairInOrder(paired, list, found);
  }
}

function fits(times: readonly TimeMention[] | undefined, figures: readonly Mention[]): boolean {
  return times !== undefined && figures.length % times.length === 0;
}

function areAlike(list: readonly Mention[]): boolean {
  return list.every(({ unit }) => unit === list[0]?.unit);
}

/** The figures between a list of times and the times on either side of it, where they are as many. */
function pairAround(
  { sentence, figures, times }: Line,
  list: readonly TimeMention[],
  found: Map<Mention, TimeMention>,
): void {
  const [start, end] = [(list[0] as TimeMention).start, (list.at(-1) as TimeMention).end];
  const before = times[indexFrom(times, start) - 1]?.end ?? 0;
  const after = times[indexFrom(times, end)]?.start ?? sentence.length;
  for (const [from, to] of [
    [before, start],
    [end, after],
  ] as const)
    pairByUnit(list, figures.slice(indexFrom(figures, from), indexFrom(figures, to)), found);
}

/**
 * "An expense of ¥4, a benefit of ¥5 and one of ¥6 in 2006, 2005 and 2004, respectively": whatever words stand between
 * them, the figures of one unit pair with a list of times where they are as many, or twice as many.
 */
export function pairByUnit(
  list: readonly TimeMention[],
  figures: readonly Mention[],
  found: Map<Mention, TimeMention>,
): void {
  const groups = new Map<string, Mention[]>();
  for (const figure of figures) {
    if (found.has(figure)) continue;
    const group = groups.get(figure.unit);
    if (group === undefined) groups.set(figure.unit, [figure]);
    else group.push(figure);
  }
  for (const group of groups.values()) if (fits(list, group)) pairInOrder(list, group, found);
}

function pairInOrder(
  times: readonly TimeMention[],
  figures: readonly Mention[],
  found: Map<Mention, TimeMention>,
): void {
  for (const [index, figure] of figures.entries())
    found.set(figure, times[index % times.length] as TimeMention);
}
