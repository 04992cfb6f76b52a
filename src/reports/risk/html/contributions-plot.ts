import { printEstimate } from '../../../risk/index.js';
import type { Estimate, MeasureResult } from '../../../risk/results/results.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { shareText } from '../tables/summary-tables.js';
import { inSentence, MEASURE_NAMES, moneyOf, riskMeasureText, yearsText } from '../words.js';
import { barRows, MOST_BARS } from './bar-rows.js';
import { figure, linear, moneyTicks, PLOT_WIDTH, round } from './plot.js';

interface Part {
  readonly name: string;
  readonly about: string;
  readonly estimate: Estimate;
}

/** What each risk adds to the tail of a measure, with the 95% interval as a whisker; the smallest together. */
export function contributionsPlot(
  run: RiskRun,
  { measure, unit, contributions }: MeasureResult,
): Html | null {
  if (contributions === null) return null;
  const parts = shownParts(run, contributions.parts);
  if (parts.length === 0) return null;
  const money = moneyOf(run, unit);
  const ends = parts.flatMap(({ estimate: { value, low, high } }) => [value ?? 0, low ?? 0, high ?? 0]);
  const lowest = Math.min(0, ...ends);
  const x = linear([lowest, Math.max(0, ...ends)], [lowest < 0 ? 14 : 4, PLOT_WIDTH - 46]);
  const rows = parts.map(({ name, about, estimate }) => ({
    name,
    about,
    draw: (top: number, height: number) => {
      const value = estimate.value ?? 0;
      const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
      const end = Math.max(to, estimate.high === null ? to : x(estimate.high));
      return html`<rect class="bar${value < 0 ? ' good' : ''}" x="${round(from)}" y="${top}" width="${round(Math.max(1, to - from))}" height="${height}"/>${whisker(estimate, x, top + height / 2)}<text class="lb" x="${round(end + 5)}" y="${top + 10}">${shareText(value, contributions.total.value)}</text>`;
    },
  }));
  const { drawing, height } = barRows(rows, x, moneyTicks(x, money, 4));
  const name = MEASURE_NAMES[measure];
  return figure(
    {
      id: `parts-${measure}`,
      title: `What takes ${inSentence(name)} down in the worst ${yearsText(contributions.level)}, ${money.text}.`,
      reading: `The length of a bar is the risk’s part of the ${riskMeasureText(contributions.of, contributions.level)}; the thin line is its 95% interval.${lowest < 0 ? ' A bar to the left softens the fall.' : ''}`,
      description: parts.map((part) => `${part.name} ${printEstimate(part.estimate, money)}`).join('; '),
      height,
    },
    drawing,
  );
}

function shownParts(run: RiskRun, all: NonNullable<MeasureResult['contributions']>['parts']): Part[] {
  const headings = new Map(run.risks.map(({ risk, heading }) => [risk, heading]));
  const parts = all
    .filter(({ estimate }) => estimate.value !== null && estimate.value !== 0)
    .map(({ risk, estimate }) => ({ name: risk, about: headings.get(risk) ?? '', estimate }));
  if (parts.length <= MOST_BARS) return parts;
  const size = ({ estimate }: Part) => Math.abs(estimate.value ?? 0);
  const large = new Set(parts.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_BARS));
  const rest = parts.filter((part) => !large.has(part));
  const value = rest.reduce((sum, { estimate }) => sum + (estimate.value ?? 0), 0);
  const others = { value, standardError: null, low: null, high: null };
  return [
    ...parts.filter((part) => large.has(part)),
    { name: `${rest.length} others`, about: 'together; each is in the table', estimate: others },
  ];
}

function whisker({ low, high }: Estimate, x: (value: number) => number, y: number): Html {
  if (low === null || high === null || x(high) - x(low) < 3) return html``;
  return html`<path class="whisker" d="M${round(x(low))} ${y}H${round(x(high))}"/>`;
}
