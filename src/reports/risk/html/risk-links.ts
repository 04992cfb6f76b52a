import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';

/** Ids of the risks that have a row to link to, with their headings. */
export type RiskNames = ReadonlyMap<string, string>;

export function riskNames(run: RiskRun): RiskNames {
  return new Map(run.risks.map(({ risk, heading }) => [risk, heading]));
}

/** Id of a risk's row in the table of the risks. */
export function rowId(risk: string): string {
  return `risk-${risk}`;
}

/** Id of what the register says of a risk. */
export function entryId(risk: string): string {
  return `entry-${risk}`;
}

/** An id as a link to the risk's row, its heading shown on hovering; other text as it stands. */
export function linked(text: string, names: RiskNames): Html {
  const heading = names.get(text);
  return heading === undefined
    ? html`${text}`
    : html`<a href="#${rowId(text)}" title="${heading}">${text}</a>`;
}

/** A list of ids, "outage, carriers", each a link. */
export function linkedList(text: string, names: RiskNames): Html {
  return html`${text.split(', ').map((part, nth) => html`${nth === 0 ? null : ', '}${linked(part, names)}`)}`;
}
