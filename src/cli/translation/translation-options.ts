import {
  type AmountPower,
  type HeldRates,
  ownRateNotes,
  ownTranslationRate,
  publishedUnit,
  type RateSource,
  type TranslationNote,
  type TranslationOptions,
  type TranslationRate,
  translationRate,
} from '../../rates/index.js';
import {
  type CurrencyCode,
  type Day,
  Decimal,
  InputError,
  parseDay,
  plusDays,
  rateUnit,
} from '../../value/index.js';
import { harmless } from '../complain.js';
import { namedSource } from '../held-rates.js';

/** What `tickmark translate` was given of rates and print, as typed. */
export interface RateOptions {
  readonly asOf?: string;
  readonly latest?: string;
  readonly material?: string;
  readonly rate?: string;
  readonly rateUnit?: string;
  readonly rateSource?: string;
  readonly latestRate?: string;
  readonly source?: string;
  readonly in?: keyof typeof POWERS;
  readonly decimals?: string;
}

/** The magnitudes that `--in` names. */
export const POWERS = { units: 0, thousands: 3, millions: 6, billions: 9 } as const satisfies Readonly<
  Record<string, AmountPower>
>;

/** The options of a translation, with notes on a rate of the user's own. */
export interface TranslationSettings {
  readonly options: TranslationOptions;
  readonly notes: readonly TranslationNote[];
}

/** Reads the options for amounts of a currency; `periodEnd` is the day of a table's column. Throws `InputError`. */
export function translationSettings(
  typed: RateOptions,
  pair: { readonly from: CurrencyCode; readonly to: CurrencyCode },
  held: HeldRates,
  periodEnd: Day | null,
): TranslationSettings {
  const asOf = typed.asOf === undefined ? periodEnd : parseDay(typed.asOf);
  if (asOf === null) {
    throw new InputError(
      'bad-option',
      'At the rate of which day? Add --as-of 2006-03-31, the balance-sheet date',
    );
  }
  const { rate, latest, notes } =
    typed.rate === undefined ? officialRates(typed, pair, held, asOf) : ownRates(typed, pair, held, asOf);
  const options = {
    rate,
    latest,
    material: typed.material === undefined ? undefined : decimalOption('--material', typed.material, '5'),
    power: typed.in === undefined ? undefined : POWERS[typed.in],
    decimals: typed.decimals === undefined ? undefined : wholeOption(typed.decimals),
  };
  return { options, notes };
}

/** Throws `InputError` ('bad-option') for a day to come, of which no source has a rate. `today` is that of the clock in UTC. */
export function refuseDaysToCome({ asOf, latest }: RateOptions, today: Day): void {
  for (const [option, day] of [
    ['--as-of', asOf],
    ['--latest', latest],
  ]) {
    // Where the sun rises first, it is tomorrow already.
    if (day === undefined || parseDay(day) <= plusDays(today, 1)) continue;
    throw new InputError(
      'bad-option',
      `Unexpected ${option} ${day}, expected a day that has come: no source has its rate`,
    );
  }
}

/** Of a source, as a sentence names it. */
const LONGEST_NAME = 200;

interface Rates {
  readonly rate: TranslationRate;
  readonly latest: TranslationRate | undefined;
  readonly notes: readonly TranslationNote[];
}

interface Pair {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
}

function officialRates(typed: RateOptions, pair: Pair, held: HeldRates, asOf: Day): Rates {
  for (const [option, value] of [
    ['--rate-unit', typed.rateUnit],
    ['--rate-source', typed.rateSource],
    ['--latest-rate', typed.latestRate],
  ]) {
    if (value !== undefined) throw new InputError('bad-option', `Unexpected ${option} without --rate`);
  }
  const source = sourceNamed(typed.source, held);
  const latest =
    typed.latest === undefined ? undefined : translationRate(source, pair, parseDay(typed.latest));
  return { rate: translationRate(source, pair, asOf), latest, notes: [] };
}

function ownRates(typed: RateOptions, pair: Pair, held: HeldRates, asOf: Day): Rates {
  const { rate: value = '', rateSource, latest: latestDay, latestRate } = typed;
  if (typed.source !== undefined) {
    throw new InputError(
      'bad-option',
      'Unexpected --source beside --rate: name where the rate is from with --rate-source',
    );
  }
  if (rateSource === undefined || rateSource.trim() === '' || rateSource.length > LONGEST_NAME) {
    throw new InputError(
      'bad-option',
      'Whose rate is it? Add --rate-source, such as "Bank of Tokyo-Mitsubishi"',
    );
  }
  if ((latestDay === undefined) !== (latestRate === undefined)) {
    const missing = latestDay === undefined ? '--latest' : '--latest-rate';
    throw new InputError(
      'bad-option',
      `Beside --rate, --latest and --latest-rate go together: add ${missing}`,
    );
  }
  const own = {
    ...pair,
    unit: typed.rateUnit ?? usualUnit(pair, held.noon),
    source: harmless(rateSource.trim()),
  };
  const rate = ownTranslationRate({ ...own, day: asOf, value: decimalOption('--rate', value, '117.48') });
  const latest =
    latestDay === undefined || latestRate === undefined
      ? undefined
      : ownTranslationRate({
          ...own,
          day: parseDay(latestDay),
          value: decimalOption('--latest-rate', latestRate, '113.98'),
        });
  const notes = [rate, ...(latest === undefined ? [] : [latest])].flatMap((each) =>
    ownRateNotes(each, officialOrNull(held.noon, pair, each.day)),
  );
  return { rate, latest, notes };
}

function sourceNamed(name: string | undefined, held: HeldRates): RateSource {
  const found = namedSource(held, name);
  if (found !== undefined) return found;
  const list = [held.noon, ...held.others].map((source) => source.name).join(', ');
  throw new InputError(
    'bad-option',
    `No rates of a source "${name?.slice(0, 60)}" are held, only of ${list}; import its file with "tickmark rates import", or give the rate with --rate`,
  );
}

/** The direction in which the Federal Reserve publishes the pair; where it does not, the user must say. */
function usualUnit({ from, to }: Pair, noon: RateSource): string {
  const series = noon.series(rateUnit(from, to)) ?? noon.series(rateUnit(to, from));
  if (series !== null) return publishedUnit(series);
  throw new InputError(
    'bad-option',
    `In which direction is the rate? Add --rate-unit ${rateUnit(from, to)} or ${rateUnit(to, from)}`,
  );
}

/** To hold a user's own rate against; none is no error. */
function officialOrNull(noon: RateSource, pair: Pair, day: Day): TranslationRate | null {
  try {
    return translationRate(noon, pair, day);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function decimalOption(option: string, typed: string, example: string): Decimal {
  if (typed.length <= 30 && /^\d+(?:\.\d+)?$/.test(typed)) return Decimal.parse(typed);
  const shown = typed.slice(0, 30);
  throw new InputError('bad-option', `Unexpected ${option} "${shown}", expected a number such as ${example}`);
}

function wholeOption(typed: string): number {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  throw new InputError(
    'bad-option',
    `Unexpected --decimals "${typed.slice(0, 30)}", expected a whole number such as 1`,
  );
}
