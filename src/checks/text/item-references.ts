import type { Block, Filing, FormType } from '../../filing/filing.js';
import { bearsTitle, type FormItem, formItems, itemId, itemName, parentItemId } from '../../filing/index.js';
import { dayOf, formatDayLong } from '../../value/index.js';
import type { FindingDraft } from '../check.js';
import { headedItems, type ItemCitation, itemCitations, type QuotedTitle } from '../engine/item-citations.js';
import { normalizedLabel } from '../engine/label-words.js';
import { rangeIn } from '../engine/surroundings.js';
import { labelsIn } from './labels-in.js';
import { allSections } from './sections.js';

export type ItemMessage = 'title' | 'unknown' | 'absent';

/** What came of the Items that a document cites; `none` says why nothing could be judged. */
export interface ItemReferences {
  readonly findings: readonly FindingDraft<ItemMessage>[];
  readonly none: string | null;
}

/** Fiscal years that end from here on follow the Items of today (Release 33-7745). */
const FIRST_OF_TODAYS_20_F = dayOf(2000, 9, 30);

interface Context {
  readonly filing: Filing;
  readonly form: FormType;
  /** Items for the fiscal year of the report, by id. */
  readonly current: ReadonlyMap<string, FormItem>;
  /** All Items that the form ever had. */
  readonly ever: ReadonlyMap<string, FormItem>;
  /** Numbers of Items that the document gives a heading, also beyond the form. */
  readonly headed: ReadonlySet<string>;
  /** Ids of the sections that the document holds. */
  readonly present: ReadonlySet<string>;
}

/** Holds each Item that a sentence cites against the form: its number, and the title quoted beside it. */
export function judgeItemReferences(filing: Filing): ItemReferences {
  const { form, periodEnd } = filing.cover;
  if (form === null) return { findings: [], none: 'the document does not say which form it is' };
  if (form === '20-F' && periodEnd !== null && periodEnd < FIRST_OF_TODAYS_20_F) {
    return { findings: [], none: 'the Items of Form 20-F before September 30, 2000 are not known' };
  }
  const cited = filing.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'list-item'
      ? itemCitations(block).map((citation) => ({ block, citation }))
      : [],
  );
  if (cited.length === 0) return { findings: [], none: 'no Item is cited' };
  const context: Context = {
    filing,
    form,
    current: byId(formItems(form, periodEnd)),
    ever: byId(formItems(form, null)),
    headed: headedItems(filing.blocks),
    present: new Set(allSections(filing.outline).map((section) => section.id)),
  };
  return {
    findings: cited.flatMap(({ block, citation }) => judge(block, citation, context) ?? []),
    none: null,
  };
}

function judge(block: Block, citation: ItemCitation, context: Context): FindingDraft<ItemMessage> | null {
  const item = itemOf(citation.number, context.current);
  if (item === undefined) {
    return context.headed.has(citation.number) ? null : unknownItem(block, citation, context);
  }
  const wrong = citation.title === null ? null : wrongTitle(block, citation, citation.title, item, context);
  if (wrong !== null) return wrong;
  if (context.present.has(item.id)) return null;
  const at = rangeIn(context.filing, block, citation.start, citation.end);
  return {
    message: 'absent',
    values: { number: citation.number },
    severity: 'info',
    at,
    suspects: [],
    printed: block.text.slice(citation.start, citation.end),
    expected: itemName(item, context.form),
  };
}

/** “16.B” is Item 16B, as some print it. */
function itemOf(number: string, items: ReadonlyMap<string, FormItem>): FormItem | undefined {
  return items.get(itemId(number)) ?? items.get(itemId(number.replace('.', '')));
}

/** A number that the form does not have, or not for this fiscal year: the latter may be early or late adoption. */
function unknownItem(block: Block, citation: ItemCitation, context: Context): FindingDraft<ItemMessage> {
  const { filing, form, ever } = context;
  const { periodEnd } = filing.cover;
  const known = itemOf(citation.number, ever);
  const when =
    known === undefined || periodEnd === null ? '' : ` for a year ended ${formatDayLong(periodEnd)}`;
  const at = rangeIn(context.filing, block, citation.start, citation.end);
  return {
    message: 'unknown',
    values: { number: citation.number, form, when },
    ...(known === undefined ? {} : { severity: 'warning' as const }),
    at,
    suspects: labelsIn(filing, at),
    printed: block.text.slice(citation.start, citation.end),
    expected: `an Item of Form ${form}${when}`,
    evidence:
      known === undefined ? [] : [`Item ${known.number}, “${known.title}”, is asked ${datesOf(known)}`],
  };
}

