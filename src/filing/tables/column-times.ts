import { isInstant, lastDayOf, plusDays, spanOf } from '../../value/index.js';
import type { HeaderBlock } from './header-columns.js';
import { NO_TIME, type Time, type TimeReader } from './time-reader.js';

/**
 * The time of each column. One that tells none beside others that do has that of the column on its left
 * ("2023 | % of sales"), and between an earlier and a later day that of the days between ("December 31, 2022 | Acquired |
 * December 31, 2023").
 */
export function columnTimes({ paths }: HeaderBlock, reader: TimeReader): Time[] {
  const [stub = [], ...columns] = paths;
  const own = columns.map((path) => reader.ofHeadings(path));
  const isTold = own.some(({ period }) => period !== null);
  const together = stub.length === 0 ? own : columns.map((path) => reader.ofHeadings([...stub, ...path]));
  if (!isTold) return [NO_TIME, ...together.map((time): Time => ({ ...time, isFromStub: true }))];
  const after = nextTold(own, together);
  const latest = latestOfRun(own, together);
  let before: Time | undefined;
  const times = together.map((time, column): Time => {
    if (own[column]?.period !== null) {
      before = time;
      return time;
    }
    const outside = before === undefined || after[column] === undefined ? latest : null;
    return between(before, after[column]) ?? outside ?? before ?? after[column] ?? time;
  });
  return [NO_TIME, ...times];
}

/**
 * The latest time of the columns that tell one where these stand side by side: beside "2023 | 2024" a "Change" or an
 * "Effective rate" is of 2024. Null where columns that tell none stand between them, each beside its own.
 */
function latestOfRun(own: readonly Time[], together: readonly Time[]): Time | null {
  const first = own.findIndex(({ period }) => period !== null);
  const last = own.findLastIndex(({ period }) => period !== null);
  let latest: Time | null = null;
  let end = Number.NEGATIVE_INFINITY;
  for (let column = first; column <= last; column += 1) {
    const period = own[column]?.period ?? null;
    if (period === null) return null;
    if (lastDayOf(period) <= end) continue;
    end = lastDayOf(period);
    latest = together[column] ?? null;
  }
  return latest;
}

/** By column, the time of the next one on its right that tells it. */
function nextTold(own: readonly Time[], together: readonly Time[]): (Time | undefined)[] {
  const next: (Time | undefined)[] = new Array(own.length);
  let after: Time | undefined;
  for (let column = own.length - 1; column >= 0; column -= 1) {
    next[column] = after;
    if (own[column]?.period !== null) after = together[column];
  }
  return next;
}

function between(before: Time | undefined, after: Time | undefined): Time | null {
  const [from, to] = [before?.period ?? null, after?.period ?? null];
  if (from === null || to === null || !isInstant(from) || !isInstant(to) || from.instant >= to.instant)
    return null;
  return { period: spanOf(plusDays(from.instant, 1), to.instant), kind: 'span' };
}
