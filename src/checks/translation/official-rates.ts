import type { Filing } from '../../filing/filing.js';
import type { RateSeries } from '../../rates/rate-source.js';
import {
  civilDateOf,
  type Day,
  Decimal,
  dayOf,
  daysInMonth,
  Fraction,
  formatDayLong,
  plusDays,
  spanOf,
} from '../../value/index.js';
import type { CheckContext } from '../check.js';
import { type NamedSource, NamedSources, sourcesOf } from '../rates/named-source.js';
import type { KnownRate } from './cause.js';
import { ImpliedRate } from './implied-rate.js';
import type { StatedRate } from './stated-rate.js';
import type { TranslationStatements } from './statements.js';

/** The lowest and the highest rate of some years. */
export interface RateRange {
  /** With a margin, since a bank's rate is not the published one. */
  readonly rates: ImpliedRate;
  /** "H.10 rates from April 1, 1996 to March 31, 2007: 101.53 to 147.14 JPY/USD", without the margin. */
  readonly name: string;
}

/** The official rates behind a report's translations, looked up once for each currency and direction. */
export class TranslationRates {
  private readonly context: CheckContext;
  private readonly sources: NamedSources;
  private readonly statements: TranslationStatements;
  private readonly known = new Map<StatedRate, readonly KnownRate[]>();
  private readonly ranges = new Map<StatedRate, RateRange | null>();

  constructor(filing: Filing, context: CheckContext, statements: TranslationStatements) {
    this.context = context;
    this.sources = new NamedSources(filing, context.otherRates ?? []);
    this.statements = statements;
  }

  /** Local units for a dollar, by the source that the report names for a rate; null where those are not at hand. */
  seriesOf(rate: StatedRate): RateSeries | null {
    return this.officialSeries(rate, `${rate.currency}/USD`);
  }

  /** The same or, where it is not at hand, the noon buying rates: whoever publishes them, rates of one day are alike. */
  seriesNear(rate: StatedRate): RateSeries | null {
    return this.seriesOf(rate) ?? this.context.rates?.series(`${rate.currency}/USD`) ?? null;
  }

  /** Whether the source that the report names has that rate for its day. */
  isOfficial(rate: StatedRate): boolean {
    if (rate.day === null) return false;
    const observation = this.seriesAsPrinted(rate)?.onOrBefore(rate.day) ?? null;
    const { decimals, value } = rate.figure;
    return observation?.ratio.rounded(decimals, 'half-up').equals(Decimal.parse(value)) === true;
  }

  /** The same in the direction in which the rate is printed. */
  seriesAsPrinted(rate: StatedRate): RateSeries | null {
    return this.officialSeries(rate, rate.inverse ? `USD/${rate.currency}` : `${rate.currency}/USD`);
  }

  /** Rates that may have been taken for a stated one: those quoted elsewhere, and that of the year before. */
  knownBeside(rate: StatedRate): readonly KnownRate[] {
    const found = this.known.get(rate);
    if (found !== undefined) return found;
    const made = [...this.yearBefore(rate), ...this.quotedElsewhere(rate)];
    this.known.set(rate, made);
    return made;
  }

  /** All rates of the ten years before the day of a stated rate and of the year after it; null where none are at hand. */
  rangeBefore(rate: StatedRate): RateRange | null {
    const found = this.ranges.get(rate);
    if (found !== undefined) return found;
    const series = this.seriesNear(rate);
    const made = series === null || rate.day === null ? null : rangeAround(series, rate.day);
    this.ranges.set(rate, made);
    return made;
  }

  /** Whose rate it is: by its sentence or paragraph, or else by the document; null where nothing names a source. */
  namedSource(rate: StatedRate): NamedSource | null {
    return this.sources.ofSentence(rate.figure) ?? this.sources.ofDocument();
  }

  private officialSeries(rate: StatedRate, unit: `${string}/${string}`): RateSeries | null {
    const { rates } = this.context;
    if (rates === null) return null;
    const named = this.namedSource(rate);
    const [source] = named === null ? [rates] : sourcesOf(named, rates);
    return source?.series(unit) ?? null;
  }

  private yearBefore(rate: StatedRate): KnownRate[] {
    const series = this.seriesNear(rate);
    if (series === null || rate.day === null) return [];
    const observation = series.onOrBefore(yearsEarlier(rate.day, 1));
    if (observation === null) return [];
    const name = `${observation.printed}, the ${series.rateName} of ${formatDayLong(observation.day)}, a year before`;
    return [{ perDollar: observation.ratio, name }];
  }

  private quotedElsewhere(rate: StatedRate): KnownRate[] {
    const found: KnownRate[] = [];
    // Asked once for each stated rate, of which a hostile report has thousands: no list of all is made.
    for (const quotes of this.statements.byBlock.values()) {
      for (const { currency, figure, perDollar, day } of quotes) {
        if (currency !== rate.currency || perDollar.equals(rate.perDollar)) continue;
        const when = day === null ? 'quoted elsewhere in the report' : `quoted for ${formatDayLong(day)}`;
        if (found.push({ perDollar, name: `${figure.text}, ${when}` }) === MOST_QUOTED) return found;
      }
    }
    return found;
  }
}

function rangeAround(series: RateSeries, day: Day): RateRange | null {
  const from = Math.max(series.firstDay, plusDays(yearsEarlier(day, YEARS_BACK), 1)) as Day;
  const to = Math.min(series.lastDay, plusDays(day, DAYS_AFTER)) as Day;
  const span = spanOf(from, to);
  if (to - from < DAYS_AFTER || series.gap(span) !== null) return null;
  const [low, high] = (['low', 'high'] as const).map((name) => series.statistic(name, span, 'daily').value);
  if (low === undefined || high === undefined) return null;
  const shown = (value: Fraction) => value.rounded(series.decimals, 'half-up');
  return {
    rates: ImpliedRate.between(low.times(MARGIN_BELOW), high.times(MARGIN_ABOVE)),
    name: `${series.source} rates from ${formatDayLong(from)} to ${formatDayLong(to)}: ${shown(low)} to ${shown(high)} ${series.unit}`,
  };
}

const YEARS_BACK = 10;
/** A report is filed within a year of its balance sheet. */
const DAYS_AFTER = 365;
/** Banks sell and buy at rates beside those that are published. */
const MARGIN_BELOW = Fraction.of(98n, 100n);
const MARGIN_ABOVE = Fraction.of(102n, 100n);

/** A report quotes few rates in sentences; beyond these a likeness is chance. */
const MOST_QUOTED = 12;

/** The same day of an earlier year, or the last of its month. */
function yearsEarlier(day: Day, years: number): Day {
  const { year, month, day: ofMonth } = civilDateOf(day);
  const last = daysInMonth(year - years, month);
  const endsMonth = ofMonth === daysInMonth(year, month);
  return dayOf(year - years, month, endsMonth ? last : Math.min(ofMonth, last));
}
