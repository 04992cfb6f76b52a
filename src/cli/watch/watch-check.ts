import type { CheckResult, Finding } from '../../checks/check.js';
import type { FileFailure } from '../../reports/file-failure.js';
import type { CheckJob } from '../check-files.js';
import { atLeast, partMaker } from '../check-part.js';
import { openReport } from '../check-report.js';
import type { CommandIo, ExitStatus } from '../command.js';
import { complain, harmless } from '../complain.js';
import { expandPaths, sortArguments } from '../expand-paths.js';
import { checkOutputPath } from '../output.js';
import { forEachFile } from '../read-files.js';
import { changedFiles, type FileState, fileState } from './file-states.js';
import { changeLines, findingChanges } from './finding-changes.js';
import { watchFolders } from './wake-ups.js';

/** Clears the screen and what can be scrolled back to, and begins at its top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** What is known of a watched file. */
interface Watched {
  readonly outcome: CheckResult | FileFailure;
  /** Of the last time that it could be read: what the next findings are compared with. */
  readonly findings: readonly Finding[];
}

/**
 * Checks the files, then each again that changes, appears or comes back, until Ctrl-C; tells on standard error which
 * findings are gone and which are new. A report on standard output is of the changed files; one in a file is whole,
 * and replaced each time. Gives the status of the last run.
 */
export async function watchCheck(args: readonly string[], job: CheckJob, io: CommandIo): Promise<ExitStatus> {
  const signal = io.interruption?.() ?? new AbortController().signal;
  const files = sortArguments(args, io);
  const wakeUps = await watchFolders(files, io.cwd, signal, (error) => complain(watchFailure(error), io));
  try {
    const known = new Map<string, Watched>();
    const states = new Map<string, FileState>();
    let paths = await expandPaths(args, io);
    let changed: readonly string[] = paths;
    do {
      if (changed.length > 0) {
        for (const path of changed) states.set(path, fileState(path, io.cwd));
        if (!(await round(changed, paths, known, job, io))) break;
        io.err(`${watchingText(paths, [...known.values()])}\n`);
      }
      const occasion = await wakeUps.next();
      if (occasion === 'end') break;
      // A pattern means a walk through folders: not without an occasion.
      if (occasion === 'change') paths = await pathsNow(args, files.names, [...known.keys()], io);
      changed = await changedFiles(paths, states, io.cwd);
    } while (!signal.aborted);
    return statusOf([...known.values()]);
  } finally {
    await wakeUps.close();
  }
}

/** Checks what has changed and reports it; false where nobody reads the report any more. */
async function round(
  changed: readonly string[],
  paths: readonly string[],
  known: Map<string, Watched>,
  job: CheckJob,
  io: CommandIo,
): Promise<boolean> {
  const isFirst = known.size === 0;
  const before = new Map(changed.map((path) => [path, known.get(path)]));
  const settings = job.report;
  if (io.isTerminal === true && settings.output === undefined) io.out(CLEAR);
  await forEachFile(changed, job.limits, io, {
    work: job.check,
    async done(result) {
      const { findings } = atLeast(job.report.severity, result);
      known.set(result.filing.source.path, { outcome: result, findings });
      return result.summary.errors;
    },
    async failed(failure) {
      known.set(failure.path, { outcome: failure, findings: known.get(failure.path)?.findings ?? [] });
    },
  });
  const isRead = await writeReport(settings.output === undefined ? changed : paths, known, job, io);
  if (!isFirst) tellChanges(changed, before, known, io);
  return isRead;
}

async function writeReport(
  paths: readonly string[],
  known: ReadonlyMap<string, Watched>,
  job: CheckJob,
  io: CommandIo,
): Promise<boolean> {
  const { output } = job.report;
  checkOutputPath(output, paths, io);
  // Who mends a draft looks for what is left to mend, not for what was right all along.
  const findingsOnly = output === undefined;
  const partOf = await partMaker({ ...job.report, findingsOnly, isFile: !findingsOnly }, io);
  const report = await openReport(job.report, io);
  let isRead = true;
  try {
    for (const path of paths) {
      const outcome = known.get(path)?.outcome;
      if (outcome === undefined) continue;
      if ('filing' in outcome) isRead = await report.add(partOf(outcome));
      else await report.addFailure(outcome);
    }
    await report.finish();
    return isRead;
  } finally {
    report.abandon();
  }
}

function tellChanges(
  changed: readonly string[],
  before: ReadonlyMap<string, Watched | undefined>,
  known: ReadonlyMap<string, Watched>,
  io: CommandIo,
): void {
  for (const path of changed) {
    const now = known.get(path);
    // Why it cannot be read has been said.
    if (now === undefined || !('filing' in now.outcome)) continue;
    const changes = findingChanges(before.get(path)?.findings ?? [], now.findings);
    const lines = changeLines(path, changes, now.findings.length, io.errColumns ?? io.columns);
    io.err(`${lines.join('\n')}\n`);
  }
}

/** What the arguments name now; a file that a pattern matched once is still looked for, since it may come back. */
async function pathsNow(
  args: readonly string[],
  names: readonly string[],
  seen: readonly string[],
  io: CommandIo,
): Promise<readonly string[]> {
  const matched = await expandPaths(args, io).catch(() => names);
  return [...new Set([...matched, ...seen])];
}

function statusOf(files: readonly Watched[]): ExitStatus {
  if (files.some(({ outcome }) => !('filing' in outcome))) return 2;
  return files.some(({ outcome }) => 'filing' in outcome && outcome.summary.errors > 0) ? 1 : 0;
}

/** "Watching 3 files: 2 errors, 1 not read; Ctrl-C ends." */
function watchingText(paths: readonly string[], files: readonly Watched[]): string {
  const read = files.flatMap(({ outcome }) => ('filing' in outcome ? [outcome] : []));
  const errors = read.reduce((sum, { summary }) => sum + summary.errors, 0);
  const what = paths.length === 1 ? harmless(paths[0] ?? '') : `${paths.length} files`;
  const unread = files.length === read.length ? '' : `, ${files.length - read.length} not read`;
  return `Watching ${what}: ${errors === 0 ? 'no' : errors} error${errors === 1 ? '' : 's'}${unread}; Ctrl-C ends.`;
}

function watchFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Cannot watch every folder (${reason}): files are looked at every two seconds instead`;
}
