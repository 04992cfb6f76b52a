import type { CheckResult, CheckSummary, Severity } from '../checks/check.js';
import type { CommandIo } from './command.js';

export const FORMATS = ['terminal', 'json', 'jsonl', 'sarif', 'github', 'html'] as const;

export type CheckFormat = (typeof FORMATS)[number];

/** Lowest first. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** What a report takes of a file: its text where the form is one file after the other, else the whole result. */
export interface CheckPart {
  readonly path: string;
  readonly summary: CheckSummary;
  readonly text: string;
  /** Null where the text says all. */
  readonly result: CheckResult | null;
}

/** What a part is made with. */
export interface PartSettings {
  readonly format: CheckFormat;
  /** Whether the report goes into a file, which takes no colour. */
  readonly isFile: boolean;
  readonly severity: Severity;
  readonly evidence: boolean;
  readonly findingsOnly?: boolean;
}

/** The maker of the parts of a format: the long half of reporting, which a thread of its own can do. */
export async function partMaker(
  settings: PartSettings,
  io: Pick<CommandIo, 'cwd' | 'env' | 'columns' | 'color'>,
): Promise<(result: CheckResult) => CheckPart> {
  const textOf = await textMaker(settings, io);
  return (whole) => {
    const result = atLeast(settings.severity, whole);
    const { filing, summary } = result;
    const text = textOf?.(result) ?? '';
    return { path: filing.source.path, summary, text, result: textOf === null ? result : null };
  };
}

/** The result without the findings below a severity. The summary still counts every error and warning. */
export function atLeast(lowest: Severity, result: CheckResult): CheckResult {
  const shown = SEVERITIES.slice(SEVERITIES.indexOf(lowest));
  return { ...result, findings: result.findings.filter(({ severity }) => shown.includes(severity)) };
}

/** Null for a format that is not one text after the other. */
async function textMaker(
  { format, isFile, severity, evidence, findingsOnly = false }: PartSettings,
  { cwd, env, columns, color }: Pick<CommandIo, 'cwd' | 'env' | 'columns' | 'color'>,
): Promise<((result: CheckResult) => string) | null> {
  switch (format) {
    case 'terminal': {
      const { terminalFile } = await import('../reports/terminal.js');
      const options = { columns, color: color && !isFile, evidence, severity, findingsOnly };
      return (result) => terminalFile(result, options);
    }
    case 'json':
      return (await import('../reports/json.js')).jsonParts().file;
    case 'jsonl':
      return (await import('../reports/json.js')).jsonLine;
    case 'github': {
      const { githubAnnotations } = await import('../reports/github.js');
      return (result) => githubAnnotations(result, { folder: cwd, workspace: env.GITHUB_WORKSPACE });
    }
    case 'sarif':
    case 'html':
      return null;
  }
}
