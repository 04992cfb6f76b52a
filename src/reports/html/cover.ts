import { type CheckResult, type FigureStatus, TICK_LETTERS } from '../../checks/index.js';
import type { RateSource } from '../../rates/rate-source.js';
import { formatDayLong } from '../../value/index.js';
import { VERSION } from '../../version.js';
import { coverageBySection, ticksByCheck } from '../coverage.js';
import { amountCount, lettersOf, STATUS_SIGNS, shortMarkOf, verdict } from '../marks.js';
import { type Html, html } from './markup.js';

/** The official rates that the checks used. */
export type RatesUsed = Pick<RateSource, 'name' | 'asOf'>;

/** Head of a file: what was read, by what it was checked, and what came of it. */
export function coverMarkup(result: CheckResult, rates: RatesUsed | null): Html {
  const { source, cover } = result.filing;
  const { errors, warnings } = result.summary;
  const kind = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'clean';
  const about = [
    ...(cover.form === null ? [] : [`Form ${cover.form}`]),
    ...(cover.periodEnd === null ? [] : [`fiscal year ended ${formatDayLong(cover.periodEnd)}`]),
  ].join(', ');
  return html`<header class="cover">
<p class="kicker">Tickmark report</p>
<h1>${fileName(source.path)}</h1>
<p class="about">${about}</p>
<p class="verdict ${kind}">${verdict(errors, warnings)}</p>
${countsMarkup(result)}
${legendMarkup(result)}
${coverageMarkup(result)}
${openMarkup(result)}
<dl class="facts source">
<div><dt>File</dt><dd>${source.path}</dd></div>
<div><dt>SHA-256</dt><dd class="hash">${source.sha256}</dd></div>
<div><dt>Encoding</dt><dd>${source.encoding}</dd></div>
${ratesMarkup(rates)}<div><dt>Tickmark</dt><dd>${VERSION}</dd></div>
</dl>
</header>`;
}

/** The last part of a path; a title need not tell where on a machine the file lies. */
export function fileName(path: string): string {
  return path === '-' ? 'standard input' : (path.split(/[\\/]/).at(-1) ?? path);
}

function ratesMarkup(rates: RatesUsed | null): Html {
  if (rates === null) return html``;
  return html`<div><dt>Rates</dt><dd>${rates.name}, as of ${formatDayLong(rates.asOf)}</dd></div>\n`;
}

function countsMarkup({ summary, figures }: CheckResult): Html {
  const dates = figures.filter(
    ({ status, figure }) => status === 'unsupported' && figure.unit === 'date',
  ).length;
  const count = (status: FigureStatus | 'all', number: number, word: string): Html =>
    html`<li class="${status}"><b>${number}</b> ${word}</li>`;
  return html`<ul class="counts">${count('all', amountCount(summary), 'amounts')}${count('ticked', summary.ticked, 'ticked')}${count('agrees', summary.agrees, 'agree')}${count('differs', summary.differs, 'differ')}${count('unsupported', summary.unsupported, dates === 0 ? 'unsupported' : `unsupported (${dates} of them dates)`)}</ul>`;
}

/** The signs and letters that this file carries. */
function legendMarkup(result: CheckResult): Html {
  const letters = new Set(result.figures.flatMap(lettersOf));
  const statuses = new Set(result.figures.map(({ status }) => status));
  const sign = (status: FigureStatus, meaning: string): Html =>
    statuses.has(status)
      ? html`<div><dt class="${status}">${STATUS_SIGNS[status]}</dt><dd>${meaning}</dd></div>`
      : html``;
  const letterEntries = Object.entries(TICK_LETTERS)
    .filter(([letter]) => letters.has(letter as keyof typeof TICK_LETTERS))
    .map(([letter, meaning]) => html`<div><dt>${letter}</dt><dd>${meaning}</dd></div>`);
  const more = result.figures.some((checked) => shortMarkOf(checked).endsWith('+'))
    ? html`<div><dt>+</dt><dd>more work behind it</dd></div>`
    : '';
  const dotted = html`<div><dt class="unsupported">12</dt><dd>no check supports it</dd></div>`;
  return html`<dl class="legend">${sign('ticked', 'ticked: confirmed by independent work')}${sign('agrees', 'agrees with another mention, not ticked')}${sign('differs', 'differs')}${letterEntries}${more}${statuses.has('unsupported') ? dotted : ''}</dl>`;
}

/** How much of each part of the report is ticked, where that is more than a glance. */
function coverageMarkup(result: CheckResult): Html {
  const lines = coverageBySection(result);
  if (lines.length < 3) return html``;
  const rows = lines.map(({ title, counts: { ticked, agrees, differs, unsupported } }) => {
    const cells = [ticked, agrees, differs, unsupported].map(
      (count) => html`<td>${count === 0 ? '' : count}</td>`,
    );
    return html`<tr><th scope="row">${title}</th>${cells}</tr>\n`;
  });
  const checks = ticksByCheck(result).map(([check, figures]) => `${check} ${figures}`);
  return html`<details class="coverage"><summary>What is ticked, by part</summary>
<table><thead><tr><th scope="col">Part</th><th scope="col">ticked</th><th scope="col">agree</th><th scope="col">differ</th><th scope="col">unsupported</th></tr></thead>
<tbody>${rows}</tbody></table>
<p>Ticked by: ${checks.join(', ')}.</p></details>`;
}

/** What the report does not say: figures that no check could decide, checks that had nothing to look at. */
function openMarkup({ checksNotRun, undecided }: CheckResult): Html {
  const open =
    undecided.length === 0
      ? html``
      : html`<p class="unfinished">Figures that a check could not decide: ${undecided.length}</p>\n`;
  if (checksNotRun.length === 0) return open;
  const checks = checksNotRun.map(
    ({ check, reason }) => html`<li><b>${check}</b> did not run: ${reason}</li>`,
  );
  const count = `${checks.length} check${checks.length === 1 ? '' : 's'} did not run`;
  return html`${open}<details class="unfinished"><summary>${count}</summary><ul>${checks}</ul></details>`;
}
