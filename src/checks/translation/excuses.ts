import type { Figure } from '../../filing/filing.js';
import type { RateSeries } from '../../rates/rate-source.js';
import {
  civilDateOf,
  type Day,
  dayOf,
  endOfMonth,
  Fraction,
  isInstant,
  lastDayOf,
  type Period,
  parseDay,
  plusDays,
  type Span,
  spanOf,
} from '../../value/index.js';
import { periodName } from '../engine/period-name.js';
import { impliedRate, type Translation } from './fit.js';
import { ImpliedRate } from './implied-rate.js';

/**
 * Why two amounts that do not fit the stated rate may be no translation at it though they are one amount: parties
 * agreed it in dollars. Null where nothing says so.
 */
export function agreedInDollars(translation: Translation, sentence: string): string | null {
  if (CONTRACT.test(sentence)) return 'the sentence speaks of an agreed or a contracted amount';
  return translation.translated === 'local' ? 'the dollar amount stands first and may be the original' : null;
}

/** Amounts that parties agree in a currency, and that nobody translates. */
const CONTRACT =
  /\bdenominated\b|\bcontract\w*|\bagreement\b|\bborrow\w*|\bloans?\b|\b(?:credit|loan)\s+facilit\w+|\bnotes\s+(?:due|payable)\b|\bbonds?\b|\bdebentures?\b|\bprincipal\s+amount\b|\b(?:purchase|offering|exercise|issue)\s+price\b|\bconsideration\b|\bpayable\s+in\b|\bpaid\s+in\s+(?:cash\s+in\s+)?(?:U\.?S\.?\s+)?dollars\b|\bU\.S\.\s+dollar[\s-]+(?:loan|deposit|bond)\w*|\bhedg\w+|\bforward\b|\bswap\w*|\bnotional\b|\bper\s+value\b|\bpar\s+value\b/i;

/** A rate that the sentence's own dates explain: of a named day or month, or of an earlier year; null for none. */
export function rateOfItsTime(
  translation: Translation,
  figures: readonly Figure[],
  stated: Day | null,
  series: RateSeries | null,
): string | null {
  const times = figures.flatMap((figure) => timeOf(figure) ?? []);
  const periods = [translation.local.period, translation.dollars.period].filter((period) => period !== null);
  // "from ¥10 million in 2005 to ¥12 million ($0.1 million) in 2006": its own year is read, and it is the latest.
  const isLatest =
    stated !== null && periods.length > 0 && periods.every((period) => !isEarlier(lastDayOf(period), stated));
  for (const period of periods) {
    times.push({
      span: aroundPeriod(period),
      name: periodName(period),
      isDay: isInstant(period),
      last: lastDayOf(period),
    });
  }
  for (const { span, name, isDay, last } of times) {
    if (stated !== null && (isDay ? last === stated : !isEarlier(last, stated))) continue;
    if (stated !== null && isLatest && isEarlier(last, stated)) continue;
    if (series === null || series.gap(span) !== null) return `the sentence speaks of ${name}`;
    const [low, high] = (['low', 'high'] as const).map(
      (statistic) => series.statistic(statistic, span, 'daily').value,
    );
    if (low === undefined || high === undefined) continue;
    if (impliedRate(translation).overlaps(ImpliedRate.between(low.times(BELOW), high.times(ABOVE))))
      return `the amounts fit the rates of ${name}, of which the sentence speaks`;
  }
  return null;
}

/** Whether a year is an earlier one than that of a rate; a fiscal year may be named by either of its years. */
function isEarlier(last: Day, stated: Day): boolean {
  return last <= plusDays(stated, -OLDER) || civilDateOf(last).year < civilDateOf(stated).year;
}

const OLDER = 200;

/** A bank's rate is a little beside the one that is published. */
const BELOW = Fraction.of(995n, 1000n);
const ABOVE = Fraction.of(1005n, 1000n);

interface NamedTime {
  readonly span: Span;
  readonly name: string;
  /** A day or a month: an event, which may be translated at the rate of its time. */
  readonly isDay: boolean;
  readonly last: Day;
}

/** The time of a date in the sentence; null for any other figure. */
function timeOf({ unit, value, text }: Figure): NamedTime | null {
  if (unit !== 'date') return null;
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [];
  const number = Number(year);
  if (year === '' || number < 1900 || number > 9000) return null;
  if (month === undefined) {
    // "fiscal 2005" may begin or end in 2005.
    const last = dayOf(number, 12, 31);
    return {
      span: spanOf(dayOf(number - 1, 4, 1), dayOf(number + 1, 3, 31)),
      name: text,
      isDay: false,
      last,
    };
  }
  if (day === undefined) {
    const last = endOfMonth(number, Number(month));
    return { span: spanOf(dayOf(number, Number(month), 1), last), name: text, isDay: true, last };
  }
  const at = parseDay(value);
  return { span: spanOf(plusDays(at, -AROUND), plusDays(at, AROUND)), name: text, isDay: true, last: at };
}

function aroundPeriod(period: Period): Span {
  return isInstant(period)
    ? spanOf(plusDays(period.instant, -AROUND), plusDays(period.instant, AROUND))
    : period;
}

/** A sentence may name the day of signing, of closing or of the last rate before. */
const AROUND = 5;
