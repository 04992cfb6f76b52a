import type { FormType } from '../filing.js';
import { type FormItem, type FormLine, formItemOf } from './form-item.js';
import { formItems, titleWords } from './index.js';

/**
 * What filers number as Items though the form does not: executive officers in Part I (Instruction to Item 401 of
 * Regulation S-K).
 */
const FILERS_OWN: Readonly<Record<FormType, readonly FormLine[]>> = {
  '10-K': [['4A', 'Executive Officers of the Registrant', ['Information About Our Executive Officers']]],
  '20-F': [],
};

/** The Items of a form in order, found by number, by letter and by title. */
export class Numbering {
  readonly form: FormType;
  readonly items: readonly FormItem[];
  private readonly byNumber = new Map<string, FormItem>();
  private readonly orders = new Map<string, number>();
  private readonly byTitle = new Map<string, FormItem>();
  private readonly titles = new Map<string, readonly (readonly string[])[]>();

  constructor(form: FormType, items: readonly FormItem[] = formItems(form, null)) {
    this.form = form;
    this.items = withFilersOwn(form, items);
    for (const [order, item] of this.items.entries()) {
      this.byNumber.set(item.number, item);
      this.orders.set(item.id, order);
      const titles = [item.title, ...item.otherTitles].map(titleWords);
      this.titles.set(item.id, titles);
      for (const words of titles) {
        const key = words.join(' ');
        if (words.length > 0 && !this.byTitle.has(key)) this.byTitle.set(key, item);
      }
    }
  }

  /** Of "3", "3.D" or "16A". */
  find(number: string): FormItem | null {
    return this.byNumber.get(number) ?? null;
  }

  /** Where an Item stands among those of its form, from 0. */
  orderOf(item: FormItem): number {
    return this.orders.get(item.id) ?? -1;
  }

  /** The first Item that bears or bore a title. */
  titled(title: string): FormItem | null {
    return this.byTitle.get(titleWords(title).join(' ')) ?? null;
  }

  /** The Item that bears the title among those whose numbers begin so: "3." for the sub-items of Item 3. */
  titledIn(beginning: string, title: string): FormItem | null {
    const words = titleWords(title).join(' ');
    const isIt = ({ id, number }: FormItem) =>
      number.startsWith(beginning) && this.titles.get(id)?.some((own) => own.join(' ') === words) === true;
    return words === '' ? null : (this.items.find(isIt) ?? null);
  }

  /** The sub-item of that letter that bears the title, wherever in the form. */
  lettered(letter: string, title: string): FormItem | null {
    const words = titleWords(title).join(' ');
    const ending = `.${letter}`;
    const found = this.items.find(
      (item) =>
        item.number.endsWith(ending) && this.titles.get(item.id)?.some((own) => own.join(' ') === words),
    );
    return found ?? null;
  }

  /** How like a title is to those of the Item: the share, 0 to 1, of the words of the one most like it. */
  likeness(item: FormItem, title: string): number {
    return this.likenessOf(item, new Set(titleWords(title)));
  }

  /** The same, of a title whose words are known. */
  likenessOf(item: FormItem, words: ReadonlySet<string>): number {
    let best = 0;
    for (const own of this.titles.get(item.id) ?? []) {
      if (own.length === 0) continue;
      let shared = 0;
      for (const word of own) if (words.has(word)) shared += 1;
      best = Math.max(best, shared / own.length);
    }
    return best;
  }
}

/** Each behind the Item whose number it extends. */
function withFilersOwn(form: FormType, items: readonly FormItem[]): readonly FormItem[] {
  const own = FILERS_OWN[form].map(formItemOf);
  if (own.length === 0) return items;
  return items.flatMap((item) => [
    item,
    ...own.filter(({ number }) => Number.parseInt(number, 10) === Number(item.number)),
  ]);
}
