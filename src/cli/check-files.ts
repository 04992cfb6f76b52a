import type { Calculation, CheckResult } from '../checks/index.js';
import type { Filing } from '../filing/filing.js';
import type { Limits } from '../filing/limits.js';
import { partMaker } from './check-part.js';
import { type CheckReportSettings, openReport } from './check-report.js';
import type { CommandIo, ExitStatus } from './command.js';
import type { Config } from './config/config.js';
import { reportFiles } from './report-files.js';
import { taskIo } from './threads/file-task.js';

/** How files are checked and reported. */
export interface CheckJob {
  readonly limits: Limits;
  readonly check: (filing: Filing) => CheckResult;
  /** Ids of the checks that `check` runs, for the threads that do the same; null for all. */
  readonly only: readonly string[] | null;
  readonly config: Config | null;
  /** The summations of the linkbase that was named; null where none was. */
  readonly calculations: readonly Calculation[] | null;
  /** How many threads may share the work. */
  readonly threads: number;
  readonly report: CheckReportSettings;
}

/** Checks the files, reports each as the format allows, and keeps none. */
export async function checkFiles(
  paths: readonly string[],
  { limits, check, only, config, calculations, threads, report: settings }: CheckJob,
  io: CommandIo,
): Promise<ExitStatus> {
  const { format, severity, evidence, output } = settings;
  const part = { format, severity, evidence, isFile: output !== undefined };
  const partOf = await partMaker(part, io);
  const job = {
    limits,
    output,
    work: (filing: Filing) => partOf(check(filing)),
    threads,
    task: { kind: 'check', only, config, calculations, part, io: taskIo(io) },
    report: await openReport(settings, io),
    errorsOf: ({ summary }: { summary: CheckResult['summary'] }) => summary.errors,
  } as const;
  return reportFiles(paths, job, io);
}
