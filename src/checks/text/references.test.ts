import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { check } from '../cross-reference.js';

const SECTIONS = [
  ['1', 'Business'],
  ['2', 'Properties'],
  ['3', 'Legal Proceedings'],
  ['7', 'Management’s Discussion and Analysis of Financial Condition and Results of Operations'],
  ['8', 'Financial Statements and Supplementary Data'],
  ['9', 'Changes in and Disagreements with Accountants on Accounting and Financial Disclosure'],
  ['11', 'Executive Compensation'],
  ['15', 'Exhibit and Financial Statement Schedules'],
] as const;

const TITLES: Readonly<Record<string, string>> = {
  4: 'Mine Safety Disclosures',
  5: 'Market for Registrant’s Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities',
  10: 'Directors, Executive Officers and Corporate Governance',
  12: 'Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters',
  13: 'Certain Relationships and Related Transactions, and Director Independence',
  14: 'Principal Accountant Fees and Services',
};

const PROSE = `<p>${'Harbor Lane Foods, Inc. packs fish in cans and sells them to shops on both coasts. '.repeat(6)}</p>`;

/** A report on eight numbered pages, an Item a page, with a table of contents and an exhibit index. */
function report({ pages = [1, 2, 3, 4, 5, 6, 7, 8], text = '' } = {}): string {
  const rows = SECTIONS.map(
    ([number, title], index) => `<tr><td>Item ${number}.</td><td>${title}</td><td>${pages[index]}</td></tr>`,
  );
  const bodies = SECTIONS.map(([number, title], index) => {
    const own = number === '7' ? `<p>${text}</p>` : number === '15' ? EXHIBITS : '';
    return `<p><b>Item ${number}. ${title}</b></p>${PROSE}${own}<p align="center">${index + 1}</p><hr style="page-break-after:always">`;
  });
  return `<html><body><p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 10-K</p>
    <p>For the fiscal year ended December 31, 2021</p><p>Harbor Lane Foods, Inc.</p>
    <table><tr><td></td><td></td><td>Page</td></tr>${rows.join('')}</table><hr style="page-break-after:always">
    ${bodies.join('')}</body></html>`;
}

const EXHIBITS = `<table>${['3.1', '4.1', '10.1', '10.2', '21', '31.1']
  .map((number) => `<tr><td>${number}</td><td>A document of Harbor Lane Foods, Inc.</td></tr>`)
  .join('')}</table>`;

function messages(html: string): string[] {
  const outcome = check.run(readFiling(html), { rates: null });
  return outcome.findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ message, printed, expected }) => `${message}: ${printed} -> ${expected}`);
}

describe('references to pages', () => {
  it('finds nothing where contents and pages agree', () => {
    expect(messages(report())).toEqual([]);
  });

  it('finds the entry whose section stands on another page', () => {
    expect(messages(report({ pages: [1, 2, 3, 4, 6, 6, 7, 8] }))).toEqual(['contents: 6 -> 5']);
  });

  it('is silent where the contents do not fit at all, as those of another paging', () => {
    expect(messages(report({ pages: [3, 5, 9, 12, 20, 31, 40, 41] }))).toEqual([]);
  });

  it.each([
    ['See page 31 of this report.', ['page: page 31 -> a page up to 8']],
    ['See page 31 of the 2021 report to shareholders.', []],
    ['See “Executive Compensation” on page 2 of this report.', ['page-title: page 2 -> page 7']],
    ['See “Executive Compensation” on pages 6 and 7 of this report.', []],
  ])('%s', (text, expected) => {
    expect(messages(report({ text }))).toEqual(expected);
  });
});

describe('references to exhibits', () => {
  it.each([
    ['The plan is filed as Exhibit 10.2 to this report.', []],
    [
      'The plan is filed as Exhibit 10.7 to this report.',
      ['exhibit: Exhibit 10.7 -> an exhibit that the index lists'],
    ],
    ['The plan was filed as Exhibit 10.7 to our Form 8-K of May 4, 2019.', []],
    ['The plan is described in Exhibit 10.7 of another company.', []],
  ])('%s', (text, expected) => {
    expect(messages(report({ text }))).toEqual(expected);
  });
});

describe('references to notes', () => {
  const titles = ['Accounting Policies', 'Revenue', 'Inventories', 'Borrowings', 'Leases', 'Income Taxes'];
  const notes = titles.map((title, index) => `<p><b>Note ${index + 1}. ${title}</b></p>${PROSE}`).join('');
  const statements = (text: string) =>
    report({ text }).replace(
      '<b>Item 9. ',
      `<b>Notes to Consolidated Financial Statements</b></p>${notes}<p><b>Item 9. `,
    );

  it.each([
    ['See Note 6 to our consolidated financial statements.', []],
    [
      'See Note 61 to our consolidated financial statements.',
      ['note: Note 61 -> a note from Note 1 to Note 6'],
    ],
    ['See Note 61 to the financial statements of Minato Foods.', []],
    ['See Note 9 in our 2019 annual report.', []],
    ['See Note 5, Leases, for the terms.', []],
    ['See Note 4, Leases, for the terms.', ['note-title: Note 4 -> Note 5']],
    ['See Note 3, “Income Taxes,” for the terms.', ['note-title: Note 3 -> Note 6']],
    ['See Notes 4 and 5, Leases.', []],
  ])('%s', (text, expected) => {
    expect(messages(statements(text))).toEqual(expected);
  });
});

describe('references to sections', () => {
  const EXTRA = ['4', '5', '10', '12', '13', '14'].map(
    (number) => `<p><b>Item ${number}. ${TITLES[number]}</b></p>${PROSE}`,
  );
  const whole = (text: string) =>
    report({ text })
      .replace('<p><b>Item 8. ', `<p><b>Trends in the Price of Fish</b></p>${PROSE}<p><b>Item 8. `)
      .replace('<p><b>Item 15. ', `${EXTRA.slice(2).join('')}<p><b>Item 15. `)
      .replace('<p><b>Item 7. ', `${EXTRA.slice(0, 2).join('')}<p><b>Item 7. `);

  it.each([
    ['See “Trends in the Price of Fish” below.', []],
    ['See “TRENDS IN THE PRICE OF FISH” below.', []],
    [
      'See “Trends in the Price of Cans” below.',
      ['section: Trends in the Price of Cans -> Trends in the Price of Fish'],
    ],
    ['See “Trends in the Price of Cans” in our proxy statement.', []],
    ['See “The Sea and What Lives in It” below.', []],
  ])('%s', (text, expected) => {
    expect(messages(whole(text))).toEqual(expected);
  });
});
