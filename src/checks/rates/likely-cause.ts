import type { AverageMethod, RateSeries, RateStatisticName } from '../../rates/rate-source.js';
import {
  civilDateOf,
  type Decimal,
  dayOf,
  daysInMonth,
  Fraction,
  formatDayLong,
  lastDayOf,
  plusDays,
  type Span,
} from '../../value/index.js';

/** A printed rate that does not agree with the official one: all that a cause can be told from. */
export interface WrongRate {
  readonly printed: Decimal;
  readonly decimals: number;
  readonly series: RateSeries;
  readonly statistic: RateStatisticName;
  /** Method of an average: the one that was expected. */
  readonly method: AverageMethod;
  readonly span: Span;
  /** Spans of the same statistic above and below in the table, nearest first. */
  readonly neighbours: readonly Span[];
  /** The same rate of other sources that are held, which may have been taken instead. */
  readonly others?: readonly RateSeries[];
}

type Cause = (wrong: WrongRate) => string | null;

/** Strongest first: a cause further up says more about how the error came about than one further down. */
const CAUSES: readonly Cause[] = [
  roundedDown,
  otherAverageMethod,
  highAndLowExchanged,
  otherColumn,
  meanOfInverses,
  inverseQuotation,
  neighbouringDay,
  neighbouringYear,
  neighbouringPeriod,
  cutShort,
  otherSource,
  digitCause,
];

/** The likeliest cause that explains the printed rate exactly, or null. */
export function likelyCause(wrong: WrongRate): string | null {
  if (wrong.series.gap(wrong.span) !== null) return null;
  for (const cause of CAUSES) {
    const found = cause(wrong);
    if (found !== null) return found;
  }
  return null;
}

/** The exact value cut off instead of rounded half up: 113.66 for 113.665. */
export function roundedDown(wrong: WrongRate): string | null {
  const cut = officialValue(wrong).rounded(wrong.decimals, 'down');
  return cut.equals(wrong.printed) ? 'rounded down instead of half up' : null;
}

/** The daily average where month-ends were expected, or the reverse. */
export function otherAverageMethod(wrong: WrongRate): string | null {
  if (wrong.statistic !== 'average') return null;
  const method = wrong.method === 'daily' ? 'month-end' : 'daily';
  if (!prints(wrong, officialValue(wrong, { method }))) return null;
  return method === 'daily'
    ? 'average of daily rates instead of month-end rates'
    : 'average of month-end rates instead of daily rates';
}

export function highAndLowExchanged(wrong: WrongRate): string | null {
  if (wrong.statistic !== 'high' && wrong.statistic !== 'low') return null;
  const statistic = wrong.statistic === 'high' ? 'low' : 'high';
  return prints(wrong, officialValue(wrong, { statistic })) ? 'high and low exchanged' : null;
}

/** A figure that belongs in another column of the same period. */
export function otherColumn(wrong: WrongRate): string | null {
  for (const statistic of ['high', 'low', 'average', 'period-end'] as const) {
    if (statistic === wrong.statistic) continue;
    if (prints(wrong, officialValue(wrong, { statistic }))) return `the ${statistic} of the same period`;
  }
  return null;
}

/** The average formed in the other direction of quotation and then inverted. */
export function meanOfInverses(wrong: WrongRate): string | null {
  if (wrong.statistic !== 'average') return null;
  const { inputs } = wrong.series.statistic('average', wrong.span, wrong.method);
  const mean = Fraction.mean(inputs.map((input) => input.ratio.inverse()));
  return prints(wrong, mean.inverse()) ? 'inverse of the mean of inverse rates' : null;
}

export function inverseQuotation(wrong: WrongRate): string | null {
  // With fewer than three digits printed, an inverse fits by chance.
  if (digitsOf(wrong.printed).replace(/^0+/, '').length < 3) return null;
  return inversesOf(wrong).some((value) => prints(wrong, value)) ? 'the inverse quotation' : null;
}

/** What the statistic is of the inverse rates, whose high is the inverse of the low; and the bare inverse. */
function inversesOf(wrong: WrongRate): Fraction[] {
  const { statistic } = wrong;
  if (statistic === 'average') {
    const { inputs } = wrong.series.statistic('average', wrong.span, wrong.method);
    return [officialValue(wrong).inverse(), Fraction.mean(inputs.map((input) => input.ratio.inverse()))];
  }
  const opposite = statistic === 'high' ? 'low' : statistic === 'low' ? 'high' : statistic;
  return [officialValue(wrong).inverse(), officialValue(wrong, { statistic: opposite }).inverse()];
}

/** The rate of the day before or after the one that was asked for. */
export function neighbouringDay(wrong: WrongRate): string | null {
  if (wrong.statistic !== 'period-end') return null;
  const day = wrong.series.statistic('period-end', wrong.span, wrong.method).inputs[0]?.day;
  if (day === undefined) return null;
  const before = wrong.series.onOrBefore((day - 1) as typeof day);
  const after = wrong.series.after(day);
  const found = [before, after].find((each) => each !== null && prints(wrong, each.ratio));
  return found ? `the rate of ${formatDayLong(found.day)}, a neighbouring day` : null;
}

/** The rate of the same date a year before or after: an old sentence with a new rate, or the reverse. */
export function neighbouringYear(wrong: WrongRate): string | null {
  // With fewer digits a year's rates hold any number by chance.
  if (wrong.statistic !== 'period-end' || digitsOf(wrong.printed).replace(/^0+/, '').length < 4) return null;
  const { year, month, day } = civilDateOf(lastDayOf(wrong.span));
  const days = [year - 1, year + 1].map((each) =>
    dayOf(each, month, Math.min(day, daysInMonth(each, month))),
  );
  const found = days
    .map((each) => wrong.series.onOrBefore(each))
    .find((each) => each !== null && prints(wrong, each.ratio));
  if (found === undefined || found === null) return null;
  return `the rate of ${formatDayLong(found.day)}, a year ${found.day < wrong.span.start ? 'before' : 'later'}`;
}

