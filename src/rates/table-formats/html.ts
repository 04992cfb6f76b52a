import type { ExchangeRateGroup, ExchangeRateTable } from '../exchange-rate-table.js';
import { COLUMN_HEADINGS, figuresOf, footnoteLine, titleOf } from './printed-text.js';

export const NUMBER_STYLE = 'text-align: right; padding-left: 1.5em; font-variant-numeric: tabular-nums';
export const LABEL_STYLE = 'text-align: left; font-weight: normal; padding-left: 1em';
export const HEADING_STYLE = 'text-align: left';

/**
 * A fragment to paste into a report: the table with its styles on its elements, then the notes. All ASCII, as EDGAR
 * asks of a filing: other characters are references.
 */
export function htmlTable(table: ExchangeRateTable): string {
  const heads = COLUMN_HEADINGS.map(
    (text) => `      <th scope="col" style="${NUMBER_STYLE}">${escaped(text)}</th>`,
  );
  return [
    '<table style="border-collapse: collapse">',
    `  <caption style="text-align: left">${escaped(titleOf(table))}</caption>`,
    '  <thead>',
    '    <tr>',
    '      <td></td>',
    ...heads,
    '    </tr>',
    '  </thead>',
    ...table.groups.flatMap((group) => groupLines(table, group)),
    '</table>',
    ...table.footnotes.map((note) => `<p>${escaped(footnoteLine(note))}</p>`),
    '',
  ].join('\n');
}

function groupLines(table: ExchangeRateTable, { heading, rows }: ExchangeRateGroup): string[] {
  return [
    '  <tbody>',
    '    <tr>',
    `      <th scope="rowgroup" colspan="${COLUMN_HEADINGS.length + 1}" style="${HEADING_STYLE}">${escaped(heading)}</th>`,
    '    </tr>',
    ...rows.flatMap((row, index) => [
      '    <tr>',
      `      <th scope="row" style="${LABEL_STYLE}">${escaped(row.label)}</th>`,
      ...figuresOf(table, row, index === 0).map(
        (figure) => `      <td style="${NUMBER_STYLE}">${escaped(figure)}</td>`,
      ),
      '    </tr>',
    ]),
    '  </tbody>',
  ];
}

/** Markup characters and all beyond ASCII as character references. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']|[^\n\x20-\x7e]/gu, (character) => `&#${character.codePointAt(0)};`);
}
