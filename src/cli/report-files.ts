import type { Filing } from '../filing/filing.js';
import type { Limits } from '../filing/limits.js';
import type { FilesReport } from './check-report.js';
import type { CommandIo, ExitStatus } from './command.js';
import { complain } from './complain.js';
import { forEachFile } from './read-files.js';
import type { FileTask } from './threads/file-task.js';

/** How files are read and reported. */
export interface ReportJob<Part> {
  readonly limits: Limits;
  /** Where the report goes; undefined for standard output. */
  readonly output: string | undefined;
  readonly work: (filing: Filing) => Part;
  /** The same work as data, and how many threads may do it. */
  readonly threads: number;
  readonly task: FileTask;
  readonly report: FilesReport<Part>;
  /** How many errors a file has. */
  readonly errorsOf: (part: Part) => number;
}

/** Reads the files, reports each as the format allows, and keeps none. */
export async function reportFiles<Part>(
  paths: readonly string[],
  { limits, output, work, threads, task, report, errorsOf }: ReportJob<Part>,
  io: CommandIo,
): Promise<ExitStatus> {
  // Ctrl-C ends the process at once, unless that would leave half a file behind.
  const interrupted = output === undefined || paths.length === 1 ? undefined : io.interruption?.();
  if (paths.length === 1) io.expectShortRun?.();
  let status: ExitStatus = 0;
  try {
    await forEachFile(paths, limits, io, {
      work,
      threaded: { threads, task },
      async done(part) {
        const errors = errorsOf(part);
        if (errors > 0 && status === 0) status = 1;
        const wanted = (await report.add(part)) && interrupted?.aborted !== true;
        return wanted ? errors : null;
      },
      async failed(failure) {
        status = 2;
        await report.addFailure(failure);
      },
    });
    if (interrupted?.aborted === true) {
      complain(`Interrupted: ${output} is as it was before`, io);
      return 2;
    }
    await report.finish();
    return status;
  } finally {
    report.abandon();
  }
}
