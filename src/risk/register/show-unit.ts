import { currencyNamed } from './quantity/measured.js';
import type { RegisterContent } from './schema/register-schema.js';

/** How amounts are printed: `size` units of `currency` print as 1. */
export interface ShowUnit {
  readonly currency: string;
  /** 1,000,000 for millions. */
  readonly size: number;
  /** "JPY million". */
  readonly text: string;
}

const SIZES: Readonly<Record<string, number>> = { '': 1, thousand: 1e3, million: 1e6, billion: 1e9 };

/** How the register wants its amounts printed; in units of its currency where it says nothing that can be read. */
export function showUnitOf({ currency, show = currency }: RegisterContent): ShowUnit {
  return showUnit(show, currency) ?? { currency, size: 1, text: currency };
}

/** Reads "JPY million", of the register's own currency; null for anything else. */
export function showUnit(text: string, currency: string): ShowUnit | null {
  const [name = '', scale = '', ...more] = text.trim().split(/\s+/);
  const size = Object.hasOwn(SIZES, scale) ? SIZES[scale] : undefined;
  if (currencyNamed(name) !== currency || size === undefined || more.length > 0) return null;
  return { currency, size, text: scale === '' ? currency : `${currency} ${scale}` };
}
