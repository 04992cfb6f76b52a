import { describe, expect, it } from 'vitest';
import { readFiling } from '../read-filing.js';

/** The amounts of a table, each with its unit. */
function amountsOf(rows: readonly (readonly string[])[], before = '', after = ''): string[] {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const html = `<html><body><p>Kitano Denki Co., Ltd.</p><p>Item 3. Key Information</p><p>${before}</p><table>${cells}</table>${after}</body></html>`;
  return readFiling(html)
    .figures.filter(({ where, role }) => 'table' in where && role === 'amount')
    .map(({ text, unit }) => `${text} ${unit}`);
}

describe('listedNumbers', () => {
  it('tells the notes of a statement from its amounts', () => {
    const rows = [
      ['', 'Notes', '2024', '2023'],
      ['Property, plant and equipment', '7', '82,075', '80,001'],
      ['Inventories', '7,12', '1,250', '1,100'],
      ['Receivables', '3(a)', '915', '820'],
    ];
    expect(amountsOf(rows, '(in thousands of U.S. dollars)')).toEqual(
      ['82,075', '80,001', '1,250', '1,100', '915', '820'].map((text) => `${text} USD`),
    );
  });

  it('takes the day of a document among headings for an amount, that of a heading for none', () => {
    const rows = [
      ['', 'Plan dated as of July 1, 2019', 'December 31, 2024'],
      ['Options granted', '1,250', '1,100'],
      ['Options held', '2,500', '2,400'],
    ];
    expect(amountsOf(rows).filter((text) => text.endsWith('date'))).toEqual(['July 1, 2019 date']);
  });

  it('leaves a column of notes that are debt', () => {
    const rows = [
      ['', 'Notes', 'Loans'],
      ['Due at once', '$1,250', '$300'],
      ['Due later', '2,500', '400'],
    ];
    expect(amountsOf(rows)).toHaveLength(4);
  });

  it.each([
    [
      ['Item 1.', 'Business', '3'],
      ['Item 2.', 'Properties', '12'],
      ['Item 3.', 'Legal Proceedings', '13'],
    ],
    [
      ['Consolidated Balance Sheets', '', '44'],
      ['Consolidated Statements of Income', '', '45'],
      ['Notes to Consolidated Statements', '', '48'],
    ],
  ])('takes the pages of contents for labels', (...rows) => {
    expect(amountsOf(rows)).toEqual([]);
  });

  it('leaves ages and counts that do not rise', () => {
    const rows = [
      ['', 'Age'],
      ['Aiko Kita', '62'],
      ['Ben Minato', '48'],
      ['Chie Hama', '55'],
    ];
    expect(amountsOf(rows)).toHaveLength(3);
  });

  it('takes the numbers and dashes of exhibits for labels, and the dates of their titles for dates', () => {
    const rows = [
      ['3.1', '—', 'Articles of Incorporation of Kitano'],
      ['10.16', '—', 'Supply Agreement dated June 5, 2015'],
      ['10.72(a)', '—', 'Amendment of the Credit Agreement'],
    ];
    expect(amountsOf(rows)).toEqual(['June 5, 2015 date']);
  });

  it('takes years that tell when for dates, never for money', () => {
    const rows = [
      ['(in millions of dollars)', 'Maturity', 'Amount'],
      ['2.5% notes', '2026', '500'],
      ['3.1% notes', '2031', '750'],
    ];
    expect(amountsOf(rows).filter((text) => !text.includes('%'))).toEqual([
      '2026 date',
      '500 USD',
      '2031 date',
      '750 USD',
    ]);
  });

  it('takes a column of marks beside values for marks, but not one with other values', () => {
    const marks = [
      ['Month', 'Shares', '', 'Price'],
      ['October', '952', '(1)', '$147.82'],
      ['November', '1,068', '(1)', '$138.61'],
    ];
    expect(amountsOf(marks).some((text) => text.startsWith('(1)'))).toBe(false);
    const losses = [
      ['Month', 'Cost', 'Loss', 'Value'],
      ['October', '952', '(1)', '951'],
      ['November', '1,068', '—', '1,068'],
    ];
    expect(amountsOf(losses).some((text) => text.startsWith('(1)'))).toBe(true);
  });

  it('takes the postal code of the cover for a label', () => {
    const html =
      '<html><body><p>FORM 10-K</p><table><tr><td>1 Harbor Lane, Kita, Ohio</td><td>44101</td></tr><tr><td>(Address)</td><td>(Zip Code)</td></tr></table></body></html>';
    expect(readFiling(html).figures.filter(({ role }) => role === 'amount')).toEqual([]);
  });
});
