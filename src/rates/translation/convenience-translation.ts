import { type CurrencyCode, type Decimal, Fraction, InputError } from '../../value/index.js';
import { requireDecimals } from '../printed-decimals.js';
import { note, rateNotes, ruleNotes, type TranslationNote } from './notes.js';
import {
  type AmountPower,
  amountSign,
  amountText,
  MAGNITUDE_WORDS,
  minorDigits,
  type PrintedAmount,
  printedAmount,
} from './printed-amount.js';
import { type RateMovement, rateMovement } from './rate-movement.js';
import { type TranslationRate, translatedExactly, translationFormula } from './translation-rate.js';
import { translationWording } from './wording.js';

/** An amount as it stands in a report. */
export interface AmountToTranslate {
  /** As printed, with its currency: "¥29.7 billion". */
  readonly text: string;
  /** In whole units, exact: 29700000000. */
  readonly value: Decimal;
  /** Decimals that it prints before its magnitude word: 1. */
  readonly decimals: number;
  /** Of its magnitude word: 9. */
  readonly power: AmountPower;
  readonly brackets: boolean;
  /** "share" or "ADS" for an amount per one. */
  readonly per: string | null;
}

/** What a translation of amounts and of a table have in common. */
export interface TranslationOptions {
  readonly rate: TranslationRate;
  /** The rate at the most recent practicable date, of the same unit. */
  readonly latest?: TranslationRate | undefined;
  /** In percent: above it, a move of the rate gives a warning. */
  readonly material?: Decimal | undefined;
  /** Power of ten to print in; as the amount prints where not given. Amounts per share are in whole units. */
  readonly power?: AmountPower | undefined;
  /** Decimals to print; as the amount prints where not given. Per-share amounts keep their own. */
  readonly decimals?: number | undefined;
}

/** What every translation states beside its amounts. */
export interface TranslationTerms {
  readonly rate: TranslationRate;
  readonly movement: RateMovement | null;
  /** The paragraph to print with the amounts. */
  readonly wording: string;
  readonly notes: readonly TranslationNote[];
}

/** An amount at one rate: how it prints and the work behind it. */
export interface TranslatedAmount extends PrintedAmount {
  /** "$252.8 million". */
  readonly text: string;
  /** "29700000000 / 117.48". */
  readonly formula: string;
}

export interface AmountInBoth {
  readonly base: AmountToTranslate;
  readonly translated: TranslatedAmount;
  /** At the rate of the most recent practicable date. */
  readonly atLatest: TranslatedAmount | null;
}

export interface ConvenienceTranslation extends TranslationTerms {
  readonly amounts: readonly AmountInBoth[];
}

/**
 * Translates amounts at one rate, each exactly and rounded once, half up (Regulation S-X Rule 3-20 asks for one rate
 * of one day). It keeps the decimals that an amount prints and its magnitude, or the next lower that leaves a whole
 * unit: ¥29.7 billion at 117.48 is $252.8 million. Throws `InputError` ('bad-option') for no amount, decimals out of
 * range, or a latest rate of another unit.
 */
export function convenienceTranslation(
  amounts: readonly AmountToTranslate[],
  options: TranslationOptions,
): ConvenienceTranslation {
  if (amounts.length === 0) {
    throw new InputError('bad-option', 'Unexpected end of amounts, expected one such as "¥29.7 billion"');
  }
  const terms = translationTerms(options);
  const both = amounts.map((base) => ({
    base,
    translated: translatedAmount(base, options.rate, options),
    atLatest: options.latest === undefined ? null : translatedAmount(base, options.latest, options),
  }));
  const notes = [...terms.notes, ...both.flatMap((each) => roundedBaseNote(each, options))];
  return { ...terms, amounts: both, notes: [...notes, ...ruleNotes(options.rate.to, notes)] };
}

