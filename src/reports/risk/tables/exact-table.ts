import { PERCENT, type PrintUnit, printEstimate, printedEstimate, printNumber } from '../../../risk/index.js';
import type { Estimate, Spread } from '../../../risk/results/results.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { levelText, MEASURE_NAMES, moneyOf } from '../words.js';
import { columns, type ReportTable } from './report-table.js';

/** Nearer than this, a distance is told as it is even where the law has steps. */
const NEAR = 2;

interface Compared {
  readonly name: string;
  readonly what: string;
  readonly unit: PrintUnit;
  readonly known: number;
  readonly estimate: Estimate;
  readonly method: string;
  /** In standard errors; `step`: a quantile of a law with steps, where one jumps from a value to the next. */
  readonly apart: number | 'step' | null;
}

/** Simulated beside exact, for all of which something is known exactly. */
export function exactTable(run: RiskRun): ReportTable | null {
  const all = compared(run);
  if (all.length === 0) return null;
  return {
    title: 'Exact beside simulated',
    columns: columns(
      'Of',
      'What',
      `>Exact, ${run.show.text}`,
      '>Simulated',
      '>Standard errors apart',
      '?Method',
    ),
    rows: all.map(({ name, what, unit, known, estimate, apart, method }, nth) => [
      name === all[nth - 1]?.name ? '' : name,
      what,
      printNumber(known, unit, 6),
      printEstimate(estimate, unit),
      typeof apart === 'number' ? inTenths(apart) : (apart ?? ''),
      name === all[nth - 1]?.name && method === all[nth - 1]?.method ? '' : method,
    ]),
    notes: [
      'Losses are negative here. Errors of quantiles contain that of the sketch. "Step": many trials share one value, and the quantile may fall on this or the next; a distance in standard errors means nothing there.',
    ],
  };
}

/** Whether simulation and theory agree, in a sentence. */
export function exactLead(run: RiskRun): string[] {
  const all = compared(run);
  const distances = all.flatMap(({ apart }) => (typeof apart === 'number' ? [Math.abs(apart)] : []));
  if (distances.length === 0) return [];
  const farthest = distances.reduce((most, each) => Math.max(most, each), 0);
  const far = distances.filter((each) => each > 4).length;
  return [
    `Where theory gives the law of a risk without simulation, the two must agree. Of ${all.length} values, the farthest is ${inTenths(farthest)} standard errors apart; ${far === 0 ? 'beyond 4, one of them would be wrong' : `${far} are beyond 4, where one of the two must be wrong`}.`,
  ];
}

function compared(run: RiskRun): Compared[] {
  const measures = run.measures.map(({ measure, unit, change }) => ({
    name: MEASURE_NAMES[measure],
    unit: moneyOf(run, unit) as PrintUnit,
    spread: change as Spread | null,
  }));
  const risks = run.risks.map(({ risk, effect, effectOn }) =>
    // A change of a logarithm is about a fraction: percent.
    effectOn === 'ads-value'
      ? { name: `${risk} (log of an ADS)`, unit: PERCENT, spread: effect }
      : { name: risk, unit: moneyOf(run, run.register.currency) as PrintUnit, spread: effect },
  );
  return [...measures, ...risks].flatMap(({ name, unit, spread }) => {
    if (spread === null || spread.exact === null) return [];
    const { exact } = spread;
    const row = (what: string, known: number | null, estimate: Estimate | undefined, isStepped = false) => {
      if (known === null || estimate === undefined || estimate.value === null) return [];
      const apart = distance(known, estimate, isStepped);
      return [{ name, what, unit, known, estimate, method: exact.method, apart }];
    };
    const isStepped = hasSteps(spread);
    const at = (level: number) => {
      const found = spread.quantiles.find((each) => each.level === level)?.estimate;
      return found === undefined ? undefined : withSketchError(found, run.simulation.quantileError);
    };
    return [
      ...row('mean', exact.mean, spread.mean),
      ...row('deviation', exact.deviation, spread.deviation),
      ...exact.quantiles
        .filter(({ value }) => value !== 0)
        .flatMap(({ level, value }) => row(`${levelText(level)} quantile`, value, at(level), isStepped)),
    ];
  });
}

/** Whether the order statistics about a quantile are all one value. */
function hasSteps({ quantiles }: Spread): boolean {
  return quantiles.some(({ estimate: { value, standardError } }) => value !== 0 && standardError === 0);
}

function distance(known: number, { value, standardError }: Estimate, isStepped: boolean): Compared['apart'] {
  if (value === null || standardError === null || !(standardError > 0)) return null;
  const apart = (value - known) / standardError;
  return isStepped && Math.abs(apart) > NEAR ? 'step' : apart;
}

/** The standard error of a quantile, and how far its sketch may be off, together. */
function withSketchError(estimate: Estimate, quantileError: number): Estimate {
  const { value, standardError } = estimate;
  if (value === null || standardError === null) return estimate;
  return { ...estimate, standardError: Math.hypot(standardError, quantileError * Math.abs(value)) };
}

function inTenths(value: number): string {
  return printedEstimate({ value, standardError: 0.5, low: null, high: null }).value;
}
