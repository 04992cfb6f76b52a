import type { CheckedFigure, Finding } from '../../checks/check.js';
import type { Cell, Row, Table } from '../../filing/index.js';
import { shortMarkOf } from '../marks.js';
import { inline } from './inline.js';
import { type Html, html } from './markup.js';
import type { Sheet } from './sheet.js';

/** Letters of a mark that fits behind a number without more room: "✓OF". */
const NARROW_MARK = 3;

/** Longer than this a cell is words, whatever digits it holds, and stands left. */
const LONGEST_NUMBER = 24;
/** A row label up to this stays on one line. */
const LONGEST_SHORT_LABEL = 32;

/** A table rebuilt from its grid, in a box of its own that scrolls sideways. */
export function tableMarkup(
  sheet: Sheet,
  table: Table,
  figures: readonly CheckedFigure[],
  findings: readonly Finding[],
): Html {
  const cells = new CellContents(figures, findings);
  const headRows = table.rows.findIndex(({ kind }) => kind !== 'header');
  const split = headRows < 0 ? table.rows.length : headRows;
  const rows = table.rows.map((row) => rowMarkup(sheet, table, row, cells));
  const marks = figures.map(shortMarkOf);
  const kind = marks.some((mark) => mark.length > NARROW_MARK) ? 'marked wide' : 'marked';
  const marked = marks.some((mark) => mark !== '');
  const label = (table.caption ?? 'Table').slice(0, 160);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table${marked ? html` class="${kind}"` : ''}>
<thead>${rows.slice(0, split)}</thead>
<tbody>${rows.slice(split)}</tbody>
</table></div>\n`;
}

/** Hands out the figures and findings of each cell; cells are asked in the order of the document. */
class CellContents {
  readonly #figures = new Map<string, CheckedFigure[]>();
  readonly #findings: readonly Finding[];
  #next = 0;

  constructor(figures: readonly CheckedFigure[], findings: readonly Finding[]) {
    this.#findings = findings;
    for (const checked of figures) {
      const { where } = checked.figure;
      if (!('table' in where)) continue;
      const key = `${where.row}/${where.column}`;
      const own = this.#figures.get(key);
      if (own === undefined) this.#figures.set(key, [checked]);
      else own.push(checked);
    }
  }

  figuresOf(cell: Cell): readonly CheckedFigure[] {
    return this.#figures.get(`${cell.row}/${cell.column}`) ?? [];
  }

  findingsOf(cell: Cell): readonly Finding[] {
    const first = this.#next;
    while ((this.#findings[this.#next]?.start ?? Number.POSITIVE_INFINITY) < cell.end) this.#next += 1;
    return this.#findings.slice(first, this.#next);
  }
}

function rowMarkup(sheet: Sheet, table: Table, row: Row, contents: CellContents): Html {
  const cells: Html[] = [];
  let column = 0;
  const alone = row.cells.length === 1 && row.cells[0]?.column === 0;
  for (const cell of row.cells) {
    for (; column < cell.column; column += 1) cells.push(html`<td></td>`);
    const columns = alone ? table.columns.length : cell.columns;
    cells.push(cellMarkup(sheet, row, cell, columns, contents));
    column = cell.column + columns;
  }
  for (; column < table.columns.length; column += 1) cells.push(html`<td></td>`);
  return html`<tr class="${row.kind}${row.ruled ? ' ruled' : ''}${row.bold ? ' bold' : ''}">${cells}</tr>\n`;
}

function cellMarkup(sheet: Sheet, row: Row, cell: Cell, columns: number, contents: CellContents): Html {
  const text = inline(sheet, cell, contents.figuresOf(cell), contents.findingsOf(cell));
  const span = columns > 1 ? html` colspan="${columns}"` : '';
  if (row.kind === 'header') {
    return html`<th scope="col"${cell.column > 0 ? html` class="num"` : ''}${span}>${text}</th>`;
  }
  if (cell.column === 0) {
    const depth = Math.min(3, row.level);
    const short = cell.text.length <= LONGEST_SHORT_LABEL && columns === 1 ? ' short' : '';
    return html`<th scope="${row.kind === 'group' ? 'rowgroup' : 'row'}" class="d${depth}${short}"${span}>${text}</th>`;
  }
  return html`<td${isNumeric(cell.text) ? html` class="num"` : ''}${span}>${text}</td>`;
}

function isNumeric(text: string): boolean {
  return text.length <= LONGEST_NUMBER && /\d|^\s*[-–—]\s*$/.test(text);
}
