import { Decimal, Fraction } from '../../value/index.js';
import { withCommas } from '../arithmetic/digits.js';
import { typingSlip } from '../rates/likely-cause.js';
import {
  impliedRate,
  originalFigure,
  powerOf,
  printedLike,
  recomputedAmount,
  sizeOf,
  type Translation,
  translatedFigure,
} from './fit.js';
import { ImpliedRate } from './implied-rate.js';
import type { StatedRate } from './stated-rate.js';

/** A rate at which an amount may have been translated by mistake: last year's, that of a later day. */
export interface KnownRate {
  readonly perDollar: Fraction;
  /** "107.22, the noon buying rate of March 31, 2005". */
  readonly name: string;
}

/** How a translation may have gone wrong. */
export interface TranslationCause {
  readonly text: string;
  /** Whether so particular a fault is hardly there by chance. */
  readonly strong: boolean;
  /** Whether the amount that is translated is at fault, and not its translation. */
  readonly inOriginal: boolean;
  /** Whether either amount may be at fault: nothing but its size tells "million" from "billion". */
  readonly inEither: boolean;
  /** What should be printed there, where that is not the recomputed amount in the same look; else null. */
  readonly expected: string | null;
}

/** The likeliest cause that explains a translation which does not fit its rate, or null. */
export function translationCause(
  translation: Translation,
  rate: StatedRate,
  known: readonly KnownRate[],
): TranslationCause | null {
  const point = pointForComma(translation, rate);
  if (point !== null) return point;
  const magnitude = wrongMagnitude(translation, rate);
  if (magnitude !== null) return magnitude;
  const swapped = slipIn(translation, rate, 'translated', adjacentSwaps, SWAPPED);
  if (swapped !== null) return swapped;
  const original = slipIn(translation, rate, 'original', adjacentSwaps, SWAPPED);
  if (original !== null) return original;
  const inverted = multiplied(translation, rate);
  if (inverted !== null) return strong(inverted);
  const likely = otherRate(translation, known) ?? slipOf(translation, rate);
  if (likely !== null) return { ...strong(likely), strong: false };
  const digit =
    slipIn(translation, rate, 'translated', otherDigits, ONE_DIFFERS) ??
    slipIn(translation, rate, 'original', otherDigits, ONE_DIFFERS);
  return digit === null ? null : { ...digit, strong: false };
}

function strong(text: string, expected: string | null = null, inOriginal = false): TranslationCause {
  return { text, strong: true, inOriginal, inEither: false, expected };
}

const THOUSAND = 3;

/** "million" for "billion", a misplaced point. */
function wrongMagnitude(translation: Translation, rate: StatedRate): TranslationCause | null {
  const implied = impliedRate(translation);
  for (const exponent of [THOUSAND, 1, 2, 6, -THOUSAND, -1, -2, -6]) {
    if (!implied.times(powerOf(exponent)).overlaps(rate.meant)) continue;
    const tells = exponent % THOUSAND === 0 ? isWithin(implied, ONE_DIGIT) : isWithin(implied, PERCENT);
    if (!tells) continue;
    const isDollars = translation.translated === 'dollars';
    // A low implied rate means too many dollars or too little local money.
    const size = exponent > 0 === isDollars ? 'large' : 'small';
    const times = withCommas(`1${'0'.repeat(Math.abs(exponent))}`);
    return {
      ...strong(
        `${times} times too ${size}`,
        inOtherMagnitude(translatedFigure(translation).text, size, exponent),
      ),
      inEither: true,
    };
  }
  return null;
}

const MAGNITUDES = ['thousand', 'million', 'billion', 'trillion'];

/** "$252.8 million" for "$252.8 thousand"; null where no such word was mistaken. */
function inOtherMagnitude(text: string, size: 'large' | 'small', exponent: number): string | null {
  const word = MAGNITUDE.exec(text)?.[0] ?? '';
  const steps = (Math.abs(exponent) / THOUSAND) * (size === 'small' ? 1 : -1);
  const meant = MAGNITUDES[MAGNITUDES.indexOf(word.toLowerCase()) + steps];
  return word === '' || meant === undefined ? null : text.replace(word, meant);
}

const MAGNITUDE = /thousand|million|billion|trillion/i;

/** "934.863" for "934,863", in a table of whole amounts. */
function pointForComma(translation: Translation, rate: StatedRate): TranslationCause | null {
  const { text } = originalFigure(translation);
  const implied = impliedRate(translation);
  if (!POINT_FOR_COMMA.test(text) || !implied.isTight()) return null;
  if (
    !implied.times(powerOf(translation.translated === 'dollars' ? THOUSAND : -THOUSAND)).overlaps(rate.meant)
  )
    return null;
  return strong('a decimal point for a comma', text.replace('.', ','), true);
}

const POINT_FOR_COMMA = /^[^\d.]*\d{1,3}\.\d{3}[^\d.]*$/;

