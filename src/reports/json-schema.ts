import { z } from 'zod';

const offset = z.int().min(0).describe('An offset into the decoded source, in UTF-16 code units.');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, ISO 8601.');
const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('An exact decimal in plain notation.');
const figureId = z
  .string()
  .regex(/^f\d+$/)
  .describe('Id of a figure of the same file.');
const hull = { start: offset, end: offset };

const period = z
  .union([
    z.strictObject({ instant: day }).describe('The end of a day.'),
    z.strictObject({ start: day, end: day }).describe('A span of days, both included.'),
  ])
  .nullable()
  .describe('When a figure holds; null where the report does not say.');

const section = z.strictObject({
  id: z.string().describe('item-3, item-3-d, item-16a; unique in the file.'),
  key: z.string().describe('Survives edits elsewhere.'),
  title: z.string(),
  level: z.int().min(1).describe('1 for an Item, 2 for a sub-item, more for what stands below.'),
  start: offset,
  end: offset,
  answer: z.enum(['content', 'not-applicable', 'pointer', 'omitted']).describe('How it answers the form.'),
  get children() {
    return z.array(section);
  },
});
// Not chained above: a chained call would hide the type of the recursive schema from the compiler.
z.globalRegistry.add(section, { id: 'section', description: 'A node of the outline.' });

const riskFactor = z.strictObject({
  id: z.string().regex(/^rf\d+$/),
  key: z.string(),
  heading: z.string(),
  group: z.string().nullable().describe('Title of the group of risk factors that it stands in.'),
  ...hull,
  figures: z.array(figureId),
});

const table = z.strictObject({
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

const readFigure = z.strictObject({
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

const tickInput = z.union([
  z
    .strictObject({ source: z.string(), series: z.string(), date: day, value: decimal })
    .describe('An official observation.'),
  z.strictObject({ figure: figureId }),
]);

const tick = z
  .strictObject({
    check: z.string(),
    letter: z.enum(['OF', 'F', 'CF', 'RC', 'TS', 'PY', 'TB', 'IC']),
    support: z.enum(['official', 'recomputed', 'statements', 'prior', 'document', 'agreement']),
    grade: z.enum(['exact', 'rounding', 'possible']),
    formula: z.string(),
    inputs: z.array(tickInput),
    recomputed: z.string(),
  })
  .describe('A confirmation of a figure by independent work.');

const checkedFigure = readFigure.omit({ role: true }).extend({
  status: z
    .enum(['ticked', 'agrees', 'differs', 'unsupported', 'label'])
    .describe('differs outweighs ticked, then agrees, then unsupported; label: not an amount.'),
  ticks: z.array(tick),
});

const finding = z
  .strictObject({
    id: z.string().regex(/^x\d+$/),
    fingerprint: z.string().describe('The same finding in an edited document keeps it.'),
    check: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    cause: z.string().nullable().describe('The likeliest cause, where one fits exactly.'),
    ...hull,
    line: z.int().min(1),
    column: z.int().min(1).describe('In UTF-16 code units, from 1.'),
    suspects: z.array(figureId).max(3).describe('The figures held to be wrong, likeliest first.'),
    related: z.array(z.strictObject({ figure: figureId.nullable(), ...hull, note: z.string() })),
    printed: z.string(),
    expected: z.string(),
    evidence: z.array(z.string()).describe('The work, a line each.'),
  })
  .describe('An exception.');

const count = z.int().min(0);
const summary = z.strictObject({
  figures: count.describe('All figures, labels included.'),
  ticked: count,
  agrees: count,
  differs: count,
  unsupported: count,
  labels: count,
  errors: count,
  warnings: count,
});

const readFile = z.strictObject({
  path: z.string().describe('As the caller named it; "-" for standard input.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the bytes as read.'),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  form: z.enum(['20-F', '10-K']).nullable(),
  currency: z.string().nullable().describe('ISO code of the currency that most of its amounts are in.'),
  periodEnd: day.nullable().describe('End of the fiscal year that it reports.'),
  outline: z.array(section),
  riskFactors: z.array(riskFactor),
  tables: z.array(table),
  figures: z.array(readFigure),
});

const checkedFile = readFile.extend({
  figures: z.array(checkedFigure),
  findings: z.array(finding).describe('By place.'),
  undecided: z
    .array(z.strictObject({ check: z.string(), figure: figureId, reason: z.string() }))
    .describe('Figures that a check looked at and could neither confirm nor refute.'),
  checksNotRun: z.array(z.strictObject({ check: z.string(), reason: z.string() })),
  summary,
});

const top = {
  tickmark: z.string().describe('Version of Tickmark that wrote this.'),
  schema: z.literal(1).describe('Version of this format.'),
};

const checkReport = z
  .strictObject({ ...top, files: z.array(checkedFile) })
  .describe('What `tickmark check --format json` writes.');

const checkLine = z
  .union([
    z.strictObject({ ...top, file: checkedFile }).describe('A file that was checked.'),
    z
      .strictObject({
        ...top,
        error: z.strictObject({
          path: z.string().describe('As the caller named it; "-" for standard input.'),
          code: z.string().describe('What kind of reason: unreadable, too-large, …'),
          message: z.string().describe('The reason and the remedy, in a sentence.'),
        }),
      })
      .describe('A file that could not be read.'),
  ])
  .describe('A line of what `tickmark check --format jsonl` writes.');

const reading = z
  .strictObject({ ...top, files: z.array(readFile) })
  .describe('What `tickmark read --format json` writes.');

export type CheckReportJson = z.infer<typeof checkReport>;
export type CheckLineJson = z.infer<typeof checkLine>;
export type CheckedFileJson = z.infer<typeof checkedFile>;
export type CheckedFigureJson = z.infer<typeof checkedFigure>;
export type ReadingJson = z.infer<typeof reading>;
export type ReadFileJson = z.infer<typeof readFile>;
export type ReadFigureJson = z.infer<typeof readFigure>;
export type SectionJson = z.infer<typeof section>;
export type PeriodJson = z.infer<typeof period>;

/** The contract of `tickmark check --format json`, as JSON Schema 2020-12. */
export function checkReportSchema(): Record<string, unknown> {
  return z.toJSONSchema(checkReport, { target: 'draft-2020-12' });
}

/** The contract of a line of `tickmark check --format jsonl`, as JSON Schema 2020-12. */
export function checkLineSchema(): Record<string, unknown> {
  return z.toJSONSchema(checkLine, { target: 'draft-2020-12' });
}

/** The contract of `tickmark read --format json`, as JSON Schema 2020-12. */
export function readingSchema(): Record<string, unknown> {
  return z.toJSONSchema(reading, { target: 'draft-2020-12' });
}
