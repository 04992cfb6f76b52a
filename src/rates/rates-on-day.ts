import { type Day, formatDay, formatDayLong, InputError, WEEKDAYS, weekdayOf } from '../value/index.js';
import { newerRatesText } from './choose-series.js';
import { type RateOnDay, rateOnDay, rateOnDayRecord } from './rate-on-day.js';
import type { RateSource } from './rate-source.js';

/**
 * The rate of every currency that has one on or before a day, in the directions that the source publishes. Throws
 * `InputError` ('no-rate') where none has one within ten days.
 */
export function ratesOnDay(source: RateSource, day: Day): RateOnDay[] {
  const found = source.currencies.flatMap((currency) => {
    try {
      return [rateOnDay(source, { currency }, day)];
    } catch (error) {
      if (error instanceof InputError && error.code === 'no-rate') return [];
      throw error;
    }
  });
  if (found.length > 0) return found;
  throw new InputError(
    'no-rate',
    `No rate of any currency on ${formatDay(day)} or within ten days before it; the ${source.name} rates held here end on ${formatDay(source.asOf)}${day > source.asOf ? `; ${newerRatesText(source.name)}` : ''}`,
  );
}

/** A line a currency; one whose rate is of an earlier day says so. */
export function ratesOnDayText(rates: readonly RateOnDay[], day: Day): string {
  const digits = Math.max(...rates.map(({ printed }) => pointOf(printed.toString())));
  const lines = rates.map(({ unit, printed, observation }) => {
    const text = printed.toString();
    const padded = `${' '.repeat(digits - pointOf(text))}${text}`;
    const earlier = observation.day === day ? '' : `   of ${formatDayLong(observation.day)}`;
    return `${unit}  ${earlier === '' ? padded : padded.padEnd(digits + 5)}${earlier}`;
  });
  const name = rates[0]?.source.name ?? '';
  const title = `${name === 'H.10' ? 'Noon buying rates' : `${name}: rates`} on ${WEEKDAYS[weekdayOf(day)]}, ${formatDayLong(day)}`;
  return `${title}\n${lines.join('\n')}\nsource: ${name}\n`;
}

/** The same as JSON text: a list. */
export function ratesOnDayJson(rates: readonly RateOnDay[]): string {
  return `${JSON.stringify(rates.map(rateOnDayRecord), null, 2)}\n`;
}

function pointOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}