/** Rate, move and wording, with the notes that these give rise to. Throws `InputError` for options that do not fit. */
export function translationTerms({ rate, latest, material, decimals }: TranslationOptions): TranslationTerms {
  if (latest !== undefined && latest.unit !== rate.unit) {
    throw new InputError('bad-option', `Unexpected latest rate of ${latest.unit}, expected ${rate.unit}`);
  }
  requireDecimals(decimals);
  const movement = latest === undefined ? null : rateMovement(rate, latest, material);
  return { rate, movement, wording: translationWording(rate), notes: rateNotes(rate, movement) };
}

function translatedAmount(
  base: AmountToTranslate,
  rate: TranslationRate,
  options: TranslationOptions,
): TranslatedAmount {
  const exact = translatedExactly(base.value, rate);
  const power = base.per === null ? (options.power ?? powerFor(exact, base.power)) : 0;
  const decimals =
    base.per === null && options.decimals !== undefined
      ? options.decimals
      : decimalsFor(exact, base, power, rate.to);
  const amount = printedAmount(exact, { power, decimals, brackets: base.brackets });
  const text = amountText(amount, amountSign(rate.to, rate.from));
  return { ...amount, text, formula: translationFormula(base.value, rate) };
}

/** The magnitude of the base, or the next lower in which at least one whole unit stands. */
function powerFor(exact: Fraction, power: AmountPower): AmountPower {
  if (exact.numerator === 0n) return power;
  const powers = ([12, 9, 6, 3, 0] as const).filter((each) => each <= power);
  return powers.find((each) => !isBelow(exact, 10n ** BigInt(each))) ?? 0;
}

/** As printed; in cents at least for an amount per share and for less than a hundred units. */
function decimalsFor(exact: Fraction, base: AmountToTranslate, power: AmountPower, to: CurrencyCode): number {
  const isSmall = base.per !== null || (power === 0 && exact.numerator !== 0n && isBelow(exact, 100n));
  return isSmall ? Math.max(base.decimals, minorDigits(to)) : base.decimals;
}

function isBelow({ numerator, denominator }: Fraction, bound: bigint): boolean {
  const size = numerator < 0n ? -numerator : numerator;
  return size < bound * denominator;
}

/** "29.7 billion" is rounded too: where that leaves the translation's last digit open, it is said. */
function roundedBaseNote(
  { base, translated }: AmountInBoth,
  { rate }: TranslationOptions,
): TranslationNote[] {
  if (base.power === 0) return [];
  const half = Fraction.of(5n).times(powerOf(base.power - base.decimals - 1));
  const middle = Fraction.fromDecimal(base.value);
  const bounds = [middle.minus(half), middle.plus(half)].map((bound) => {
    const decimal = bound.rounded(Math.max(0, base.decimals - base.power + 1), 'half-up');
    const ownStyle = { power: base.power, decimals: base.decimals + 1, brackets: base.brackets };
    return {
      base: amountText(printedAmount(bound, ownStyle), amountSign(rate.from, rate.to)),
      there: printedAmount(translatedExactly(decimal, rate), translated.style),
    };
  });
  const [low, high] = bounds;
  if (low === undefined || high === undefined || low.there.printed.equals(high.there.printed)) return [];
  const sign = amountSign(rate.to, rate.from);
  const [least, most] = [low, high].map(({ there }) => amountText(there, sign));
  return [
    note(
      'rounded-base',
      `${base.text} is rounded: it stands for ${low.base} to ${high.base}, which is ${least} to ${most}. Translate the unrounded amount where there is one.`,
    ),
  ];
}

function powerOf(exponent: number): Fraction {
  return exponent >= 0 ? Fraction.of(10n ** BigInt(exponent)) : Fraction.of(1n, 10n ** BigInt(-exponent));
}

/** What a table's heading says: "millions of U.S. dollars". */
export function magnitudePlural(power: AmountPower): string {
  return power === 0 ? '' : `${MAGNITUDE_WORDS[power]}s of `;
}
