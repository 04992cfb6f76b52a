import { type Day, InputError } from '../../value/index.js';

/** A column with amounts, as far as its choice is concerned. */
export interface ColumnChoice {
  /** In the list of the table's value columns. */
  readonly index: number;
  readonly heading: string;
  /** Last day of its period, or null where its heading names none. */
  readonly periodEnd: Day | null;
}

/**
 * The column to translate: the one whose heading is asked for, else that of the latest period. Throws `InputError`
 * ('bad-option') that lists the headings where that is not exactly one.
 */
export function chooseColumn<Column extends ColumnChoice>(
  columns: readonly Column[],
  asked: string | undefined,
  path: string,
): Column {
  const [only, ...others] = asked === undefined ? latest(columns) : matching(columns, asked);
  if (only !== undefined && others.length === 0) return only;
  const list = columns.map(({ heading }) => `“${heading}”`).join(', ');
  if (asked !== undefined) {
    const problem = only === undefined ? 'no column is' : 'several columns are';
    throw new InputError(
      'bad-option',
      `Unexpected --column "${asked}": ${problem} headed so in ${path}; it has ${list} to translate`,
    );
  }
  throw new InputError(
    'bad-option',
    `Cannot tell which column of ${path} is of the latest period: choose with --column one of ${list}`,
  );
}

/** Whether a column is of a later period than another, by their days or else the years of their headings. */
export function isLater(column: ColumnChoice, other: ColumnChoice): boolean {
  if (column.periodEnd !== null && other.periodEnd !== null) return column.periodEnd > other.periodEnd;
  const [year, otherYear] = [onlyYear(column.heading), onlyYear(other.heading)];
  return year !== null && otherYear !== null && year > otherYear;
}

/** Beside the years, tables have columns of notes and of changes. */
const NO_PERIOD =
  /^(?:notes?|ref(?:erence)?s?)\b|\bnotes?(?: no)?\.?$|\bchange|\b(?:in|de)crease|\bvariance/i;

function latest<Column extends ColumnChoice>(columns: readonly Column[]): readonly Column[] {
  const periods = columns.filter(({ periodEnd, heading }) => periodEnd !== null || !NO_PERIOD.test(heading));
  if (columns.length === 1 || periods.length === 1) return columns.length === 1 ? columns : periods;
  const ends = periods.map(({ periodEnd }) => periodEnd);
  // A column without a period may be any year's, but for its heading.
  const times = ends.includes(null) ? periods.map(({ heading }) => onlyYear(heading)) : ends;
  if (times.includes(null)) return [];
  const last = Math.max(...times.map(Number));
  return periods.filter((_, index) => times[index] === last);
}

/** "FY2006", "2006 (audited)"; null for none or several. */
function onlyYear(heading: string): number | null {
  const [year, ...others] = heading.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  return year === undefined || others.length > 0 ? null : Number(year);
}

/** The whole heading, else its end ("2006" of "Year ended March 31, 2006"), else any part. */
function matching<Column extends ColumnChoice>(columns: readonly Column[], asked: string): readonly Column[] {
  const wanted = plain(asked);
  if (wanted === '') return [];
  const tests = [
    (heading: string) => heading === wanted,
    (heading: string) => heading.endsWith(wanted),
    (heading: string) => heading.includes(wanted),
  ];
  for (const test of tests) {
    const found = columns.filter(({ heading }) => test(plain(heading)));
    if (found.length > 0) return found;
  }
  return [];
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
