import { InputError } from '../value/index.js';

/** The options that the commands about series of rates share, as typed. */
export interface SeriesOptions {
  readonly currency?: string;
  readonly unit?: string;
  readonly fiscalYearEnd?: string;
  readonly years?: string;
  readonly decimals?: string;
}

/** Throws `InputError` ('bad-option') that says in terms of the command which option is missing. */
export function requireSeriesOptions({ currency, unit, years, fiscalYearEnd }: SeriesOptions): void {
  if (currency === undefined && unit === undefined) {
    throw new InputError('bad-option', 'Which currency? Add --currency JPY or --unit JPY/USD');
  }
  if (years !== undefined && fiscalYearEnd === undefined) {
    throw new InputError('bad-option', 'When do the years end? Add --fiscal-year-end 03-31');
  }
}

/** Reads the whole number given to an option, undefined where it was not given. Throws `InputError` ('bad-option'). */
export function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) {
    throw new InputError('bad-option', `Unexpected ${option} "${text}", expected a whole number`);
  }
  return Number(text);
}
