/*
 * A high, low, average or period-end of an exchange-rate table is not what the Federal Reserve's noon buying rates
 * give. Readers convert the report's amounts with this table, and it can be checked to the last digit.
 *
 * Authority: Form 20-F, former Item 3.A.3 (rates at the latest practicable date, monthly highs and lows, and for
 * years the average of the rates on the last day of each month); Exchange Act Forms C&DI 110.01 (the source).
 */
import type { Figure, Filing } from '../filing/filing.js';
import type { AverageMethod, RateSeries, RateSource, RateStatistic } from '../rates/rate-source.js';
import { lastDayOf, type Span } from '../value/index.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { type AverageMethods, averageMethods, notesOnAverages } from './engine/average-method.js';
import { likelyCause } from './engine/likely-cause.js';
import { type JudgedCell, verdictsOnHeadings } from './engine/misheaded-column.js';
import { type NamedSource, NamedSources } from './engine/named-source.js';
import { dayWithWeekday, gapIn, numberOf, observationLine, seriesFor } from './engine/official.js';
import { neighbouringSpans, type RateCell, type RateTable, rateTables } from './engine/rate-cells.js';
import {
  officialTick,
  periodOfCell,
  type Recomputable,
  type Recomputation,
  recomputations,
} from './engine/recomputation.js';
import { textsBeside } from './engine/surroundings.js';
import { notRun, outcomeOf, type Verdict } from './engine/verdict.js';

const meta: CheckMeta = {
  id: 'exchange-rate-table',
  title: 'Exchange-rate tables agree with the noon buying rates',
  severity: 'error',
  basis: 'Form 20-F, former Item 3.A.3; Federal Reserve statistical release H.10',
  since: '0.1.0',
  needs: ['rates', 'tables'],
};

const messages = {
  differs:
    'Unexpected {statistic} {printed} for {period}, expected {expected}: {formula}. Check the figure against the source, and the method that the table states.',
  heading:
    'Unexpected figures under the heading {statistic}: {count} of them are the {held} of their periods. Check the headings, and whether two columns are exchanged.',
};

type MessageId = keyof typeof messages;

/** All that the cells of one table have in common. */
interface TableContext {
  readonly source: NamedSource | null;
  /** What its rates are per, where that is not one unit. */
  readonly base: string | null;
  readonly methods: AverageMethods;
  readonly rates: RateSource;
  /** The spans above and below each cell in its column. */
  readonly neighbours: ReadonlyMap<RateCell, readonly Span[]>;
}

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const tables = rateTables(filing);
  if (tables.length === 0) return notRun('no exchange-rate table');
  if (context.rates === null) return notRun('no official rates were given');
  const { rates } = context;
  const sources = new NamedSources(filing);
  return outcomeOf(tables.flatMap((each) => verdictsOf(filing, each, sources.ofTable(each.table), rates)));
}

function verdictsOf(
  filing: Filing,
  { table, cells, base }: RateTable,
  source: NamedSource | null,
  rates: RateSource,
): [Figure, Verdict<MessageId>][] {
  const methods = averageMethods([...notesOnAverages(table), ...textsBeside(filing, table)]);
  const context: TableContext = { source, base, methods, rates, neighbours: neighbouringSpans(cells) };
  const judged = cells.map((cell) => judge(cell, context));
  const onHeadings = verdictsOnHeadings(judged, methods);
  return judged.flatMap(({ cell, verdict }): [Figure, Verdict<MessageId>][] => {
    const instead = onHeadings.get(cell);
    return instead === null ? [] : [[cell.figure, instead ?? verdict]];
  });
}

function judge(cell: RateCell, context: TableContext): JudgedCell<MessageId> {
  const compared = comparable(cell, context);
  if (typeof compared === 'string') return { cell, compared: null, verdict: { reason: compared } };
  return { cell, compared, verdict: verdictOf(compared, context) };
}

/** All that a cell is compared by, or why it cannot be. */
function comparable(cell: RateCell, { source, base, rates }: TableContext): Recomputable | string {
  if (source === null) return 'the table does not name the source of its rates';
  if (source.kind === 'other') return `the table names another source: ${source.name}`;
  if (base !== null) return `quoted per ${base}: not recomputed`;
  const printed = numberOf(cell.figure.value);
  if (printed === null) return 'the cell holds no number';
  if (cell.span === null) return 'no period could be read for the cell';
  const series = seriesFor(rates, cell.unit);
  if (typeof series === 'string') return series;
  return gapIn(series, cell.span) ?? { cell, printed, span: cell.span, series };
}

function verdictOf(compared: Recomputable, context: TableContext): Verdict<MessageId> {
  const tried = recomputations(compared, context.methods);
  const agreeing = tried.find((each) => each.comparison.agrees);
  if (agreeing !== undefined) return { tick: officialTick(compared.series, agreeing) };
  if (context.source?.kind === 'mixed') {
    return { reason: `differs from the noon buying rate, but the text names ${context.source.name} as well` };
  }
  const first = tried[0];
  if (first === undefined) return { reason: 'no method applies' };
  return { finding: findingOf(compared, tried, first, context) };
}

