import { firstIndex } from '../../value/index.js';
import type { Mention } from './mentions.js';
import type { TimeMention } from './times.js';

/** A sentence with its figures that hold at a time, and its times; both in order. */
export interface Line {
  readonly sentence: string;
  readonly figures: readonly Mention[];
  readonly times: readonly TimeMention[];
  /** "¥9 (¥3 a share) in 2006 and ¥8 (¥2 a share) in 2005": its times stand behind their figures, to the last. */
  readonly isFiguresFirst: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function lineOf(sentence: string, mentions: readonly Mention[], times: readonly TimeMention[]): Line {
  const figures = mentions.filter(isPeriodic);
  const told = times.filter(({ period, aside }) => period !== null && aside !== true);
  return { sentence, figures, times: told, isFiguresFirst: areFiguresFirst(figures, told) };
}

/** Dates, labels and durations ("six fiscal years") hold at no time. */
export function isPeriodic({ role, unit }: Mention): boolean {
  return role === 'amount' && unit !== 'date' && unit !== 'year' && unit !== 'month' && unit !== 'day';
}

function areFiguresFirst(figures: readonly Mention[], times: readonly TimeMention[]): boolean {
  const [figure, time, lastFigure, lastTime] = [figures[0], times[0], figures.at(-1), times.at(-1)];
  if (figure === undefined || time === undefined || lastFigure === undefined || lastTime === undefined)
    return false;
  return time !== lastTime && figure.end <= time.start && lastFigure.end <= lastTime.start;
}

/** The index of the first place that starts at or after an offset; the places are in order. */
export function indexFrom(places: readonly Stretch[], offset: number): number {
  return firstIndex(places.length, (index) => (places[index] as Stretch).start >= offset);
}

/** How figures and times follow each other in a list, with some words between them. */
const LISTED =
  /^[^,;]{0,40}(?:,|,?\s*\b(?:and|or)|&)\s{0,3}(?:for\s+|as of\s+|at\s+|in\s+)?(?:approximately\s+)?$/;
/** The same with nothing between them. */
const NEXT = /^\s?(?:,|,?\s+(?:and|or)|&)\s{0,3}(?:approximately\s+)?$/;
/** "5% to ¥10 billion", "5%, to ¥10 billion": one statement of two figures. */
const CHAINED = /^(?:[^,;]{0,40},)?\s{0,3}(?:and|or|to)?\s{0,3}(?:approximately\s{1,3})?$/;

/** Runs of neighbours that commas, "and" or "or" join; with `isTight` nothing else may stand between them. */
export function listsOf<T extends Stretch>(sentence: string, places: readonly T[], isTight = false): T[][] {
  const lists: T[][] = [];
  let last: T | null = null;
  for (const place of places) {
    if (last !== null && isBetween(sentence, last, place, isTight ? NEXT : LISTED)) lists.at(-1)?.push(place);
    else lists.push([place]);
    last = place;
  }
  return lists;
}

export function areListed(sentence: string, first: Stretch, second: Stretch): boolean {
  return isBetween(sentence, first, second, LISTED);
}

/** Whether two figures make one statement, so that one time holds for both. */
export function areOneStatement(sentence: string, first: Stretch, second: Stretch): boolean {
  return isBetween(sentence, first, second, LISTED) || isBetween(sentence, first, second, CHAINED);
}

function isBetween(sentence: string, first: Stretch, second: Stretch, pattern: RegExp): boolean {
  return second.start - first.end < 60 && pattern.test(sentence.slice(first.end, second.start));
}
