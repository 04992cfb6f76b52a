import type { Cell, Filing, Table } from '../../filing/filing.js';
import { type YearFault, yearFault } from './year-run.js';

/** A year in a heading, with the words around it that its neighbours share. */
export interface YearHeading {
  readonly cell: Cell;
  readonly year: number;
}

/** Headings of one row that differ in nothing but their year. */
export interface HeadingRun {
  readonly table: Table;
  readonly headings: readonly YearHeading[];
}

export interface FaultyRun extends HeadingRun {
  readonly fault: YearFault;
}

/** The runs of yearly headings of a table that are out of order, or have a year twice or one missing. */
export function faultyRuns(runs: readonly HeadingRun[]): FaultyRun[] {
  return runs.flatMap((run) => {
    const fault = yearFault(run.headings.map(({ year }) => year));
    return fault === null ? [] : [{ ...run, fault }];
  });
}

/** Every run of two or more yearly headings, in order of the document. */
export function headingRuns({ tables }: Filing): HeadingRun[] {
  return tables.flatMap((table) =>
    table.rows.flatMap(({ kind, cells }) => (kind === 'header' ? runsIn(table, cells) : [])),
  );
}

function runsIn(table: Table, cells: readonly Cell[]): HeadingRun[] {
  const runs: YearHeading[][] = [];
  let scope: string | null = null;
  for (const cell of cells) {
    const year = onlyYear(cell.text);
    if (year === null) {
      // An empty cell, or a mark, keeps columns apart; words end the run.
      if (/\p{L}/u.test(cell.text)) scope = null;
      continue;
    }
    const own = `${words(cell.text, year)}|${scopeOf(table, cell, year)}`;
    if (own !== scope) runs.push([]);
    scope = own;
    runs.at(-1)?.push({ cell, year });
  }
  // Groups of one row are alike; where they are not, some of their words were not told from headings.
  if (runs.some(({ length }) => length !== runs[0]?.length)) return [];
  return runs.filter((run) => run.length > 1).map((headings) => ({ table, headings }));
}

/** The year of a heading that names one and no more: "2024", "December 31, 2024", "2024 (1)". */
function onlyYear(text: string): number | null {
  if (text.length > LONGEST) return null;
  const first = YEAR.exec(text);
  if (first === null || YEAR.test(text.slice(first.index + 4))) return null;
  return Number(first[0]);
}

const LONGEST = 40;
const YEAR = /(?<![\d,.])(?:19|20)\d\d(?![\d,.]*\d)/;

/** Its other words; "December 30, 2023" and "December 31, 2022" are ends of years of 52 and 53 weeks. */
function words(text: string, year: number): string {
  return text
    .replace(String(year), '')
    .replace(/\(\w{1,2}\)|[*†‡]/g, '')
    .replace(/\d{1,2}/g, '')
    .replace(/[\s,]+/g, ' ')
    .replace(
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b\.?/gi,
      'month',
    )
    .trim()
    .toLowerCase();
}

/** What stands above and below the heading, and its unit: the latest year may stand again in dollars. */
function scopeOf({ columns }: Table, { column }: Cell, year: number): string {
  const { labelPath = [], unit = null } = columns[column] ?? {};
  return `${labelPath.filter((part) => !part.includes(String(year))).join(' / ')} ${unit}`;
}
