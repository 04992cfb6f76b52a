import { type CurrencyCode, currencyOf, Decimal, Fraction } from '../../value/index.js';
import { withThousands } from '../table-formats/printed-text.js';

/** Powers of ten that have a word, and 0 for plain units. */
export type AmountPower = 0 | 3 | 6 | 9 | 12;

export const MAGNITUDE_WORDS: Readonly<Record<AmountPower, string>> = {
  0: '',
  3: 'thousand',
  6: 'million',
  9: 'billion',
  12: 'trillion',
};

/** How an amount is printed: in which power of ten, with how many decimals, negative in brackets or with a minus. */
export interface AmountStyle {
  readonly power: AmountPower;
  readonly decimals: number;
  readonly brackets: boolean;
}

/** An amount as printed: rounded once, half up, from its exact value. */
export interface PrintedAmount {
  /** Exact, in whole units of the currency. */
  readonly exact: Fraction;
  /** As it stands before the magnitude word: 252.8 of "$252.8 million". */
  readonly printed: Decimal;
  /** The same in whole units: 252800000. */
  readonly value: Decimal;
  readonly style: AmountStyle;
}

/** Rounds an exact amount as its style says. */
export function printedAmount(exact: Fraction, style: AmountStyle): PrintedAmount {
  const unit = Decimal.of(1n, -style.power);
  const printed = exact.over(Fraction.fromDecimal(unit)).rounded(style.decimals, 'half-up');
  const value = printed.times(unit).rounded(Math.max(0, style.decimals - style.power), 'half-up');
  return { exact, printed, value, style };
}

/** The number as a table's cell has it: "252,809", "(1,234)", "-1,234"; a rounded zero has no sign. */
export function numberText({ printed, style }: PrintedAmount): string {
  const digits = withThousands(printed.abs());
  if (printed.sign() >= 0) return digits;
  return style.brackets ? `(${digits})` : `-${digits}`;
}

/** The amount as a sentence has it: "$252.8 million", "$(1,234)", "-$0.39". */
export function amountText(amount: PrintedAmount, sign: string): string {
  const { printed, style } = amount;
  const word = MAGNITUDE_WORDS[style.power];
  const digits = withThousands(printed.abs());
  const tail = word === '' ? '' : ` ${word}`;
  if (printed.sign() >= 0) return `${sign}${digits}${tail}`;
  return style.brackets ? `${sign}(${digits})${tail}` : `-${sign}${digits}${tail}`;
}

/** What stands before an amount: "$", "¥", "CHF "; "US$" beside a currency whose own sign has a dollar in it. */
export function amountSign(code: CurrencyCode, beside: CurrencyCode): string {
  const sign = currencyOf(code).printed;
  if (code === 'USD' && currencyOf(beside).printed.includes('$')) return 'US$';
  return sign === code ? `${sign} ` : sign;
}

/** Decimals of a currency's smallest coin: per-share amounts and sums below a hundred units are printed in it. */
export function minorDigits(code: CurrencyCode): number {
  return WITHOUT_CENTS.has(code) ? 0 : 2;
}

/** Source: ISO 4217, minor units, of the currencies that we know. */
const WITHOUT_CENTS: ReadonlySet<CurrencyCode> = new Set(['JPY', 'KRW', 'CLP']);
