import { PERCENT, printNumber } from '../../../risk/index.js';
import type { MeasureResult } from '../../../risk/results/results.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { inSentence, MEASURE_NAMES, moneyOf, yearsText } from '../words.js';
import { bottomAxis, figure, line, linear, marks, moneyTicks, PLOT_WIDTH, round } from './plot.js';

const LEFT = 52;
const RIGHT = PLOT_WIDTH - 14;
const TOP = 58;
const BOTTOM = 250;
const HEIGHT = 276;
/** Fewer trials than these beyond a loss tell little of its probability. */
const LEAST_TRIALS = 10;
const RAREST = 1e-4;

/** P(the fall from plan is larger), on a logarithmic axis, with its 95% band. */
export function exceedancePlot(run: RiskRun, result: MeasureResult, level: number): Html | null {
  const { change, measure, unit, base } = result;
  const money = moneyOf(run, unit);
  const name = inSentence(MEASURE_NAMES[measure]);
  const least = Math.max(RAREST, LEAST_TRIALS / run.simulation.trials);
  const points = change.exceedance.filter(
    ({ probability }) => (probability.value ?? 0) >= least && (probability.value ?? 0) <= 0.995,
  );
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || !(last.loss > first.loss)) return null;
  const x = linear([Math.min(0, first.loss), Math.max(0, last.loss)], [LEFT, RIGHT]);
  const log = linear([Math.log10(least), 0], [BOTTOM, TOP]);
  const y = (chance: number) => log(Math.log10(Math.max(least, Math.min(1, chance))));
  const curve = (of: 'value' | 'low' | 'high') =>
    points.map(({ loss, probability }) => [x(loss), y(probability[of] ?? probability.value ?? 0)] as const);
  const powers = Array.from({ length: Math.floor(-Math.log10(least) + 1e-9) + 1 }, (_, nth) => 10 ** -nth);
  const axis = powers.map(
    (chance) =>
      html`<path class="grid" d="M${LEFT} ${round(y(chance))}H${RIGHT}"/><text class="ax end" x="${LEFT - 6}" y="${round(y(chance) + 4)}">${printNumber(chance, PERCENT, 3)}</text>`,
  );
  const wanted = [
    ...change.valueAtRisk.slice(0, 2).flatMap(({ level: each, estimate }) =>
      estimate.value === null
        ? []
        : [
            {
              at: x(estimate.value),
              text: `${yearsText(each)}: ${printNumber(estimate.value, money, 3)}`,
              kind: each === level ? 'risk' : 'rare',
            },
          ],
    ),
    ...(result.probabilityOfLoss !== null && base > 0 && base < last.loss
      ? [{ at: x(base), text: 'all of the plan', kind: 'plan' }]
      : []),
  ].filter(({ at }) => at >= LEFT && at <= RIGHT);
  return figure(
    {
      id: `exceed-${measure}`,
      title: `How likely ${name} falls by more than an amount, ${money.text}.`,
      reading:
        'From an amount below go up to the curve, then left to its chance. Each line down is ten times rarer; the shade is the 95% interval.',
      description: `Probability on a logarithmic axis that the fall from plan is larger than an amount. Value at risk: ${wanted.map(({ text }) => text).join(', ')}. The band is the 95% interval.`,
      height: HEIGHT,
    },
    html`${axis}${bottomAxis(moneyTicks(x, money), TOP, BOTTOM)}<path class="band" d="${line([...curve('high'), ...curve('low').toReversed()])}Z"/><path class="curve" d="${line(curve('value'))}"/><path class="axis" d="M${LEFT} ${BOTTOM}H${RIGHT}"/>${marks(wanted, TOP, BOTTOM, PLOT_WIDTH)}`,
  );
}
