import {
  type CurrencyCode,
  type Day,
  type Decimal,
  Fraction,
  formatDay,
  formatDayLong,
  WEEKDAYS,
  weekdayOf,
} from '../../value/index.js';
import { rateText } from '../direction.js';
import type { RateMovement } from './rate-movement.js';
import type { TranslationRate } from './translation-rate.js';

/** What a preparer must know of a translation. None of it is for print. */
export interface TranslationNote {
  /** Stable, for programs. */
  readonly id: TranslationNoteId;
  /** `warning`: something that this translation may have wrong. `note`: what holds of every one, or is good to know. */
  readonly severity: 'warning' | 'note';
  readonly text: string;
}

export type TranslationNoteId =
  | 'material-move'
  | 'redenominated'
  | 'earlier-period'
  | 'other-balance-sheet-date'
  | 'latest-before-balance-sheet'
  | 'own-rate-far-off'
  | 'earlier-rate-day'
  | 'rounded-base'
  | 'lines-do-not-add'
  | 'lines-left-blank'
  | 'rule-3-20';

export function warning(id: TranslationNoteId, text: string): TranslationNote {
  return { id, severity: 'warning', text };
}

export function note(id: TranslationNoteId, text: string): TranslationNote {
  return { id, severity: 'note', text };
}

/** What the rates themselves give rise to: a rate of an earlier day, a move that may be material. */
export function rateNotes(rate: TranslationRate, movement: RateMovement | null): TranslationNote[] {
  const latest = movement?.latest;
  return [
    ...earlierDay(rate),
    ...(latest === undefined ? [] : earlierDay(latest)),
    ...(movement === null ? [] : movementNotes(rate, movement)),
  ];
}

/** The notes that say that a case goes beyond Rule 3-20(b). */
const RULE_WARNINGS: readonly TranslationNoteId[] = [
  'earlier-period',
  'other-balance-sheet-date',
  'material-move',
];

/**
 * The limits of Regulation S-X Rule 3-20(b) in one sentence, for a translation into U.S. dollars; not beside a warning
 * that the case at hand goes beyond them.
 */
export function ruleNotes(to: CurrencyCode, others: readonly TranslationNote[]): TranslationNote[] {
  if (to !== 'USD' || others.some(({ id }) => RULE_WARNINGS.includes(id))) return [];
  return [
    note(
      'rule-3-20',
      'In financial statements Rule 3-20(b) lets only the latest fiscal year and a later interim period be translated, all at the rate of the latest balance sheet or, if that is materially different, of the latest practicable date.',
    ),
  ];
}

/** Further from the official rate of the same day than this, in percent, a rate is likely a slip or inverted. */
const FAR_OFF_PERCENT = 5n;

/** A warning where a user's own rate is far from an official one of that day. */
export function ownRateNotes(own: TranslationRate, official: TranslationRate | null): TranslationNote[] {
  if (official === null) return [];
  const given = Fraction.fromDecimal(own.value);
  const published = Fraction.fromDecimal(official.value);
  const expected = own.unit === official.unit ? published : published.inverse();
  const least = expected.times(Fraction.of(100n - FAR_OFF_PERCENT, 100n));
  const most = expected.times(Fraction.of(100n + FAR_OFF_PERCENT, 100n));
  if (given.compare(least) >= 0 && given.compare(most) <= 0) return [];
  return [
    warning(
      'own-rate-far-off',
      `The rate given, ${rateText(own.unit, own.value.toString())}, is more than ${FAR_OFF_PERCENT}% away from the ${official.rateName} of ${formatDay(official.day)}, ${rateText(official.unit, official.value.toString())}: look at its day, its digits and its direction.`,
    ),
  ];
}

function earlierDay({ asked, day, source }: TranslationRate): TranslationNote[] {
  if (asked === day) return [];
  return [
    note(
      'earlier-rate-day',
      `${source.name} has no rate of ${weekdayAndDay(asked)}; the rate is of ${weekdayAndDay(day)}, the last before it.`,
    ),
  ];
}

function movementNotes(rate: TranslationRate, movement: RateMovement): TranslationNote[] {
  const { latest, percent, material, isMaterial, isRedenominated } = movement;
  const notes: TranslationNote[] = [];
  if (latest.day < rate.day) {
    notes.push(
      warning(
        'latest-before-balance-sheet',
        `The latest practicable date, ${formatDayLong(latest.asked)}, lies before the balance-sheet date, ${formatDayLong(rate.asked)}: are the two exchanged?`,
      ),
    );
  }
  if (isRedenominated) {
    notes.push(
      warning(
        'redenominated',
        `A currency was redenominated between ${formatDayLong(rate.day)} and ${formatDayLong(latest.day)}: the rates are of two units, and the move says nothing.`,
      ),
    );
  } else if (isMaterial) {
    notes.push(
      warning(
        'material-move',
        `The rate moved by ${signedPercent(percent)} from ${formatDayLong(rate.day)} to ${formatDayLong(latest.day)}, more than ${material}%: if that is materially different, Rule 3-20(b) asks for the later rate, ${rateText(latest.unit, latest.value.toString())}.`,
      ),
    );
  }
  return notes;
}

/** "-2.98%", "+5.63%". */
export function signedPercent(percent: Decimal): string {
  return `${percent.sign() > 0 ? '+' : ''}${percent}%`;
}

/** "Friday, March 31, 2006". */
export function weekdayAndDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]}, ${formatDayLong(day)}`;
}
