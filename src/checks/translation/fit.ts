import type { Figure } from '../../filing/filing.js';
import { Decimal, Fraction, type ShorteningHabit } from '../../value/index.js';
import { withCommas } from '../arithmetic/digits.js';
import type { Grade, Tick } from '../check.js';
import { ImpliedRate, type PrintedSize } from './implied-rate.js';
import type { StatedRate } from './stated-rate.js';

/** Two printed amounts of which one is held to be the translation of the other. */
export interface Translation {
  readonly local: Figure;
  readonly dollars: Figure;
  readonly translated: 'local' | 'dollars';
  /** "approximately" stands beside one of them. */
  readonly approximate: boolean;
  /** Power of ten that the local amount is multiplied by, where a table's scale was not read from its headings. */
  readonly shift: number;
}

/**
 * How a translation agrees with a rate. `exact`: rounding the quotient half up prints it. `rounding`: the intervals of
 * what is printed overlap. `truncated`: they do where digits were dropped. `loose`: they do where "approximately" makes
 * the last zeros count for nothing. Only the first two are a confirmation by themselves.
 */
export type Fit = 'exact' | 'rounding' | 'truncated' | 'loose';

/** The best way in which a translation agrees with a rate, or null. */
export function fitOf(translation: Translation, rate: StatedRate): Fit | null {
  if (recomputedAmount(translation, rate).equals(sizeOf(translatedFigure(translation)).value)) return 'exact';
  if (impliedRate(translation).overlaps(rate.meant)) return 'rounding';
  if (impliedRate(translation, 'truncated').overlaps(rate.meant)) return 'truncated';
  return translation.approximate && looseRate(translation).overlaps(rate.meant) ? 'loose' : null;
}

/** The rates at which the one amount may have been translated into the other. */
export function impliedRate(translation: Translation, habit: ShorteningHabit = 'rounded'): ImpliedRate {
  const { local, dollars, shift } = translation;
  return ImpliedRate.ofAmounts(sizeOf(local), sizeOf(dollars), habit).times(powerOf(shift));
}

/** Whether the one amount may be the other at any of some rates, however either was shortened. */
export function mayBeAt(translation: Translation, rates: ImpliedRate): boolean {
  const ways = [impliedRate(translation), impliedRate(translation, 'truncated')];
  if (translation.approximate) ways.push(looseRate(translation));
  return ways.some((implied) => implied.overlaps(rates));
}

function looseRate({ local, dollars, shift }: Translation): ImpliedRate {
  const sizes = [sizeOf(local), sizeOf(dollars)].map(withoutLastZeros);
  return ImpliedRate.ofAmounts(sizes[0] as PrintedSize, sizes[1] as PrintedSize, 'rounded').times(
    powerOf(shift),
  );
}

/** What should be printed: the other amount translated at the rate as printed, rounded half up to the printed digits. */
export function recomputedAmount(translation: Translation, { perDollar }: StatedRate): Decimal {
  const { local, dollars, translated, shift } = translation;
  const factor = powerOf(shift);
  if (translated === 'dollars') {
    return Fraction.fromDecimal(sizeOf(local).value)
      .times(factor)
      .over(perDollar)
      .rounded(dollars.decimals, 'half-up');
  }
  return Fraction.fromDecimal(sizeOf(dollars).value)
    .times(perDollar)
    .over(factor)
    .rounded(local.decimals, 'half-up');
}

export function translatedFigure({ local, dollars, translated }: Translation): Figure {
  return translated === 'dollars' ? dollars : local;
}

export function originalFigure({ local, dollars, translated }: Translation): Figure {
  return translated === 'dollars' ? local : dollars;
}

/** An amount as a figure of that look would print it: 252800000 like "$25.3 million" is "$252.8 million". */
export function printedLike({ text, decimals }: Figure, amount: Decimal): string {
  const numeral = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0] ?? '';
  const places = numeral.split('.')[1]?.length ?? 0;
  const power = Math.max(0, places - decimals);
  const shown = Fraction.fromDecimal(amount).times(powerOf(-power)).rounded(places, 'half-up').toString();
  const [whole = '', rest] = shown.split('.');
  const grouped = withCommas(whole);
  return text.replace(numeral, rest === undefined ? grouped : `${grouped}.${rest}`);
}

/** "¥29.7 billion at ¥117.48 per U.S. dollar". */
export function workOf(translation: Translation, { figure, currency, inverse }: StatedRate): string {
  const per = inverse ? `per ${currency} 1` : 'per U.S. dollar';
  return `${originalFigure(translation).text} at ${figure.text} ${per}`;
}

/** The tick of the translated amount: it rests on the other amount and on the stated rate. */
export function translationTick(translation: Translation, rate: StatedRate, fit: Fit): Omit<Tick, 'check'> {
  const grade: Grade = fit === 'exact' ? 'exact' : 'rounding';
  const note = fit === 'truncated' ? ', digits dropped instead of rounded' : '';
  return {
    letter: 'RC',
    support: 'recomputed',
    grade,
    formula: `${workOf(translation, rate)}${note}`,
    inputs: [{ figure: originalFigure(translation).id }, { figure: rate.figure.id }],
    recomputed: recomputedAmount(translation, rate).toString(),
  };
}

/** The size that a figure prints, sign aside: a loss is "¥5 million" in one place and "(5)" in another. */
export function sizeOf({ value, decimals }: Figure): PrintedSize {
  return { value: Decimal.parse(value).abs(), decimals };
}

function withoutLastZeros({ value, decimals }: PrintedSize): PrintedSize {
  const digits = value.rounded(decimals, 'half-up').toString().replace('.', '');
  const shown = decimals < 0 ? digits.slice(0, decimals) : digits;
  const zeros = /0*$/.exec(shown)?.[0].length ?? 0;
  return { value, decimals: decimals - Math.min(zeros, shown.length - 1) };
}

export function powerOf(exponent: number): Fraction {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? Fraction.of(1n, power) : Fraction.of(power);
}
