import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Content, type Html, html } from '../../html/markup.js';
import { mainMeasure } from '../headline.js';
import type { ReportSection, ReportTable } from '../tables/report-table.js';
import { inputTornadoTable, tornadoTable } from '../tables/risk-tables.js';
import { contributionsTable, mainLevel } from '../tables/summary-tables.js';
import { contributionsPlot } from './contributions-plot.js';
import { exceedancePlot } from './exceedance-plot.js';
import { graphPlot } from './graph-plot.js';
import { heatMapMarkup } from './heat-map.js';
import { histogramPlot } from './histogram-plot.js';
import { measureTabs } from './measure-tabs.js';
import { registerEntries } from './register-entries.js';
import type { RiskNames } from './risk-links.js';
import { foldedTable, pageTable, risksTableMarkup } from './table-markup.js';
import { inputTornadoPlot, tornadoPlot } from './tornado-plots.js';
import { votesPlot } from './votes-plot.js';

/** Tables of so many rows are folded. */
const LONG_TABLE = 30;
/** Tables of so many rows beside a plot would stand far below it. */
const LONG_BESIDE = 22;

/** A section with its plots; the tables of the format-free section that its plots do not show follow. */
export function sectionMarkup(run: RiskRun, section: ReportSection, names: RiskNames): Html {
  const { id, title, lead, lists = [] } = section;
  // The answers stand on the first screen already.
  const said = id === 'results' ? [] : lead;
  return html`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title}</h2>
${id === 'method' ? html`<ul class="said">${said.map((line) => html`<li>${line}</li>\n`)}</ul>` : said.map((line) => html`<p class="lead">${line}</p>\n`)}
${bodyOf(run, section, names)}
${lists.map(
  (list) => html`<h3>${list.title}</h3>
<ul class="said">${list.items.map((item) => html`<li>${item}</li>\n`)}</ul>
`,
)}
</section>
`;
}

function bodyOf(run: RiskRun, { id, tables }: ReportSection, names: RiskNames): Content {
  switch (id) {
    case 'results':
      return [resultPlots(run), tables.map((table) => pageTable(table, names))];
    case 'contributions':
      return contributionPanes(run, names);
    case 'tornado':
      return [tornadoPanes(run, names), inputMoves(run, names)];
    case 'risks':
      return [
        heatMapMarkup(run, names),
        tables.map((table, nth) => (nth === 0 ? risksTableMarkup : pageTable)(table, names)),
      ];
    case 'register':
      return [registerEntries(run), tables.slice(1).map((table) => tableOf(table, names))];
    case 'exact':
      return tables.map((table) => foldedTable(table, names));
    default:
      return [plotOf(run, id), tables.map((table) => tableOf(table, names))];
  }
}

function tableOf(table: ReportTable, names: RiskNames): Html {
  return (table.rows.length > LONG_TABLE ? foldedTable : pageTable)(table, names);
}

/** Histogram and exceedance curve of each measure that moves. */
function resultPlots(run: RiskRun): Html {
  const level = mainLevel(run);
  const panes = run.measures.map((result) => {
    const plots = [histogramPlot(run, result, level), exceedancePlot(run, result, level)].filter(
      (plot) => plot !== null,
    );
    return {
      measure: result.measure,
      content:
        plots.length === 0
          ? html`<p class="lead">Nothing to draw: it ends as planned in every simulated year.</p>`
          : html`<div class="plots">${plots}</div>`,
    };
  });
  return measureTabs('results', panes, mainMeasure(run)?.measure ?? null);
}

function contributionPanes(run: RiskRun, names: RiskNames): Html {
  const panes = run.measures.flatMap((result) => {
    const table = contributionsTable(run, result);
    if (table === null) return [];
    return [{ measure: result.measure, content: besideOf(contributionsPlot(run, result), table, names) }];
  });
  return measureTabs('contributions', panes, mainMeasure(run)?.measure ?? null);
}

function tornadoPanes(run: RiskRun, names: RiskNames): Html {
  const panes = run.tornadoes.flatMap((tornado) => {
    const plot = tornadoPlot(run, tornado);
    if (plot === null) return [];
    return [{ measure: tornado.measure, content: besideOf(plot, tornadoTable(run, tornado), names) }];
  });
  return measureTabs('tornado', panes, mainMeasure(run)?.measure ?? null);
}

function inputMoves(run: RiskRun, names: RiskNames): Html | null {
  const table = inputTornadoTable(run);
  if (table === null) return null;
  const moved =
    table.rows.length === 0
      ? html`${table.notes.map((note) => html`<p class="note">${note}</p>\n`)}`
      : besideOf(inputTornadoPlot(run), table, names);
  return html`<h3>The inputs</h3>
${moved}`;
}

/** A plot and its numbers side by side; a long table is folded. */
function besideOf(plot: Html | null, table: ReportTable, names: RiskNames): Html {
  if (plot === null) return tableOf(table, names);
  const numbers = (table.rows.length > LONG_BESIDE ? foldedTable : pageTable)(table, names);
  return html`<div class="plots">${plot}<div class="beside">${numbers}</div></div>`;
}

function plotOf(run: RiskRun, id: string): Html | null {
  const network = run.dependencies.find(({ risk }) => id === `network-${risk}`);
  const votes = run.ownership.find(({ risk }) => id === `votes-${risk}`);
  const plot = network !== undefined ? graphPlot(network) : votes !== undefined ? votesPlot(votes) : null;
  return plot === null ? null : html`<div class="plots">${plot}</div>`;
}