/** The same column of the row above or below. */
export function neighbouringPeriod(wrong: WrongRate): string | null {
  for (const span of wrong.neighbours) {
    if (wrong.series.gap(span) !== null || !prints(wrong, officialValue(wrong, { span }))) continue;
    return span.start < wrong.span.start
      ? 'the figure of the previous period'
      : 'the figure of the next period';
  }
  return null;
}

/** What the period gives without its last or its first rate, or with the one after it: read too early or too late. */
export function cutShort(wrong: WrongRate): string | null {
  if (wrong.statistic === 'period-end') return null;
  if (wrong.statistic === 'average' && wrong.method !== 'daily') return null;
  const { series, span } = wrong;
  const inside = series.within(span);
  const [first, last, after] = [inside[0], inside.at(-1), series.after(lastDayOf(span))];
  if (first === undefined || last === undefined || inside.length < 3) return null;
  const tries: readonly (readonly [Span, string])[] = [
    [{ start: span.start, until: last.day }, `without ${formatDayLong(last.day)}, its last day with a rate`],
    [
      { start: plusDays(first.day, 1), until: span.until },
      `without ${formatDayLong(first.day)}, its first day with a rate`,
    ],
    ...(after === null
      ? []
      : [
          [
            { start: span.start, until: plusDays(after.day, 1) },
            `with ${formatDayLong(after.day)}, after its end`,
          ] as const,
        ]),
  ];
  const found = tries.find(
    ([other]) => series.gap(other) === null && prints(wrong, officialValue(wrong, { span: other })),
  );
  return found === undefined ? null : `the ${wrong.statistic} of the period ${found[1]}`;
}

/** The same statistic of another source that is held. */
export function otherSource(wrong: WrongRate): string | null {
  const methods = wrong.statistic === 'average' ? (['month-end', 'daily'] as const) : [wrong.method];
  for (const series of wrong.others ?? []) {
    if (series.gap(wrong.span) !== null) continue;
    const fits = methods.some((method) => prints(wrong, officialValue({ ...wrong, series, method })));
    if (fits) return `the ${series.rateName}`;
  }
  return null;
}

/** The causes that need only the two numbers: the slips of a hand that typed the right one. */
export function digitCause(wrong: WrongRate): string | null {
  const value = officialValue(wrong);
  if (isNearMean(wrong, value)) return null;
  // A zero dropped behind the point leaves fewer decimals than the source prints.
  const full = value.rounded(Math.max(wrong.decimals, wrong.series.decimals), 'half-up');
  return (
    typingSlip(wrong.printed, full) ??
    typingSlip(wrong.printed, value.rounded(wrong.decimals, 'half-up')) ??
    misplacedPoint(wrong, value)
  );
}

/** A mean that is off in its last digit alone was rather formed in another way than mistyped. */
function isNearMean({ statistic, printed, decimals }: WrongRate, value: Fraction): boolean {
  if (statistic !== 'average') return false;
  const [typed, meant] = [printed.abs().toString(), value.rounded(decimals, 'half-up').toString()];
  return typed.length === meant.length && typed.slice(0, -1) === meant.slice(0, -1);
}

const SHIFTS: readonly Fraction[] = [10n, 100n, 1000n].map((factor) => Fraction.of(factor));

/** The right digits with the point elsewhere: "11.748" or "1,174.8" for 117.48. */
function misplacedPoint(wrong: WrongRate, value: Fraction): string | null {
  if (digitsOf(wrong.printed).replace(/^0+/, '').length < 3) return null;
  const shifted = SHIFTS.some(
    (shift) => prints(wrong, value.times(shift)) || prints(wrong, value.over(shift)),
  );
  return shifted ? 'the decimal point is misplaced' : null;
}

/** How one number was mistyped for another: two digits swapped, a zero dropped, one digit changed; or null. */
export function typingSlip(printed: Decimal, expected: Decimal): string | null {
  if (droppedZero(printed.abs().toString(), expected.abs().toString())) return 'a zero dropped';
  const typed = digitsOf(printed);
  const meant = digitsOf(expected);
  if (typed.length !== meant.length) return null;
  const at = [...meant].flatMap((digit, index) => (digit === typed[index] ? [] : [index]));
  const [first = -1, second = -1] = at;
  if (at.length === 1) return `one digit differs: ${typed[first]} for ${meant[first]}`;
  const swapped =
    at.length === 2 &&
    second === first + 1 &&
    typed[first] === meant[second] &&
    typed[second] === meant[first];
  return swapped ? 'two adjacent digits swapped' : null;
}

/** "14.04" for "104.04", "104.4" for "104.04"; not "11.748" for "117.480", where the point has moved. */
function droppedZero(typed: string, meant: string): boolean {
  if (typed.length !== meant.length - 1) return false;
  return [...meant].some(
    (digit, index) => digit === '0' && meant.slice(0, index) + meant.slice(index + 1) === typed,
  );
}

function officialValue(
  wrong: WrongRate,
  other: { statistic?: RateStatisticName; span?: Span; method?: AverageMethod } = {},
): Fraction {
  const { statistic, span, method } = { ...wrong, ...other };
  return wrong.series.statistic(statistic, span, method).value;
}

function prints(wrong: WrongRate, value: Fraction): boolean {
  return value.rounded(wrong.decimals, 'half-up').equals(wrong.printed);
}

/** All digits of a number at the decimals that it has, without sign and point. */
function digitsOf(number: Decimal): string {
  return number.abs().toString().replace('.', '');
}
