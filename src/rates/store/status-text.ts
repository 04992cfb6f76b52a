import type { RatesStatus, SeriesStatus } from './rates-status.js';

const SHORT_DIGEST = 12;
const HOW_TO_UPDATE =
  '"tickmark rates update" fetches newer rates; without a network "tickmark rates import FILE" takes them from a file.';

/** What is held, for a terminal. */
export function ratesStatusText(status: RatesStatus): string {
  const { noon, sources, today } = status;
  const rows = noon.map((each) => [
    each.currency,
    each.lastDay,
    behindText(each.releasesBehind),
    ...originOf(each),
  ]);
  const header = ['currency', 'last day', 'behind', ...ORIGIN];
  const lines = [`Noon buying rates (H.10) held on ${today}`, ...columns([header, ...rows])];
  for (const { source, names, path, series } of sources) {
    const others = names.slice(1);
    const table = [
      ['unit', 'last day', 'rates', ...ORIGIN],
      ...series.map((each) => [each.unit, each.lastDay, String(each.rates), ...originOf(each)]),
    ];
    lines.push('', `${source}${others.length > 0 ? ` (also ${others.join(', ')})` : ''}, in ${path}`);
    lines.push(...columns(table));
  }
  return `${[...lines, '', ...keptLines(status)].join('\n')}\n`;
}

/** The same as plain data for JSON. */
export function ratesStatusRecord({ isPackageOnly, ...status }: RatesStatus) {
  return { ...status, packageOnly: isPackageOnly };
}

function keptLines({ today, directory, isPackageOnly, packageAsOf, noon }: RatesStatus): string[] {
  const isEarly = noon.some(({ lastDay }) => lastDay > today);
  const clock = isEarly
    ? [`Rates of later days than ${today} are held: check the clock of this machine.`]
    : [];
  const isBehind = noon.some(({ releasesBehind }) => (releasesBehind ?? 0) > 0);
  const kept = isPackageOnly
    ? `Only the rates of the package are used, as of ${packageAsOf}.`
    : `Kept in ${directory}, on top of the rates of the package (as of ${packageAsOf}).`;
  return [...clock, kept, ...(isBehind || isPackageOnly ? [HOW_TO_UPDATE] : [])];
}

function behindText(releases: number | null): string {
  if (releases === null) return 'ended';
  if (releases === 0) return 'current';
  return releases === 1 ? '1 release' : `${releases} releases`;
}

const ORIGIN = ['retrieved', 'SHA-256', 'revised', 'withdrawn', 'from'];

function originOf({ latest, revisions, withdrawn }: SeriesStatus): string[] {
  const marks = [revisions, withdrawn].map(({ length }) => (length === 0 ? '' : String(length)));
  if (latest === null) return ['', '', ...marks, 'the package'];
  return [latest.retrieved, latest.sha256.slice(0, SHORT_DIGEST), ...marks, latest.from];
}

/** Columns that say nothing below their heading are left out. */
function columns([header = [], ...rows]: readonly (readonly string[])[]): string[] {
  const told = header.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== ''));
  const widths = told.map((column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  return [header, ...rows].map((row) =>
    told
      .map((column, index) => (row[column] ?? '').padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
