import type { FormLine } from './form-item.js';

const MARKET =
  'Market for Registrant’s Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities';

/** Items of Form 10-K, with the titles that they bore over the years and the releases that added one. */
export const FORM_10_K: readonly FormLine[] = [
  ['1', 'Business'],
  ['1A', 'Risk Factors', [], '2005-12-01'],
  ['1B', 'Unresolved Staff Comments', [], '2005-12-01'],
  ['1C', 'Cybersecurity', [], '2023-12-15'],
  ['2', 'Properties', ['Property']],
  ['3', 'Legal Proceedings'],
  [
    '4',
    'Mine Safety Disclosures',
    ['Submission of Matters to a Vote of Security Holders', '[Reserved]', '(Removed and Reserved)'],
  ],
  ['5', MARKET, ['Market for Registrant’s Common Equity and Related Stockholder Matters']],
  ['6', '[Reserved]', ['Selected Financial Data', 'Reserved', 'Selected Consolidated Financial Data']],
  ['7', 'Management’s Discussion and Analysis of Financial Condition and Results of Operations'],
  [
    '7A',
    'Quantitative and Qualitative Disclosures About Market Risk',
    ['Quantitative and Qualitative Disclosure About Market Risk'],
    '1997-06-15',
  ],
  ['8', 'Financial Statements and Supplementary Data'],
  ['9', 'Changes in and Disagreements with Accountants on Accounting and Financial Disclosure'],
  ['9A', 'Controls and Procedures', [], '2003-08-14'],
  ['9B', 'Other Information', [], '2004-08-23'],
  ['9C', 'Disclosure Regarding Foreign Jurisdictions that Prevent Inspections', [], '2020-12-01'],
  [
    '10',
    'Directors, Executive Officers and Corporate Governance',
    ['Directors and Executive Officers of the Registrant'],
  ],
  ['11', 'Executive Compensation'],
  [
    '12',
    'Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters',
    ['Security Ownership of Certain Beneficial Owners and Management'],
  ],
  [
    '13',
    'Certain Relationships and Related Transactions, and Director Independence',
    ['Certain Relationships and Related Transactions'],
  ],
  [
    '14',
    'Principal Accountant Fees and Services',
    [
      'Principal Accounting Fees and Services',
      'Exhibits, Financial Statement Schedules, and Reports on Form 8-K',
    ],
  ],
  [
    '15',
    'Exhibit and Financial Statement Schedules',
    ['Exhibits, Financial Statement Schedules', 'Exhibits and Financial Statement Schedules'],
  ],
  ['16', 'Form 10-K Summary', [], '2016-06-01'],
];
