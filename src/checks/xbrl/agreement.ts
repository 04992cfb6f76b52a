import { Decimal, Interval } from '../../value/index.js';
import type { NumberFact, TaggedFigure } from './tagged-figures.js';

/**
 * How a tag's value and the printed figure differ: `scale`, by a power of ten, positive where the tag says more; `digits`,
 * in the digits themselves; null where they agree. The sign is no part of it: a tag states that of its concept.
 */
export type Difference = { readonly kind: 'scale'; readonly power: number } | { readonly kind: 'digits' };

/** Compares the size of the two; a percentage is a hundredth in XBRL. */
export function differenceOf({ fact, figure }: TaggedFigure): Difference | null {
  if (fact.value === figure.value && !HUNDREDTHS.has(figure.unit)) return null;
  const said = split(fact.value);
  const printed = split(figure.value);
  if (said.digits === '' || printed.digits === '') {
    return said.digits === printed.digits ? null : { kind: 'digits' };
  }
  if (said.digits !== printed.digits) return { kind: 'digits' };
  const power = said.exponent - printed.exponent - (isPure(fact) ? (HUNDREDTHS.get(figure.unit) ?? 0) : 0);
  return power === 0 ? null : { kind: 'scale', power };
}

const HUNDREDTHS: ReadonlyMap<string, number> = new Map([
  ['percent', -2],
  ['bp', -4],
]);

/** Whether a tag is of a plain number: no money, no shares. */
export function isPure({ unit }: NumberFact): boolean {
  return unit === null || !/[A-Z]{3}|shares/.test(unit);
}

/** A number as its digits without the zeros around them, and the power of ten of the last one. */
function split(value: string): { readonly digits: string; readonly exponent: number } {
  const size = value.startsWith('-') ? value.slice(1) : value;
  const point = size.indexOf('.');
  const all = point < 0 ? size : size.slice(0, point) + size.slice(point + 1);
  let end = all.length;
  while (end > 0 && all.charCodeAt(end - 1) === ZERO) end -= 1;
  let start = 0;
  while (start < end && all.charCodeAt(start) === ZERO) start += 1;
  const behind = point < 0 ? 0 : size.length - point - 1;
  return { digits: all.slice(start, end), exponent: all.length - end - behind };
}

const ZERO = 0x30;

/**
 * The values that a fact stands for: its value, half a unit of its `decimals` either way (XBRL Calculations 1.1). `INF`
 * and no `decimals` at all mean the value alone.
 */
export function factInterval({ value, decimals }: NumberFact): Interval {
  const number = Decimal.parse(value);
  const places = decimals === null || decimals === 'INF' ? null : Number(decimals);
  if (places === null || !Number.isInteger(places) || Math.abs(places) > MOST_PLACES) {
    return Interval.exactly(number);
  }
  return Interval.ofPrinted(number, places, 'rounded');
}

const MOST_PLACES = 30;
