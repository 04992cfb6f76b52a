import type { AverageMethod, RateSeries, RateStatisticName } from '../../rates/rate-source.js';
import { type Decimal, Fraction, formatDayLong, type Span } from '../../value/index.js';

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
  neighbouringPeriod,
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

/** The causes that need only the two numbers: the slips of a hand that typed the right one. */
export function digitCause(wrong: WrongRate): string | null {
  const value = officialValue(wrong);
  // A zero dropped behind the point leaves fewer decimals than the source prints.
  const full = value.rounded(Math.max(wrong.decimals, wrong.series.decimals), 'half-up');
  return (
    typingSlip(wrong.printed, full) ??
    typingSlip(wrong.printed, value.rounded(wrong.decimals, 'half-up')) ??
    misplacedPoint(wrong, value)
  );
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
