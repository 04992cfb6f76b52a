/*
 * The report sends its reader to a place that is not there: an Item that the form does not have or that bears another
 * title, a note beyond the last, an exhibit that the index does not list, a page that another section stands on. After
 * something is renumbered or a paragraph is taken over from another report, such pointers are left behind.
 *
 * Authority: Form 20-F and Form 10-K, titles and numbers of their Items by fiscal year; the document's own numbering.
 */
import type { Filing } from '../filing/filing.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { notRun } from './engine/verdict.js';
import { type ExhibitMessage, judgeExhibitReferences } from './text/exhibit-references.js';
import { type ItemMessage, judgeItemReferences } from './text/item-references.js';
import { judgeNoteReferences, type NoteMessage } from './text/note-references.js';
import { judgePageReferences, type PageMessage } from './text/page-references.js';
import { judgeSectionReferences, type SectionMessage } from './text/section-references.js';

const meta: CheckMeta = {
  id: 'cross-reference',
  title: 'Cited Items, notes, exhibits and pages exist, under the titles given',
  severity: 'error',
  basis:
    'Form 20-F and Form 10-K: numbers and titles of the Items for the fiscal year; the numbering of notes, exhibits and pages in the document itself',
  since: '0.1.0',
  needs: [],
};

type MessageId = ItemMessage | NoteMessage | ExhibitMessage | PageMessage | SectionMessage;

const messages: Readonly<Record<MessageId, string>> = {
  title:
    'Unexpected title “{title}” for Item {number}, expected “{expected}”. Check which of the two the sentence means.',
  unknown: 'Unexpected Item {number}, expected one that Form {form} has{when}. Check the number.',
  absent: 'Item {number} is cited, but it is not in this document. Check it in the whole report.',
  note: 'Unexpected {note}, expected one of the notes, which end with {last}. Check the number.',
  'note-title':
    'Unexpected title “{title}” for {note}, expected {expected}, which bears it. Check which of the two the sentence means.',
  exhibit:
    'Unexpected Exhibit {number}, expected one that the exhibit index lists. Check the number and the index.',
  page: 'Unexpected page {page}, expected one up to {last}, the last. Check the page.',
  section:
    'Unexpected title “{title}”, expected “{expected}”, the heading that is nearly the same. Check which section is meant.',
  'page-title':
    'Unexpected page {page} for “{title}”, expected {expected}, where that heading stands. Check the page.',
  contents:
    'Unexpected page {page} for {title}, expected {expected}, where its heading stands. Check the list after the last change of pages.',
};

function run(filing: Filing): CheckOutcome<MessageId> {
  const items = judgeItemReferences(filing);
  const findings: FindingDraft<MessageId>[] = [
    ...items.findings,
    ...judgeNoteReferences(filing),
    ...judgeExhibitReferences(filing),
    ...judgePageReferences(filing),
    ...judgeSectionReferences(filing),
  ];
  if (findings.length === 0 && items.none !== null) return notRun(items.none);
  return { ticks: [], findings, undecided: [], notRun: null };
}

const limits = [
  'Notes are judged where all of them were read; a note that is cited three times and was not found may be one that was not.',
  'Pages are judged where the report numbers them without gaps; a bare page number only where the sentence says that it is of this report.',
  'References to other documents, forms and regulations are left alone.',
  'A quoted title that is neither the form’s nor nearly so is taken for a heading inside the Item.',
  'The Items of Form 20-F before its revision of 2000 are not known.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'An Item under its own title, and Items of other documents',
    text: [
      'Item 5. Operating and Financial Review and Prospects',
      '',
      'The annual report of Kitano Denki Co., Ltd. on Form 20-F follows the form.',
      '',
      'See Item 5, "Operating and Financial Review and Prospects, " for the reasons. See also Item 21 of our 2005 annual report on Form 20-F and Item 404 of Regulation S-K.',
    ].join('\n'),
  },
  {
    name: 'The title of another Item',
    text: [
      'Item 5. Operating and Financial Review and Prospects',
      '',
      'The annual report of Kitano Denki Co., Ltd. on Form 20-F follows the form.',
      '',
      'See Item 5, “Directors, Senior Management and Employees,” for their pay.',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected title “Directors, Senior Management and Employees” for Item 5, expected “Operating and Financial Review and Prospects”. Check which of the two the sentence means.',
        at: 'Directors, Senior Management and Employees',
        suspects: ['5'],
        cause: 'the title of Item 6',
      },
    ],
  },
  {
    name: 'An Item that the form does not have, and one that an excerpt does not hold',
    text: [
      'Item 5. Operating and Financial Review and Prospects',
      '',
      'The annual report of Kitano Denki Co., Ltd. on Form 20-F follows the form.',
      '',
      'See Item 21 for exhibits and Item 11 for market risk.',
    ].join('\n'),
    findings: [
      {
        message: 'Unexpected Item 21, expected one that Form 20-F has. Check the number.',
        at: 'Item 21',
        suspects: ['21'],
      },
      {
        message: 'Item 11 is cited, but it is not in this document. Check it in the whole report.',
        at: 'Item 11',
      },
    ],
  },
  {
    name: 'A note beyond the last, and one under the title of another',
    text: [
      'Item 18. Financial Statements',
      '',
      'Kitano Denki Co., Ltd. is sued in Osaka. See Note 21 to our consolidated financial statements, and Note 4, “Leases,” on the works in Kobe.',
      '',
      'NOTES TO CONSOLIDATED FINANCIAL STATEMENTS',
      '',
      ...['Accounting Policies', 'Revenue', 'Inventories', 'Borrowings', 'Leases'].flatMap((title, index) => [
        `${index + 1}. ${title}`,
        '',
        'Kitano Denki states here, in a sentence or two, what a reader of its statements wants to know of the matter.',
        '',
      ]),
    ].join('\n'),
    findings: [
      {
        message: 'Unexpected Note 21, expected one of the notes, which end with Note 5. Check the number.',
        at: 'Note 21',
        suspects: ['21'],
      },
      {
        message:
          'Unexpected title “Leases” for Note 4, expected Note 5, which bears it. Check which of the two the sentence means.',
        at: 'Note 4',
        suspects: ['4'],
        cause: 'the title of Note 5',
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
