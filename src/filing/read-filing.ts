import { readCover, readForm } from './cover.js';
import { type FiscalYear, type MentionOptions, readFiscalYear, readSharedNames } from './figures/index.js';
import type { Block, Filing, Source, Table } from './filing.js';
import { boundedParts, DEFAULT_LIMITS, type Limits } from './limits.js';
import { numberFigures, type UnnumberedFigure } from './number-figures.js';
import { readOutline } from './outline/outline.js';
import { readRiskFactors } from './outline/risk-factors.js';
import { placeOf } from './place.js';
import { decodeSource } from './read/decode.js';
import { leastParts } from './read/least-parts.js';
import { splitLines } from './read/lines.js';
import { joinBrokenBlocks } from './read/page-breaks.js';
import { sentencesOf } from './read/sentences.js';
import { type RawBlock, readTextBlocks } from './read/text-blocks.js';
import { sentenceFigures } from './sentence-figures.js';
import { readTables } from './tables/read-tables.js';
import { tableFigures } from './tables/table-figures.js';

export interface ReadOptions {
  /** The name that messages and reports give the source; "-" where not given. */
  readonly path?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a report in plain text: its outline, risk factors, tables and every figure, with exact places.
 * Bytes are decoded (UTF-8, UTF-16 with a mark, Windows-1252). Throws `InputError` on what is not plain text.
 */
export function readFiling(input: string | Uint8Array, options: ReadOptions = {}): Filing {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = decodeSource(input, options.path ?? '-', limits);
  const raw = rawBlocks(source, limits);
  const blocks = raw.map((block) => unplacedBlock(source, block));
  const { outline, sectionOf, headings } = readOutline(
    blocks,
    readForm(source.text) ?? '20-F',
    source.text.length,
  );
  const placed = blocks.map((block, index): Block => {
    const { kind } = block;
    return {
      ...block,
      kind: headings.has(index) ? 'heading' : kind === 'text' ? 'paragraph' : kind,
      section: sectionOf[index] ?? null,
    };
  });
  return understand(source, raw, placed, outline, limits);
}

/** The flat blocks of the text, what page breaks cut joined again. Throws where there are more than the limit. */
function rawBlocks(source: Source, limits: Limits): RawBlock[] {
  const raw = joinBrokenBlocks(readTextBlocks(splitLines(source.text)), source.text);
  boundedParts(source.path, leastParts(raw, source.text), limits);
  return raw;
}

function unplacedBlock(source: Source, { kind, spans, marker }: RawBlock) {
  const place = placeOf(source.text, spans);
  const sentences = kind === 'table' ? [] : sentencesOf(place.text);
  return { ...place, kind, marker, sentences, table: null, section: null };
}

/** The second pass, over blocks that know their section: tables, figures, risk factors, cover. */
function understand(
  source: Source,
  raw: readonly RawBlock[],
  placed: readonly Block[],
  outline: Filing['outline'],
  limits: Limits,
): Filing {
  const options = currencySigns(source.text);
  const fiscalYear = readFiscalYear(source.text);
  const { blocks, tables } = readTables(source.text, raw, placed, options);
  const found: UnnumberedFigure[] = [];
  for (const [index, block] of blocks.entries()) {
    for (const figure of figuresOf(source.text, block, index, tables, fiscalYear, options))
      found.push(figure);
    boundedParts(source.path, found.length, limits);
  }
  const figures = numberFigures(found, blocks, tables);
  return {
    source,
    cover: readCover(source.text, outline, figures),
    outline,
    blocks,
    tables: [...tables.values()],
    figures,
    riskFactors: readRiskFactors(outline, blocks, figures),
  };
}

function figuresOf(
  source: string,
  block: Block,
  index: number,
  tables: ReadonlyMap<string, Table>,
  fiscalYear: FiscalYear | null,
  options: MentionOptions,
): UnnumberedFigure[] {
  const table = block.table === null ? undefined : tables.get(block.table);
  return table === undefined
    ? sentenceFigures(source, block, index, fiscalYear, options)
    : tableFigures(source, table, fiscalYear, options);
}

/** What "¥", "rupees" and "pesos" mean in this document: yuan where it speaks of renminbi and not of Japanese yen. */
function currencySigns(text: string): MentionOptions {
  const chinese = /\b(?:renminbi|RMB)\b/i.test(text) && !/\bJapanese yen\b/i.test(text);
  return { ...readSharedNames(text), ...(chinese ? { yen: 'CNY' } : {}) };
}
