import {
  type CheckedFigure,
  type Finding,
  TICK_LETTERS,
  type Tick,
  type TickInput,
} from '../../checks/index.js';
import type { Figure } from '../../filing/index.js';
import { formatPeriod } from '../../value/index.js';
import { groupedDigits, hasExpectation, markOf, SEVERITY_SIGNS } from '../marks.js';
import { visibleText } from '../visible-line.js';
import { type Html, html } from './markup.js';
import { placeText, type Sheet } from './sheet.js';

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
${findings.map((finding) => findingMarkup(sheet, finding))}${ticks.map((tick) => tickMarkup(sheet, tick, figure))}${undecidedMarkup(sheet, figure.id)}<dl class="facts">${fact('What', figure.label)}${fact('Value', groupedDigits(figure.value))}${fact('Unit', figure.unit)}${fact('Period', figure.period === null ? '' : formatPeriod(figure.period))}${fact('Place', placeText(sheet, figure.start))}</dl>`;
}

function textEntry(sheet: Sheet, finding: Finding): Html {
  const quoted = quote(sheet, finding.start, finding.end);
  return html`<h3 class="differs"><a href="#${sheet.prefix}${finding.id}">${quoted}</a></h3>
${findingMarkup(sheet, finding)}<dl class="facts">${fact('Place', placeText(sheet, finding.start))}</dl>`;
}

function fact(name: string, value: string): Html {
  return value === '' ? html`` : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function findingMarkup(sheet: Sheet, finding: Finding): Html {
  const { severity, printed, expected, cause } = finding;
  const work = finding.evidence.map((line) => html`<li>${line}</li>`);
  const here = placeText(sheet, finding.start);
  const related = finding.related.map(({ figure, start, end, note }) => {
    const where = placeText(sheet, start);
    const quoted = html`“${quote(sheet, start, end)}”`;
    const place = where === here ? quoted : html`${quoted}, ${where}`;
    return html`<li>${note}: ${figure === null ? place : html`<a href="#${sheet.prefix}${figure}">${place}</a>`}</li>`;
  });
  return html`<section class="finding ${severity}"><h4><span class="sign">${SEVERITY_SIGNS[severity]} ${severity}</span> ${finding.check}</h4>
<p>${finding.message}</p>${
    hasExpectation(finding)
      ? html`<dl class="facts contrast">${fact('Printed', printed)}${fact('Expected', expected)}</dl>`
      : ''
  }${cause === null ? '' : html`<p class="cause"><b>Likely cause:</b> ${cause}</p>`}${work.length + related.length === 0 ? '' : html`<ul>${work}${related}</ul>`}</section>\n`;
}

function tickMarkup(sheet: Sheet, tick: Tick, figure: Figure): Html {
  return html`<section class="tick"><h4><span class="sign">${tick.letter}</span> ${TICK_LETTERS[tick.letter]} <span class="by">${tick.check}</span></h4>
<p>${tick.formula}</p>${resultMarkup(tick)}${observationLists(tick.inputs)}${otherFigures(sheet, tick, figure)}</section>\n`;
}

/** The recomputed value, where the formula does not end in it already. */
function resultMarkup({ formula, recomputed, grade }: Tick): Html {
  if (grade === 'exact' && formula.includes(' = ')) return html``;
  return html`<p class="result">= <b>${groupedDigits(recomputed)}</b>${grade === 'exact' ? '' : html` (${grade})`}</p>`;
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

function otherFigures(sheet: Sheet, tick: Tick, figure: Figure): Html {
  const others = tick.inputs.flatMap((input) => ('figure' in input ? [input.figure] : []));
  const home = homeOfWork(sheet, tick, others, figure);
  const listed = home === null ? others : [home];
  const items = listed.map((id) => {
    const other = sheet.figures.get(id)?.figure;
    if (other === undefined) return html`<li>figure ${id}</li>`;
    return html`<li><a href="#${sheet.prefix}${id}">${other.text}</a> ${besideMarkup(sheet, other, figure)}</li>`;
  });
  if (home !== null)
    items.push(html`<li><b></b><span>and ${others.length - 1} other figures, listed there</span></li>`);
  return items.length === 0 ? html`` : html`<ul class="parts">${items}</ul>`;
}

/** Work of more figures than this is listed once. */
const MOST_REPEATED = 5;

/**
 * The lines of a long sum all rest on the same figures. They are listed with the last of them, as a rule the total,
 * where that carries the same work; null where this figure lists them itself.
 */
function homeOfWork(sheet: Sheet, tick: Tick, others: readonly string[], figure: Figure): string | null {
  if (others.length <= MOST_REPEATED) return null;
  let [last, end]: [CheckedFigure | null, number] = [null, figure.start];
  for (const id of others) {
    const other = sheet.figures.get(id);
    if (other !== undefined && other.figure.start > end) [last, end] = [other, other.figure.start];
  }
  const isSameWork = last?.ticks.some(
    ({ check, inputs }) =>
      check === tick.check &&
      inputs.length === tick.inputs.length &&
      inputs.some((input) => 'figure' in input && input.figure === figure.id),
  );
  return last !== null && isSameWork ? last.figure.id : null;
}

/** What a figure is called and where it stands, as far as that differs from the figure whose work it is part of. */
function besideMarkup(sheet: Sheet, other: Figure, figure: Figure): Html {
  const own = new Set(figure.label.split(LABEL_PARTS));
  const place = placeText(sheet, other.start);
  const isElsewhere = place !== placeText(sheet, figure.start);
  const parts = other.label.split(LABEL_PARTS).filter((part) => !own.has(part));
  const label = parts.length > 0 || isElsewhere ? parts.join(LABEL_PARTS) : other.label;
  return html`<span>${label}${isElsewhere ? html` <small>${place}</small>` : ''}</span>`;
}

/** Between the labels of a row, its groups and its column. */
const LABEL_PARTS = ' · ';

function undecidedMarkup(sheet: Sheet, figure: string): Html {
  const reasons = sheet.undecided.get(figure) ?? [];
  return html`${reasons.map((reason) => html`<p class="undecided">Undecided. ${reason}</p>`)}`;
}

function quote(sheet: Sheet, start: number, end: number): string {
  const text = visibleText(sheet.result.filing, start, end).replace(/\s+/g, ' ');
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
