import type { ShowUnit } from '../../register/show-unit.js';

/** How the numbers of a model are said: amounts in the register's unit, changes in percent, times in the largest unit that suits. */
export interface Amounts {
  money(value: number): string;
  percent(value: number): string;
  time(years: number): string;
  plain(value: number): string;
}

const DAYS_A_YEAR = 365;
const HOURS_A_DAY = 24;
const MINUTES_AN_HOUR = 60;
/** Enough to tell a model's parameters apart; they are no results, so no error says how many. */
const DIGITS = 4;

export function amountsIn({ text, size }: ShowUnit): Amounts {
  return {
    money: (value) => `${text} ${short(value / size)}`,
    percent: (value) => `${short(value * 100)}%`,
    time: timeText,
    plain: short,
  };
}

function timeText(years: number): string {
  const days = years * DAYS_A_YEAR;
  if (years >= 1) return counted(years, 'year');
  if (days >= 2) return counted(days, 'day');
  const hours = days * HOURS_A_DAY;
  return hours >= 1 ? counted(hours, 'hour') : counted(hours * MINUTES_AN_HOUR, 'minute');
}

function counted(value: number, unit: string): string {
  const text = short(value);
  return `${text} ${unit}${text === '1' ? '' : 's'}`;
}

/** "1,250", "0.35", "−12". */
function short(value: number): string {
  const rounded = Number(value.toPrecision(DIGITS));
  const text = Math.abs(rounded).toLocaleString('en-US', { maximumSignificantDigits: DIGITS });
  return rounded < 0 ? `−${text}` : text;
}
