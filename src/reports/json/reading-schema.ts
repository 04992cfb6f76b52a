import { z } from 'zod';
import {
  fileError,
  fileHead,
  hull,
  offset,
  period,
  readFigure,
  riskFactor,
  section,
  table,
  top,
} from './filing-schema.js';

const block = z.strictObject({
  kind: z.enum(['heading', 'paragraph', 'list-item', 'table', 'page-number', 'running-header']),
  section: z.string().nullable().describe('Id of the innermost section that holds it.'),
  text: z.string().optional().describe('Absent of a table, whose text is in its cells.'),
  table: z.string().optional().describe('Id of the table, of a table.'),
  marker: z.string().nullable().describe('The bullet or number of a list item; the text begins with it.'),
  ...hull,
});

const ownScale = {
  unit: z.string().nullable().describe('What it states for itself; null where it takes the table’s.'),
  scale: z.int().nullable(),
};

const row = z.strictObject({
  kind: z.enum(['header', 'group', 'data']),
  label: z.string(),
  labelPath: z
    .array(z.string())
    .describe('The labels of the groups above it, outermost first, then its own.'),
  level: z.int().min(0).describe('How far its label is set in.'),
  ruled: z.boolean().describe('Whether a line is drawn above its values, as above a total.'),
  bold: z.boolean(),
  ...ownScale,
  cells: z.array(
    z.strictObject({
      column: z.int().min(0),
      columns: z.int().min(1).describe('More than 1 where a heading spans columns.'),
      text: z.string(),
      ...hull,
    }),
  ),
});

const wholeTable = table.extend({
  notes: z.array(z.strictObject({ mark: z.string().nullable(), text: z.string() })),
  columnHeadings: z.array(
    z.strictObject({
      labelPath: z.array(z.string()).describe('Headings above its cells, outermost first.'),
      ...ownScale,
    }),
  ),
  cells: z.array(row).describe('Its rows, with their cells.'),
});

const fact = z
  .strictObject({
    id: z.string(),
    concept: z.string().describe('us-gaap:Revenues, …'),
    kind: z.enum(['number', 'text']),
    value: z.string().nullable().describe('Exact, sign and scale applied; null for nil.'),
    decimals: z.string().nullable(),
    scale: z.int(),
    negated: z.boolean(),
    unit: z.string().nullable(),
    context: z
      .strictObject({
        id: z.string(),
        entity: z.string(),
        period,
        dimensions: z.array(z.tuple([z.string(), z.string()])).describe('Axis and member.'),
      })
      .nullable(),
    format: z.string().nullable(),
    hidden: z.boolean(),
    ...hull,
    spans: z.array(z.tuple([offset, offset])),
  })
  .describe('A fact that the page is tagged with (inline XBRL).');

const riskSummary = z.strictObject({ ...hull, blocks: z.array(block).optional() }).nullable();

const readFile = fileHead.extend({
  outline: z.array(section).optional(),
  riskSummary: riskSummary.optional().describe('The summary that stands apart from the risk factors.'),
  riskFactors: z
    .array(
      riskFactor.extend({ blocks: z.array(block).optional().describe('Its text, with --risk-factors.') }),
    )
    .optional(),
  blocks: z.array(block).optional().describe('The text of the Item, with --item.'),
  tables: z
    .array(z.union([table, wholeTable]))
    .optional()
    .describe('With --tables, --table and --item their rows too.'),
  figures: z.array(readFigure).optional(),
  facts: z.array(fact).optional().describe('With --facts.'),
});

/** What `tickmark read --format json` writes. */
export const reading = z
  .strictObject({ ...top, files: z.array(readFile) })
  .describe(
    'What `tickmark read --format json` writes. Which lists are there depends on what was asked for.',
  );

/** A line of what `tickmark read --format jsonl` writes. */
export const readingLine = z
  .union([
    z.strictObject({ ...top, file: readFile }).describe('A file that was read.'),
    z.strictObject({ ...top, error: fileError }).describe('A file that could not be read.'),
  ])
  .describe('A line of what `tickmark read --format jsonl` writes.');

export type BlockJson = z.infer<typeof block>;
export type FactJson = z.infer<typeof fact>;
export type ReadFileJson = z.infer<typeof readFile>;
export type ReadingJson = z.infer<typeof reading>;
export type ReadingLineJson = z.infer<typeof readingLine>;
export type WholeTableJson = z.infer<typeof wholeTable>;
