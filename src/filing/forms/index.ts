import { type Day, formatDay } from '../../value/index.js';
import type { FormType } from '../filing.js';
import { FORM_10_K } from './form-10-k.js';
import { FORM_20_F } from './form-20-f.js';
import { FORM_20_F_BEFORE_2000 } from './form-20-f-before-2000.js';
import { type FormItem, formItemOf } from './form-item.js';

export { type FormItem, itemId, itemName, parentItemId } from './form-item.js';

const ITEMS: Readonly<Record<FormType, readonly FormItem[]>> = {
  '20-F': FORM_20_F.map(formItemOf),
  '10-K': FORM_10_K.map(formItemOf),
};

/** The Items of Form 20-F in the numbering that held until the international disclosure standards. */
export const ITEMS_BEFORE_2000: readonly FormItem[] = FORM_20_F_BEFORE_2000.map(formItemOf);

/** The Items that a form asks for in a report of that fiscal-year end; without one, all that it ever asked for. */
export function formItems(form: FormType, periodEnd: Day | null): readonly FormItem[] {
  const items = ITEMS[form];
  if (periodEnd === null) return items;
  const end = formatDay(periodEnd);
  return items.filter(
    ({ from, until }) => (from === null || from <= end) && (until === null || end <= until),
  );
}

/** A title as it is compared: case, punctuation, "and" and "&" do not tell titles apart. */
export function sameTitle(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** Whether a title is one that the Item bears or bore. */
export function bearsTitle(item: FormItem, title: string): boolean {
  return sameTitle(item.title, title) || item.otherTitles.some((other) => sameTitle(other, title));
}

/** The words of a title as titles are compared, in order. */
export function titleWords(title: string): string[] {
  const words = comparable(title);
  return words === '' ? [] : words.split(' ');
}

function comparable(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
