import {
  type Day,
  type Decimal,
  formatDay,
  formatDayLong,
  InputError,
  type RateUnit,
  WEEKDAYS,
  weekdayOf,
} from '../value/index.js';
import {
  chooseSeries,
  coverageText,
  newerRatesText,
  publishedUnit,
  type SeriesChoice,
} from './choose-series.js';
import { directionText } from './direction.js';
import { printedDecimals } from './printed-decimals.js';
import type { RateObservation, RateSource } from './rate-source.js';

/** The rate that holds on a day: of that day, or of the last day before it that has one. */
export interface RateOnDay {
  readonly asked: Day;
  readonly observation: RateObservation;
  readonly unit: RateUnit;
  /** Rounded half up where the unit is the inverse of the published one. */
  readonly printed: Decimal;
  readonly publishedUnit: RateUnit;
  readonly source: { readonly name: string; readonly description: string };
  /** The last day for which there is a rate of this currency. */
  readonly lastDay: Day;
}

/**
 * The last rate on or before a day. Throws `InputError`: 'unknown-currency', 'bad-option' (the unit), or 'no-rate'
 * where the rates have not begun or ended more than ten days before.
 */
export function rateOnDay(source: RateSource, choice: SeriesChoice, day: Day): RateOnDay {
  const series = chooseSeries(source, choice);
  const observation = series.onOrBefore(day);
  if (observation === null) {
    const where = `${formatDay(day)} or within ten days before it`;
    const remedy = day > series.lastDay ? `; ${newerRatesText(series.source)}` : '';
    throw new InputError(
      'no-rate',
      `No rate of ${series.unit} on ${where}; ${coverageText(series)}${remedy}`,
    );
  }
  return {
    asked: day,
    observation,
    unit: series.unit,
    printed: observation.ratio.rounded(printedDecimals(series, [observation]), 'half-up'),
    publishedUnit: publishedUnit(series),
    source: { name: source.name, description: source.description },
    lastDay: series.lastDay,
  };
}

/** A line that gives the rate, after one that says so where it is of an earlier day. */
export function rateOnDayText(rate: RateOnDay): string {
  const { asked, observation, printed, unit, publishedUnit: published, source, lastDay } = rate;
  const lines: string[] = [];
  if (asked > lastDay) {
    lines.push(`the rates end on ${longDay(lastDay)}, before ${longDay(asked)}; the last one is shown`);
    lines.push(newerRatesText(source.name));
  } else if (asked !== observation.day) {
    lines.push(`no rate on ${longDay(asked)}; the last before it is of ${longDay(observation.day)}`);
  }
  lines.push(`${longDay(observation.day)}: ${printed} (${directionText(unit)})`);
  if (unit !== published) {
    lines.push(`inverse of the published ${observation.printed} (${directionText(published)})`);
  }
  lines.push(`source: ${source.name}`);
  return `${lines.join('\n')}\n`;
}

/** The same as JSON text. */
export function rateOnDayJson(rate: RateOnDay): string {
  return `${JSON.stringify(rateOnDayRecord(rate), null, 2)}\n`;
}

/** The same as plain data; days in ISO 8601, figures as text. */
export function rateOnDayRecord(rate: RateOnDay) {
  const { asked, observation, printed, unit, publishedUnit: published, source, lastDay } = rate;
  return {
    asked: formatDay(asked),
    date: formatDay(observation.day),
    unit,
    value: printed.toString(),
    published: { unit: published, value: observation.printed.toString() },
    source,
    lastDay: formatDay(lastDay),
  };
}

function longDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]}, ${formatDayLong(day)}`;
}
