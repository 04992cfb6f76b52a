import { PERCENT, printNumber } from '../../../risk/index.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { moneyOf } from '../words.js';
import { linked, type RiskNames } from './risk-links.js';

/** A cell with more risks says how many more; the table below has them all. */
const MOST_IN_A_CELL = 12;

/** Probability against size, with the ids of the risks in the cells: a table, so that it reads without colours too. */
export function heatMapMarkup(run: RiskRun, names: RiskNames): Html | null {
  const { probabilityBands, sizeBands, sizeOf, cells } = run.heatMap;
  const shown = cells.filter(({ probability }) => (probability.value ?? 0) > 0);
  if (shown.length === 0) return null;
  const money = moneyOf(run, run.register.currency);
  const sizes = bandTexts(sizeBands, (value) => printNumber(value, money, 3));
  const chances = bandTexts(probabilityBands, (value) => printNumber(value, PERCENT, 3));
  const row = (chance: number): Html => {
    const columns = sizes.map((_, size) => {
      const here = shown.filter(
        ({ probabilityBand, sizeBand }) => probabilityBand === chance && sizeBand === size,
      );
      const rest = here.length - MOST_IN_A_CELL;
      const listed = here.slice(0, MOST_IN_A_CELL).map(({ risk }) => html`<li>${linked(risk, names)}</li>`);
      return html`<td class="h${heat(chance, size, chances.length + sizes.length - 2)}" data-head="${sizes[size] ?? ''}">${here.length === 0 ? null : html`<ul>${listed}${rest > 0 ? html`<li>and ${rest} more</li>` : null}</ul>`}</td>`;
    });
    return html`<tr><th scope="row">${chances[chance] ?? ''}</th>${columns}</tr>\n`;
  };
  const rows = chances.map((_, nth) => row(chances.length - 1 - nth));
  return html`<p class="caption" id="heat-t">How likely, and how much: the higher, the likelier within the year; the further right, the larger the mean loss of the years in which there is one (${money.text})</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="heat-t"><table class="heat" aria-labelledby="heat-t">
<colgroup><col class="side">${sizes.map(() => html`<col>`)}</colgroup>
<thead><tr><td></td>${sizes.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>
<p class="note">Bands of size are 1%, 5%, 20% and 50% of ${sizeOf}. Losses below 0.01% of it are not counted.</p>
`;
}

function bandTexts(ends: readonly number[], text: (value: number) => string): string[] {
  const [first = 0, last = 0] = [ends[0], ends.at(-1)];
  return [
    `below ${text(first)}`,
    ...ends.slice(1).map((end, nth) => `${text(ends[nth] ?? 0)} to ${text(end)}`),
    `${text(last)} or more`,
  ];
}

function heat(chance: number, size: number, most: number): number {
  return Math.min(4, Math.round(((chance + size) / most) * 4));
}
