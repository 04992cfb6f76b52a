import {
  type CurrencyCode,
  type Day,
  endOfMonth,
  FIRST_YEAR,
  fiscalYear,
  formatDay,
  formatDayLong,
  InputError,
  isCivilDate,
  LAST_YEAR,
  lastDayOf,
  MONTHS,
  monthOf,
  type Span,
  spanOf,
} from '../value/index.js';
import { requireDecimals } from './printed-decimals.js';
import type { AverageMethod } from './rate-source.js';

const A_LEAP_YEAR = 2004;

/** A month and a day of it, of any year. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** A month of a calendar year, 1 to 12. */
export interface MonthOfYear {
  readonly year: number;
  readonly month: number;
}

/** What a table shows. Rows stand in the order given: years, then months. */
export interface ExchangeRateTableOptions {
  /** Against the U.S. dollar, in the direction that the source publishes unless `unit` says otherwise. */
  readonly currency?: CurrencyCode | undefined;
  /** `JPY/USD` or `USD/JPY`; enough without a currency. */
  readonly unit?: string | undefined;
  /** Needed for years. The last of February moves with the leap day. */
  readonly fiscalYearEnd?: MonthDay | undefined;
  /** Fiscal years, named by the calendar year in which they end. */
  readonly years?: readonly number[];
  readonly months?: readonly MonthOfYear[];
  /** The last day that the table speaks of: it cuts the last month short. */
  readonly through?: Day | undefined;
  /** How fiscal years are averaged; by month-ends unless said otherwise. */
  readonly average?: AverageMethod | undefined;
  /** Decimals to print; 0 to 12. */
  readonly decimals?: number | undefined;
}

/** A row before its figures: which period, under which heading. */
export interface PlannedRow {
  readonly heading: string;
  readonly label: string;
  readonly period: Span;
  readonly averageMethod: AverageMethod;
}

/** The rows that the options ask for. Throws `InputError` ('bad-option') for what no table can show. */
export function tableRows(options: ExchangeRateTableOptions): PlannedRow[] {
  requireDecimals(options.decimals);
  const months = options.months ?? [];
  if (options.through !== undefined) requireInLastMonth(options.through, months);
  const rows = [...fiscalYearRows(options), ...months.map((month) => monthRow(month, options.through))];
  if (rows.length === 0) {
    throw new InputError('bad-option', 'Unexpected table without rows, expected years or months to show');
  }
  return rows;
}

/** The rows of fiscal years alone, also for charts. Throws `InputError` ('bad-option') for what is no fiscal year. */
export function fiscalYearRows({
  years = [],
  fiscalYearEnd,
  through,
  average,
}: ExchangeRateTableOptions): PlannedRow[] {
  if (years.length === 0) return [];
  if (fiscalYearEnd === undefined) {
    throw new InputError(
      'bad-option',
      'Unexpected years without a fiscal year-end, expected one such as 03-31',
    );
  }
  const { month, day } = fiscalYearEnd;
  if (!isCivilDate(A_LEAP_YEAR, month, day)) {
    throw new InputError(
      'bad-option',
      `Unexpected fiscal year-end ${month}-${day}, expected one such as 03-31`,
    );
  }
  const heading = yearHeading(fiscalYearEnd);
  return years.map((year) => {
    requireYear(year);
    const period = fiscalYear(year, month, day);
    if (through !== undefined && through < lastDayOf(period)) {
      const end = formatDay(lastDayOf(period));
      throw new InputError(
        'bad-option',
        `Unexpected fiscal year ${year}: it ends on ${end}, after the table does (through ${formatDay(through)})`,
      );
    }
    return { heading, label: String(year), period, averageMethod: average ?? 'month-end' };
  });
}

function yearHeading({ month, day }: MonthDay): string {
  if (month === 12 && day === 31) return 'Year ended December 31,';
  if (month === 2 && day >= 28) return 'Fiscal year ended the last day of February,';
  return `Fiscal year ended ${MONTHS[month - 1]} ${day},`;
}

function monthRow({ year, month }: MonthOfYear, through: Day | undefined): PlannedRow {
  requireYear(year);
  if (!isCivilDate(year, month, 1)) {
    throw new InputError('bad-option', `Unexpected month ${month} of ${year}, expected 1 to 12`);
  }
  const whole = monthOf(year, month);
  const isCut = through !== undefined && whole.start <= through && through < lastDayOf(whole);
  return {
    heading: `Calendar year ${year}`,
    label: `${MONTHS[month - 1]}${isCut ? ` (through ${formatDayLong(through)})` : ''}`,
    period: isCut ? spanOf(whole.start, through) : whole,
    averageMethod: 'daily',
  };
}

function requireInLastMonth(through: Day, months: readonly MonthOfYear[]): void {
  const last = months.reduce<MonthOfYear | null>((a, b) => (a === null || isLater(b, a) ? b : a), null);
  if (last === null || !isCivilDate(last.year, last.month, 1)) {
    throw new InputError(
      'bad-option',
      `Unexpected through ${formatDay(through)} without months, expected the month that it cuts short`,
    );
  }
  const whole = monthOf(last.year, last.month);
  if (through < whole.start || through > endOfMonth(last.year, last.month)) {
    const [first, end] = [formatDay(whole.start), formatDay(lastDayOf(whole))];
    throw new InputError(
      'bad-option',
      `Unexpected through ${formatDay(through)}, expected a day of the last month, ${first} to ${end}`,
    );
  }
}

function isLater(a: MonthOfYear, b: MonthOfYear): boolean {
  return a.year > b.year || (a.year === b.year && a.month > b.month);
}

function requireYear(year: number): void {
  if (!Number.isInteger(year) || year <= FIRST_YEAR || year > LAST_YEAR) {
    throw new InputError('bad-option', `Unexpected year ${year}, expected one such as 2006`);
  }
}
