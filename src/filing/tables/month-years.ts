import type { PeriodParts } from '../figures/index.js';

/** A line of a table that is headed by a month: the year too, where its headings give it. */
interface MonthLine {
  readonly line: number;
  readonly month: number;
  readonly year: number | null;
}

/**
 * The years of months that are printed without one, by line: "November 2005, December, January 2006, February" tells
 * that of December and February. Only a run of months that follow each other without a gap tells them, one way or the
 * other, and only where all the years in it fit. `lines`: what the labels of each row, or of each column, say.
 */
export function monthYears(lines: readonly (readonly PeriodParts[])[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const run of runsOf(lines)) {
    const known = run.findIndex(({ year }) => year !== null);
    const first = run[known];
    if (first === undefined || run.every(({ year }) => year !== null)) continue;
    const step = stepBetween(run[0], run[1]) ?? 1;
    const years = run.map((_, index) => yearAt(first, (index - known) * step));
    if (run.some(({ year }, index) => year !== null && year !== years[index])) continue;
    for (const [index, { line, year }] of run.entries()) {
      const told = years[index];
      if (year === null && told !== undefined) found.set(line, told);
    }
  }
  return found;
}

/** Neighbouring lines whose months follow each other forwards, or backwards. */
function runsOf(lines: readonly (readonly PeriodParts[])[]): MonthLine[][] {
  const runs: MonthLine[][] = [];
  for (const [line, parts] of lines.entries()) {
    const month = monthLine(line, parts);
    if (month === null) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    const step = last?.line === line - 1 ? stepBetween(last, month) : null;
    const isSame = run !== undefined && (run.length < 2 || stepBetween(run[0], run[1]) === step);
    if (step !== null && isSame) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

/** Null for a line of another kind, or one whose headings speak of fiscal years or of days. */
function monthLine(line: number, parts: readonly PeriodParts[]): MonthLine | null {
  const own = parts.filter(({ month }) => month !== undefined);
  const [only] = own;
  if (own.length !== 1 || only?.month === undefined || only.kind !== undefined) return null;
  if (only.day !== undefined || only.first !== undefined || only.unclear === true) return null;
  const year = parts.findLast((part) => part.year !== undefined)?.year ?? only.last?.year;
  return { line, month: only.month, year: year ?? null };
}

function stepBetween(first: MonthLine | undefined, second: MonthLine | undefined): 1 | -1 | null {
  if (first === undefined || second === undefined) return null;
  const distance = (second.month - first.month + 12) % 12;
  return distance === 1 ? 1 : distance === 11 ? -1 : null;
}

function yearAt({ month, year }: MonthLine, months: number): number {
  return (year ?? 0) + Math.floor((month - 1 + months) / 12);
}
