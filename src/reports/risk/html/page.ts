import { createHash } from 'node:crypto';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { formatDayLong } from '../../../value/index.js';
import { VERSION } from '../../../version.js';
import { Html, html } from '../../html/markup.js';
import { headlines } from '../headline.js';
import { scenarioText } from '../markdown-report.js';
import { sectionsOf } from '../sections.js';
import { mainLevel } from '../tables/summary-tables.js';
import { cardsMarkup } from './cards.js';
import { riskNames } from './risk-links.js';
import { sectionMarkup } from './section-markup.js';
import { RISK_STYLE } from './style.js';

/** Control characters, and marks that would turn the direction of what follows. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * One self-contained page: the answers first, then each section with its plots and the numbers behind them. It has no
 * script and asks nothing of a network. The same run gives the same bytes.
 */
export function riskHtml(run: RiskRun): string {
  const { issuer, asOf } = run.register;
  // Its sentences stand on the first screen already.
  const sections = sectionsOf(run).filter(({ id, tables }) => id !== 'results' || tables.length > 0);
  const names = riskNames(run);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Risks of ${issuer}</title>
<style>${Html.trusted(RISK_STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
${run.legend === null ? null : html`<p class="legend">${run.legend}</p>`}
<header>
<p class="kicker">Tickmark risk report</p>
<h1>Risks of ${issuer}</h1>
<p class="about">One year from ${formatDayLong(asOf)}${scenarioText(run)}</p>
<h2 class="minute">In one minute</h2>
<ul class="answers">${headlines(run).map((line) => html`<li>${line}</li>\n`)}</ul>
${cardsMarkup(run, mainLevel(run))}
<nav aria-label="Contents"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main id="main">
${sections.map((section) => sectionMarkup(run, section, names))}
</main>
${factsMarkup(run)}
</body>
</html>
`;
  return page.markup.replace(UNSEEN, '\ufffd');
}

/** Only this style sheet may act; nothing may be fetched, framed, sent or run. */
function policy(): string {
  const hash = createHash('sha256').update(RISK_STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function factsMarkup({ register, simulation }: RiskRun): Html {
  return html`<dl class="facts">
<div><dt>Register</dt><dd>${register.path}</dd></div>
<div><dt>SHA-256</dt><dd class="hash">${register.sha256}</dd></div>
<div><dt>Seed</dt><dd>${simulation.seed}</dd></div>
<div><dt>Trials</dt><dd>${simulation.trials.toLocaleString('en-US')}</dd></div>
<div><dt>Tickmark</dt><dd>${VERSION}</dd></div>
</dl>`;
}
