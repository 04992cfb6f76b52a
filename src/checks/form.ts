/*
 * The report does not follow its form: an Item is missing, stands twice or out of order, or bears the title of another.
 * A missing Item draws a comment from the staff; a doubled one shows that two drafts were put together.
 *
 * Authority: Form 20-F and Form 10-K, Items by fiscal year; Exchange Act Rule 12b-13 (numbers and captions of the Items,
 * in the order of the form, and a statement where one does not apply).
 */
import type { Block, Filing, FormType } from '../filing/filing.js';
import { bearsTitle, type FormItem, formItems, itemName, parentItemId, sameTitle } from '../filing/index.js';
import { type Day, editDistance, formatDayLong } from '../value/index.js';
import { type CheckMeta, type CheckOutcome, defineCheck, type FindingDraft } from './check.js';
import { headedItems } from './engine/item-citations.js';
import { notRun } from './engine/verdict.js';
import { formExamples } from './text/form-examples.js';
import { type ItemHeading, itemHeadings } from './text/item-headings.js';
import { formerTitles, isRequired } from './text/required-items.js';

const meta: CheckMeta = {
  id: 'form',
  title: 'Every Item of the form is there, once, in order and under its own title',
  severity: 'warning',
  basis: 'Form 20-F and Form 10-K, Items by fiscal year; Exchange Act Rule 12b-13',
  since: '0.1.0',
  needs: ['form'],
};

const messages = {
  missing:
    'Missing {item}, “{title}”, expected it after Item {after}. Answer it, or say that it does not apply.',
  doubled: 'Unexpected second heading of Item {number}, expected one. Check which of the two is left over.',
  order: 'Unexpected Item {number} after Item {after}, expected it before. Check the order of the Items.',
  title: 'Unexpected title “{title}” for Item {number}, expected “{expected}”. Check number and title.',
  number: 'Unexpected Item {number} for “{title}”, expected Item {expected}. Check the number.',
  former:
    'Unexpected title “{title}” for Item {number}, expected “{expected}”, as the form has it for this fiscal year.',
};

type MessageId = keyof typeof messages;

interface Context {
  readonly filing: Filing;
  readonly form: FormType;
  readonly periodEnd: Day;
  readonly headings: readonly ItemHeading[];
  /** All Items that the form ever had. */
  readonly ever: readonly FormItem[];
}

function run(filing: Filing): CheckOutcome<MessageId> {
  const { form, periodEnd } = filing.cover;
  if (form === null) return notRun('the document does not say which form it is');
  if (periodEnd === null) return notRun('the document does not say which fiscal year it is for');
  const headings = itemHeadings(filing);
  if (headings === null) return notRun('the document is no whole report with a heading for each Item');
  const strays = outOfOrder(headings, form);
  if (strays.size * 5 > headings.length) return notRun('the Items do not follow the order of the form');
  const context: Context = { filing, form, periodEnd, headings, ever: formItems(form, null) };
  const findings = [
    ...headings.flatMap((heading) => wrongTitle(heading, context) ?? []),
    ...headings.flatMap((heading, index) =>
      strays.has(heading) ? [misplaced(heading, headings[index - 1])] : [],
    ),
    ...doubled(context),
    ...missing(context),
  ];
  return { ticks: [], findings, undecided: [], notRun: null };
}

/** The fewest headings that, left out, leave the others in the order of the form. */
function outOfOrder(headings: readonly ItemHeading[], form: FormType): Set<ItemHeading> {
  const order = new Map(formItems(form, null).map(({ id }, index) => [id, index]));
  const ranks = headings.map(({ item }) => order.get(item.id) ?? 0);
  const longest: number[] = [];
  const above: number[] = [];
  let end = -1;
  for (const [index, rank] of ranks.entries()) {
    longest[index] = 1;
    above[index] = -1;
    for (let before = 0; before < index; before++) {
      const length = (longest[before] ?? 0) + 1;
      if ((ranks[before] ?? 0) < rank && length > (longest[index] ?? 0)) {
        longest[index] = length;
        above[index] = before;
      }
    }
    if (end < 0 || (longest[index] ?? 0) > (longest[end] ?? 0)) end = index;
  }
  const kept = new Set<ItemHeading | undefined>();
  for (let at = end; at >= 0; at = above[at] ?? -1) kept.add(headings[at]);
  return new Set(headings.filter((heading) => !kept.has(heading)));
}

