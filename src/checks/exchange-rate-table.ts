/*
 * A high, low, average or period-end of an exchange-rate table is not what the Federal Reserve's noon buying rates
 * give. Readers convert the report's amounts with this table, and it can be checked to the last digit.
 *
 * Authority: Form 20-F, former Item 3.A.3 (rates at the latest practicable date, monthly highs and lows, and for
 * years the average of the rates on the last day of each month); Exchange Act Forms C&DI 110.01 (the source).
 */
import type { Figure, Filing } from '../filing/filing.js';
import type {
  AverageMethod,
  NamedRateSource,
  RateSeries,
  RateSource,
  RateStatistic,
} from '../rates/rate-source.js';
import { lastDayOf, type Span } from '../value/index.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { textsBeside } from './engine/surroundings.js';
import { notRun, outcomeOf, type Verdict } from './engine/verdict.js';
import { type AverageMethods, averageMethods, notesOnAverages } from './rates/average-method.js';
import { likelyCause } from './rates/likely-cause.js';
import { type JudgedCell, verdictsOnHeadings } from './rates/misheaded-column.js';
import { spanDoubt } from './rates/missing-rates.js';
import { unlessOfAnother } from './rates/most-cells.js';
import { type NamedSource, NamedSources, sourcesOf } from './rates/named-source.js';
import {
  dayWithWeekday,
  gapIn,
  notImported,
  numberOf,
  observationLine,
  seriesFor,
} from './rates/official.js';
import { otherAverages } from './rates/other-averages.js';
import { neighbouringSpans, type RateCell, type RateTable, rateTables } from './rates/rate-cells.js';
import {
  officialTick,
  type PrintedDecimals,
  periodOfCell,
  type Recomputable,
  type Recomputation,
  recomputations,
} from './rates/recomputation.js';

const meta: CheckMeta = {
  id: 'exchange-rate-table',
  title: 'Exchange-rate tables agree with the source that they name',
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
  /** Every imported source, whether the table names it or not. */
  readonly others: readonly NamedRateSource[];
  /** To how many decimals most of its cells are printed. */
  readonly decimals: number;
  /** The spans above and below each cell in its column. */
  readonly neighbours: ReadonlyMap<RateCell, readonly Span[]>;
}

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const tables = rateTables(filing);
  if (tables.length === 0) return notRun('no exchange-rate table');
  if (context.rates === null) return notRun('no official rates were given');
  const { rates, otherRates: others = [] } = context;
  const sources = new NamedSources(filing, others);
  return outcomeOf(
    tables.flatMap((each) =>
      verdictsOf(filing, each, { source: sources.ofTable(each.table), rates, others }),
    ),
  );
}

function verdictsOf(
  filing: Filing,
  { table, cells, base }: RateTable,
  given: Pick<TableContext, 'source' | 'rates' | 'others'>,
): [Figure, Verdict<MessageId>][] {
  const methods = averageMethods([...notesOnAverages(table), ...textsBeside(filing, table)]);
  const decimals = commonest(cells.map(({ figure }) => figure.decimals));
  const context: TableContext = { ...given, base, methods, decimals, neighbours: neighbouringSpans(cells) };
  const judged = unlessOfAnother(
    cells.map((cell) => judge(cell, context)),
    context.source,
  );
  const onHeadings = verdictsOnHeadings(judged, methods);
  return judged.flatMap(({ cell, verdict }): [Figure, Verdict<MessageId>][] => {
    const instead = onHeadings.get(cell);
    return instead === null ? [] : [[cell.figure, instead ?? verdict]];
  });
}

function judge(cell: RateCell, context: TableContext): JudgedCell<MessageId> {
  const compared = comparable(cell, context);
  if (typeof compared === 'string') return { cell, compared: null, verdict: { reason: compared } };
  return { cell, compared: compared[0] ?? null, verdict: verdictOf(compared, context) };
}

/** All that a cell is compared by, once for each source that may be meant; or why it cannot be. */
function comparable(cell: RateCell, { source, base, rates }: TableContext): readonly Recomputable[] | string {
  if (source === null) return 'the table does not name the source of its rates';
  if (source.kind === 'other' && source.imported === null) return notImported(source.name);
  if (base !== null) return `quoted per ${base}: not recomputed`;
  const printed = numberOf(cell.figure.value);
  if (printed === null) return 'the cell holds no number';
  const { span } = cell;
  if (span === null) return 'no period could be read for the cell';
  const found = sourcesOf(source, rates).map((each) => {
    const series = seriesFor(each, cell.unit);
    return typeof series === 'string' ? series : (gapIn(series, span) ?? { cell, printed, span, series });
  });
  const usable = found.filter((each) => typeof each !== 'string');
  return usable.length > 0 ? usable : (found.find((each) => typeof each === 'string') ?? 'no rates');
}

/** The first source that agrees gives the tick; where several may be meant, none is held against the figure. */
function verdictOf(compared: readonly Recomputable[], context: TableContext): Verdict<MessageId> {
  const all = compared.map((each) => ({ each, tried: recomputations(each, context.methods) }));
  for (const { each, tried } of all) {
    const agreeing = tried.find(({ comparison }) => comparison.agrees);
    if (agreeing !== undefined)
      return { tick: officialTick(each.series, agreeing, printedTo(each, context)) };
  }
  const [only] = all;
  const first = only?.tried[0];
  if (only === undefined || first === undefined) return { reason: 'no method applies' };
  if (context.source?.kind === 'mixed') {
    const differs = `differs from the ${only.each.series.rateName}`;
    return {
      reason: `${differs}, but the text leaves open whose rate it is: ${context.source.name} is named`,
    };
  }
  const { series, cell, span } = only.each;
  const missing = spanDoubt(series, cell.statistic, span);
  if (missing !== null) return { reason: `differs from the ${series.rateName}, but ${missing}` };
  return { finding: findingOf(only.each, only.tried, first, context) };
}

/** Both numbers of decimals of a cell that has fewer than most of its table; null for the others. */
function printedTo({ cell }: Recomputable, { decimals: usual }: TableContext): PrintedDecimals | null {
  const own = cell.figure.decimals;
  return own < usual ? { own, usual } : null;
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
      ...otherAverages(compared),
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
  const { statistic, unit } = cell;
  const others = [context.rates, ...context.others]
    .flatMap((source) => source.series(unit) ?? [])
    .filter((other) => other.source !== series.source);
  return likelyCause({ printed, decimals, series, statistic, method, span, neighbours, others });
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
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
  'Only rates that the H.10 release or an imported source carries are recomputed.',
  'A table that names no source, or one whose rates are not imported, is left undecided; one that names several is ticked where it agrees with any and left undecided where it agrees with none.',
  'Where no method of averaging is stated, the mean of month-ends and the mean of daily rates both pass for a year.',
  'A sentence that names both methods at once is not understood.',
  'Where an imported source lacks rates in or at the end of a period, more than holidays explain, or the text names another kind of its rates (selling, buying, opening), a figure that differs is left undecided; so is every cell of a table that mostly differs from it.',
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
