import { escaped, HEADING_STYLE, LABEL_STYLE, NUMBER_STYLE } from '../../table-formats/html.js';
import { type GridRow, gridOf, isTable, pairText, type Translation, type TranslationGrid } from './grid.js';

/** Beside a label of several lines a figure stands at the last, as print sets it. */
const CELL_STYLE = `${NUMBER_STYLE}; vertical-align: bottom`;

/** A fragment to paste into a report, all ASCII: the amounts or the table with its styles, then the wording. */
export function htmlTranslation(translation: Translation): string {
  const body = isTable(translation)
    ? tableLines(gridOf(translation))
    : translation.amounts.map((amount) => `<p>${escaped(pairText(amount))}</p>`);
  return [...body, `<p>${escaped(translation.wording)}</p>`, ''].join('\n');
}

function tableLines({ title, stated, headings, rows }: TranslationGrid): string[] {
  const caption = title === '' ? `(${stated})` : `${title} (${stated})`;
  return [
    '<table style="border-collapse: collapse">',
    `  <caption style="text-align: left">${escaped(caption)}</caption>`,
    '  <thead>',
    '    <tr>',
    '      <td></td>',
    ...headings.map((heading) => `      <th scope="col" style="${CELL_STYLE}">${escaped(heading)}</th>`),
    '    </tr>',
    '  </thead>',
    '  <tbody>',
    ...rows.flatMap((row) => rowLines(row, headings.length)),
    '  </tbody>',
    '</table>',
  ];
}

function rowLines({ label, level, cells }: GridRow, columns: number): string[] {
  if (cells.length === 0) {
    const spanning = `colspan="${columns + 1}" style="${HEADING_STYLE}"`;
    return ['    <tr>', `      <th scope="rowgroup" ${spanning}>${escaped(label)}</th>`, '    </tr>'];
  }
  const style = level === 0 ? LABEL_STYLE.replace(/; padding-left: .*/, '') : LABEL_STYLE;
  return [
    '    <tr>',
    `      <th scope="row" style="${style}">${escaped(label)}</th>`,
    ...cells.map((cell) => `      <td style="${CELL_STYLE}">${escaped(cell)}</td>`),
    '    </tr>',
  ];
}
