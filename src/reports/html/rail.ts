import type { Finding } from '../../checks/check.js';
import type { Section } from '../../filing/index.js';
import { amountCount, SEVERITY_SIGNS } from '../marks.js';
import { fileName } from './cover.js';
import { type Html, html } from './markup.js';
import { placeText, type Sheet } from './sheet.js';

/** The side of the page: which figures to mark, the findings, and the way through each document. */
export function railMarkup(sheets: readonly Sheet[]): Html {
  return html`<nav class="rail" aria-label="Report">
${filterMarkup(sheets)}
${sheets.map((sheet) => fileMarkup(sheet, sheets.length > 1))}
</nav>`;
}

function filterMarkup(sheets: readonly Sheet[]): Html {
  const total = (pick: (sheet: Sheet) => number): number =>
    sheets.reduce((sum, sheet) => sum + pick(sheet), 0);
  const choice = (value: string, word: string, count: number): Html =>
    html`<label><input type="radio" name="show" value="${value}"${value === 'all' ? html` checked` : ''}><span>${word} <b>${count}</b></span></label>`;
  return html`<fieldset class="filter"><legend>Show</legend>${choice(
    'all',
    'All',
    total(({ result }) => amountCount(result.summary)),
  )}${choice(
    'differs',
    'Differs',
    total(({ result }) => result.summary.differs),
  )}${choice(
    'unsupported',
    'Unsupported',
    total(({ result }) => result.summary.unsupported),
  )}${choice(
    'ticked',
    'Ticked',
    total(({ result }) => result.summary.ticked),
  )}</fieldset>`;
}

function fileMarkup(sheet: Sheet, named: boolean): Html {
  const { outline, riskFactors, source } = sheet.result.filing;
  const { findings } = sheet.result;
  const risks = riskFactors.map(
    ({ id, heading }) => html`<li><a href="#${sheet.prefix}${id}">${heading}</a></li>`,
  );
  return html`<section>${named ? html`<h2><a href="#${sheet.prefix}file">${fileName(source.path)}</a></h2>` : ''}
<h3>Findings <b>${findings.length}</b></h3>
${findings.length === 0 ? html`<p class="none">None.</p>` : html`<ol class="findings">${findings.map((finding) => findingMarkup(sheet, finding))}</ol>`}
${outline.length === 0 ? '' : html`<h3>Outline</h3><ul class="outline">${outline.map((section) => sectionMarkup(sheet, section))}</ul>`}
${risks.length === 0 ? '' : html`<details open><summary><h3>Risk factors <b>${risks.length}</b></h3></summary><ol class="risks">${risks}</ol></details>`}
</section>`;
}

function findingMarkup(sheet: Sheet, finding: Finding): Html {
  const { severity, printed, expected, check, message } = finding;
  const short = printed !== '' && printed.length + expected.length <= 40 && expected !== '';
  const words = short ? html`${printed} <span aria-label="expected">→</span> ${expected}` : html`${message}`;
  const target = sheet.anchors.get(finding.id) ?? '';
  return html`<li><a class="${severity}" data-finding href="#${target}"><span class="sign">${SEVERITY_SIGNS[severity]}</span> <span class="words">${words}</span> <span class="by">${check}, ${placeText(sheet, finding.start)}</span></a></li>\n`;
}

function sectionMarkup(sheet: Sheet, section: Section): Html {
  const title = html`<span>${itemNumber(section.id)}</span> ${section.title}`;
  const children = section.children.map((child) => sectionMarkup(sheet, child));
  return html`<li>${section.printed ? html`<a href="#${sheet.prefix}s-${section.id}">${title}</a>` : title}${children.length === 0 ? '' : html`<ul>${children}</ul>`}</li>`;
}

/** "item-3-d" is "3.D", "item-16a" is "16A"; another section has no number. */
function itemNumber(id: string): string {
  const match = /^item-(\d+[a-z]?)(?:-([a-z])(?:-(\d+))?)?$/.exec(id);
  return match === null ? '' : match.slice(1).filter(Boolean).join('.').toUpperCase();
}
