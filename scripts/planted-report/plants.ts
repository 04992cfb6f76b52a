import type { Part, ReportTable } from './report.js';

/** A mistake put into the report: what a tired hand does, one figure or word at a time. */
export interface Plant {
  readonly kind: string;
  /** What is printed instead of what is right, as it stands in the report. */
  readonly from: string;
  readonly to: string;
  /** What a finding points at, where that is not what was changed: a weekday is wrong with its date. */
  readonly held?: string;
  /** The table, counted from 0, with the row and the column; or the beginning of the paragraph or Item. */
  readonly at:
    | { readonly table: number; readonly row: string; readonly column: number }
    | { readonly text: string };
}

/** One of each kind of mistake, none of which stands in the way of another. */
export const PLANTS: readonly Plant[] = [
  cell('wrong total', 7, 'Total', 0, '¥238', '¥248'),
  cell('two digits of a line swapped', 8, 'Inventories', 0, '47,605', '47,650'),
  cell('wrong total of a row', 13, 'Operating income (loss)', 4, '25,813', '25,318'),
  cell('wrong movement of a roll-forward', 12, 'Provision for doubtful receivables', 1, '214', '241'),
  cell('two statements that disagree', 11, 'Net income', 2, '¥13,921', '¥13,291'),
  cell('another amount than in the statements', 0, 'Net income', 1, '14,749', '14,794'),
  text(
    'another amount in a sentence',
    'Cash and cash equivalents were',
    '¥265,703 million',
    '¥265,730 million',
  ),
  text('wrong change in a sentence', 'Net sales increased by', '¥22.6 billion', '¥26.2 billion'),
  text('wrong percentage in a sentence', 'Operating income was', '15.1%', '15.7%'),
  text('wrong direction', 'Interest expense decreased', 'decreased', 'increased'),
  text('wrong share in a sentence', 'In fiscal 2018, net sales of the seafood', '49.5%', '45.9%'),
  text('wrong difference in a sentence', 'We had 3,246 employees', 'increase of 59', 'increase of 95'),
  cell('wrong change in a column', 3, 'Logistics', 2, '3,566', '3,656'),
  cell('wrong percentage of change in a column', 3, 'Frozen foods', 3, '7.1%', '7.7%'),
  cell('wrong percentage of a total', 2, 'Logistics', 3, '10.6%', '16.0%'),
  cell('wrong margin', 4, 'Gross margin', 2, '25.8%', '28.5%'),
  cell(
    'wrong earnings per share',
    9,
    'Basic net income attributable to Minato Foods Co., Ltd.',
    1,
    '¥100.72',
    '¥107.02',
  ),
  cell('wrong average', 5, 'Employees', 3, '3,184', '3,148'),
  cell('wrong translation', 8, 'Goodwill', 2, '121,055', '121,505'),
  cell('wrong high of a year', 1, '2016', 0, '125.58', '125.85'),
  text('wrong noon buying rate', 'The noon buying rate on', '¥106.20', '¥106.02'),
  cell('wrong share of a holder', 6, 'Shiokaze Trust Bank, Ltd.', 1, '10.3%', '13.0%'),
  cell('a comma in the wrong place', 8, 'Other long-term liabilities', 1, '8,846', '88,46'),
  text(
    'a name spelled in two ways',
    'Minato Foods Co., Ltd. was founded',
    'four of the buildings of Hoshino Warehouse',
    'four of the buildings of Hoshino Warehause',
  ),
  text('a note that is not there', 'Note 3 to our', 'Note 3', 'Note 13'),
  text('an Item numbered twice', 'Item 9. The Offer', 'Item 9.', 'Item 8.'),
  {
    ...text('a weekday that is not of its date', 'See Item 18.', 'Thursday', 'Friday'),
    held: 'June 28, 2018',
  },
];

/** The report with these mistakes in it. Throws where one has no place, so that none is forgotten. */
export function planted(parts: readonly Part[], plants: readonly Plant[]): readonly Part[] {
  return plants.reduce<readonly Part[]>((report, plant) => {
    const changed = report.map(changer(plant));
    if (changed.every((part, at) => part === report[at])) throw new Error(`No place for: ${plant.kind}`);
    return changed;
  }, parts);
}

function changer(plant: Plant): (part: Part) => Part {
  let tables = -1;
  return (part) => {
    if (part.kind === 'table') tables += 1;
    const { at, from, to } = plant;
    if ('table' in at) return part.kind === 'table' && tables === at.table ? changedTable(part, plant) : part;
    if (part.kind === 'paragraph' && part.text.startsWith(at.text) && part.text.includes(from)) {
      return { ...part, text: part.text.replace(from, to) };
    }
    return part.kind === 'item' && part.title.startsWith(at.text)
      ? { ...part, title: part.title.replace(from, to) }
      : part;
  };
}

/** The first row of that label, in the column that prints what is to be replaced. */
function changedTable(table: ReportTable, { at, from, to }: Plant): ReportTable {
  if (!('table' in at)) return table;
  const index = table.rows.findIndex(({ label, values }) => label === at.row && values[at.column] === from);
  if (index < 0) return table;
  return {
    ...table,
    rows: table.rows.map((row, each) =>
      each === index
        ? { ...row, values: row.values.map((value, column) => (column === at.column ? to : value)) }
        : row,
    ),
  };
}

function cell(kind: string, table: number, row: string, column: number, from: string, to: string): Plant {
  return { kind, from, to, at: { table, row, column } };
}

function text(kind: string, beginning: string, from: string, to: string): Plant {
  return { kind, from, to, at: { text: beginning } };
}
