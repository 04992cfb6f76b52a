import { z } from 'zod';

export const offset = z.int().min(0).describe('An offset into the decoded source, in UTF-16 code units.');
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, ISO 8601.');
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('An exact decimal in plain notation.');
export const figureId = z
  .string()
  .regex(/^f\d+$/)
  .describe('Id of a figure of the same file.');
export const hull = { start: offset, end: offset };

export const period = z
  .union([
    z.strictObject({ instant: day }).describe('The end of a day.'),
    z.strictObject({ start: day, end: day }).describe('A span of days, both included.'),
  ])
  .nullable()
  .describe('When a figure holds; null where the report does not say.');

export const section = z.strictObject({
  id: z.string().describe('item-3, item-3-d, item-16a; unique in the file.'),
  key: z.string().describe('Survives edits elsewhere.'),
  kind: z.enum(['item', 'statement', 'note', 'heading']),
  title: z.string(),
  level: z.int().min(1).describe('1 for an Item, 2 for a sub-item, more for what stands below.'),
  start: offset,
  end: offset,
  answer: z.enum(['content', 'not-applicable', 'pointer', 'omitted']).describe('How it answers the form.'),
  printed: z.boolean().describe('False where the form tells that it stands above what the excerpt prints.'),
  get children() {
    return z.array(section);
  },
});
// Not chained above: a chained call would hide the type of the recursive schema from the compiler.
z.globalRegistry.add(section, { id: 'section', description: 'A node of the outline.' });

export const riskFactor = z.strictObject({
  id: z.string().regex(/^rf\d+$/),
  key: z.string(),
  heading: z.string(),
  group: z.string().nullable().describe('Title of the group of risk factors that it stands in.'),
  ...hull,
  figures: z.array(figureId),
});

export const table = z.strictObject({
  id: z.string().describe('t1, t2, …, in order.'),
  section: z.string().nullable(),
  rows: z.int().min(0),
  columns: z.int().min(0),
  caption: z.string().nullable(),
  scale: z.int().describe('Power of ten of its amounts: 6 for "in millions".'),
  unit: z.string().nullable(),
  ...hull,
});

const where = z.union([
  z.strictObject({ table: z.string(), row: z.int().min(0), column: z.int().min(0) }),
  z.strictObject({ section: z.string().nullable(), block: z.int().min(0), sentence: z.int().min(0) }),
]);

export const readFigure = z.strictObject({
  id: figureId,
  key: z.string().describe('Survives edits elsewhere.'),
  text: z.string().describe('As printed: the spans joined.'),
  ...hull,
  spans: z
    .array(z.tuple([offset, offset]))
    .describe('Ranges of the source, in reading order, without markup.'),
  value: z.string().describe('Exact, scale and sign applied; ISO text for a date, as precise as printed.'),
  decimals: z.int().describe('Of the last printed digit, at its scale: 2 for 117.48, -8 for 29.7 billion.'),
  unit: z
    .string()
    .describe('JPY, JPY/USD, JPY/share, share, ADS, percent, bp, multiple, year, date, count, pure, …'),
  period,
  label: z.string().describe('The label path of its cell, or the words that a sentence gives it.'),
  where,
  range: figureId.nullable().describe('The other end of a range.'),
  role: z.enum(['amount', 'label']).describe('label: an item, note or page number, a year as heading.'),
});

const sharesOutstanding = z.strictObject({
  value: decimal,
  title: z.string().describe('The class, in the words of the cover.'),
  asOf: day.nullable(),
});

const submittedDocument = z.strictObject({
  type: z.string().describe('10-K, EX-13, GRAPHIC, …'),
  description: z.string().nullable(),
  name: z.string().nullable(),
  ...hull,
  main: z.boolean().describe('Whether it is the one that was read.'),
});

/** What every entry of `files` begins with. */
export const fileHead = z.strictObject({
  path: z.string().describe('As the caller named it; "-" for standard input.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the bytes as read.'),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  form: z.enum(['20-F', '10-K']).nullable(),
  issuer: z.string().nullable().describe('The name of the registrant, as its charter specifies it.'),
  currency: z.string().nullable().describe('ISO code of the currency that most of its amounts are in.'),
  otherCurrencies: z.array(z.string()).describe('Others that its amounts are in, commonest first.'),
  periodEnd: day.nullable().describe('End of the fiscal year that it reports.'),
  sharesOutstanding: z.array(sharesOutstanding).describe('By class, as the cover states them.'),
  accounting: z.enum(['US GAAP', 'IFRS', 'other']).nullable(),
  documents: z
    .array(submittedDocument)
    .describe('Documents of an EDGAR submission; empty for a single document.'),
});

/** A line of JSON Lines for a file that could not be read. */
export const fileError = z.strictObject({
  path: z.string().describe('As the caller named it; "-" for standard input.'),
  code: z.string().describe('What kind of reason: unreadable, too-large, …'),
  message: z.string().describe('The reason and the remedy, in a sentence.'),
});

/** What every report begins with. */
export const top = {
  tickmark: z.string().describe('Version of Tickmark that wrote this.'),
  schema: z.literal(1).describe('Version of this format.'),
};
