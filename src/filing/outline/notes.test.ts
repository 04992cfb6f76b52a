import { describe, expect, it } from 'vitest';
import type { Section } from '../filing.js';
import { readFiling } from '../read-filing.js';

const ROWS = Array.from(
  { length: 8 },
  (_, row) => `<tr><td>Line ${row}</td><td>1,20${row}</td><td>1,10${row}</td></tr>`,
);
const TABLE = `<table><tr><td></td><td>2024</td><td>2023</td></tr>${ROWS.join('')}</table>`;
const WORDS =
  'The company records sales of bread when the grocer takes it in, less what the grocer may send back within a day.';

function treeOf(html: string): string[] {
  const lines = (sections: readonly Section[], depth: number): string[] =>
    sections.flatMap(({ id, kind, title, children }) => [
      `${'  '.repeat(depth)}${kind} ${id} ${title}`,
      ...lines(children, depth + 1),
    ]);
  return lines(readFiling(html).outline, 0);
}

const bold = (text: string) => `<p align="center"><b>${text}</b></p>`;
const note = (heading: string, ...below: string[]) =>
  `<p><b>${heading}</b></p>${[WORDS, ...below].map((text) => `<p>${text}</p>`).join('')}`;

describe('statements and notes', () => {
  it('are sections of the Item that they stand in', () => {
    const html = `<p>FORM 10-K</p>${bold('Item 8. Financial Statements')}
      <p>Consolidated Balance Sheets 40</p><p>Consolidated Statements of Income 41</p>
      ${bold('CONSOLIDATED BALANCE SHEETS')}${TABLE}
      ${bold('Harbor Lane Foods, Inc.<br>Consolidated Statements of Income<br>(in thousands)')}${TABLE}
      ${bold('NOTES TO CONSOLIDATED FINANCIAL STATEMENTS')}
      ${note('1. Summary of Accounting', '<i>Sales</i>', WORDS)}${note('2. Leases')}
      ${note('4. Income Taxes', '1. Identify the contract')}
      ${bold('Item 9A. Controls and Procedures')}<p>${WORDS}</p>`;
    expect(treeOf(html)).toEqual([
      'item item-8 Financial Statements',
      '  statement consolidated-balance-sheets CONSOLIDATED BALANCE SHEETS',
      '  statement consolidated-statements-of-income Consolidated Statements of Income',
      '  heading notes-to-financial-statements Notes to financial statements',
      '    note note-1 Summary of Accounting',
      '      heading sales Sales',
      '    note note-2 Leases',
      '    note note-4 Income Taxes',
      'item item-9a Controls and Procedures',
    ]);
  });

  it('are found in an exhibit without Items, notes by name or letter, and titles in the first row of a table', () => {
    const inTable = `<table><tr><td>Consolidated Balance Sheets</td><td></td><td></td></tr>${ROWS.join('')}</table>`;
    expect(
      treeOf(
        `${inTable}${bold('Notes to Consolidated Financial Statements')}${note('Note 1 – Basis')}${note('NOTE 2: Debt')}`,
      ),
    ).toEqual([
      'statement consolidated-balance-sheets Consolidated Balance Sheets',
      'heading notes-to-financial-statements Notes to financial statements',
      '  note note-1 Basis',
      '  note note-2 Debt',
    ]);
    expect(
      treeOf(
        `${bold('Notes to Consolidated Financial Statements')}${note('A. Basis')}${note('B. Debt')}`,
      ).slice(1),
    ).toEqual(['  note note-a Basis', '  note note-b Debt']);
  });

  it('leave a statement that a note shows to the note', () => {
    const html = `${bold('Consolidated Balance Sheets')}${TABLE}${bold('Notes to Consolidated Financial Statements')}
      ${note('1. Parent Company')}<p><b>Balance Sheets</b></p>${TABLE}${note('2. Debt')}`;
    expect(treeOf(html).filter((line) => line.includes('statement ') || line.includes('note '))).toEqual([
      'statement consolidated-balance-sheets Consolidated Balance Sheets',
      '  note note-1 Parent Company',
      '  note note-2 Debt',
    ]);
  });

  it('take no line for a note that repeats at the head of each page, or whose number is out of turn', () => {
    const pages = [30, 31, 32, 33].map(
      (page) => `<p>${page}</p><hr>${bold('NOTES TO CONSOLIDATED FINANCIAL STATEMENTS')}<p>${WORDS}</p>`,
    );
    const html = `${bold('NOTES TO CONSOLIDATED FINANCIAL STATEMENTS')}${note('NOTE 1. BASIS')}${pages.join('')}
      ${note('NOTE 2. DEBT')}<p><b>17. An aside</b></p><p>${WORDS}</p>`;
    expect(treeOf(html).filter((line) => line.trim().startsWith('note'))).toEqual([
      '  note note-1 BASIS',
      '  note note-2 DEBT',
    ]);
    expect(treeOf(html).filter((line) => line.includes('notes-to'))).toHaveLength(1);
  });
});