function findingOf(
  compared: Recomputable,
  tried: readonly Recomputation[],
  first: Recomputation,
  context: TableContext,
): FindingDraft<MessageId> {
  const { cell, series } = compared;
  const { figure, statistic } = cell;
  const expected = tried.map(({ comparison }) => comparison.expected.toString()).join(' or ');
  return {
    message: 'differs',
    values: {
      statistic,
      printed: figure.text,
      period: periodOfCell(compared),
      expected,
      formula: tried.map(({ formula }) => formula).join(', or '),
    },
    at: figure.id,
    suspects: [figure.id],
    printed: figure.text,
    expected,
    cause: causeOf(compared, first.method, context),
    evidence: [
      ...tried.map(({ comparison, formula }) => `${comparison.expected}: ${formula}`),
      ...context.methods.stated.filter(() => statistic === 'average').map((text) => `Stated: “${text}”`),
      ...observationsOf(compared, series, first.statistic),
    ],
  };
}

function causeOf(
  { cell, printed, span, series }: Recomputable,
  method: AverageMethod,
  context: TableContext,
): string | null {
  const neighbours = context.neighbours.get(cell) ?? [];
  const { decimals } = cell.figure;
  return likelyCause({ printed, decimals, series, statistic: cell.statistic, method, span, neighbours });
}

/** The observations themselves, where there are few enough to read; and the day that stands in for a holiday. */
function observationsOf({ cell, span }: Recomputable, series: RateSeries, used: RateStatistic): string[] {
  const lines = used.inputs.length <= 31 ? used.inputs.map((input) => observationLine(series, input)) : [];
  const day = used.inputs[0]?.day;
  const last = lastDayOf(span);
  if (cell.statistic === 'period-end' && day !== undefined && day !== last) {
    lines.push(`${dayWithWeekday(last)} has no rate; the last one before it counts`);
  }
  return lines;
}

const limits = [
  'Only rates against the U.S. dollar that the H.10 release carries are recomputed.',
  'A table that names another source, or none, is left undecided; one that names two is ticked where it agrees and left undecided where it does not.',
  'Where no method of averaging is stated, the mean of month-ends and the mean of daily rates both pass for a year.',
  'A sentence that names both methods at once is not understood.',
  'Rates quoted per 100, 1,000 or more units of a currency are left undecided.',
  'Fewer than three cells under a wrong heading are reported one by one.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'A table that agrees, by the method of its footnote',
    text: [
      'Kitano Denki Co., Ltd. gives the noon buying rates for yen in New York City, in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage(1)\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2005\t¥114.30\t¥102.26\t¥107.28\t¥107.22',
      '2006\t120.93\t104.41\t113.67\t117.48',
      'Calendar year 2006\t\t\t\t',
      'January\t¥117.55\t¥113.96\t¥115.48\t¥116.88',
      '',
      '(1) The average for a fiscal year is the mean of the rates on the last business day of each month in it. The average for a month is the mean of its daily rates.',
    ].join('\n'),
    ticked: [
      ...['¥114.30', '¥102.26', '¥107.28', '¥107.22', '120.93', '104.41', '113.67', '117.48'],
      ...['¥117.55', '¥113.96', '¥115.48', '¥116.88'],
    ],
  },
  {
    name: 'An average of daily rates under a footnote that says month-end',
    text: [
      'Kitano Denki Co., Ltd. gives the noon buying rates for yen in New York City, in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage(1)\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2005\t¥114.30\t¥102.26\t¥107.28\t¥107.22',
      '2006\t120.93\t104.41\t113.15\t117.48',
      '',
      '(1) The average is the mean of the rates on the last business day of each month in the fiscal year.',
    ].join('\n'),
    ticked: ['¥114.30', '¥102.26', '¥107.28', '¥107.22', '120.93', '104.41', '117.48'],
    findings: [
      {
        message:
          'Unexpected average 113.15 for the year ended March 31, 2006, expected 113.67: mean of the last noon buying rate of each of 12 months = 113.665000. Check the figure against the source, and the method that the table states.',
        at: '113.15',
        suspects: ['113.15'],
        cause: 'average of daily rates instead of month-end rates',
      },
    ],
  },
  {
    name: 'High and low exchanged, and an average cut off instead of rounded',
    text: [
      'Kitano Denki Co., Ltd. gives the noon buying rates for yen in New York City, in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage(1)\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2005\t¥102.26\t¥114.30\t¥107.28\t¥107.22',
      '2006\t120.93\t104.41\t113.66\t117.48',
      '',
      '(1) The average is the mean of the rates on the last business day of each month in the fiscal year.',
    ].join('\n'),
    ticked: ['¥107.28', '¥107.22', '120.93', '104.41', '117.48'],
    findings: [
      {
        message:
          'Unexpected high ¥102.26 for the year ended March 31, 2005, expected 114.30: highest of 253 noon buying rates, of May 14, 2004. Check the figure against the source, and the method that the table states.',
        at: '¥102.26',
        suspects: ['¥102.26'],
        cause: 'high and low exchanged',
      },
      {
        message:
          'Unexpected low ¥114.30 for the year ended March 31, 2005, expected 102.26: lowest of 253 noon buying rates, of January 12, 2005. Check the figure against the source, and the method that the table states.',
        at: '¥114.30',
        suspects: ['¥114.30'],
        cause: 'high and low exchanged',
      },
      {
        message:
          'Unexpected average 113.66 for the year ended March 31, 2006, expected 113.67: mean of the last noon buying rate of each of 12 months = 113.665000. Check the figure against the source, and the method that the table states.',
        at: '113.66',
        suspects: ['113.66'],
        cause: 'rounded down instead of half up',
      },
    ],
  },
  {
    name: 'Rates of another source are left undecided',
    text: [
      'Minato Foods Co., Ltd. gives the telegraphic transfer rates of its bank, in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2006\t¥121.40\t¥104.78\t¥113.31\t¥117.47',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
