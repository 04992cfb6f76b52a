import type { CurrencyCode } from '../../value/index.js';
import type { Unit } from '../filing.js';
import type { LabelKind, Mention } from './mentions.js';
import { type Numeral, scaledValue } from './numerals.js';

/** A mention while its neighbours may still lend it a unit or a magnitude ("¥3.0 to ¥4.0 billion"). */
export interface Draft {
  readonly start: number;
  readonly end: number;
  /** Index of its first token and of the first token after it. */
  readonly from: number;
  readonly next: number;
  readonly numeral: Pick<Numeral, 'digits' | 'decimals' | 'form'>;
  negative: boolean;
  /** Power of ten that it prints itself, or null. */
  power: number | null;
  /** Null where it prints none. */
  unit: Unit | null;
  /** Of an amount of money. */
  currency: CurrencyCode | null;
  noun?: string;
  labelKind?: LabelKind;
  /** ISO text, for a date. */
  date?: string;
  words?: true;
  rangeOf?: Draft;
}

/** What a reader found at a place, and the token to go on from. */
export interface Reading {
  readonly drafts: readonly Draft[];
  readonly next: number;
}

export function finish(drafts: readonly Draft[]): Mention[] {
  const indexes = new Map(drafts.map((draft, index) => [draft, index]));
  return drafts.map((draft) => {
    const amount =
      draft.date === undefined
        ? scaledValue(draft.numeral, draft.power ?? 0, draft.negative)
        : { value: draft.date, decimals: 0 };
    const other = draft.rangeOf === undefined ? undefined : indexes.get(draft.rangeOf);
    return {
      start: draft.start,
      end: draft.end,
      role: draft.labelKind === undefined ? 'amount' : 'label',
      ...amount,
      unit: draft.unit ?? 'pure',
      ...(draft.noun === undefined ? {} : { noun: draft.noun }),
      ...(draft.labelKind === undefined ? {} : { labelKind: draft.labelKind }),
      ...(other === undefined ? {} : { rangeOf: other }),
      ...(draft.words === undefined ? {} : { words: draft.words }),
      ...(draft.numeral.form === 'misgrouped' ? { misgrouped: true as const } : {}),
    };
  });
}
