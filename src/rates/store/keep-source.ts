import { InputError } from '../../value/index.js';
import { inverseOf } from '../direction.js';
import type { LoadedSource } from '../loaders/source-csv.js';
import { sourceDescription } from '../source-rate-name.js';
import { mergeSeries, type ReadingOrigin, type SeriesChange } from './merge-series.js';
import { NO_HISTORY } from './series-history.js';
import type { HeldSource } from './source-files.js';

const NO_RATES = { days: new Int32Array(), coefficients: new Float64Array() };

/**
 * Merges a file of another source into what is held of it, null for nothing. The later description, address and
 * names hold; earlier names stay beside them. Throws `InputError` ('bad-rates-file').
 */
export function keepSource(
  held: HeldSource | null,
  loaded: LoadedSource,
  origin: ReadingOrigin,
): { readonly source: HeldSource; readonly changes: readonly SeriesChange[] } {
  requireOneDirection(held, loaded, origin);
  const merged = loaded.series.map((reading) => {
    const before = held?.series.find(({ unit }) => unit === reading.unit);
    const about = { source: loaded.source, unit: reading.unit, currency: null };
    const nothing = { decimals: reading.decimals, rates: NO_RATES, history: NO_HISTORY };
    const { change, ...series } = mergeSeries(about, before ?? nothing, reading, origin);
    return { series: { unit: reading.unit, noData: NO_RATES.days, ...series }, change };
  });
  const untouched = (held?.series ?? []).filter(
    ({ unit }) => !loaded.series.some((each) => each.unit === unit),
  );
  const series = [...untouched, ...merged.map((each) => each.series)];
  return {
    source: {
      source: loaded.source,
      names: unitedNames(loaded.names, held?.names ?? []),
      description: isPlain(loaded) ? (held?.description ?? loaded.description) : loaded.description,
      url: loaded.url ?? held?.url ?? null,
      series: series.sort((one, other) => (one.unit < other.unit ? -1 : 1)),
    },
    changes: merged.map(({ change }) => change),
  };
}

/** Two directions of one pair would be two truths about one rate. */
function requireOneDirection(held: HeldSource | null, loaded: LoadedSource, { from }: ReadingOrigin): void {
  for (const { unit } of loaded.series) {
    const inverse = inverseOf(unit);
    if (held?.series.some((series) => series.unit === inverse) !== true) continue;
    throw new InputError(
      'bad-rates-file',
      `Cannot take ${unit} in ${from}: ${loaded.source} is held as ${inverse}; import its rates in that direction`,
    );
  }
}

/** Whether a file says nothing of itself: then the loader does. */
function isPlain({ source, description }: LoadedSource): boolean {
  return description === sourceDescription(source);
}

function unitedNames(first: readonly string[], then: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const name of [...first, ...then]) {
    const key = name.toLowerCase();
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}
