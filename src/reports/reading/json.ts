import type { Block, Cell, Column, Fact, Figure, Filing, Row, Table } from '../../filing/index.js';
import { VERSION } from '../../version.js';
import type { FileFailure } from '../file-failure.js';
import {
  figureJson,
  headJson,
  periodJson,
  riskFactorJson,
  sectionJson,
  spansJson,
  tableJson,
} from '../json/filing-json.js';
import { jsonLineOf, reportParts } from '../json/lay-out.js';
import type {
  BlockJson,
  FactJson,
  ReadFigureJson,
  ReadFileJson,
  ReadingJson,
  ReadingLineJson,
  WholeTableJson,
} from '../json-schema.js';
import type { ReadingForm } from './form.js';
import { type Selected, type Selection, select } from './selection.js';

const EVERYTHING: Selection = { view: 'all', item: null, table: null };

/** What `tickmark read --format json` writes of whole reports: the contract of `readingSchema`. Ends with a line end. */
export function readingJson(filings: readonly Filing[]): string {
  const { opening, separator, closing, file } = jsonForm();
  return opening + filings.map((filing) => file(select(filing, EVERYTHING))).join(separator) + closing;
}

/** The same file by file, of what was asked for. */
export function jsonForm(): ReadingForm {
  const head: Omit<ReadingJson, 'files'> = { tickmark: VERSION, schema: 1 };
  const parts = reportParts(head);
  return { ...parts, file: (selected) => parts.file(readFileJson(selected)), failure: () => null };
}

/** What `tickmark read --format jsonl` writes: a line a file, the contract of `readingLineSchema`. */
export function jsonLinesForm(): ReadingForm {
  const top = { tickmark: VERSION, schema: 1 } as const;
  const line = (entry: ReadingLineJson) => jsonLineOf(entry);
  return {
    opening: '',
    separator: '',
    closing: '',
    file: (selected) => line({ ...top, file: readFileJson(selected) }),
    failure: ({ path, code, message }: FileFailure) => line({ ...top, error: { path, code, message } }),
  };
}

function readFileJson(selected: Selected): ReadFileJson {
  const head = headJson(selected.filing);
  switch (selected.view) {
    case 'all':
      return { ...head, ...wholeJson(selected) };
    case 'outline':
      return { ...head, outline: selected.outline.map(sectionJson) };
    case 'risk-factors':
      return { ...head, ...riskFactorsJson(selected) };
    case 'tables':
      return { ...head, tables: selected.tables.map(wholeTableJson) };
    case 'figures':
      return { ...head, figures: selected.figures.map(readFigureJson) };
    case 'facts':
      return { ...head, facts: selected.facts.map(factJson) };
  }
}

/** The reading without the text; of an Item, with it. */
function wholeJson(selected: Selected): Partial<ReadFileJson> {
  const { filing, section, outline, riskFactors, tables, figures } = selected;
  const { riskSummary } = filing;
  const [from, to] = selected.blocks;
  return {
    outline: outline.map(sectionJson),
    riskFactors: riskFactors.map(riskFactorJson),
    ...(section === null
      ? { riskSummary: riskSummary === null ? null : { start: riskSummary.start, end: riskSummary.end } }
      : { blocks: filing.blocks.slice(from, to).map(blockJson) }),
    tables: tables.map(section === null ? tableJson : wholeTableJson),
    figures: figures.map(readFigureJson),
  };
}

function riskFactorsJson({ filing, riskFactors, section }: Selected): Partial<ReadFileJson> {
  const blocksOf = (indexes: readonly number[]): BlockJson[] =>
    indexes.flatMap((index) => filing.blocks[index] ?? []).map(blockJson);
  const { riskSummary } = filing;
  return {
    ...(section !== null
      ? {}
      : {
          riskSummary:
            riskSummary === null
              ? null
              : { start: riskSummary.start, end: riskSummary.end, blocks: blocksOf(riskSummary.blocks) },
        }),
    // The heading is a field of its own.
    riskFactors: riskFactors.map((factor) => ({
      ...riskFactorJson(factor),
      blocks: blocksOf(factor.blocks.slice(1)),
    })),
  };
}

function blockJson({ kind, section, table, marker, text, start, end }: Block): BlockJson {
  return { kind, section, ...(table === null ? { text } : { table }), marker, start, end };
}

function wholeTableJson(table: Table): WholeTableJson {
  return {
    ...tableJson(table),
    notes: table.notes.map(({ mark, text }) => ({ mark, text })),
    columnHeadings: table.columns.map(columnJson),
    cells: table.rows.map(rowJson),
  };
}

function columnJson({ labelPath, unit, scale }: Column): WholeTableJson['columnHeadings'][number] {
  return { labelPath: [...labelPath], unit, scale };
}

function rowJson(row: Row): WholeTableJson['cells'][number] {
  const { kind, label, labelPath, level, ruled, bold, unit, scale } = row;
  const cells = row.cells.map(({ column, columns, text, start, end }: Cell) => ({
    column,
    columns,
    text,
    start,
    end,
  }));
  return { kind, label, labelPath: [...labelPath], level, ruled, bold, unit, scale, cells };
}

function readFigureJson(figure: Figure): ReadFigureJson {
  return { ...figureJson(figure), role: figure.role };
}

function factJson(fact: Fact): FactJson {
  const { context } = fact;
  return {
    id: fact.id,
    concept: fact.concept,
    kind: fact.kind,
    value: fact.value,
    decimals: fact.decimals,
    scale: fact.scale,
    negated: fact.negated,
    unit: fact.unit,
    context:
      context === null
        ? null
        : {
            id: context.id,
            entity: context.entity,
            period: periodJson(context.period),
            dimensions: context.dimensions.map(([axis, member]) => [axis, member]),
          },
    format: fact.format,
    hidden: fact.hidden,
    start: fact.start,
    end: fact.end,
    spans: spansJson(fact.spans),
  };
}
