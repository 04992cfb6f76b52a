import type { RiskReport, RiskRun } from '../../../risk/results/risk-run.js';
import { formatDay } from '../../../value/index.js';
import { type Html, html } from '../../html/markup.js';
import { entryId, rowId } from './risk-links.js';

/** Models of so many lines (a network of many parts) are folded. */
const LONG_MODEL = 6;

/** What the register says of each risk: a table of eight columns would be read by nobody. */
export function registerEntries(run: RiskRun): Html {
  return html`<div class="entries">${run.risks.map(entryMarkup)}</div>\n`;
}

function entryMarkup(risk: RiskReport): Html {
  const controls = risk.controls.map(
    ({ name, status }) => `${name} (${status === 'in-place' ? 'in place' : 'planned'})`,
  );
  const row = (name: string, content: Html | string | null) =>
    content === null || content === '' ? null : html`<div><dt>${name}</dt><dd>${content}</dd></div>\n`;
  return html`<article class="entry" id="${entryId(risk.risk)}" aria-labelledby="${entryId(risk.risk)}-h">
<h3 id="${entryId(risk.risk)}-h">${risk.heading} <small><a href="#${rowId(risk.risk)}">${risk.risk}</a></small></h3>
<dl>${row('category', `${risk.category}, model: ${risk.kind}`)}${row('owner', risk.owner ?? 'open')}${row('review', risk.review === null ? 'open' : formatDay(risk.review))}${row('controls', controls.join('; '))}${row('model', modelMarkup(risk.model))}${row('source', risk.source ?? '')}</dl></article>
`;
}

function modelMarkup(lines: readonly string[]): Html | null {
  if (lines.length === 0) return null;
  const list = html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  if (lines.length <= LONG_MODEL) return list;
  return html`<details><summary>${lines.length} lines</summary>${list}</details>`;
}
