import type { CheckedFigure, CheckResult, Finding } from '../checks/check.js';
import { VERSION } from '../version.js';
import type { FileFailure } from './file-failure.js';
import { figureJson, headJson, riskFactorJson, sectionJson, tableJson } from './json/filing-json.js';
import { type JsonParts, jsonLineOf, reportParts } from './json/lay-out.js';
import type { CheckedFigureJson, CheckedFileJson, CheckLineJson, CheckReportJson } from './json-schema.js';

/**
 * What `tickmark check --format json` writes: the contract of `checkReportSchema`. One figure, finding or section a
 * line, so that two runs compare well. Ends with a line end.
 */
export function jsonReport(results: readonly CheckResult[]): string {
  const { opening, separator, closing, file } = jsonParts();
  return opening + results.map(file).join(separator) + closing;
}

/** The same in parts that make the report one after the other, for a caller that writes files as they are done. */
export function jsonParts(): Omit<JsonParts, 'file'> & { file(result: CheckResult): string } {
  const head: Omit<CheckReportJson, 'files'> = { tickmark: VERSION, schema: 1 };
  const parts = reportParts(head);
  return { ...parts, file: (result) => parts.file(checkedFile(result)) };
}

/**
 * What `tickmark check --format jsonl` writes for a file: one line, the contract of `checkLineSchema`, whose `file` is
 * what the JSON report has in `files`.
 */
export function jsonLine(result: CheckResult): string {
  const line: CheckLineJson = { tickmark: VERSION, schema: 1, file: checkedFile(result) };
  return jsonLineOf(line);
}

/** The same for a file that could not be read. */
export function jsonFailureLine({ path, code, message }: FileFailure): string {
  const line: CheckLineJson = { tickmark: VERSION, schema: 1, error: { path, code, message } };
  return jsonLineOf(line);
}

function checkedFile(result: CheckResult): CheckedFileJson {
  const { filing } = result;
  return {
    ...headJson(filing),
    outline: filing.outline.map(sectionJson),
    riskFactors: filing.riskFactors.map(riskFactorJson),
    tables: filing.tables.map(tableJson),
    figures: result.figures.map(checkedFigureJson),
    findings: result.findings.map(findingJson),
    undecided: result.undecided.map(({ check, figure, reason }) => ({ check, figure, reason })),
    checksNotRun: result.checksNotRun.map(({ check, reason }) => ({ check, reason })),
    summary: { ...result.summary },
  };
}

/** A finding as the contract has it. */
export function findingJson(finding: Finding): CheckedFileJson['findings'][number] {
  return {
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
  };
}

/** A figure with its ticks as the contract has it. */
export function checkedFigureJson({ figure, status, ticks }: CheckedFigure): CheckedFigureJson {
  return {
    ...figureJson(figure),
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
