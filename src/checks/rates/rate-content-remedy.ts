import type { RateSource } from '../../rates/rate-source.js';
import { civilDateOf, type Day, formatDay, type RateUnit } from '../../value/index.js';
import { sixMonthsBefore, YEARS_ASKED } from './rate-content-gaps.js';

/** The command that prints what the form asks for, as a sentence; where the rates are not held, what to do instead. */
export function tableCommand({
  rates,
  unit,
  periodEnd,
  practicable,
}: {
  readonly rates: RateSource | null;
  readonly unit: RateUnit;
  readonly periodEnd: Day;
  /** The day to which the months run; null where the report names none. */
  readonly practicable: Day | null;
}): string {
  if (rates !== null && rates.series(unit) === null) return 'Add it, and name its source.';
  const { year } = civilDateOf(periodEnd);
  const monthDay = formatDay(periodEnd).slice(5);
  const years = `--fiscal-year-end ${monthDay} --years ${year - YEARS_ASKED + 1}..${year}`;
  const command = `To make the table: tickmark rates table --unit ${unit} ${years}`;
  return practicable === null
    ? `${command}, and --months and --through for the six months before the latest practicable date`
    : `${command}${monthsOption(practicable)}`;
}

function monthsOption(practicable: Day): string {
  const [first] = sixMonthsBefore(practicable);
  const last = formatDay(practicable);
  return first === undefined
    ? ''
    : ` --months ${formatDay(first.start).slice(0, 7)}..${last.slice(0, 7)} --through ${last}`;
}
