import type { CheckResult } from '../checks/check.js';
import type { Filing } from '../filing/filing.js';
import type { Limits } from '../filing/limits.js';
import { type CheckReportSettings, openReport } from './check-report.js';
import type { CommandIo, ExitStatus } from './command.js';
import { complain } from './complain.js';
import { forEachFile } from './read-files.js';

/** How files are checked and reported. */
export interface CheckJob {
  readonly limits: Limits;
  readonly check: (filing: Filing) => CheckResult;
  readonly report: CheckReportSettings;
}

/** Checks the files, reports each as the format allows, and keeps none. */
export async function checkFiles(
  paths: readonly string[],
  { limits, check, report: settings }: CheckJob,
  io: CommandIo,
): Promise<ExitStatus> {
  const report = await openReport(settings, io);
  // Ctrl-C ends the process at once, unless that would leave half a file behind.
  const interrupted = settings.output === undefined || paths.length === 1 ? undefined : io.interruption?.();
  let status: ExitStatus = 0;
  try {
    await forEachFile(paths, limits, io, {
      work: check,
      async done(result) {
        const { errors } = result.summary;
        if (errors > 0 && status === 0) status = 1;
        const wanted = (await report.add(result)) && interrupted?.aborted !== true;
        return wanted ? errors : null;
      },
      async failed(failure) {
        status = 2;
        await report.addFailure(failure);
      },
    });
    if (interrupted?.aborted === true) {
      complain(`Interrupted: ${settings.output} is as it was before`, io);
      return 2;
    }
    await report.finish();
    return status;
  } finally {
    report.abandon();
  }
}
