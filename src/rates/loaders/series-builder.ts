import { type Day, Decimal, formatDay, InputError, parseDay, weekdayOf } from '../../value/index.js';
import type { DailyRates } from '../daily-rates.js';
import { badPlace, type Place, quoted } from './bad-file.js';

/** More decimals than any source prints; beyond it a number is the output of a program. */
const MAX_DECIMALS = 12;

/** What the Federal Reserve puts where there is no rate, and must never pass for one. */
const NO_RATE = '-9999';

/** 5/15/2026, 15.05.2026, 15-May-26, 46157, ########: what spreadsheets make of a date; and 1.38E+00 of a rate. */
const SPREADSHEET_DAY = /^(?:\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\d{1,2}[- ]\p{L}+\.?[- ]\d{2,4}|\d{5}|#+)$/u;
const SPREADSHEET_RATE = /^(?:\d+(?:\.\d+)?E[+-]?\d+|#+)$/i;
const SPREADSHEET_REMEDY =
  ' (a spreadsheet may have rewritten it: download the file again, or format the column and save it anew)';

/** The rates of one column, ascending by day. */
export interface BuiltSeries {
  readonly decimals: number;
  readonly rates: DailyRates;
  readonly noData: Int32Array;
}

/** The rate of that index, with the decimals of its series. */
export function rateAt({ rates, decimals }: Pick<BuiltSeries, 'rates' | 'decimals'>, index: number): Decimal {
  return Decimal.of(rates.coefficients[index] ?? 0, decimals);
}

/** What a builder holds its rates to. */
export interface SeriesRules {
  /** At least so many; more where a rate needs them. */
  readonly decimals: number;
  /** Drop zeros at the end before counting decimals: the source pads (117.4800), or drops them (117.5). */
  readonly ignoresFinalZeros: boolean;
  readonly weekdaysOnly: boolean;
  readonly today: Day | undefined;
}

/** Days by their text: the same dates come back for every series of a file. One for each file. */
export type DayTexts = Map<string, Day>;

/**
 * Takes the observations of one series in the order of the file. Every method throws `InputError` ('bad-rates-file')
 * naming the place for what is no day, no rate, or out of order.
 */
export class SeriesBuilder {
  private readonly rules: SeriesRules;
  private readonly dayTexts: DayTexts;
  private readonly days: number[] = [];
  /** Digits of each rate without its point, and how many of them are decimals. */
  private readonly digits: number[] = [];
  private readonly scales: number[] = [];
  private readonly lines: number[] = [];
  private readonly noDataDays: number[] = [];
  private last: Day | null = null;
  private decimals: number;
  private file = '';

  constructor(rules: SeriesRules, dayTexts: DayTexts) {
    this.rules = rules;
    this.dayTexts = dayTexts;
    this.decimals = rules.decimals;
  }

  /** Observations so far, with a rate or without. */
  get size(): number {
    return this.days.length + this.noDataDays.length;
  }

  /** The line that a rate stands on, by its index among the rates. */
  lineOf(index: number): number {
    return this.lines[index] ?? 1;
  }

  addRate(dayText: string, rateText: string, place: Place): void {
    const day = this.nextDay(dayText, place);
    const { digits, scale } = this.readRate(rateText, place);
    this.days.push(day);
    this.digits.push(digits);
    this.scales.push(scale);
    this.lines.push(place.line);
    this.file = place.file;
    if (scale > this.decimals) this.decimals = scale;
  }

  addNoData(dayText: string, place: Place): void {
    this.noDataDays.push(this.nextDay(dayText, place));
  }

  /** All rates at the same number of decimals. */
  build(): BuiltSeries {
    const coefficients = new Float64Array(this.days.length);
    for (let index = 0; index < coefficients.length; index++) {
      const widened = (this.digits[index] ?? 0) * 10 ** (this.decimals - (this.scales[index] ?? 0));
      if (widened > Number.MAX_SAFE_INTEGER) throw this.tooWide(index);
      coefficients[index] = widened;
    }
    const rates = { days: Int32Array.from(this.days), coefficients };
    return { decimals: this.decimals, rates, noData: Int32Array.from(this.noDataDays) };
  }

  private nextDay(text: string, place: Place): Day {
    const day = this.dayTexts.get(text) ?? readDay(text, place);
    this.dayTexts.set(text, day);
    if (this.last !== null && day <= this.last) {
      const what = day === this.last ? 'day twice' : 'day out of order';
      throw badPlace(
        place,
        `${what}, ${quoted(text)} after ${formatDay(this.last)}`,
        'each day once, in order',
      );
    }
    const { today, weekdaysOnly } = this.rules;
    if (today !== undefined && day > today) {
      throw badPlace(
        place,
        `day ${quoted(text)}, which is yet to come`,
        `none after ${formatDay(today)}, today by this machine`,
      );
    }
    if (weekdaysOnly && isWeekend(day)) {
      throw badPlace(
        place,
        `day ${quoted(text)} on a weekend`,
        'a weekday, as these rates are set on no other',
      );
    }
    this.last = day;
    return day;
  }

  private readRate(text: string, place: Place): { readonly digits: number; readonly scale: number } {
    const match = /^(\d{1,15})(?:\.(\d{1,40}))?$/.exec(text);
    if (match === null) {
      const isMark = Number(text) === Number(NO_RATE);
      throw isMark
        ? badPlace(
            place,
            `rate ${quoted(text)}, the mark of a day without one`,
            'that day marked as no data, or a rate',
          )
        : badPlace(
            place,
            `rate ${quoted(text)}`,
            `a number such as 117.48${SPREADSHEET_RATE.test(text) ? SPREADSHEET_REMEDY : ''}`,
          );
    }
    const fraction = this.rules.ignoresFinalZeros ? withoutFinalZeros(match[2] ?? '') : (match[2] ?? '');
    const digits = Number(`${match[1]}${fraction}`);
    if (digits === 0) throw badPlace(place, `rate ${quoted(text)}`, 'more than zero');
    if (fraction.length > MAX_DECIMALS || digits > Number.MAX_SAFE_INTEGER) {
      throw badPlace(place, `rate ${quoted(text)}`, `at most ${MAX_DECIMALS} decimals and 15 digits`);
    }
    return { digits, scale: fraction.length };
  }

  private tooWide(index: number): InputError {
    const rate = Decimal.of(this.digits[index] ?? 0, this.scales[index] ?? 0);
    return badPlace(
      { file: this.file, line: this.lineOf(index) },
      `rate ${rate} beside others of ${this.decimals} decimals`,
      'at most 15 digits in all',
    );
  }
}

function readDay(text: string, place: Place): Day {
  try {
    return parseDay(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const remedy = SPREADSHEET_DAY.test(text) ? SPREADSHEET_REMEDY : '';
    // Of the line alone: the column of a place is that of the rates.
    throw badPlace(
      { file: place.file, line: place.line },
      `day ${quoted(text)}`,
      `one such as 2006-03-31${remedy}`,
    );
  }
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

function withoutFinalZeros(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === 48) end--;
  return fraction.slice(0, end);
}
