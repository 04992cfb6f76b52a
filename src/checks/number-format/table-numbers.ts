import type { Cell, Row, Table } from '../../filing/filing.js';
import { type NumberFault, type PlainNumber, printedNumber } from './printed-number.js';

/** A cell with a number that is malformed, or that its column shows to be misprinted. */
export interface FaultyCell {
  readonly cell: Cell;
  readonly fault:
    | NumberFault
    | { readonly kind: 'point' | 'places'; readonly expected: string | null; readonly cause: string };
  /** What the table shows of how its numbers are printed, in words. */
  readonly shown: string;
  /** Whether the table leaves no doubt. */
  readonly sure: boolean;
}

interface NumberCell {
  readonly cell: Cell;
  readonly row: number;
  readonly number: PlainNumber;
}

interface FaultCell {
  readonly cell: Cell;
  readonly row: number;
  readonly fault: NumberFault;
}

interface NumberColumn {
  readonly numbers: NumberCell[];
  readonly faults: FaultCell[];
}

/** The malformed numbers of a table, held against the other numbers of their column; none where they are its habit. */
export function faultyCells(table: Table): FaultyCell[] {
  const columns = columnsOf(table);
  let plain = 0;
  let faults = 0;
  for (const column of columns.values()) {
    plain += column.numbers.length;
    faults += column.faults.length;
  }
  if (4 * faults > plain) return [];
  return [...columns.values()].flatMap((column) => [
    ...malformed(column, table),
    ...pointsForCommas(column, table.rows),
    ...oddPlaces(column),
  ]);
}

function columnsOf({ rows }: Table): Map<number, NumberColumn> {
  const columns = new Map<number, NumberColumn>();
  rows.forEach(({ kind, cells }, row) => {
    if (kind !== 'data') return;
    for (const cell of cells) {
      if (cell.column === 0 && cells.length > 1) continue;
      const printed = printedNumber(cell.text);
      if (printed === null) continue;
      const column = columns.get(cell.column) ?? { numbers: [], faults: [] };
      columns.set(cell.column, column);
      if (printed.kind === 'plain') column.numbers.push({ cell, row, number: printed });
      else column.faults.push({ cell, row, fault: printed.faulty });
    }
  });
  return columns;
}

/** A column shows how its numbers are printed where three others are in order. */
const FEWEST = 3;

function malformed({ numbers, faults }: NumberColumn, { rows }: Table): FaultyCell[] {
  if (faults.length === 0 || numbers.length < FEWEST) return [];
  const grouped = numbers.filter(({ number }) => number.grouped).length;
  return faults.flatMap(({ cell, row, fault }) => {
    // Lists of notes and sections look like numbers with odd groups; amounts beside them have thousands.
    if (NEEDS_THOUSANDS.has(fault.kind) && grouped === 0) return [];
    if (fault.kind === 'bracket' && isClosedBeside(cell, rows[row])) return [];
    const shown =
      grouped > 0
        ? `${grouped} other numbers of the column have a comma before every third digit`
        : `${numbers.length} other numbers of the column are printed without it`;
    return [{ cell, fault: withDecimalPoint(fault, numbers), shown, sure: fault.kind !== 'space' }];
  });
}

const NEEDS_THOUSANDS: ReadonlySet<NumberFault['kind']> = new Set(['group', 'points', 'zero', 'space']);

/** Whether the bracket that is missing stands in the next cell or the one before. */
function isClosedBeside(cell: Cell, row: Row | undefined): boolean {
  return row?.cells.some((other) => other !== cell && /^\s*\)|^\s*\(\s*$/.test(other.text)) === true;
}

/** "1,34" is 1.34 where the column's numbers have two decimals, and otherwise a number with a digit missing. */
function withDecimalPoint(fault: NumberFault, numbers: readonly NumberCell[]): NumberFault {
  if (fault.kind !== 'group' || fault.expected === null) return fault;
  const places = fault.expected.replace(/[^\d.]/g, '').split('.')[1]?.length ?? 0;
  const same = numbers.filter(({ number }) => number.decimals === places).length;
  if (2 * same > numbers.length) return { ...fault, cause: 'a comma for the decimal point' };
  return { ...fault, expected: null, cause: 'a digit dropped behind a comma' };
}

/** "934.863" among "1,212,923" and "536,693": three decimals in a column of whole numbers. */
function pointsForCommas({ numbers }: NumberColumn, rows: readonly Row[]): FaultyCell[] {
  const odd = numbers.filter(({ number }) => number.decimals === 3 && !number.grouped && !number.percent);
  if (odd.length === 0) return [];
  const whole = numbers.filter(({ number }) => number.decimals === 0);
  const grouped = whole.filter(({ number }) => number.grouped).length;
  // Every other number is whole: a second kind of decimals is a column of several kinds.
  if (grouped < FEWEST || whole.length + odd.length < numbers.length || 4 * odd.length > whole.length)
    return [];
  return odd.flatMap(({ cell, row, number }) => {
    const own = rows[row];
    if (number.wholeDigits > 3 || own === undefined || own.unit !== null || isOfRates(own.label)) return [];
    const beside = own.cells.flatMap((other) => {
      const printed = other === cell || other.column === 0 ? null : printedNumber(other.text);
      return printed?.kind === 'plain' ? [printed] : [];
    });
    if (beside.some(({ decimals }) => decimals !== 0 && decimals !== 3)) return [];
    const fault = {
      kind: 'point' as const,
      expected: cell.text.trim().replace('.', ','),
      cause: 'a decimal point for a comma',
    };
    const sure = beside.some((other) => other.decimals === 0 && other.grouped);
    const shown = `${grouped} other numbers of the column are whole, with commas for thousands`;
    return [{ cell, fault, shown, sure }];
  });
}

function isOfRates(label: string): boolean {
  return /\bper\b|\brates?\b|\bratios?\b|%|\bpercent|\bmargin|\bmultiple|\bfactor\b|\bexchange\b|\/|\bEPS\b/i.test(
    label,
  );
}

/** A percentage with fewer or more decimals than all others of its column. */
function oddPlaces({ numbers }: NumberColumn): FaultyCell[] {
  const percents = numbers.filter(({ number }) => number.percent);
  const [first, second] = percents;
  if (first === undefined || second === undefined || percents.length < FEWEST_PERCENTS) return [];
  const usual = first.number.decimals === second.number.decimals ? first : (percents[2] ?? first);
  const { decimals } = usual.number;
  const odd = percents.filter(({ number }) => number.decimals !== decimals);
  const [only] = odd;
  if (only === undefined || odd.length > 1) return [];
  const fault = {
    kind: 'places' as const,
    expected: null,
    cause: `${only.number.decimals} decimals for ${decimals}`,
  };
  const shown = `${percents.length - 1} other percentages of the column have ${decimals}`;
  return [{ cell: only.cell, fault, shown, sure: false }];
}

const FEWEST_PERCENTS = 5;
