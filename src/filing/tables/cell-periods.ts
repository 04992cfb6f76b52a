import { lastDayOf, type Period } from '../../value/index.js';
import {
  combinePeriodParts,
  type FiscalYear,
  type NoteSpan,
  type PeriodParts,
  readNoteSpan,
  readPeriodParts,
} from '../figures/index.js';
import type { Row, Table } from '../filing.js';
import { headerBlocks } from './header-columns.js';
import { monthYears } from './month-years.js';
import { noteMarksOf, withoutNoteMark } from './notes.js';

/** Headings under which a rate or balance stands at the end of the row's or column's period. */
const AT_PERIOD_END =
  /\b(?:period|year|month)[-\s]*end\b|\bend of (?:the )?(?:period|year|month)\b|\bat (?:period|year|month) end\b|\bclosing\b|^last(?: day)?$/i;
/** Stands behind a label whose note says, in words not understood, that it is cut short. */
const CUT = ' (partial)';

/**
 * The period of a cell, from the headings above it and the labels beside it, and from the notes that their marks point
 * at: a column "March 2016 (1)" may end where note (1) says. Each label is read once.
 */
export class CellPeriods {
  private readonly parts = new Map<string, PeriodParts>();
  private readonly fiscalYear: FiscalYear | null;
  private readonly notes: ReadonlyMap<string, NoteSpan>;
  private readonly columns: readonly (readonly string[])[];
  /** What a group of rows is called, with what the note on it says. */
  private readonly groups: ReadonlyMap<string, string>;
  private readonly rows: readonly (readonly string[])[];
  private readonly columnYears: ReadonlyMap<number, number>;
  private readonly rowYears: ReadonlyMap<number, number>;

  constructor({ rows, columns, notes }: Pick<Table, 'rows' | 'columns' | 'notes'>, year: FiscalYear | null) {
    this.fiscalYear = year;
    this.notes = notesOnDays(notes);
    this.columns = this.columnLabels(rows, columns);
    this.groups = new Map(
      rows.filter(({ kind }) => kind === 'group').map((row) => [row.label, this.ownLabel(row)]),
    );
    this.rows = rows.map((row) => this.rowLabels(row));
    const stub = this.columns[0] ?? [];
    const read = (labels: readonly string[]) => labels.map((label) => this.partsOf(label));
    this.columnYears = monthYears(this.columns.map((path, index) => (index === 0 ? [] : read(path))));
    this.rowYears = monthYears(
      this.rows.map((path, row) => (rows[row]?.kind === 'data' ? read([...stub, ...path]) : [])),
    );
  }

  at(row: number, column: number): Period | null {
    const stub = this.columns[0] ?? [];
    const above = this.columns[column] ?? [];
    const beside = this.rows[row] ?? [];
    const period = combinePeriodParts(
      [
        ...stub.map((label) => this.partsOf(label)),
        ...this.dated(above, this.columnYears.get(column)),
        ...this.dated(beside, this.rowYears.get(row)),
      ],
      this.fiscalYear,
    );
    const labels = [...stub, ...above, ...beside];
    if (period === null || !labels.some((label) => AT_PERIOD_END.test(label))) return period;
    return { instant: lastDayOf(period) };
  }

  /** Labels of rates hold no amounts. */
  ofLabelAmount(): Period | null {
    return null;
  }

  /** The parts of labels, the month among them with the year that the months beside it tell. */
  private dated(labels: readonly string[], year: number | undefined): PeriodParts[] {
    const parts = labels.map((label) => this.partsOf(label));
    return year === undefined
      ? parts
      : parts.map((part) => (part.month === undefined ? part : { ...part, year }));
  }

  private columnLabels(rows: readonly Row[], columns: Table['columns']): readonly (readonly string[])[] {
    const plain = columns.map(({ labelPath }) => labelPath);
    if (this.notes.size === 0) return plain;
    const marked = headerBlocks(rows, columns.length, (label) => this.withNote(label))[0]?.paths ?? [];
    // A heading that only states the unit was taken out of the plain path, and tells no period here.
    return marked.map((labelPath) => this.settled(labelPath));
  }

  private rowLabels(row: Row): readonly string[] {
    if (this.notes.size === 0) return row.labelPath;
    const isOwn = row.kind === 'data' && row.label !== '';
    const above = isOwn ? row.labelPath.slice(0, -1) : row.labelPath;
    const groups = above.map((label) => this.groups.get(label) ?? label);
    return this.settled(isOwn ? [...groups, this.ownLabel(row)] : groups);
  }

  private ownLabel(row: Row): string {
    return this.withNote(row.cells.find(({ column }) => column === 0)?.text ?? '');
  }

  /** "March 2016 (from March 1, 2016 to March 21, 2016)" of "March 2016 (1)". */
  private withNote(printed: string): string {
    const label = withoutNoteMark(printed);
    const found = noteMarksOf(printed).flatMap((mark) => this.notes.get(mark) ?? []);
    const days = found.find((note) => note.kind === 'days');
    if (days === undefined) return found.length > 0 && this.isTime(label) ? `${label}${CUT}` : label;
    return this.isTime(label) ? `${label} (${days.text})` : label;
  }

  /** Only a month is held to be cut short by words that are not understood. */
  private settled(labels: readonly string[]): readonly string[] {
    if (!labels.some((label) => label.endsWith(CUT))) return labels;
    const bare = labels.map((label) => (label.endsWith(CUT) ? label.slice(0, -CUT.length) : label));
    return bare.some((label) => this.partsOf(label).month !== undefined) ? labels : bare;
  }

  private isTime(label: string): boolean {
    const { year, month } = this.partsOf(label);
    return year !== undefined || month !== undefined;
  }

  private partsOf(label: string): PeriodParts {
    const known = this.parts.get(label);
    if (known !== undefined) return known;
    const parts = readPeriodParts(label);
    this.parts.set(label, parts);
    return parts;
  }
}

function notesOnDays(notes: Table['notes']): Map<string, NoteSpan> {
  const spans = new Map<string, NoteSpan>();
  for (const { mark, text } of notes) {
    const span = mark === null || spans.has(mark) ? null : readNoteSpan(text);
    if (mark !== null && span !== null) spans.set(mark, span);
  }
  return spans;
}
