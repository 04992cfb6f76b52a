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

/** The mentions that drafts have become: values with scale and sign, the ends of a range naming each other by index. */
export function finish(drafts: readonly Draft[]): Mention[] {
  return drafts.map((draft, index) => {
    const { start, end, numeral, labelKind, date } = draft;
    const amount =
      date === undefined
        ? scaledValue(numeral, draft.power ?? 0, draft.negative)
        : { value: date, decimals: 0 };
    const mention: { -readonly [Key in keyof Mention]: Mention[Key] } = {
      start,
      end,
      role: labelKind === undefined ? 'amount' : 'label',
      value: amount.value,
      decimals: amount.decimals,
      unit: draft.unit ?? 'pure',
    };
    if (draft.noun !== undefined) mention.noun = draft.noun;
    if (labelKind !== undefined) mention.labelKind = labelKind;
    const other = neighbour(drafts, index, draft.rangeOf);
    if (other !== null) mention.rangeOf = other;
    if (draft.words !== undefined) mention.words = draft.words;
    if (numeral.form === 'misgrouped') mention.misgrouped = true;
    return mention;
  });
}

/** Where the other end of a range stands: next to this one, or nowhere. */
function neighbour(drafts: readonly Draft[], index: number, other: Draft | undefined): number | null {
  if (other === undefined) return null;
  if (drafts[index + 1] === other) return index + 1;
  return drafts[index - 1] === other ? index - 1 : null;
}
