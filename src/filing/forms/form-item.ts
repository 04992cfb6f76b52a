import type { FormType } from '../filing.js';

/** An Item or sub-item that a form asks for. */
export interface FormItem {
  /** `item-3`, `item-3-d`, `item-16a`. */
  readonly id: string;
  /** `3`, `3.D`, `16A`. */
  readonly number: string;
  /** As the form titles it today, or titled it last. */
  readonly title: string;
  /** Other titles that it bore, or that filers use for it. */
  readonly otherTitles: readonly string[];
  /** First fiscal-year end, ISO, for which it is asked; null for always. */
  readonly from: string | null;
  /** Last fiscal-year end, ISO, for which it was asked; null while it is. */
  readonly until: string | null;
}

/** One line of a form's table: number, title, other titles, and the fiscal-year ends that it holds for. */
export type FormLine = readonly [
  number: string,
  title: string,
  otherTitles?: readonly string[],
  from?: string | null,
  until?: string | null,
];

export function formItemOf([number, title, otherTitles = [], from = null, until = null]: FormLine): FormItem {
  return { id: itemId(number), number, title, otherTitles, from, until };
}

/** `3.D` is `item-3-d`; `16A` is `item-16a`. */
export function itemId(number: string): string {
  return `item-${number.toLowerCase().replaceAll('.', '-')}`;
}

/** `item-3-d` is of `item-3`; an Item has none. */
export function parentItemId(id: string): string | null {
  const match = /^(item-\d+[a-z]?)-[a-z]$/.exec(id);
  return match?.[1] ?? null;
}

/** "Item 3.D of Form 20-F". */
export function itemName(item: FormItem, form: FormType): string {
  return `Item ${item.number} of Form ${form}`;
}