function misplaced(
  { item, section, block }: ItemHeading,
  above: ItemHeading | undefined,
): FindingDraft<MessageId> {
  return {
    message: 'order',
    values: { number: item.number, after: above?.item.number ?? 'the last' },
    at: [section.start, block?.end ?? section.start],
    suspects: [],
    printed: section.title,
    expected: 'the order of the form',
  };
}

/** A title of another Item, one that the Item bore in former years, or its own with a slip in it. */
function wrongTitle({ item, section, block }: ItemHeading, context: Context): FindingDraft<MessageId> | null {
  const { form, periodEnd, ever } = context;
  const { title } = section;
  const former = formerTitles(form, item, periodEnd).find((each) => sameTitle(each.title, title));
  const draft = {
    at: [section.start, block?.end ?? section.start] as const,
    suspects: [],
    printed: title,
    evidence: [`${itemName(item, form)}: “${item.title}”`],
  };
  if (former !== undefined) {
    const values = { title, number: item.number, expected: former.now };
    return { ...draft, message: 'former', values, expected: former.now };
  }
  if (bearsTitle(item, title)) return null;
  const values = { title, number: item.number, expected: item.title };
  const owner = ever.find((each) => bearsTitle(each, title) && !isOfFamily(each, item));
  if (owner !== undefined && !title.includes('[')) {
    const cause = `the title of Item ${owner.number}`;
    return { ...draft, message: 'title', values, expected: item.title, severity: 'error', cause };
  }
  if (!isSlip(title, item)) return null;
  return { ...draft, message: 'title', values, expected: item.title, cause: 'a slip of the pen' };
}

/** The Item, one that it is part of, or one of its parts. */
function isOfFamily(a: FormItem, b: FormItem): boolean {
  return a.number === b.number || parentItemId(a.id) === b.id || parentItemId(b.id) === a.id;
}

/** One letter off a title of at least three words, and not for a plural or another small word. */
function isSlip(title: string, item: FormItem): boolean {
  const letters = plainLetters(title);
  if (letters.length > 200 || title.split(' ').length < 3) return false;
  return [item.title, ...item.otherTitles].map(plainLetters).some((right) => {
    return Math.abs(right.length - letters.length) <= 1 && editDistance(letters, right) === 1;
  });
}

/** Without what filers choose for themselves: marks, spaces, "the", "of", plurals. */
function plainLetters(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:the|of|and|an?)\b|&/g, '')
    .replace(/s\b/g, '')
    .replace(/[^\p{L}]/gu, '');
}

/** A second heading with number and title, which is no head of a page and no entry of a list. */
function doubled({ filing, headings, form }: Context): FindingDraft<MessageId>[] {
  const first = new Map(headings.map((heading) => [heading.item.number, heading]));
  const begin = Math.min(...headings.map(({ section }) => section.start));
  const seconds = new Map<string, Block[]>();
  for (const block of filing.blocks) {
    if (block.kind !== 'heading' || block.start <= begin || block.text.length > 250) continue;
    const [, number = '', title = ''] = HEADING.exec(block.text) ?? [];
    const heading = first.get(number.toUpperCase());
    if (heading === undefined || block.start === heading.section.start || CONTINUED.test(title)) continue;
    if (!bearsTitle(heading.item, title) && !sameTitle(title, heading.section.title)) continue;
    const known = seconds.get(heading.item.number);
    if (known === undefined) seconds.set(heading.item.number, [block]);
    else known.push(block);
  }
  return [...seconds].flatMap(([number, blocks]) => {
    const [block] = blocks;
    const own = first.get(number);
    // More than two are heads of pages, and where many Items stand twice one of the lists is an index.
    if (block === undefined || blocks.length > 1 || own === undefined || seconds.size > 3) return [];
    const note = 'the other heading';
    return [
      {
        message: 'doubled' as const,
        values: { number },
        severity: 'error' as const,
        at: [block.start, block.end] as const,
        suspects: [],
        printed: block.text,
        expected: `one heading of ${itemName(own.item, form)}`,
        related: [{ figure: null, start: own.section.start, end: own.block?.end ?? own.section.start, note }],
      },
    ];
  });
}

