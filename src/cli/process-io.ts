import { fstatSync, writeFileSync } from 'node:fs';
import type { CommandIo } from './command.js';
import { complain } from './complain.js';
import { codeOf, writeFailure } from './system-errors.js';

const DEFAULT_COLUMNS = 80;
const STDIN = 0;
const STDOUT = 1;

/**
 * The terminal, pipes and environment of this process. A reader that closes its pipe early ends us quietly; a disk
 * that is full is a line on standard error and status 2.
 */
export function processIo(): CommandIo {
  const { stdin, stdout, stderr, env } = process;
  const isTerminal = stdout.isTTY === true;
  const err = (text: string): void => void stderr.write(text);
  stdout.on('error', (error) => outputFailed(error, err));
  stderr.on('error', (error) => outputFailed(error, null));
  return {
    cwd: process.cwd(),
    env,
    columns: stdout.columns || DEFAULT_COLUMNS,
    color: takesColor(isTerminal, env),
    out: isFile(STDOUT) ? (text) => writeToFile(text, err) : (text) => void stdout.write(text),
    err,
    ...(stderr.isTTY === true && env.TERM !== 'dumb'
      ? { errColumns: stderr.columns || DEFAULT_COLUMNS }
      : {}),
    stdin: () => stdin,
    stdinStatus: () => fstatSync(STDIN, { bigint: true }),
  };
}

/** Colour on a terminal only, and not where NO_COLOR (https://no-color.org) or a dumb terminal forbids it. */
export function takesColor(isTerminal: boolean, env: CommandIo['env']): boolean {
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** Node's own stream writes to a file once, and takes no notice where the disk took only a part. */
function writeToFile(text: string, err: CommandIo['err']): void {
  try {
    writeFileSync(STDOUT, text);
  } catch (error) {
    outputFailed(error, err);
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

/** Sets the status at once; the command may have ended before the stream reports. */
function outputFailed(error: unknown, err: CommandIo['err'] | null): void {
  if (codeOf(error) === 'EPIPE') return;
  process.exitCode = 2;
  if (err !== null) complain(`Cannot write to standard output: ${writeFailure(error)}`, { err });
}
