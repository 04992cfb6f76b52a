import { type Day, formatDay, type InputError } from '../../value/index.js';
import { unitsOf } from '../noon-buying-rates.js';
import type { RatesFileSeries } from '../rates-file.js';
import { badFile, badPlace, shown } from './bad-file.js';
import { firstJump } from './lasting-level.js';
import type { LoadedRates, LoadedSeries, RatesFormat } from './loaded-series.js';
import { type LoaderLimits, requireWithin } from './loader-limits.js';
import { type BuiltSeries, type DayTexts, rateAt, SeriesBuilder } from './series-builder.js';

/** From so many rows on, a series that leaves out most weekdays is not daily. */
const ROWS_THAT_TELL = 10;

/** What the three readers of official rates share: the bounds, the series read so far and those passed over. */
export class OfficialSeries {
  readonly file: string;
  readonly limits: LoaderLimits;
  private readonly today: Day | undefined;
  private readonly dayTexts: DayTexts = new Map();
  private readonly kept: {
    readonly code: string;
    readonly about: RatesFileSeries;
    readonly builder: SeriesBuilder;
  }[] = [];
  private readonly ignored: { readonly code: string; readonly reason: string }[] = [];

  constructor(file: string, limits: LoaderLimits, today: Day | undefined) {
    this.file = file;
    this.limits = limits;
    this.today = today;
  }

  /** Starts a kept series. Throws `InputError` where the file has it already. */
  start(code: string, about: RatesFileSeries, line: number): SeriesBuilder {
    requireWithin(this.kept.length + this.ignored.length + 1, this.limits.series, 'series', this.file);
    if (this.kept.some((other) => other.about.code === about.code)) {
      throw badFile(
        this.file,
        `second series of ${about.code}, ${shown(code)}`,
        'each once',
        `, line ${line}`,
      );
    }
    const rules = {
      decimals: about.decimals,
      ignoresFinalZeros: true,
      weekdaysOnly: true,
      today: this.today,
    };
    const builder = new SeriesBuilder(rules, this.dayTexts);
    this.kept.push({ code, about, builder });
    return builder;
  }

  ignore(code: string, reason: string): void {
    requireWithin(this.kept.length + this.ignored.length + 1, this.limits.series, 'series', this.file);
    this.ignored.push({ code: shown(code), reason });
  }

  /** To be called while reading, so that an endless file ends early. */
  requireRoom(observations: number): void {
    requireWithin(observations, this.limits.observations, 'observations', this.file);
  }

  /**
   * Everything read, each series checked as a whole. Throws `InputError` for a file without a series that is kept,
   * for one that is not daily, and for a rate that stands alone far off its neighbours.
   */
  finish(format: RatesFormat): LoadedRates {
    const series: LoadedSeries[] = [];
    for (const { code, about, builder } of this.kept) {
      if (builder.size === 0) throw badFile(this.file, `series ${shown(code)} without a row`, 'daily rates');
      const built = builder.build();
      this.requireDaily(code, built);
      const waits = this.unsettledJump(code, about, built, builder);
      if (waits === null) series.push({ code, currency: about.code, unit: unitsOf(about)[0], ...built });
      else this.ignore(code, waits);
    }
    if (series.length === 0) throw this.nothingKept();
    return { format, series, ignored: this.ignored };
  }

  /** A monthly or weekly extract of a daily series carries the same name, and its means must not pass for rates. */
  private requireDaily(code: string, { rates, noData }: BuiltSeries): void {
    const rows = rates.days.length + noData.length;
    if (rows < ROWS_THAT_TELL) return;
    const first = Math.min(rates.days[0] ?? Infinity, noData[0] ?? Infinity);
    const last = Math.max(rates.days.at(-1) ?? -Infinity, noData.at(-1) ?? -Infinity);
    const weekdays = Math.floor(((last - first + 1) * 5) / 7);
    if (rows * 2 >= weekdays) return;
    const span = `${formatDay(first as Day)} to ${formatDay(last as Day)}`;
    throw badFile(
      this.file,
      `${rows} rows of ${shown(code)} from ${span}`,
      `a row for most of its ${weekdays} weekdays; ask for daily rates, not monthly or weekly ones`,
    );
  }

  /** Null for a sound series, a reason to leave out one that may be of a new currency; throws for a wrong rate. */
  private unsettledJump(
    code: string,
    about: RatesFileSeries,
    built: BuiltSeries,
    builder: SeriesBuilder,
  ): string | null {
    const jump = firstJump(about.code, built.rates);
    if (jump === null) return null;
    const [rate, before] = [rateAt(built, jump.index), rateAt(built, jump.index - 1)];
    if (jump.kind === 'unsettled' && jump.mayBeNewCurrency) {
      return `${rate} on ${jump.day} after ${before}: a new currency or a wrong rate, which ten more rates will tell`;
    }
    throw badPlace(
      { file: this.file, line: builder.lineOf(jump.index), column: code },
      `rate ${rate} of ${jump.day}, after ${before}`,
      'a rate near its neighbours; if a new currency was introduced, load a file with ten rates at the new level',
    );
  }

  private nothingKept(): InputError {
    const found = this.ignored.slice(0, 5).map(({ code, reason }) => `${code} (${reason})`);
    const more = this.ignored.length > found.length ? `, and ${this.ignored.length - found.length} more` : '';
    const what = found.length === 0 ? 'no series at all' : `series ${found.join(', ')}${more} alone`;
    return badFile(
      this.file,
      what,
      'a daily rate of the H.10 release, such as RXI_N.B.JA or DEXJPUS; for rates of another source, say whose they are and in which unit',
    );
  }
}
