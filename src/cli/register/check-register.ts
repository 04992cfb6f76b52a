import type { Filing } from '../../filing/index.js';
import type { RateSource } from '../../rates/index.js';
import type { RegisterCheck, RegisterSummary } from '../../reports/risk/register-check.js';
import type { Edit, Problem, Register } from '../../risk/index.js';
import { marketProblems, placeOf, readRegister } from '../../risk/index.js';
import { compareWithReport } from './report-figures.js';

export interface RegisterCheckSources {
  /** The report that the register names, read; null where it names none. */
  readonly report: (register: Register) => Promise<{ readonly path: string; readonly filing: Filing } | null>;
  readonly rates: RateSource;
  readonly readFile: (path: string) => string;
  /** The day of the check, 2026-11-23. */
  readonly day: string;
  readonly legend: (register: Register | null) => string | null;
}

/** Everything that can be said of a register: its problems, its figures against the report, what it holds. */
export async function checkRegister(
  text: string,
  path: string,
  sources: RegisterCheckSources,
): Promise<{ check: RegisterCheck; edits: readonly Edit[] }> {
  const { register, problems } = readRegister(text, path);
  const none = { path, issuer: null, asOf: null, report: null, figures: [], summary: null };
  if (register === null) {
    return { check: { ...none, legend: sources.legend(null), problems }, edits: [] };
  }
  const report = await sources.report(register);
  const comparison = report === null ? null : compareWithReport(register, report.filing);
  const all: Problem[] = [
    ...problems,
    ...marketProblems(register, sources),
    ...(comparison?.problems ?? []).map((problem) => ({ ...problem, ...placeOf(register, problem.path) })),
    ...overdueProblems(register, sources.day),
  ];
  all.sort((one, other) => one.line - other.line || one.column - other.column);
  const { content } = register;
  return {
    check: {
      path,
      issuer: content.issuer === 'open' ? null : content.issuer,
      asOf: content['as-of'] === 'open' ? null : content['as-of'],
      report: report?.path ?? null,
      legend: sources.legend(register),
      problems: all,
      figures: comparison?.figures ?? [],
      summary: summaryOf(register, all, sources.day),
    },
    edits: comparison?.edits ?? [],
  };
}

function overdueProblems(register: Register, day: string): Problem[] {
  return overdueOf(register, day).map(({ risk, review }) => {
    const path = ['risks', risk, 'review'];
    return {
      severity: 'info',
      code: 'review-overdue',
      path,
      ...placeOf(register, path),
      message: `the review of "${risk}" was due on ${review}`,
    };
  });
}

/** ISO days compare as text. */
function overdueOf({ content }: Register, day: string): { risk: string; review: string }[] {
  return Object.entries(content.risks)
    .filter(([, { review }]) => review !== 'open' && review < day)
    .map(([risk, { review }]) => ({ risk, review }));
}

const KINDS = ['driver', 'event', 'market', 'dependency', 'holding', 'ownership'] as const;

function summaryOf(register: Register, problems: readonly Problem[], day: string): RegisterSummary {
  const risks = Object.values(register.content.risks);
  const inputs = Object.values(register.content.inputs ?? {});
  const disclosed = inputs.filter(({ source }) => source !== undefined && 'figure' in source).length;
  const kinds = KINDS.map(
    (kind) => [kind, risks.filter(({ model }) => model?.kind === kind).length] as const,
  );
  return {
    risks: risks.length,
    kinds: Object.fromEntries(kinds.filter(([, count]) => count > 0)),
    withoutModel: risks.filter(({ model }) => model === undefined).length,
    inputs: inputs.length,
    disclosed,
    assumed: inputs.length - disclosed,
    open: problems.filter(({ code }) => code === 'open').length,
    overdue: overdueOf(register, day),
    day,
  };
}
