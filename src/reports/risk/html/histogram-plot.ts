import { max } from 'd3-array';
import { PERCENT, printNumber } from '../../../risk/index.js';
import type { MeasureResult } from '../../../risk/results/results.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { inSentence, MEASURE_NAMES, moneyOf, yearsText } from '../words.js';
import { bottomAxis, figure, linear, type Mark, marks, moneyTicks, PLOT_WIDTH, round } from './plot.js';

const LEFT = 14;
const RIGHT = PLOT_WIDTH - 14;
const TOP = 58;
const BOTTOM = 250;
const HEIGHT = 276;

/** The distribution of a measure: bars, the plan, the mean with the risks, the value at risk. */
export function histogramPlot(run: RiskRun, result: MeasureResult, level: number): Html | null {
  const { base, change, measure, unit } = result;
  const { edges, counts } = change.histogram;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  // Nothing moves: a sentence says that better than a line at the edge of an empty plot.
  if (!(last > first)) return null;
  const money = moneyOf(run, unit);
  const name = MEASURE_NAMES[measure];
  const ends = [Math.min(base, base + first), Math.max(base, base + last)] as const;
  const x = linear(ends, [LEFT, RIGHT]);
  const y = linear([0, max(counts) ?? 1], [BOTTOM, TOP]);
  const canLose = measure !== 'other-comprehensive-income';
  const bars = counts.map((count, nth) => {
    const [left, right] = [x(base + (edges[nth] ?? 0)), x(base + (edges[nth + 1] ?? 0))];
    const isOuter = nth === 0 || nth === counts.length - 1;
    const isLoss = canLose && base + (edges[nth + 1] ?? 0) <= 0;
    return html`<rect class="bar${isLoss ? ' bad' : ''}${isOuter ? ' outer' : ''}" x="${round(left + 0.4)}" y="${round(y(count))}" width="${round(Math.max(0.6, right - left - 0.8))}" height="${round(BOTTOM - y(count))}"/>`;
  });
  const shown = wantedMarks(run, result, level)
    .map(({ value, text, kind }): Mark => ({ at: x(value), text, kind }))
    .filter(({ at }) => at >= LEFT - 1 && at <= RIGHT + 1);
  const hasRisk = shown.some(({ kind }) => kind === 'risk');
  return figure(
    {
      id: `hist-${measure}`,
      title: `Where ${inSentence(name)} may end, ${money.text}.`,
      reading: `Each bar counts simulated years; pale bars at the ends hold all beyond.${hasRisk ? ` ${printNumber(1 - level, PERCENT, 3)} of the years end left of the red line.` : ''}${canLose && ends[0] < 0 ? ' Red bars are losses.' : ''}`,
      description: `Histogram of ${name.toLowerCase()} over the trials, from ${printNumber(ends[0], money, 4)} to ${printNumber(ends[1], money, 4)}: ${shown.map(({ text }) => text).join(', ')}. The pale outermost bars hold what lies outside.`,
      height: HEIGHT,
    },
    html`${bottomAxis(moneyTicks(x, money), TOP, BOTTOM)}<path class="axis" d="M${LEFT} ${BOTTOM}H${RIGHT}"/>${bars}${marks(shown, TOP, BOTTOM, PLOT_WIDTH)}`,
  );
}

function wantedMarks(
  run: RiskRun,
  { base, change, unit }: MeasureResult,
  level: number,
): { readonly value: number; readonly text: string; readonly kind: string }[] {
  const money = moneyOf(run, unit);
  const mean = change.mean.value;
  const loss = change.valueAtRisk.find((each) => each.level === level)?.estimate.value ?? null;
  return [
    { value: base, text: `plan ${printNumber(base, money, 4)}`, kind: 'plan' },
    ...(mean === null
      ? []
      : [{ value: base + mean, text: `mean ${printNumber(base + mean, money, 4)}`, kind: 'mean' }]),
    ...(loss === null
      ? []
      : [
          {
            value: base - loss,
            text: `${yearsText(level)}: ${printNumber(base - loss, money, 3)}`,
            kind: 'risk',
          },
        ]),
  ];
}
