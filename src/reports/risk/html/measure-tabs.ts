import type { Measure } from '../../../risk/waterfall/measure.js';
import { type Html, html } from '../../html/markup.js';
import { MEASURE_NAMES } from '../words.js';

/** What a section says of one measure. */
export interface MeasurePane {
  readonly measure: Measure;
  readonly content: Html;
}

/**
 * One measure at a time, chosen by radio buttons that the style sheet acts on: no script, arrow keys work, and on paper
 * all are shown.
 */
export function measureTabs(group: string, panes: readonly MeasurePane[], chosen: Measure | null): Html {
  if (panes.length < 2) return html`${panes.map(({ content }) => content)}`;
  const first = panes.some(({ measure }) => measure === chosen) ? chosen : panes[0]?.measure;
  const buttons = panes.map(({ measure }) => {
    const id = `${group}-of-${measure}`;
    return html`<input type="radio" name="${group}-of" id="${id}"${measure === first ? html` checked` : null}><label for="${id}">${MEASURE_NAMES[measure]}</label>\n`;
  });
  const shown = panes.map(
    ({ measure, content }) =>
      html`<div class="pane"><h3>${MEASURE_NAMES[measure]}</h3>
${content}</div>
`,
  );
  return html`<fieldset class="tabs"><legend>Choose a measure</legend>
${buttons}<div class="panes">
${shown}</div></fieldset>
`;
}