/** Digits of one of the amounts that a hand may have meant and with which the two would agree. */
function slipIn(
  translation: Translation,
  rate: StatedRate,
  side: 'translated' | 'original',
  variants: (digits: string) => string[],
  slip: string,
): TranslationCause | null {
  const inOriginal = side === 'original';
  const figure = inOriginal ? originalFigure(translation) : translatedFigure(translation);
  const unit = Decimal.of(1n, figure.decimals);
  const digits = sizeOf(figure).value.dividedBy(unit, 0, 'half-up').toString();
  if (digits.length < SHORTEST) return null;
  for (const variant of variants(digits)) {
    const meant = Decimal.parse(variant).times(unit);
    if (meant.sign() === 0) continue;
    const other = { ...figure, value: meant.toString() };
    const corrected =
      figure === translation.local ? { ...translation, local: other } : { ...translation, dollars: other };
    const implied = impliedRate(corrected);
    if (!implied.isTight() || !implied.overlaps(rate.meant)) continue;
    if (inOriginal) return strong(slip, printedLike(figure, meant), true);
    const isExpected = meant.equals(recomputedAmount(translation, rate));
    return strong(isExpected ? slip : `${slip}, perhaps for ${printedLike(figure, meant)}`);
  }
  return null;
}

/** How a stated rate was mistyped that other amounts follow, by two adjacent digits; null where no exchange gives theirs. */
export function swappedRate({ figure, inverse }: StatedRate, shared: ImpliedRate): string | null {
  const unit = Decimal.of(1n, figure.decimals);
  const digits = sizeOf(figure).value.dividedBy(unit, 0, 'half-up').toString();
  const meant = adjacentSwaps(digits)
    .map((swapped) => Decimal.parse(swapped).times(unit))
    .find(
      (each) => each.sign() > 0 && ImpliedRate.ofPrinted(each, figure.decimals, inverse).overlaps(shared),
    );
  return meant === undefined
    ? null
    : `${SWAPPED} in the rate, ${figure.text} for ${printedLike(figure, meant)}`;
}

/** Every way to exchange two neighbours that differ. */
function adjacentSwaps(digits: string): string[] {
  return [...digits.slice(1, LONGEST)].flatMap((next, at) => {
    const here = digits.charAt(at);
    return here === next ? [] : [digits.slice(0, at) + next + here + digits.slice(at + 2)];
  });
}

/** Every way to replace one digit, the first digits first; a number has no zero in front. */
function otherDigits(digits: string): string[] {
  return [...digits.slice(0, LONGEST)].flatMap((own, at) =>
    [...'0123456789'].flatMap((digit) =>
      digit === own || (at === 0 && digit === '0')
        ? []
        : [digits.slice(0, at) + digit + digits.slice(at + 1)],
    ),
  );
}

/** The rate applied the wrong way round. */
function multiplied(translation: Translation, { perDollar }: StatedRate): string | null {
  const implied = impliedRate(translation);
  if (!implied.isTight() || !implied.holds(perDollar.inverse())) return null;
  return translation.translated === 'dollars'
    ? 'multiplied by the rate instead of divided'
    : 'the signs of the two currencies exchanged, or divided by the rate instead of multiplied';
}

function otherRate(translation: Translation, known: readonly KnownRate[]): string | null {
  const implied = impliedRate(translation);
  if (!isWithin(implied, PERCENT)) return null;
  const found = known.find(({ perDollar }) => implied.holds(perDollar));
  return found === undefined ? null : `translated at ${found.name}`;
}

/** Whether the ends of a rate are no further apart than a factor. */
function isWithin({ low, high }: ImpliedRate, factor: Fraction): boolean {
  return high !== null && high.compare(low.times(factor)) <= 0;
}

/** Rates of two days are seldom further apart than some percent; only narrower amounts tell them apart. */
const PERCENT = Fraction.of(101n, 100n);
/** As far apart as amounts of one digit leave them: still far less than a thousand. */
const ONE_DIGIT = Fraction.of(5n);

/** How the translated amount was mistyped for the expected one, at its last digit. */
function slipOf(translation: Translation, rate: StatedRate): string | null {
  const figure = translatedFigure(translation);
  const unit = Decimal.of(1n, figure.decimals);
  const typed = sizeOf(figure).value.dividedBy(unit, 0, 'half-up');
  const meant = recomputedAmount(translation, rate).dividedBy(unit, 0, 'half-up');
  const shorter = Math.min(typed.toString().length, meant.toString().length);
  return shorter < SHORTEST ? null : typingSlip(typed, meant);
}

const SWAPPED = 'two adjacent digits swapped';
const ONE_DIFFERS = 'one digit differs';
/** With fewer digits a slip fits by chance. */
const SHORTEST = 3;
/** No printed amount has more digits that a person types. */
const LONGEST = 20;
