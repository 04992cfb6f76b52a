import type { RatesChange } from './keep-rates.js';
import { changesRates, type SeriesChange } from './merge-series.js';

/** Lines of a kind that a terminal still shows at a glance; JSON has them all. */
const MOST_LINES = 12;

/** What an update or an import did, for a terminal. */
export function ratesChangeText(change: RatesChange): string {
  const { series, isDryRun, directory, origins, ignored } = change;
  const changed = series.filter(changesRates);
  const lines = changed.flatMap(seriesLines);
  const unchanged = series.filter((each) => !changesRates(each));
  if (changed.length === 0) lines.push(upToDateLine(series));
  else if (unchanged.length > 0) lines.push(`already up to date: ${unchanged.map(nameOf).join(', ')}`);
  if (ignored.length > 0) {
    lines.push(
      `not kept: ${atMost(
        ignored.map(({ code, reason }) => `${code} (${reason})`),
        3,
      ).join(', ')}`,
    );
  }
  for (const { from, retrieved, sha256 } of origins.slice(0, 1)) {
    const others = origins.length > 1 ? ` and ${origins.length - 1} more` : '';
    lines.push(`from ${from}${others}, retrieved ${retrieved}, SHA-256 ${sha256.slice(0, 12)}`);
  }
  lines.push(isDryRun ? 'nothing was kept: a dry run' : `kept in ${directory}`);
  return `${lines.join('\n')}\n`;
}

/** The same as plain data for JSON. */
export function ratesChangeRecord({ series, ignored, origins, directory, isDryRun }: RatesChange) {
  return {
    directory,
    dryRun: isDryRun,
    changed: series.some(changesRates),
    files: origins,
    series,
    ignored,
  };
}

function seriesLines(change: SeriesChange): string[] {
  const { added, revised, withdrawn } = change;
  const name = nameOf(change);
  const lines: string[] = [];
  if (added !== null) {
    const days =
      added.days === 1 ? `1 day, ${added.first}` : `${added.days} days, ${added.first} to ${added.last}`;
    lines.push(`${name}: added ${days}`);
  }
  lines.push(
    ...atMost(
      revised.map(({ day, old, new: read }) => `${name}: revised ${day}: ${old} → ${read}`),
      MOST_LINES,
    ),
    ...atMost(
      withdrawn.map(({ day, value }) => `${name}: ${day} is listed without a rate now; ${value} is kept`),
      MOST_LINES,
    ),
  );
  return lines;
}

function upToDateLine(series: readonly SeriesChange[]): string {
  const days = series.map(({ lastDay }) => lastDay).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  const until = first === last ? `${last}` : `${first} to ${last}, by series`;
  return `already up to date: ${series.length} series, through ${until}`;
}

function nameOf({ source, unit, currency }: SeriesChange): string {
  return currency === null ? `${source}, ${unit}` : currency;
}

function atMost(lines: readonly string[], most: number): string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `and ${more} more`] : [...lines];
}
