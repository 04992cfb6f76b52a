import type { Block, Filing, FormType, Section } from '../../filing/filing.js';
import { type FormItem, formItems } from '../../filing/index.js';

/** The heading of an Item in the body of a report. */
export interface ItemHeading {
  readonly item: FormItem;
  readonly section: Section;
  /** The block of the heading; null where none begins with it. */
  readonly block: Block | null;
}

/** Headings of Items that a report must have before it is judged as a whole. */
const FEWEST_ITEMS = 12;

/**
 * The Items of a whole report in the order in which they stand. Null for an excerpt, for an exhibit, and for a report
 * that answers the form by a cross-reference index: there the form's numbers and titles stand in the index alone.
 */
export function itemHeadings(filing: Filing): ItemHeading[] | null {
  const { form } = filing.cover;
  if (form === null || filing.blocks.length === 0) return null;
  const items = new Map(formItems(form, null).map((item) => [item.id, item]));
  const blocks = new Map(filing.blocks.map((block) => [block.start, block]));
  const headings = filing.outline.flatMap((section): ItemHeading[] => {
    const item = section.kind === 'item' && section.printed ? items.get(section.id) : undefined;
    return item === undefined ? [] : [{ item, section, block: blocks.get(section.start) ?? null }];
  });
  return isWhole(form, headings) && isNumbered(headings) ? headings : null;
}

/** Two of the Items that open, carry and end the report: one of them may have lost its number. */
function isWhole(form: FormType, headings: readonly ItemHeading[]): boolean {
  if (headings.length < FEWEST_ITEMS) return false;
  const signs = form === '10-K' ? [['1'], ['7'], ['14', '15']] : [['4'], ['5'], ['17', '18', '19']];
  const held = signs.filter((numbers) => headings.some(({ item }) => numbers.includes(item.number)));
  return held.length >= 2;
}

/** Nearly all of the headings print the number of their Item. */
function isNumbered(headings: readonly ItemHeading[]): boolean {
  const numbered = headings.filter(({ block }) => block !== null && NUMBERED.test(block.text.slice(0, 40)));
  return numbered.length >= 0.8 * headings.length;
}

const NUMBERED = /^\W{0,3}(?:part\s+[ivx]+\W+)?(?:items?\b|\d{1,2}[A-K]?[.:)\s])/i;
