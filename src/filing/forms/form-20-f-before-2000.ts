import type { FormLine } from './form-item.js';

/**
 * Items of Form 20-F before the international disclosure standards (Release 33-7745): used in reports for fiscal years
 * that ended before 30 September 2000. "Item 10. Directors and Officers of Registrant" tells this numbering.
 */
export const FORM_20_F_BEFORE_2000: readonly FormLine[] = [
  ['1', 'Description of Business'],
  ['2', 'Description of Property'],
  ['3', 'Legal Proceedings'],
  ['4', 'Control of Registrant'],
  ['5', 'Nature of Trading Market'],
  ['6', 'Exchange Controls and Other Limitations Affecting Security Holders'],
  ['7', 'Taxation'],
  ['8', 'Selected Financial Data', ['Selected Consolidated Financial Data']],
  [
    '9',
    'Management’s Discussion and Analysis of Financial Condition and Results of Operations',
    ['Management’s Discussion and Analysis'],
  ],
  [
    '9A',
    'Quantitative and Qualitative Disclosures About Market Risk',
    ['Quantitative and Qualitative Disclosure About Market Risk'],
    '1997-06-15',
  ],
  ['10', 'Directors and Officers of Registrant', ['Directors and Officers of the Registrant']],
  ['11', 'Compensation of Directors and Officers'],
  ['12', 'Options to Purchase Securities from Registrant or Subsidiaries'],
  ['13', 'Interest of Management in Certain Transactions'],
  ['14', 'Description of Securities to be Registered'],
  ['15', 'Defaults upon Senior Securities'],
  [
    '16',
    'Changes in Securities and Changes in Security for Registered Securities',
    ['Changes in Securities, Changes in Security for Registered Securities and Use of Proceeds'],
  ],
  ['17', 'Financial Statements'],
  ['18', 'Financial Statements'],
  ['19', 'Financial Statements and Exhibits'],
];
