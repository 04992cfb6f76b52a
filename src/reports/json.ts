import type { CheckedFigure, CheckResult } from '../checks/check.js';
import type { Figure, Filing, Section } from '../filing/index.js';
import { formatDay, isInstant, lastDayOf, type Period } from '../value/index.js';
import { VERSION } from '../version.js';
import type { FileFailure } from './file-failure.js';
import type {
  CheckedFigureJson,
  CheckedFileJson,
  CheckLineJson,
  CheckReportJson,
  PeriodJson,
  ReadFigureJson,
  ReadFileJson,
  ReadingJson,
  SectionJson,
} from './json-schema.js';

/**
 * What `tickmark check --format json` writes: the contract of `checkReportSchema`. One figure, finding or section a
 * line, so that two runs compare well. Ends with a line end.
 */
export function jsonReport(results: readonly CheckResult[]): string {
  const parts = jsonParts();
  return [...results.map((result) => parts.file(result)), parts.end()].join('');
}

/** The same in parts that make the report one after the other, for a caller that writes files as they are done. */
export function jsonParts(): { file(result: CheckResult): string; end(): string } {
  const head: Omit<CheckReportJson, 'files'> = { tickmark: VERSION, schema: 1 };
  const opening = `{\n${(partsOf(head, 0) ?? []).map((part) => `  ${part},\n`).join('')}  "files": [`;
  let count = 0;
  return {
    file(result) {
      count += 1;
      return `${count === 1 ? opening : ','}\n    ${layOutAt(checkedFile(result), FILE_LEVEL)}`;
    },
    end: () => (count === 0 ? `${opening}]\n}\n` : '\n  ]\n}\n'),
  };
}

/**
 * What `tickmark check --format jsonl` writes for a file: one line, the contract of `checkLineSchema`, whose `file` is
 * what the JSON report has in `files`.
 */
export function jsonLine(result: CheckResult): string {
  return lineOf({ tickmark: VERSION, schema: 1, file: checkedFile(result) });
}

/** The same for a file that could not be read. */
export function jsonFailureLine({ path, code, message }: FileFailure): string {
  return lineOf({ tickmark: VERSION, schema: 1, error: { path, code, message } });
}

/** What `tickmark read --format json` writes: the same without ticks and findings. */
export function readingJson(filings: readonly Filing[]): string {
  const reading: ReadingJson = {
    tickmark: VERSION,
    schema: 1,
    files: filings.map((filing) => ({ ...fileOf(filing), figures: filing.figures.map(readFigure) })),
  };
  return layOut(reading);
}

function checkedFile(result: CheckResult): CheckedFileJson {
  return {
    ...fileOf(result.filing),
    figures: result.figures.map(checkedFigure),
    findings: result.findings.map((finding) => ({
      id: finding.id,
      fingerprint: finding.fingerprint,
      check: finding.check,
      severity: finding.severity,
      message: finding.message,
      cause: finding.cause,
      start: finding.start,
      end: finding.end,
      line: finding.line,
      column: finding.column,
      suspects: [...finding.suspects],
      related: finding.related.map(({ figure, start, end, note }) => ({ figure, start, end, note })),
      printed: finding.printed,
      expected: finding.expected,
      evidence: [...finding.evidence],
    })),
    undecided: result.undecided.map(({ check, figure, reason }) => ({ check, figure, reason })),
    checksNotRun: result.checksNotRun.map(({ check, reason }) => ({ check, reason })),
    summary: { ...result.summary },
  };
}

function fileOf(filing: Filing): Omit<ReadFileJson, 'figures'> {
  const { source, cover } = filing;
  return {
    path: source.path,
    sha256: source.sha256,
    encoding: source.encoding,
    form: cover.form,
    currency: cover.currency,
    periodEnd: cover.periodEnd === null ? null : formatDay(cover.periodEnd),
    outline: filing.outline.map(sectionOf),
    riskFactors: filing.riskFactors.map(({ id, key, heading, group, start, end, figures }) => ({
      id,
      key,
      heading,
      group,
      start,
      end,
      figures: [...figures],
    })),
    tables: filing.tables.map((table) => ({
      id: table.id,
      section: table.section,
      rows: table.rows.length,
      columns: table.columns.length,
      caption: table.caption,
      scale: table.scale,
      unit: table.unit,
      start: table.start,
      end: table.end,
    })),
  };
}

function sectionOf(section: Section): SectionJson {
  const { id, key, title, level, start, end, answer } = section;
  return { id, key, title, level, start, end, answer, children: section.children.map(sectionOf) };
}

function checkedFigure({ figure, status, ticks }: CheckedFigure): CheckedFigureJson {
  return {
    ...figureOf(figure),
    status,
    ticks: ticks.map((tick) => ({
      check: tick.check,
      letter: tick.letter,
      support: tick.support,
      grade: tick.grade,
      formula: tick.formula,
      inputs: tick.inputs.map((input) => ({ ...input })),
      recomputed: tick.recomputed,
    })),
  };
}

function readFigure(figure: Figure): ReadFigureJson {
  return { ...figureOf(figure), role: figure.role };
}

function figureOf(figure: Figure): Omit<ReadFigureJson, 'role'> {
  return {
    id: figure.id,
    key: figure.key,
    text: figure.text,
    start: figure.start,
    end: figure.end,
    spans: figure.spans.map(([start, end]) => [start, end]),
    value: figure.value,
    decimals: figure.decimals,
    unit: figure.unit,
    period: periodOf(figure.period),
    label: figure.label,
    where:
      'table' in figure.where
        ? { table: figure.where.table, row: figure.where.row, column: figure.where.column }
        : { section: figure.where.section, block: figure.where.block, sentence: figure.where.sentence },
    range: figure.range,
  };
}

function periodOf(period: Period | null): PeriodJson {
  if (period === null) return null;
  if (isInstant(period)) return { instant: formatDay(period.instant) };
  return { start: formatDay(period.start), end: formatDay(lastDayOf(period)) };
}

/** Some readers end a line at these signs too, which JSON lets stand in a string. */
function lineOf(line: CheckLineJson): string {
  const text = JSON.stringify(line).replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}

/** The report, its files and their lists are spread over lines; what stands in a list is one line each. */
const SPREAD_LEVELS = 4;
/** Of an entry of `files`. */
const FILE_LEVEL = 2;

function layOut(value: unknown): string {
  return `${layOutAt(value, 0)}\n`;
}

function layOutAt(value: unknown, level: number): string {
  const parts = level < SPREAD_LEVELS ? partsOf(value, level) : null;
  if (parts === null || parts.length === 0) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const indent = '  '.repeat(level);
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function partsOf(value: unknown, level: number): string[] | null {
  if (Array.isArray(value)) return value.map((entry) => layOutAt(entry, level + 1));
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).map(
    ([name, entry]) => `${JSON.stringify(name)}: ${layOutAt(entry, level + 1)}`,
  );
}
