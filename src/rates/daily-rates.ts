import { type Day, firstIndex, formatDay, InputError, weekdayOf } from '../value/index.js';
import { VarintReader, VarintWriter } from './varint.js';

const FRIDAY = 5;

/**
 * The daily rates of one currency, ascending by day, as two parallel arrays. A coefficient is the printed rate
 * without its decimal point (117.48 is 11748): always a safe integer, so that a double holds it exactly.
 */
export interface DailyRates {
  readonly days: Int32Array;
  readonly coefficients: Float64Array;
}

/** Index of the first rate on or after a day; the number of rates where there is none. */
export function indexFrom(days: Int32Array, day: number): number {
  return firstIndex(days.length, (index) => (days[index] ?? 0) >= day);
}

/** What a reader must know beforehand to decode daily rates, and checks them against. */
export interface DailyRatesExtent {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly count: number;
}

/**
 * Packs daily rates: the weekdays that have none, as steps from one to the next, then each coefficient's change
 * from the one before. Throws `InputError` unless the days ascend and are weekdays.
 */
export function encodeDailyRates(rates: DailyRates): Uint8Array {
  const writer = new VarintWriter();
  const steps = missingWeekdaySteps(rates.days);
  writer.unsigned(steps.length);
  for (const step of steps) writer.unsigned(step);
  let last = 0;
  for (const coefficient of rates.coefficients) {
    writer.signed(coefficient - last);
    last = coefficient;
  }
  return writer.toBytes();
}

/** Reads what `encodeDailyRates` packed. Throws `InputError` where it does not fill the extent exactly. */
export function decodeDailyRates(bytes: Uint8Array, extent: DailyRatesExtent): DailyRates {
  const reader = new VarintReader(bytes);
  const days = decodeDays(reader, extent);
  const coefficients = new Float64Array(extent.count);
  let coefficient = 0;
  for (let index = 0; index < extent.count; index++) {
    coefficient += reader.signed();
    coefficients[index] = coefficient;
  }
  if (!reader.atEnd) throw new InputError('bad-rates-file', 'Unexpected bytes after the last rate');
  return { days, coefficients };
}

/** Weekdays without a rate, each as the number of weekdays since the one before (at first: since the first day). */
function missingWeekdaySteps(days: Int32Array): number[] {
  const steps: number[] = [];
  let expected = days[0] ?? 0;
  let step = 0;
  for (const day of days) {
    const weekday = weekdayOf(day as Day);
    if (day < expected || weekday === 0 || weekday > FRIDAY) {
      throw new InputError('bad-day', `Unexpected ${formatDay(day as Day)}, expected a later weekday`);
    }
    for (; expected < day; expected = nextWeekday(expected)) {
      steps.push(step);
      step = 1;
    }
    expected = nextWeekday(day);
    step++;
  }
  return steps;
}

function decodeDays(reader: VarintReader, { firstDay, lastDay, count }: DailyRatesExtent): Int32Array {
  const days = new Int32Array(count);
  let missing = reader.unsigned();
  let untilMissing = missing > 0 ? reader.unsigned() : -1;
  let filled = 0;
  let weekday = weekdayOf(firstDay);
  let day: number = firstDay;
  while (day <= lastDay) {
    if (untilMissing === 0) {
      missing--;
      untilMissing = missing > 0 ? reader.unsigned() - 1 : -1;
    } else {
      if (filled === count) break;
      days[filled++] = day;
      untilMissing--;
    }
    // Stepped along with the day: to ask the calendar anew 14,000 times would take most of the time.
    const isFriday = weekday === FRIDAY;
    day += isFriday ? 3 : 1;
    weekday = isFriday ? 1 : weekday + 1;
  }
  if (missing !== 0 || filled !== count || days[count - 1] !== lastDay || day <= lastDay) {
    throw new InputError('bad-rates-file', `Unexpected days of rates, expected ${count} of them`);
  }
  return days;
}

function nextWeekday(day: number): number {
  return weekdayOf(day as Day) === FRIDAY ? day + 3 : day + 1;
}
