import type { Filing, Section } from '../../filing/filing.js';
import { civilDateOf } from '../../value/index.js';
import type { HeadingRun } from './heading-years.js';

/** A run of headings of a financial statement that begins with another year than those of the others. */
export interface StaleRun {
  readonly run: HeadingRun;
  readonly latest: number;
  readonly expected: number;
  readonly others: number;
}

/** How many statements must agree before one that does not is held wrong. */
const FEWEST = 3;

/** Statements whose columns are last year's: all others of the filing, and its cover, name a later year. */
export function staleRuns(filing: Filing, runs: readonly HeadingRun[]): StaleRun[] {
  const { periodEnd } = filing.cover;
  if (periodEnd === null) return [];
  const { year } = civilDateOf(periodEnd);
  const statements = statementIds(filing.outline);
  const own = runs.filter(({ table }) => table.section !== null && statements.has(table.section));
  const latest = own.map(({ headings }) => Math.max(...headings.map((heading) => heading.year)));
  const current = latest.filter((each) => each === year).length;
  if (current < FEWEST) return [];
  return own.flatMap((run, index) => {
    const found = latest[index] ?? year;
    return found === year - 1 ? [{ run, latest: found, expected: year, others: current }] : [];
  });
}

function statementIds(outline: readonly Section[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...outline];
  for (let section = open.pop(); section !== undefined; section = open.pop()) {
    if (section.kind === 'statement') found.add(section.id);
    open.push(...section.children);
  }
  return found;
}
