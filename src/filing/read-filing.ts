import { type CoverPage, coverPage } from './cover/cover-page.js';
import { readForm } from './cover/form.js';
import { readCover } from './cover/read-cover.js';
import {
  type MentionOptions,
  namedYears,
  PeriodReader,
  readFiscalCalendar,
  readFiscalYear,
  readSharedNames,
} from './figures/index.js';
import type { Block, Filing, Source } from './filing.js';
import { boundedParts, DEFAULT_LIMITS, type Limits } from './limits.js';
import { FoundFigures, numberFigures } from './number-figures.js';
import { readOutline } from './outline/outline.js';
import { readRiskFactors } from './outline/risk-factors.js';
import { placeOf } from './place.js';
import { applyProseScale } from './prose-scale.js';
import { decodeSource } from './read/decode.js';
import { readFacts } from './read/ixbrl/read-facts.js';
import type { Layout } from './read/layout.js';
import { readLayout } from './read/read-layout.js';
import { sentencesOf } from './read/sentences.js';
import { sentenceFigures } from './sentence-figures.js';
import { readTables } from './tables/read-tables.js';
import { tableFigures } from './tables/table-figures.js';

export interface ReadOptions {
  /** The name that messages and reports give the source; "-" where not given. */
  readonly path?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a report as filed: HTML, inline XBRL, EDGAR text, Markdown. Its outline, risk factors, tables, facts and every
 * figure, with exact places. Bytes are decoded (UTF-8, UTF-16 with a mark, Windows-1252). Throws `InputError` on what
 * is none of these.
 */
export function readFiling(input: string | Uint8Array, options: ReadOptions = {}): Filing {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = decodeSource(input, options.path ?? '-', limits);
  const { layout, format, documents, header } = readLayout(source, limits);
  const page = coverPage(layout, header);
  const form = readForm(page) ?? '20-F';
  const { outline, sectionOf, headings } = readOutline(layout, form, source.text.length);
  const blocks = layout.blocks.map((raw, index): Block => {
    const { kind, from, to, marker } = raw;
    const { text, spans, start, end } = placeOf(layout, from, to);
    return {
      text,
      spans,
      start,
      end,
      kind: headings.has(index) ? 'heading' : kind === 'text' ? 'paragraph' : kind,
      section: sectionOf[index] ?? null,
      table: null,
      marker,
      sentences: kind === 'table' ? [] : sentencesOf(text),
    };
  });
  return { ...understand(source, layout, page, blocks, outline, documents, limits), format };
}

/** The second pass, over blocks that know their section: tables, figures, risk factors, cover. */
function understand(
  source: Source,
  layout: Layout,
  page: CoverPage,
  placed: readonly Block[],
  outline: Filing['outline'],
  documents: Filing['documents'],
  limits: Limits,
): Omit<Filing, 'format'> {
  const options = currencySigns(layout.text);
  const fiscalYear = readFiscalYear(layout.text);
  const calendar = namedYears(layout.text, readFiscalCalendar(layout.text, fiscalYear));
  const periods = new PeriodReader({ fiscalYear, calendar });
  const statements = statementSections(outline);
  const { blocks, tables } = readTables(layout, placed, calendar, options);
  const found = new FoundFigures(layout);
  for (const [index, block] of blocks.entries()) {
    const table = block.table === null ? undefined : tables.get(block.table);
    if (table !== undefined) tableFigures(found, layout, table, fiscalYear, options);
    else sentenceFigures(found, block, layout.blocks[index]?.from ?? 0, index, statements, periods, options);
    boundedParts(source.path, found.figures.length, limits);
  }
  const read = [...tables.values()].map(({ table }) => table);
  applyProseScale(found.figures, outline, blocks, read);
  const figures = numberFigures(found, blocks, tables);
  const { riskFactors, riskSummary } = readRiskFactors(layout, outline, blocks, figures);
  return {
    source,
    cover: readCover(page, outline, figures),
    outline,
    blocks,
    tables: read,
    figures,
    riskFactors,
    riskSummary,
    facts: readFacts(source.text),
    documents,
  };
}

/** Ids of the sections that hold the financial statements and their notes, those below them included. */
function statementSections(outline: Filing['outline']): Set<string> {
  const found = new Set<string>();
  const open = outline.map((section) => ({ section, isInside: false }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { section } = next;
    const isInside =
      next.isInside ||
      section.kind === 'note' ||
      section.kind === 'statement' ||
      STATEMENT_ITEM.test(section.id);
    if (isInside) found.add(section.id);
    for (const child of section.children) open.push({ section: child, isInside });
  }
  return found;
}

/** Form 10-K has its statements in Item 8 or 15, Form 20-F in Item 17 or 18; in a 20-F, Item 8 only speaks of them. */
const STATEMENT_ITEM = /^item-(?:8|17|18)$/;

/** What "¥", "rupees" and "pesos" mean in this document: yuan where it speaks of renminbi and not of Japanese yen. */
function currencySigns(text: string): MentionOptions {
  const chinese = /\b(?:renminbi|RMB)\b/i.test(text) && !/\bJapanese yen\b/i.test(text);
  return { ...readSharedNames(text), ...(chinese ? { yen: 'CNY' } : {}) };
}
