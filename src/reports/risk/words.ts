import { type PrintUnit, printEstimate } from '../../risk/index.js';
import type { Estimate } from '../../risk/results/results.js';
import type { RiskRun } from '../../risk/results/risk-run.js';
import type { Measure } from '../../risk/waterfall/measure.js';

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  revenue: 'Revenue',
  'operating-income': 'Operating income',
  'net-income': 'Net income',
  'other-comprehensive-income': 'Other comprehensive income',
  equity: "Shareholders' equity",
  'ads-value': 'Value of an ADS',
};

/** "operating income", "the value of an ADS": a name within a sentence. */
export function inSentence(name: string): string {
  const lower = name.replace(/^[A-Z](?=[a-z])/, (sign) => sign.toLowerCase());
  return lower.startsWith('value ') ? `the ${lower}` : lower;
}

/** An estimate for a narrow place: "none" where there is no value; a note says why. */
export function estimateCell(estimate: Estimate, unit: PrintUnit): string {
  return estimate.value === null ? 'none' : printEstimate(estimate, unit);
}

/** Why some of these have no value, each reason once. */
export function reasonsOf(estimates: readonly (Estimate | undefined)[]): string[] {
  const reasons = estimates.flatMap((estimate) =>
    estimate !== undefined && estimate.value === null && estimate.why !== undefined ? [estimate.why] : [],
  );
  return [...new Set(reasons)].map((why) => `None: ${why}.`);
}

/** What is printed as 1 of an amount of money, and how the unit is called: "JPY million", "USD". */
export interface MoneyUnit extends PrintUnit {
  readonly text: string;
}

/** Of the value of an ADS whole dollars; else the register's `show` unit. */
export function moneyOf(run: Pick<RiskRun, 'show'>, unit: string): MoneyUnit {
  if (unit !== run.show.currency) return { size: 1, mark: '', text: unit };
  return { size: run.show.size, mark: '', text: run.show.text };
}

/** "JPY 4,700 million" for a number in a unit "JPY million". */
export function moneyText(number: string, { text }: MoneyUnit): string {
  const [currency = '', ...scale] = text.split(' ');
  return [currency, number, ...scale].join(' ');
}

/** "95%", "99.5%". */
export function levelText(level: number): string {
  return `${Number((level * 100).toFixed(4))}%`;
}

/** "1 year in 20" for a level of 95%. */
export function yearsText(level: number): string {
  return `1 year in ${Math.round(1 / (1 - level)).toLocaleString('en-US')}`;
}

const METHODS = {
  'expected-shortfall': 'expected shortfall',
  'value-at-risk': 'value at risk',
} as const;

/** "expected shortfall 95%". */
export function riskMeasureText(of: keyof typeof METHODS, level: number): string {
  return `${METHODS[of]} ${levelText(level)}`;
}

/** Annual figures and those of another horizon are different things. */
export const HORIZON_NOTE =
  'Results of the simulation are for one year; the value at risk of Item 11 is for the horizon that stands beside it. The two are not added, and cannot be compared directly.';
