import type { CheckedFigure, Finding } from '../../checks/check.js';
import type { Block, Section, Table } from '../../filing/index.js';
import { inline } from './inline.js';
import { type Html, html } from './markup.js';
import type { Sheet } from './sheet.js';
import { tableMarkup } from './table.js';

/** Blocks that are laid out and painted together; a browser skips those out of sight. */
const CHUNK = 60;

/** The document as printed: its blocks in order, their text exactly that of the source, figures marked. */
export function documentMarkup(sheet: Sheet): Html {
  const { blocks } = sheet.result.filing;
  const context = contextOf(sheet);
  const chunks: Html[] = [];
  for (let from = 0; from < blocks.length; from += CHUNK) {
    const to = Math.min(blocks.length, from + CHUNK);
    chunks.push(html`<div class="chunk">\n${runMarkup(sheet, context, from, to)}</div>\n`);
  }
  return html`<div class="paper">\n${chunks}</div>`;
}

interface Context {
  readonly figures: ReadonlyMap<number | string, readonly CheckedFigure[]>;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly headings: ReadonlyMap<number, Section>;
  readonly riskFactors: ReadonlyMap<number, string>;
}

function contextOf(sheet: Sheet): Context {
  const { filing, figures } = sheet.result;
  const headings = new Map<number, Section>();
  const visit = (sections: readonly Section[]): void => {
    for (const section of sections) {
      if (section.printed && !headings.has(section.start)) headings.set(section.start, section);
      visit(section.children);
    }
  };
  visit(filing.outline);
  return {
    figures: grouped(figures, ({ figure: { where } }) => ('table' in where ? where.table : where.block)),
    findings: findingsByBlock(filing.blocks, sheet.onText),
    tables: new Map(filing.tables.map((table) => [table.id, table])),
    headings,
    riskFactors: new Map(filing.riskFactors.map(({ blocks, id }) => [blocks[0] ?? -1, id])),
  };
}

function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** One pass: both lists are in the order of the document. What stands between blocks goes to the one before. */
function findingsByBlock(blocks: readonly Block[], findings: readonly Finding[]): Map<number, Finding[]> {
  let block = 0;
  return grouped(findings, ({ start }) => {
    while (block + 1 < blocks.length && (blocks[block + 1]?.start ?? 0) <= start) block += 1;
    return block;
  });
}

/** A run of blocks; list items that follow one another share a list. */
function runMarkup(sheet: Sheet, context: Context, from: number, to: number): Html[] {
  const { blocks } = sheet.result.filing;
  const markup: Html[] = [];
  for (let index = from; index < to; index += 1) {
    const item = blocks[index]?.kind === 'list-item';
    const first = item && (index === from || blocks[index - 1]?.kind !== 'list-item');
    const last = item && (index + 1 === to || blocks[index + 1]?.kind !== 'list-item');
    if (first) markup.push(html`<ul>\n`);
    markup.push(blockMarkup(sheet, context, index));
    if (last) markup.push(html`</ul>\n`);
  }
  return markup;
}

function blockMarkup(sheet: Sheet, context: Context, index: number): Html {
  const block = sheet.result.filing.blocks[index];
  if (block === undefined) return html``;
  const findings = context.findings.get(index) ?? [];
  if (block.kind === 'table') {
    const table = context.tables.get(block.table ?? '');
    if (table !== undefined) return tableMarkup(sheet, table, context.figures.get(table.id) ?? [], findings);
  }
  const text = inline(sheet, block, context.figures.get(index) ?? [], findings);
  const factor = context.riskFactors.get(index);
  if (factor !== undefined) return html`<h4 class="risk" id="${sheet.prefix}${factor}">${text}</h4>\n`;
  switch (block.kind) {
    case 'heading':
      return headingMarkup(sheet, context.headings.get(block.start), text);
    case 'list-item':
      return html`<li${/\d|\*/.test(block.marker ?? '') ? html` class="note"` : ''}>${text}</li>\n`;
    case 'page-number':
      return html`<p class="page">${text}</p>\n`;
    case 'running-header':
      return html`<p class="page running">${text}</p>\n`;
    default:
      return html`<p>${text}</p>\n`;
  }
}

function headingMarkup(sheet: Sheet, section: Section | undefined, text: Html): Html {
  if (section === undefined) return html`<h4>${text}</h4>\n`;
  const id = html` id="${sheet.prefix}s-${section.id}"`;
  if (section.level === 1) return html`<h2${id}>${text}</h2>\n`;
  if (section.level === 2) return html`<h3${id}>${text}</h3>\n`;
  return html`<h4${id}>${text}</h4>\n`;
}
