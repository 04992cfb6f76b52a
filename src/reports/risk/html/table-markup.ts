import { type Html, html } from '../../html/markup.js';
import type { ReportTable } from '../tables/report-table.js';
import { entryId, linkedList, type RiskNames, rowId } from './risk-links.js';

/** From so many signs on a text may take several lines. */
const LONG = 24;
/** Tables of so many columns become a list of blocks on a telephone. */
const MANY_COLUMNS = 4;
/** Columns that hold ids of risks. */
const OF_RISKS: ReadonlySet<string> = new Set(['Risk', 'Risks', 'Cause', 'Used by', 'Of']);

/** A table with its caption and notes; the first column names the rows. */
export function tableMarkup(table: ReportTable): Html {
  return tableWith(table, { cell: (text) => html`${text}`, head: (text) => html`${text}`, isForPage: false });
}

/** The same on the page: ids of risks link to their rows, and on a telephone each row of a wide table is a block. */
export function pageTable(table: ReportTable, names: RiskNames): Html {
  const heads = table.columns.map(({ head }) => head);
  const text = (cell: string, column: number) =>
    OF_RISKS.has(heads[column] ?? '') ? linkedList(cell, names) : html`${cell}`;
  return tableWith(table, { cell: text, head: (cell) => text(cell, 0), isForPage: true });
}

/** The table of the risks, whose rows others link to: each with its heading, and a link to what the register says. */
export function risksTableMarkup(table: ReportTable, names: RiskNames): Html {
  return tableWith(table, {
    cell: (text) => html`${text}`,
    head: (risk) =>
      html`<a href="#${entryId(risk)}">${risk}</a><small class="heading">${names.get(risk) ?? ''}</small>`,
    rowId,
    isForPage: true,
  });
}

/** A table behind a plot: open to who asks for it, and in print. */
export function foldedTable(table: ReportTable, names: RiskNames): Html {
  return html`<details><summary>${table.title}: the numbers</summary>
${pageTable(table, names)}</details>
`;
}

interface CellMarkup {
  readonly cell: (text: string, column: number) => Html;
  readonly head: (text: string) => Html;
  readonly rowId?: (head: string) => string;
  readonly isForPage: boolean;
}

function tableWith({ title, columns, rows, notes }: ReportTable, by: CellMarkup): Html {
  const isMany = by.isForPage && columns.length >= MANY_COLUMNS;
  const heads = columns.map(
    ({ head, align }) => html`<th scope="col"${align === 'right' ? html` class="num"` : null}>${head}</th>`,
  );
  const lines = rows.map((cells) => {
    if (cells.length > 1 && cells.slice(1).every((cell) => cell === '')) {
      return html`<tr class="group"><th scope="rowgroup" colspan="${cells.length}">${cells[0] ?? ''}</th></tr>\n`;
    }
    const written = cells.map((cell, nth) => {
      if (nth === 0) return html`<th scope="row">${by.head(cell)}</th>`;
      const kind = columns[nth]?.align === 'right' ? 'num' : cell.length > LONG ? 'long' : '';
      return html`<td${kind === '' ? null : html` class="${kind}"`}${isMany ? html` data-head="${columns[nth]?.head ?? ''}"` : null}>${by.cell(cell, nth)}</td>`;
    });
    return html`<tr${by.rowId === undefined ? null : html` id="${by.rowId(cells[0] ?? '')}"`}>${written}</tr>\n`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="data${isMany ? ' many' : ''}"><caption>${title}</caption><thead><tr>${heads}</tr></thead>
<tbody>${lines}</tbody></table></div>
${notes.map((note) => html`<p class="note">${note}</p>\n`)}`;
}
