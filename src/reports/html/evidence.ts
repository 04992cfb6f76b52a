import {
  type CheckedFigure,
  type Finding,
  TICK_LETTERS,
  type Tick,
  type TickInput,
} from '../../checks/index.js';
import { formatPeriod } from '../../value/index.js';
import { hasExpectation, markOf, SEVERITY_SIGNS } from '../marks.js';
import { visibleText } from '../visible-line.js';
import { type Html, html } from './markup.js';
import { lineText, type Sheet } from './sheet.js';

const LONGEST_QUOTE = 120;

/** Every figure with work or findings behind it, numbered: printed as it stands, shown piece by piece in the panel. */
export function evidenceMarkup(sheet: Sheet): Html {
  if (sheet.entries.size === 0) return html``;
  const findings = new Map(sheet.onText.map((finding) => [finding.id, finding]));
  const entries = [...sheet.entries.keys()].map((id) => {
    const checked = sheet.figures.get(id);
    if (checked !== undefined) return entry(sheet, id, figureEntry(sheet, checked));
    const finding = findings.get(id);
    return finding === undefined ? html`` : entry(sheet, id, textEntry(sheet, finding));
  });
  return html`<section class="appendix" aria-label="Evidence"><h2>Evidence</h2>\n<ol>\n${entries}</ol></section>`;
}

function entry(sheet: Sheet, id: string, content: Html): Html {
  return html`<li id="${sheet.prefix}e-${id}"><div class="entry">${content}</div></li>\n`;
}

function figureEntry(sheet: Sheet, checked: CheckedFigure): Html {
  const { figure, ticks, status } = checked;
  const findings = sheet.onFigure.get(figure.id) ?? [];
  const mark = markOf(checked);
  return html`<h3 class="${status}"><a href="#${sheet.prefix}${figure.id}">${figure.text}</a>${mark === '' ? '' : html` <span class="sign">${mark}</span>`}</h3>
${findings.map((finding) => findingMarkup(sheet, finding))}${ticks.map((tick) => tickMarkup(sheet, tick))}${undecidedMarkup(sheet, figure.id)}<dl class="facts">${fact('What', figure.label)}${fact('Value', figure.value)}${fact('Unit', figure.unit)}${fact('Period', figure.period === null ? '' : formatPeriod(figure.period))}${fact('Place', lineText(sheet, figure.start))}</dl>`;
}

function textEntry(sheet: Sheet, finding: Finding): Html {
  const quoted = quote(sheet, finding.start, finding.end);
  return html`<h3 class="differs"><a href="#${sheet.prefix}${finding.id}">${quoted}</a></h3>
${findingMarkup(sheet, finding)}<dl class="facts">${fact('Place', lineText(sheet, finding.start))}</dl>`;
}

function fact(name: string, value: string): Html {
  return value === '' ? html`` : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function findingMarkup(sheet: Sheet, finding: Finding): Html {
  const { severity, printed, expected, cause } = finding;
  const work = finding.evidence.map((line) => html`<li>${line}</li>`);
  const related = finding.related.map(({ figure, start, end, note }) => {
    const place = html`“${quote(sheet, start, end)}”, ${lineText(sheet, start)}`;
    return html`<li>${note}: ${figure === null ? place : html`<a href="#${sheet.prefix}${figure}">${place}</a>`}</li>`;
  });
  return html`<section class="finding ${severity}"><h4><span class="sign">${SEVERITY_SIGNS[severity]} ${severity}</span> ${finding.check}</h4>
<p>${finding.message}</p>${
    hasExpectation(finding)
      ? html`<dl class="facts contrast">${fact('Printed', printed)}${fact('Expected', expected)}</dl>`
      : ''
  }${cause === null ? '' : html`<p class="cause"><b>Likely cause:</b> ${cause}</p>`}${work.length + related.length === 0 ? '' : html`<ul>${work}${related}</ul>`}</section>\n`;
}

function tickMarkup(sheet: Sheet, tick: Tick): Html {
  return html`<section class="tick"><h4><span class="sign">${tick.letter}</span> ${TICK_LETTERS[tick.letter]} <span class="by">${tick.check}</span></h4>
<p>${tick.formula}</p><p class="result">= <b>${tick.recomputed}</b>${tick.grade === 'exact' ? '' : html` (${tick.grade})`}</p>${observationLists(tick.inputs)}${otherFigures(sheet, tick.inputs)}</section>\n`;
}

/**
 * Official observations, one list for each series, a line a day. Plain lines keep a long report light; the script
 * makes a table of them in the panel.
 */
function observationLists(inputs: readonly TickInput[]): Html[] {
  const series = new Map<string, string[]>();
  for (const input of inputs) {
    if ('figure' in input) continue;
    const name = `${input.source} ${input.series}`;
    const line = `${input.date} ${input.value}`;
    const own = series.get(name);
    if (own === undefined) series.set(name, [line]);
    else own.push(line);
  }
  return [...series].map(([name, lines]) => {
    const count = lines.length > 1 ? `, ${lines.length} rates` : '';
    return html`<div class="inputs"><b>${name}${count}</b> <span>${lines.join('\n')}</span></div>`;
  });
}

function otherFigures(sheet: Sheet, inputs: readonly TickInput[]): Html {
  const items = inputs.flatMap((input) => {
    if (!('figure' in input)) return [];
    const figure = sheet.figures.get(input.figure)?.figure;
    if (figure === undefined) return [html`<li>figure ${input.figure}</li>`];
    return [
      html`<li><a href="#${sheet.prefix}${figure.id}">${figure.text}</a>${figure.label === '' ? '' : ` ${figure.label}`}, ${lineText(sheet, figure.start)}</li>`,
    ];
  });
  return items.length === 0 ? html`` : html`<ul>${items}</ul>`;
}

function undecidedMarkup(sheet: Sheet, figure: string): Html {
  const reasons = sheet.undecided.get(figure) ?? [];
  return html`${reasons.map((reason) => html`<p class="undecided">Undecided. ${reason}</p>`)}`;
}

function quote(sheet: Sheet, start: number, end: number): string {
  const text = visibleText(sheet.result.filing, start, end).replace(/\s+/g, ' ');
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
