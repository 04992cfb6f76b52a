import type { CurrencyCode } from '../../value/index.js';
import type { Unit } from '../filing.js';

/** What a number is that is no amount. */
export type LabelKind =
  | 'item'
  | 'note'
  | 'section'
  | 'page'
  | 'exhibit'
  | 'form'
  | 'rule'
  | 'footnote-mark'
  | 'enumerator'
  | 'year'
  | 'day-of-year'
  | 'address'
  | 'phone'
  | 'rate-base'
  | 'name';

/** One number, date or counted thing in a run of text. Offsets are into that text. */
export interface Mention {
  /** `text.slice(start, end)` is the figure as printed: its currency, sign, magnitude word and % belong to it, a counted noun does not. */
  readonly start: number;
  readonly end: number;
  readonly role: 'amount' | 'label';
  /** Exact, sign and scale applied: "¥29.7 billion" is "29700000000", "133.40" keeps its zero. A date is ISO text. */
  readonly value: string;
  /** Of the last printed digit, at its scale: 2 for "117.48", -8 for "29.7 billion", 0 for a date. */
  readonly decimals: number;
  readonly unit: Unit;
  /** What is counted, as printed: "employees", "additional shares". */
  readonly noun?: string;
  /** Present where the role is `label`. */
  readonly labelKind?: LabelKind;
  /** Index, in the same list, of the other end of a range. */
  readonly rangeOf?: number;
  /** Written in words: "three directors". */
  readonly words?: true;
  /** The thousands separators stand in the wrong places: "1,34", "12,3456". */
  readonly misgrouped?: true;
}

export interface MentionOptions {
  /** What a bare "¥" means. JPY where not given; CNY in a Chinese issuer's report. */
  readonly yen?: CurrencyCode;
  /** What a bare "$" and a bare "dollar" mean. USD where not given. */
  readonly dollar?: CurrencyCode;
  /** What a bare "rupee" and a bare "peso" mean; no currency where not given, for several countries have one. */
  readonly rupee?: CurrencyCode;
  readonly peso?: CurrencyCode;
  /** The currency that a bare "Y", "W" or "R" before a number stands for: of the table that the number is in. */
  readonly letterSign?: CurrencyCode;
}

export interface CellOptions extends MentionOptions {
  /** The unit of the column, row or table, for numbers that print none. */
  readonly unit: Unit | null;
  /** Power of ten of the column, row or table: 6 for "in millions". */
  readonly scale: number;
  /** A column heading or row label: its bare numbers and dates are labels. */
  readonly heading?: boolean;
}
