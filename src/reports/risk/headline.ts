import { PERCENT, printEstimate, printNumber } from '../../risk/index.js';
import type { MeasureResult } from '../../risk/results/results.js';
import type { RiskRun } from '../../risk/results/risk-run.js';
import { mainLevel, shareText } from './tables/summary-tables.js';
import { inSentence, MEASURE_NAMES, moneyOf, moneyText, riskMeasureText, yearsText } from './words.js';

/** The measure that a reader asks for first: operating income, else net income, else the first that moves. */
export function mainMeasure(run: RiskRun): MeasureResult | null {
  const named = (name: string) => run.measures.find(({ measure }) => measure === name);
  return named('operating-income') ?? named('net-income') ?? run.measures[0] ?? null;
}

/** The answers in sentences: what the risks do, how likely a loss is, which risk matters most, what would change that. */
export function headlines(run: RiskRun): string[] {
  const main = mainMeasure(run);
  if (main === null) return ['No risk of this register moves a measure.'];
  const isStill = main.change.deviation.value === 0 && main.change.mean.value === 0;
  return [
    isStill ? stillSentence(run, main) : `${planSentence(run, main)}${fallSentence(run, main)}`,
    ...lossSentence(run),
    ...matterSentence(run, main),
    ...changeSentence(run, main),
  ];
}

function stillSentence(run: RiskRun, { measure, unit, base }: MeasureResult): string {
  const money = moneyOf(run, unit);
  return `The plan has ${inSentence(MEASURE_NAMES[measure])} of ${moneyText(printNumber(base, money, 6), money)}, and every simulated year ends so.`;
}

function planSentence(run: RiskRun, { measure, unit, base, change }: MeasureResult): string {
  const money = moneyOf(run, unit);
  const plan = `The plan has ${inSentence(MEASURE_NAMES[measure])} of ${moneyText(printNumber(base, money, 6), money)}.`;
  const { mean } = change;
  if (mean.value === null) return `${plan} With the risks it has no mean: ${mean.why ?? 'the law has none'}.`;
  return `${plan} With the risks its mean is ${moneyText(printEstimate({ ...mean, value: base + mean.value }, money), money)}.`;
}

function fallSentence(run: RiskRun, { unit, base, change }: MeasureResult): string {
  const level = mainLevel(run);
  const money = moneyOf(run, unit);
  const fall = change.valueAtRisk.find((each) => each.level === level)?.estimate;
  if (fall === undefined || fall.value === null) return '';
  const end = { ...fall, value: base - fall.value };
  const side = fall.value < 0 ? 'or less above' : 'or more below';
  return ` In ${yearsText(level)} it ends at ${printEstimate(end, money)} or less, ${printEstimate({ ...fall, value: Math.abs(fall.value) }, money)} ${side} the plan.`;
}

function lossSentence({ measures }: RiskRun): string[] {
  const parts = measures.flatMap(({ measure, probabilityOfLoss }) =>
    probabilityOfLoss === null
      ? []
      : [
          `${measure === 'operating-income' ? 'an operating loss' : 'a net loss'}: ${printEstimate(probabilityOfLoss, PERCENT)}${inYears(probabilityOfLoss.value)}`,
        ],
  );
  return parts.length === 0 ? [] : [`Chance within the year of ${parts.join('; of ')}.`];
}

/** " (about 1 year in 140)" of a chance that is small, and not too small to be counted in years. */
function inYears(chance: number | null): string {
  if (chance === null || !(chance >= 1e-5 && chance <= 0.3)) return '';
  return ` (about 1 year in ${Number((1 / chance).toPrecision(2)).toLocaleString('en-US')})`;
}

function matterSentence(run: RiskRun, { measure, contributions }: MeasureResult): string[] {
  const [first, ...others] = contributions?.parts ?? [];
  if (contributions === null || first === undefined || !((first.estimate.value ?? 0) > 0)) return [];
  const heading = run.risks.find(({ risk }) => risk === first.risk)?.heading ?? '';
  const share = (part: typeof first) => shareText(part.estimate.value, contributions.total.value);
  const next = others
    .filter(({ estimate }) => (estimate.value ?? 0) > 0)
    .slice(0, 2)
    .map((part) => `${part.risk} (${share(part)})`);
  return [
    `What matters most is ${first.risk}${heading === '' ? '' : ` (“${heading}”)`}: ${share(first)} of what ${inSentence(MEASURE_NAMES[measure])} loses in the worst ${yearsText(contributions.level)} (${riskMeasureText(contributions.of, contributions.level)})${next.length === 0 ? '' : `; then ${next.join(' and ')}`}.`,
  ];
}

/** The scenario that costs most, and the control that is worth most. */
function changeSentence(run: RiskRun, { measure, unit }: MeasureResult): string[] {
  const money = moneyOf(run, unit);
  const scenarios = run.comparisons
    .filter(({ kind }) => kind === 'scenario')
    .flatMap(({ name, measures }) => {
      const mean = measures.find((each) => each.measure === measure)?.mean;
      return mean === undefined || mean.value === null ? [] : [{ name, mean, value: mean.value }];
    })
    .sort((a, b) => a.value - b.value);
  const controls = run.comparisons
    .flatMap(({ name, net }) => (net === null || net.value === null ? [] : [{ name, net, value: net.value }]))
    .sort((a, b) => b.value - a.value);
  const [worst, best] = [scenarios[0], controls[0]];
  const own = moneyOf(run, run.register.currency);
  return [
    ...(worst === undefined || worst.value >= 0
      ? []
      : [
          `Of the scenarios, “${worst.name}” costs most: ${moneyText(printEstimate(worst.mean, money), money)} of ${inSentence(MEASURE_NAMES[measure])} in the mean.`,
        ]),
    ...(best === undefined
      ? []
      : [
          `Of the controls, “${best.name.replace(/^Without: /, '')}” is worth most: ${moneyText(printEstimate(best.net, own), own)} of operating income a year after its cost.`,
        ]),
  ];
}
