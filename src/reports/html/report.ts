import { createHash } from 'node:crypto';
import type { CheckResult } from '../../checks/check.js';
import { coverMarkup, fileName, type RatesUsed } from './cover.js';
import { documentMarkup } from './document.js';
import { evidenceMarkup } from './evidence.js';
import { Html, html } from './markup.js';
import { PRINT_STYLE } from './print-style.js';
import { railMarkup } from './rail.js';
import { EARLY_SCRIPT, SCRIPT } from './script.js';
import { type Sheet, sheetOf } from './sheet.js';
import { STYLE } from './style.js';

export interface HtmlReportOptions {
  /** The official rates that the checks used, for the head of the report. */
  readonly rates?: RatesUsed | null;
}

/**
 * One self-contained HTML file: each document as printed, every figure marked and opening its evidence, the findings,
 * a summary and a legend. It asks nothing of a network and forbids the browser to. The same results give the same bytes.
 */
export function htmlReport(results: readonly CheckResult[], options: HtmlReportOptions = {}): string {
  const sheets = results.map((result, index) => sheetOf(result, index + 1));
  const names = results.map(({ filing }) => fileName(filing.source.path));
  const style = STYLE + PRINT_STYLE;
  const page = html`<!doctype html>
<html lang="en" data-show="all">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Tickmark report: ${names.join(', ')}</title>
<script>${Html.trusted(EARLY_SCRIPT)}</script>
<style>${Html.trusted(style)}</style>
</head>
<body>
<a class="skip" href="#r1-file">To the document</a>
${railMarkup(sheets)}
<main>
${sheets.map((sheet) => fileMarkup(sheet, options.rates ?? null))}
</main>
${panelMarkup()}
<p class="spoken" id="live" role="status" aria-live="polite"></p>
<script>${Html.trusted(SCRIPT)}</script>
</body>
</html>
`;
  return page.markup;
}

/** Only this style sheet and these scripts may act; nothing may be fetched, framed or sent. */
function policy(style: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(style)}; script-src ${hash(EARLY_SCRIPT)} ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

function fileMarkup(sheet: Sheet, rates: RatesUsed | null): Html {
  return html`<article id="${sheet.prefix}file">
${coverMarkup(sheet.result, rates)}
${documentMarkup(sheet)}
${evidenceMarkup(sheet)}
</article>
`;
}

/** Filled by the script with an entry of the evidence, or with the facts that an unsupported figure carries. */
function panelMarkup(): Html {
  return html`<aside class="panel" id="panel" aria-label="Evidence" tabindex="-1">
<div class="bar"><h2>Evidence</h2><button type="button" id="back" aria-label="Previous figure">←</button><button type="button" id="forth" aria-label="Next figure">→</button><button type="button" id="close" aria-label="Close">×</button></div>
<div id="evidence"></div>
<div id="hint"><p>Choose a figure to see the work behind it.</p>
<dl class="keys"><div><dt>n</dt><dd>next finding</dd></div><div><dt>p</dt><dd>previous finding</dd></div><div><dt>→ ←</dt><dd>next, previous figure</dd></div><div><dt>Enter</dt><dd>open the evidence</dd></div><div><dt>Esc</dt><dd>close it</dd></div></dl></div>
</aside>
<template id="plain"><div class="entry"><h3 class="unsupported"></h3><p>No check supports this figure.</p><dl class="facts"><div><dt>What</dt><dd data-l></dd></div><div><dt>Value</dt><dd data-v></dd></div><div><dt>Unit</dt><dd data-u></dd></div><div><dt>Period</dt><dd data-p></dd></div></dl></div></template>`;
}