const HEADING = /^\W{0,3}item\s+(\d{1,2}[A-K]?)\s*[.:)—–-]*\s+(\S.*)$/i;
const CONTINUED = /\bcont(?:inued|['’]d)/i;

/** Items that the form asks for in that year and the report does not hold, not even as a line of its own. */
function missing(context: Context): FindingDraft<MessageId>[] {
  const { filing, form, periodEnd, headings } = context;
  const own = new Map(headings.map((heading) => [heading.item.id, heading]));
  const headed = headedItems(filing.blocks);
  const findings: FindingDraft<MessageId>[] = [];
  let above = headings[0];
  for (const item of formItems(form, periodEnd)) {
    const heading = own.get(item.id);
    if (heading !== undefined) above = heading;
    if (heading !== undefined || above === undefined || item.number.includes('.')) continue;
    if (!isRequired(form, item, periodEnd)) continue;
    const misnumbered = underOtherNumber(item, context);
    if (misnumbered !== null) findings.push(misnumbered);
    else if (!headed.has(item.number)) findings.push(absent(item, above, context));
  }
  return findings;
}

/** “Item 5. Business” where no Item 1 stands. */
function underOtherNumber(
  item: FormItem,
  { filing, form, headings, ever }: Context,
): FindingDraft<MessageId> | null {
  const begin = Math.min(...headings.map(({ section }) => section.start)) - BEFORE_FIRST;
  for (const { kind, text, start, end } of filing.blocks) {
    if (kind !== 'heading' || start < begin || text.length > 250) continue;
    const [, number = '', title = ''] = HEADING.exec(text) ?? [];
    if (number === '' || number.toUpperCase() === item.number || !sameTitle(title, item.title)) continue;
    if (ever.some((each) => each.number === number.toUpperCase() && bearsTitle(each, title))) continue;
    return {
      message: 'number',
      values: { number, title: item.title, expected: item.number },
      severity: 'error',
      at: [start, end],
      suspects: [],
      printed: text,
      expected: itemName(item, form),
      evidence: [`no other heading of the report is of Item ${item.number}`],
    };
  }
  return null;
}

/** The heading of Item 1 stands before the first that was read, where its number is wrong. */
const BEFORE_FIRST = 400;

function absent(item: FormItem, above: ItemHeading, { form, periodEnd }: Context): FindingDraft<MessageId> {
  return {
    message: 'missing',
    values: { item: itemName(item, form), title: item.title, after: above.item.number },
    at: [above.section.start, above.block?.end ?? above.section.start],
    suspects: [],
    printed: '',
    expected: itemName(item, form),
    evidence: [`the fiscal year ended ${formatDayLong(periodEnd)}`],
  };
}

const limits = [
  'Reports that answer the form by a cross-reference index, excerpts and exhibits are not judged.',
  'Sub-items are not asked for: filers give them headings of their own.',
  'What an annual report may omit is not missed: Items 1 and 2 of Form 20-F, Items 9C and 16 of Form 10-K.',
];

export const check = defineCheck({ meta, messages, run, limits, examples: formExamples });
