import { PERCENT, printEstimate, printNumber } from '../../risk/index.js';
import type { Estimate, MeasureResult, Spread } from '../../risk/results/results.js';
import type { RiskReport, RiskRun } from '../../risk/results/risk-run.js';
import { formatDay } from '../../value/index.js';
import { networkTables } from './tables/network-tables.js';
import { votesTables } from './tables/ownership-tables.js';
import { columns, type ReportTable } from './tables/report-table.js';
import { sourceText } from './tables/risk-tables.js';
import { contributionsTable, shareText } from './tables/summary-tables.js';
import { levelText, MEASURE_NAMES, type MoneyUnit, moneyOf, riskMeasureText } from './words.js';

export type Fact = readonly [name: string, text: string | readonly string[]];

/** What is known of one risk or measure: facts by name, and tables. */
export interface Explanation {
  readonly title: string;
  /** Several texts make a list. */
  readonly facts: readonly Fact[];
  readonly tables: readonly ReportTable[];
}

const EFFECTS = {
  'income-before-tax': 'income before tax',
  'other-comprehensive-income': 'other comprehensive income',
  'ads-value': 'the dollars that an ADS is worth (change of the logarithm)',
  none: 'no measure',
} as const;

export function riskExplanation(run: RiskRun, risk: RiskReport): Explanation {
  const isMoney = risk.effectOn === 'income-before-tax' || risk.effectOn === 'other-comprehensive-income';
  const money = isMoney
    ? moneyOf(run, run.register.currency)
    : { ...PERCENT, text: '% of the dollars that an ADS is worth' };
  const links = (of: RiskReport['raises']) =>
    of
      .map((each) => `${each.risk} (frequency × ${each.times} each time, at most × ${each.atMost})`)
      .join(', ');
  const cell = run.heatMap.cells.find((each) => each.risk === risk.risk);
  const facts: Fact[] = [
    ['Heading', risk.heading],
    ['Category', risk.category],
    ['Owner', `${risk.owner ?? 'open'}, review ${risk.review === null ? 'open' : formatDay(risk.review)}`],
    [`Model (${risk.kind})`, risk.model.length === 1 ? risk.model.join('') : risk.model],
    ['Source', risk.source ?? ''],
    ['Effect on', EFFECTS[risk.effectOn]],
    [
      'Occurrences a year',
      risk.occurrences === null
        ? ''
        : `${printEstimate(risk.occurrences.mean)}; any in a year: ${printEstimate(risk.occurrences.probabilityOfAny, PERCENT)}`,
    ],
    [
      'Chance of a loss',
      cell === undefined
        ? ''
        : `${printEstimate(cell.probability, PERCENT)}; mean loss where any ${printEstimate(cell.size, money)} (${money.text})`,
    ],
    [
      'Moments',
      Number.isFinite(risk.momentsBelow) ? `of orders below ${printNumber(risk.momentsBelow)} only` : '',
    ],
    ['Raises', links(risk.raises)],
    ['Raised by', links(risk.raisedBy)],
    ['Shared events', risk.sharedEvents.join(', ')],
    [
      'Controls',
      risk.controls
        .map(({ name, status }) => `${name} (${status === 'in-place' ? 'in place' : 'planned'})`)
        .join('; '),
    ],
  ];
  const inputs = run.inputs.filter(({ name }) => risk.inputs.includes(name));
  const tables: (ReportTable | null)[] = [
    risk.effect === null || isStill(risk.effect)
      ? null
      : spreadTable(`Effect within a year, ${money.text}`, risk.effect, money),
    risk.lines.length === 0
      ? null
      : {
          title: `Mean effect by line, ${run.show.text}`,
          columns: columns('Line', '>Mean'),
          rows: risk.lines.map(({ name, mean }) => [
            name,
            printEstimate(mean, moneyOf(run, run.register.currency)),
          ]),
          notes: [],
        },
    sharesTable(run, risk.risk),
    ...run.dependencies.filter((each) => each.risk === risk.risk).flatMap((each) => networkTables(run, each)),
    ...run.ownership.filter((each) => each.risk === risk.risk).flatMap(votesTables),
    inputs.length === 0
      ? null
      : {
          title: 'Inputs',
          columns: columns('Input', '>Value', 'Source'),
          rows: inputs.map(({ name, value, source }) => [name, value, sourceText(source)]),
          notes: [],
        },
  ];
  return {
    title: `${risk.risk}: ${risk.kind}`,
    facts: facts.filter(([, text]) => text.length > 0),
    tables: tables.filter((table) => table !== null),
  };
}

export function measureExplanation(run: RiskRun, result: MeasureResult): Explanation {
  const money = moneyOf(run, result.unit);
  const chance = result.probabilityOfLoss;
  const tables = [
    spreadTable(`Change from plan within a year, ${money.text}`, result.change, money),
    contributionsTable(run, result),
  ];
  return {
    title: MEASURE_NAMES[result.measure],
    facts: [
      ['Plan', `${printNumber(result.base, money, 6)} (${money.text})`],
      ...(chance === null ? [] : [['Chance of a loss', printEstimate(chance, PERCENT)] as const]),
    ],
    tables: tables.filter((table) => table !== null),
  };
}

/** No trial has any effect. */
function isStill({ mean, deviation }: Spread): boolean {
  return mean.value === 0 && deviation.value === 0;
}

/** The law of a quantity as simulated, what is known of it exactly beside. */
function spreadTable(title: string, spread: Spread, money: MoneyUnit): ReportTable {
  const { exact } = spread;
  const known = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : printNumber(value, money, 6);
  const row = (name: string, estimate: Estimate, value?: number | null): string[] => [
    name,
    printEstimate(estimate, money),
    ...(exact === null ? [] : [known(value)]),
  ];
  return {
    title,
    columns: columns('What', '>Simulated', ...(exact === null ? [] : [`>${exact.method}`])),
    rows: [
      row('mean', spread.mean, exact?.mean),
      row('deviation', spread.deviation, exact?.deviation),
      ...spread.quantiles.map(({ level, estimate }) =>
        row(
          `${levelText(level)} quantile`,
          estimate,
          exact?.quantiles.find((each) => each.level === level)?.value,
        ),
      ),
      ...spread.valueAtRisk.map(({ level, estimate }) =>
        row(`value at risk ${levelText(level)} (a loss)`, estimate),
      ),
      ...spread.expectedShortfall.map(({ level, estimate }) =>
        row(`expected shortfall ${levelText(level)} (a loss)`, estimate),
      ),
    ],
    notes:
      exact === null || exact.error === 0
        ? []
        : [`The exact values are within ${printNumber(exact.error, money, 2)}, by the method's grid.`],
  };
}

/** What the risk adds to the tail of each measure. */
function sharesTable(run: RiskRun, risk: string): ReportTable | null {
  const rows = run.measures.flatMap(({ measure, unit, contributions }) => {
    const part = contributions?.parts.find((each) => each.risk === risk);
    if (contributions === null || part === undefined || part.estimate.value === 0) return [];
    const money = moneyOf(run, unit);
    return [
      [
        unit === run.show.currency ? MEASURE_NAMES[measure] : `${MEASURE_NAMES[measure]}, ${money.text}`,
        riskMeasureText(contributions.of, contributions.level),
        printEstimate(part.estimate, money),
        shareText(part.estimate.value, contributions.total.value),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    title: `What it adds to each measure, ${run.show.text}`,
    columns: columns('Measure', 'Of', '>Adds', '>Share'),
    rows,
    notes: [],
  };
}
