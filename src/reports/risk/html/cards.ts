import { PERCENT, printEstimate, printedEstimate, printNumber } from '../../../risk/index.js';
import type { MeasureResult, Spread } from '../../../risk/results/results.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { estimateCell, levelText, MEASURE_NAMES, moneyOf, yearsText } from '../words.js';
import { linear, round } from './plot.js';

/** The first screen: what the risks do to each measure, and what the words of its rows mean. */
export function cardsMarkup(run: RiskRun, level: number): Html {
  if (run.measures.length === 0) return html``;
  return html`<div class="cards">${run.measures.map((result) => cardMarkup(run, result, level))}</div>
<p class="note">Mean: the average of all simulated years. ±: the standard error of the simulation; the true value lies within twice that in 19 of 20 cases, if the models and inputs are right. Fall, ${yearsText(level)}: the fall below the plan that ${yearsText(level)} reaches or exceeds (“value at risk ${levelText(level)}”). Mean of those years: the average fall in just those years (“expected shortfall”). In each strip the band is where 9 of 10 years end, the tall line the plan, the dot the mean.</p>
`;
}

function cardMarkup(
  run: RiskRun,
  { measure, unit, base, change, probabilityOfLoss }: MeasureResult,
  level: number,
): Html {
  const money = moneyOf(run, unit);
  const { mean } = change;
  const after = mean.value === null ? mean : { ...mean, value: base + mean.value };
  const { value, error } = printedEstimate(after, money);
  const at = (estimates: typeof change.valueAtRisk) =>
    estimates.find((each) => Math.abs(each.level - level) < 1e-12)?.estimate;
  const [fall, shortfall] = [at(change.valueAtRisk), at(change.expectedShortfall)];
  const row = (name: string, text: string | null, kind = '') =>
    text === null
      ? null
      : html`<div${kind === '' ? null : html` class="${kind}"`}><dt>${name}</dt><dd>${text}</dd></div>\n`;
  return html`<div class="card"><h3>${MEASURE_NAMES[measure]} <small>${money.text}</small></h3>
${
  mean.value === null
    ? html`<p class="none">${value}</p>`
    : html`<p class="big">${value}${error === null ? null : html` <small>± ${error}</small>`} <small>mean, with the risks</small></p>`
}
${stripMarkup(base, change)}
<dl>${row('plan', printNumber(base, money, 5))}${mean.value === null ? null : row('mean change', printEstimate(mean, money))}${row(`fall, ${yearsText(level)}`, fall === undefined ? null : printEstimate(fall, money))}${row('mean of those years', shortfall === undefined ? null : estimateCell(shortfall, money))}${row('chance of a loss', probabilityOfLoss === null ? null : printEstimate(probabilityOfLoss, PERCENT), 'loss')}</dl></div>
`;
}

const STRIP = { width: 260, height: 20 };

/** Where 9 of 10 years end, against the plan; the numbers below say the same, so that it is hidden from those who listen. */
function stripMarkup(base: number, { quantiles, mean }: Spread): Html | null {
  const at = (level: number) =>
    quantiles.find((each) => Math.abs(each.level - level) < 1e-12)?.estimate.value ?? null;
  const [low, high] = [at(0.05), at(0.95)];
  if (low === null || high === null || !(high > low)) return null;
  const ends = [Math.min(low, 0), Math.max(high, 0)] as const;
  const room = (ends[1] - ends[0]) * 0.12;
  const x = linear([base + ends[0] - room, base + ends[1] + room], [0, STRIP.width]);
  const middle = STRIP.height / 2;
  const nothing = x(0);
  return html`<svg class="strip" viewBox="0 0 ${STRIP.width} ${STRIP.height}" aria-hidden="true"><path class="grid" d="M0 ${middle}H${STRIP.width}"/>${nothing > 0 && nothing < STRIP.width ? html`<path class="mark risk" d="M${round(nothing)} 2V${STRIP.height - 2}"/>` : null}<rect class="range" x="${round(x(base + low))}" y="${middle - 4}" width="${round(x(base + high) - x(base + low))}" height="8" rx="2"/><path class="planned" d="M${round(x(base))} 1V${STRIP.height - 1}"/>${mean.value === null ? null : html`<circle class="dot" cx="${round(x(base + mean.value))}" cy="${middle}" r="4"/>`}</svg>`;
}
