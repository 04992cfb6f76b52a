import { z } from 'zod';
import {
  day,
  decimal,
  figureId,
  fileError,
  fileHead,
  hull,
  type period,
  readFigure,
  riskFactor,
  section,
  table,
  top,
} from './json/filing-schema.js';
import { reading, readingLine } from './json/reading-schema.js';

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

const checkedFile = fileHead.extend({
  outline: z.array(section),
  riskFactors: z.array(riskFactor),
  tables: z.array(table),
  figures: z.array(checkedFigure),
  findings: z.array(finding).describe('By place.'),
  undecided: z
    .array(z.strictObject({ check: z.string(), figure: figureId, reason: z.string() }))
    .describe('Figures that a check looked at and could neither confirm nor refute.'),
  checksNotRun: z.array(z.strictObject({ check: z.string(), reason: z.string() })),
  summary,
});

const checkReport = z
  .strictObject({ ...top, files: z.array(checkedFile) })
  .describe('What `tickmark check --format json` writes.');

const checkLine = z
  .union([
    z.strictObject({ ...top, file: checkedFile }).describe('A file that was checked.'),
    z.strictObject({ ...top, error: fileError }).describe('A file that could not be read.'),
  ])
  .describe('A line of what `tickmark check --format jsonl` writes.');

export type CheckReportJson = z.infer<typeof checkReport>;
export type CheckLineJson = z.infer<typeof checkLine>;
export type CheckedFileJson = z.infer<typeof checkedFile>;
export type CheckedFigureJson = z.infer<typeof checkedFigure>;
export type FileHeadJson = z.infer<typeof fileHead>;
export type ReadFigureJson = z.infer<typeof readFigure>;
export type RiskFactorJson = z.infer<typeof riskFactor>;
export type TableJson = z.infer<typeof table>;
export type SectionJson = z.infer<typeof section>;
export type PeriodJson = z.infer<typeof period>;
export type {
  BlockJson,
  FactJson,
  ReadFileJson,
  ReadingJson,
  ReadingLineJson,
  WholeTableJson,
} from './json/reading-schema.js';

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

/** The contract of a line of `tickmark read --format jsonl`, as JSON Schema 2020-12. */
export function readingLineSchema(): Record<string, unknown> {
  return z.toJSONSchema(readingLine, { target: 'draft-2020-12' });
}
