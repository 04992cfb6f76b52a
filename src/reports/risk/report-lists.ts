import type { Colors } from 'picocolors/types.js';
import { type Html, html } from '../html/markup.js';
import { inlineMarkdown } from '../reading/markdown/escape.js';
import { wrap, wrapAfter } from '../terminal/layout.js';
import type { ReportList } from './tables/report-table.js';

/** Sentences under a title of their own, in each form. */
export function listLines({ title, items }: ReportList, width: number, colors: Colors): string[] {
  return [
    ...wrap(title, width).map((line) => colors.bold(line)),
    ...items.flatMap((item) => wrapAfter('- ', item, width)),
  ];
}

export function listMarkdown({ title, items }: ReportList): string[] {
  return [`### ${inlineMarkdown(title)}`, items.map((item) => `- ${inlineMarkdown(item)}`).join('\n')];
}

export function listMarkup({ title, items }: ReportList): Html {
  return html`<h3>${title}</h3>
<ul class="said">${items.map((item) => html`<li>${item}</li>\n`)}</ul>
`;
}
