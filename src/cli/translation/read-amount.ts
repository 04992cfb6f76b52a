import { type Mention, readCell } from '../../filing/index.js';
import { type AmountPower, type AmountToTranslate, amountSign } from '../../rates/index.js';
import { type CurrencyCode, currencyOf, Decimal, InputError } from '../../value/index.js';
import { harmless } from '../complain.js';

/** An amount as typed, with the currency that it is in. */
export interface TypedAmount {
  readonly currency: CurrencyCode;
  readonly amount: AmountToTranslate;
}

/** Longer than any amount. */
const MAX_LENGTH = 100;

/**
 * Reads an amount by the grammar that reports are read by: "¥29.7 billion", "RMB6,506.3 million", "JPY 29700000000",
 * "(1,234)", "¥45.30 per share". `currency` is what a bare number is in, and whose "$", "¥" or "pesos" is meant. Throws
 * `InputError` for what is no single amount, or is in another currency than `currency`.
 */
export function readTypedAmount(
  typed: string,
  currency: CurrencyCode | undefined,
  to: CurrencyCode,
): TypedAmount {
  const shown = typed.slice(0, MAX_LENGTH);
  const { text, per } = withoutPerShare(harmless(typed.trim()));
  const mention = typed.length > MAX_LENGTH ? null : onlyAmount(text, currency);
  if (mention === null) {
    throw new InputError('bad-number', `Unexpected "${shown}", expected an amount such as "¥29.7 billion"`);
  }
  const unit = mention.unit.slice(0, 3);
  if (unit === to && currency === undefined && /(?<![A-Z.]\s?)\$/.test(text)) {
    throw new InputError(
      'currency-mismatch',
      `Cannot translate "${shown}" into ${to}: a bare "$" is read as the U.S. dollar; name another dollar with --currency CAD, or another target with --to`,
    );
  }
  if (currency !== undefined && unit !== currency) {
    throw new InputError(
      'currency-mismatch',
      `Cannot translate "${shown}" from ${currency}: it prints ${unit}; leave out --currency, or name ${unit} with it`,
    );
  }
  return { currency: unit, amount: amountOf(text, mention, unit, to, per) };
}

/** What a bare sign or name that several currencies share means where the user says whose amounts these are. */
export function sharedSigns(currency: CurrencyCode | undefined) {
  if (currency === undefined) return {};
  const { name, printed } = currencyOf(currency);
  return {
    ...(name.endsWith('dollar') ? { dollar: currency } : {}),
    ...(currency === 'CNY' || printed === '¥' ? { yen: currency } : {}),
    ...(name.endsWith('rupee') ? { rupee: currency } : {}),
    ...(name.endsWith('peso') ? { peso: currency } : {}),
  };
}

/** The power of ten that an amount's magnitude word stands for. */
export function magnitudeOf(text: string): AmountPower {
  const word = /(?:^|[\d½¼¾⅛⅜⅝⅞\s])\s?(thousand|million|billion|trillion|mn|bn|mm|[kmb])s?\b/i.exec(
    text,
  )?.[1];
  return word === undefined ? 0 : (POWERS[word.toLowerCase()] ?? 0);
}

const POWERS: Readonly<Record<string, AmountPower>> = {
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  mm: 6,
  m: 6,
  billion: 9,
  bn: 9,
  b: 9,
  trillion: 12,
};

function withoutPerShare(text: string): { text: string; per: string | null } {
  const match = /^(.{1,80}?)\s+(?:per|a)\s+(share|ads|adr|american depositary share)$/i.exec(text);
  if (match === null) return { text, per: null };
  return { text: match[1] ?? '', per: /^share$/i.test(match[2] ?? '') ? 'share' : 'ADS' };
}

/** The one amount of money that the text is, whole. */
function onlyAmount(text: string, currency: CurrencyCode | undefined): Mention | null {
  const options = { unit: currency ?? null, scale: 0, ...sharedSigns(currency) };
  const [mention, ...others] = readCell(text, options);
  if (mention === undefined || others.length > 0) return null;
  const isWhole = text.slice(0, mention.start).trim() === '' && text.slice(mention.end).trim() === '';
  if (!isWhole || mention.role !== 'amount') return null;
  if (mention.misgrouped === true) {
    throw new InputError(
      'bad-number',
      `Unexpected "${text}", expected commas before every third digit, as in 1,234`,
    );
  }
  if (mention.unit === 'pure') {
    throw new InputError(
      'bad-option',
      `Cannot tell the currency of "${text}": print its sign, or add --currency JPY`,
    );
  }
  return /^[A-Z]{3}$/.test(mention.unit) ? mention : null;
}

function amountOf(
  text: string,
  mention: Mention,
  from: CurrencyCode,
  to: CurrencyCode,
  per: string | null,
): AmountToTranslate {
  const power = magnitudeOf(text);
  const printsCurrency = readCell(text, { unit: null, scale: 0 })[0]?.unit !== 'pure';
  return {
    text: printsCurrency ? text : `${amountSign(from, to)}${text}`,
    value: Decimal.parse(mention.value),
    decimals: Math.max(0, mention.decimals + power),
    power,
    brackets: text.includes('('),
    per,
  };
}