/**
 * A title that another Item bears, or a garbled form of the right one. Any other words may be a heading inside the
 * Item, and say nothing.
 */
function wrongTitle(
  block: Block,
  citation: ItemCitation,
  quoted: QuotedTitle,
  item: FormItem,
  context: Context,
): FindingDraft<ItemMessage> | null {
  const title = mainTitle(quoted.text);
  const family = familyOf(item, context.ever);
  if (family.some((each) => bearsTitle(each, title) || beginsWith(quoted.text, each))) return null;
  if (isHeadingIn(context.filing, item, title)) return null;
  const owner = [...context.ever.values()].find((each) => bearsTitle(each, title));
  const meant = family.find((each) => isGarbled(title, each.title));
  if (owner === undefined && (meant === undefined || quoted.stands === 'before')) return null;
  const expected = (owner === undefined ? meant : undefined) ?? item;
  const at = rangeIn(context.filing, block, quoted.start, quoted.end);
  const number = rangeIn(context.filing, block, citation.start, citation.end);
  return {
    message: 'title',
    values: { title: quoted.text, number: item.number, expected: expected.title },
    // “Legal Proceedings” in Item 8 may be a heading of a note, and a title that is nearly right a chosen one.
    ...(quoted.stands === 'before' || owner === undefined ? { severity: 'warning' as const } : {}),
    at,
    suspects: labelsIn(context.filing, number),
    printed: quoted.text,
    expected: expected.title,
    cause: owner === undefined ? null : `the title of Item ${owner.number}`,
    related: [{ figure: null, start: number[0], end: number[1], note: 'the Item cited' }],
    evidence: [
      `${itemName(item, context.form)}: “${item.title}”`,
      ...(owner === undefined ? [] : [`${itemName(owner, context.form)}: “${owner.title}”`]),
    ],
  };
}

/** “Item 4. Information on the Company—B. Business Overview”: the part before the dash, without its number. */
function mainTitle(title: string): string {
  const [first = title] = title.split(/\s*[—–:]\s*|\s+-+\s+/);
  return first.replace(/^(Item\s+\w+|[A-K])\s*[.:]\s*/, '');
}

/** “Operating Results - Overview”, with any stroke between the form’s title and what follows. */
function beginsWith(title: string, item: FormItem): boolean {
  const words = `${normalizedLabel(title)} `;
  return [item.title, ...item.otherTitles].some((right) => words.startsWith(`${normalizedLabel(right)} `));
}

/** The Item, what it is part of, and its parts. */
function familyOf(item: FormItem, all: ReadonlyMap<string, FormItem>): FormItem[] {
  const parent = parentItemId(item.id);
  return [...all.values()].filter(
    (each) => each.id === item.id || each.id === parent || parentItemId(each.id) === item.id,
  );
}

function isHeadingIn(filing: Filing, item: FormItem, title: string): boolean {
  const words = normalizedLabel(title);
  return filing.blocks.some(
    (block) =>
      block.kind === 'heading' &&
      (block.section ?? '').startsWith(item.id) &&
      normalizedLabel(block.text).endsWith(words),
  );
}

/** More than half of the words of either are words of the other, in a title of at least three words. */
function isGarbled(title: string, right: string): boolean {
  const own = new Set(normalizedLabel(title).split(' '));
  const asked = new Set(normalizedLabel(right).split(' '));
  const shared = [...own].filter((word) => asked.has(word) && word !== 'and').length;
  return asked.size >= 3 && shared * 2 > own.size && shared * 2 > asked.size;
}

function byId(items: readonly FormItem[]): Map<string, FormItem> {
  return new Map(items.map((item) => [item.id, item]));
}

function datesOf({ from, until }: FormItem): string {
  return [from === null ? '' : `from ${from}`, until === null ? '' : `until ${until}`]
    .filter(Boolean)
    .join(' ');
}
