import type { CheckedFigure, Finding } from '../../checks/check.js';
import type { Place } from '../../filing/index.js';
import { formatPeriod } from '../../value/index.js';
import { cellLine } from '../cell-text.js';
import { lettersOf, SEVERITY_SIGNS, shortMarkOf } from '../marks.js';
import { annotate, type Segment } from './annotate.js';
import { type Html, html } from './markup.js';
import { isMarked, type Sheet } from './sheet.js';

/** The text of a block or cell with its figures marked. Marks are drawn by the style sheet: copied text stays clean. */
export function inline(
  sheet: Sheet,
  place: Place,
  figures: readonly CheckedFigure[],
  findings: readonly Finding[],
): Html {
  const marked = figures.filter((checked) => isMarked(sheet, checked));
  return html`${annotate(place, marked, findings, sheet.result.filing.source.text).map((segment) => segmentMarkup(sheet, segment))}`;
}

function segmentMarkup(sheet: Sheet, segment: Segment): Html {
  switch (segment.kind) {
    case 'text':
      return html`${segment.text}`;
    case 'figure':
      return figureMarkup(sheet, segment.text, segment.checked);
    case 'spot':
      return html`<mark class="spot">${segment.parts.map((part) => segmentMarkup(sheet, part))}</mark>${segment.findings.map((finding) => flagMarkup(sheet, finding))}`;
  }
}

/** A link to the figure's evidence; without a script it jumps there, with one it opens the panel. */
function figureMarkup(sheet: Sheet, text: string, checked: CheckedFigure): Html {
  const { figure, status } = checked;
  const id = `${sheet.prefix}${figure.id}`;
  const number = sheet.entries.get(figure.id);
  const findings = sheet.onFigure.get(figure.id) ?? [];
  const state = findings.length > 0 && status !== 'differs' ? 'noted' : status;
  const sign = state === 'noted' ? SEVERITY_SIGNS[findings[0]?.severity ?? 'info'] : shortMarkOf(checked);
  const target = number === undefined ? id : `${sheet.prefix}e-${figure.id}`;
  // What has no entry in the evidence carries its facts itself.
  const facts =
    number === undefined
      ? html` data-v="${figure.value}" data-u="${figure.unit}" data-p="${figure.period === null ? '' : formatPeriod(figure.period)}" data-l="${figure.label}"`
      : html` data-n="${number}"`;
  const spoken = `${text}, ${statusWords(checked)}`;
  return html`<a class="fig ${state}" id="${id}" href="#${target}" role="button" aria-label="${spoken}"${sign === '' ? '' : html` data-mark="${sign}"`}${facts}>${'table' in figure.where ? cellLine(text) : text}</a>`;
}

/** A finding on text that is no figure: an empty link behind the text, its sign drawn by the style sheet. */
function flagMarkup(sheet: Sheet, finding: Finding): Html {
  const id = `${sheet.prefix}${finding.id}`;
  const number = sheet.entries.get(finding.id) ?? '';
  return html`<a class="flag ${finding.severity}" id="${id}" href="#${sheet.prefix}e-${finding.id}" role="button" aria-label="${finding.severity}: ${finding.check}" data-mark="${SEVERITY_SIGNS[finding.severity]}" data-n="${number}"></a>`;
}

/** "ticked OF", "differs", "unsupported". */
export function statusWords(checked: CheckedFigure): string {
  const letters = lettersOf(checked).join(', ');
  return checked.status === 'ticked' || checked.status === 'agrees'
    ? `${checked.status} ${letters}`
    : checked.status;
}
