/** One wrong figure: what a person mistypes in a printed number. */
import type { Random } from './random.js';

export const TYPING_ERRORS = ['digit changed', 'two digits swapped', 'digit dropped'] as const;
export type TypingError = (typeof TYPING_ERRORS)[number];

export interface Mistyped {
  readonly kind: TypingError;
  /** In place of what stood from the first to the last of the digits. */
  readonly text: string;
  /** How far the number moved, as a share of itself: 0.1 for a tenth; infinite from zero. */
  readonly size: number;
}

/**
 * The printed text from the first digit of a number to its last (mark-up may stand between), mistyped in one of the
 * three ways, drawn alike among those that change its value and leave no leading zero; null where none does.
 */
export function mistyped(printed: string, random: Random): Mistyped | null {
  const kinds = shuffled(TYPING_ERRORS, random);
  for (const kind of kinds) {
    const texts = ways(kind, printed).filter((text) => isAnother(text, printed));
    if (texts.length === 0) continue;
    const text = random.pick(texts);
    const [was, is] = [sizeOf(printed), sizeOf(text)];
    return { kind, text, size: Math.abs(is - was) / was };
  }
  return null;
}

function ways(kind: TypingError, printed: string): string[] {
  const places = digitPlaces(printed);
  if (kind === 'digit changed') {
    return places.flatMap((at) => Array.from('0123456789', (digit) => put(printed, at, digit)));
  }
  if (kind === 'two digits swapped') {
    return places.slice(1).map((at, index) => {
      const before = places[index] as number;
      return put(put(printed, at, printed.charAt(before)), before, printed.charAt(at));
    });
  }
  // Only of a number that stands in one piece can be told how it would be printed with a digit fewer.
  const [, whole, point = ''] = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/.exec(printed) ?? [];
  if (whole === undefined) return [];
  const digits = whole.replaceAll(',', '');
  const shorter = Array.from(digits, (_, at) => digits.slice(0, at) + digits.slice(at + 1));
  const regrouped = shorter
    .filter((each) => each !== '')
    .map((each) => (whole.includes(',') ? each.replace(/\B(?=(\d{3})+$)/g, ',') : each) + point);
  const fractions = Array.from(point.slice(1), (_, at) => point.slice(1, at + 1) + point.slice(at + 2));
  return [...regrouped, ...fractions.filter((each) => each !== '').map((each) => `${whole}.${each}`)];
}

/** The places of its digits; those of a character reference are none. */
export function digitPlaces(printed: string): number[] {
  const masked = printed.replace(/&#?\w+;|<[^>]*>/g, (skipped) => ' '.repeat(skipped.length));
  return [...masked.matchAll(/\d/g)].map(({ index }) => index);
}

function put(text: string, at: number, digit: string): string {
  return text.slice(0, at) + digit + text.slice(at + 1);
}

function isAnother(text: string, printed: string): boolean {
  const [was, is] = [numeral(printed), numeral(text)];
  if (/^0\d/.test(is) && !/^0\d/.test(was)) return false;
  return Number(is) !== Number(was);
}

function sizeOf(printed: string): number {
  return Number(numeral(printed));
}

function numeral(printed: string): string {
  return printed.replace(/&#?\w+;|<[^>]*>/g, '').replace(/[^\d.]/g, '');
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as Item);
}
