import type { FormType } from '../../filing/filing.js';
import type { FormItem } from '../../filing/index.js';
import { type Day, dayOf } from '../../value/index.js';

/** Whether a report for that fiscal year must have a heading for the Item, or say that it does not apply. */
export function isRequired(form: FormType, { number }: FormItem, periodEnd: Day): boolean {
  if (number.includes('.')) return false;
  return form === '10-K' ? isRequiredIn10K(number, periodEnd) : !OMITTED_IN_20_F.has(number);
}

/** Item 4 was removed and reserved before it came to be of mine safety (Release 33-9286, in force from 27 January 2012). */
const ITEM_4_REMOVED = dayOf(2009, 12, 1);
const ITEM_4_OF_MINES = dayOf(2012, 6, 1);
/** Item 6 has been reserved since Release 33-10890. */
const ITEM_6_RESERVED = dayOf(2020, 12, 1);
/** Exhibits were Item 14 until accountant fees took its number. */
const ITEM_15_ADDED = dayOf(2003, 12, 15);

function isRequiredIn10K(number: string, end: Day): boolean {
  switch (number) {
    case '4':
      return end < ITEM_4_REMOVED || end >= ITEM_4_OF_MINES;
    case '6':
      return end < ITEM_6_RESERVED;
    case '15':
      return end >= ITEM_15_ADDED;
    // Many leave out what does not concern them, though Rule 12b-13 would have them say so; a summary is theirs to give.
    case '9C':
    case '16':
      return false;
    default:
      return true;
  }
}

/** An annual report may omit Items 1 and 2; 4A is of accelerated filers, 16D of listed ones, and of 17 and 18 one is answered. */
const OMITTED_IN_20_F = new Set(['1', '2', '4A', '16', '16D', '16F', '16H', '16I', '16J', '17', '18']);

/** A title that an Item bore until a fiscal year, and bears no more. */
interface FormerTitle {
  readonly form: FormType;
  readonly number: string;
  readonly title: string;
  /** From fiscal years that end then on it is out of date everywhere. */
  readonly from: Day;
  readonly now: string;
}

const FORMER_TITLES: readonly FormerTitle[] = [
  {
    form: '10-K',
    number: '4',
    title: 'Submission of Matters to a Vote of Security Holders',
    from: ITEM_4_OF_MINES,
    now: 'Mine Safety Disclosures',
  },
  {
    form: '10-K',
    number: '10',
    title: 'Directors and Executive Officers of the Registrant',
    from: dayOf(2008, 12, 1),
    now: 'Directors, Executive Officers and Corporate Governance',
  },
];

/** The titles that a report for that fiscal year should no longer give an Item. */
export function formerTitles(form: FormType, { number }: FormItem, periodEnd: Day): readonly FormerTitle[] {
  return FORMER_TITLES.filter(
    (former) => former.form === form && former.number === number && periodEnd >= former.from,
  );
}
