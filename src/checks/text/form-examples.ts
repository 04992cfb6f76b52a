import type { CheckExample } from '../check.js';

const TITLES: readonly (readonly [number: string, title: string])[] = [
  ['1', 'Business'],
  ['1A', 'Risk Factors'],
  ['1B', 'Unresolved Staff Comments'],
  ['2', 'Properties'],
  ['3', 'Legal Proceedings'],
  ['4', 'Mine Safety Disclosures'],
  [
    '5',
    'Market for Registrant’s Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities',
  ],
  ['6', '[Reserved]'],
  ['7', 'Management’s Discussion and Analysis of Financial Condition and Results of Operations'],
  ['7A', 'Quantitative and Qualitative Disclosures About Market Risk'],
  ['8', 'Financial Statements and Supplementary Data'],
  ['9', 'Changes in and Disagreements with Accountants on Accounting and Financial Disclosure'],
  ['9A', 'Controls and Procedures'],
  ['9B', 'Other Information'],
  ['10', 'Directors, Executive Officers and Corporate Governance'],
  ['11', 'Executive Compensation'],
  ['12', 'Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters'],
  ['13', 'Certain Relationships and Related Transactions, and Director Independence'],
  ['14', 'Principal Accountant Fees and Services'],
  ['15', 'Exhibit and Financial Statement Schedules'],
];

const COVER = [
  'UNITED STATES SECURITIES AND EXCHANGE COMMISSION',
  'Washington, D.C. 20549',
  'FORM 10-K',
  'ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934',
  'For the fiscal year ended December 31, 2021',
  'Harbor Lane Foods, Inc.',
];

/** A whole report, a sentence to each Item; `headings` may leave out, double or change some. */
function report(headings: readonly (readonly [number: string, title: string])[]): string {
  const items = headings.flatMap(([number, title]) => [
    `Item ${number}. ${title}`,
    `Harbor Lane Foods, Inc. answers this Item here, in a paragraph that is as short as it can be while it still says what a reader of “${title}” wants to know of the year.`,
  ]);
  return [...COVER, ...items].join('\n\n');
}

function changed(number: string, title: string): (readonly [string, string])[] {
  return TITLES.map(([own, right]) => [own, own === number ? title : right] as const);
}

/** Whole reports, shortened to a sentence an Item. */
export const formExamples: readonly CheckExample[] = [
  { name: 'Every Item once, in order', text: report(TITLES) },
  {
    name: 'An Item is missing',
    text: report(TITLES.filter(([number]) => number !== '9A')),
    findings: [
      {
        message:
          'Missing Item 9A of Form 10-K, “Controls and Procedures”, expected it after Item 9. Answer it, or say that it does not apply.',
        at: 'Item 9. Changes in and Disagreements with Accountants on Accounting and Financial Disclosure',
      },
    ],
  },
  {
    name: 'An Item bears the title of another',
    text: report(changed('3', 'Executive Compensation')),
    findings: [
      {
        message:
          'Unexpected title “Executive Compensation” for Item 3, expected “Legal Proceedings”. Check number and title.',
        at: 'Item 3. Executive Compensation',
        cause: 'the title of Item 11',
      },
    ],
  },
  {
    name: 'A title that the form no longer has',
    text: report(changed('4', 'Submission of Matters to a Vote of Security Holders')),
    findings: [
      {
        message:
          'Unexpected title “Submission of Matters to a Vote of Security Holders” for Item 4, expected “Mine Safety Disclosures”, as the form has it for this fiscal year.',
        at: 'Item 4. Submission of Matters to a Vote of Security Holders',
      },
    ],
  },
];
