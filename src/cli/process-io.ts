import { fstatSync, type Stats, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { CommandIo } from './command.js';
import { complain } from './complain.js';
import { codeOf, writeFailure } from './system-errors.js';

const DEFAULT_COLUMNS = 80;
/**
 * How much code runs before V8 optimizes it: it takes half of the processor time of a cold run, and a single report ends
 * before it pays. The flag is read wherever V8 counts, so that it may be set while it runs.
 */
const LATE_OPTIMIZATION = '--interrupt-budget=1000000';
const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/**
 * The terminal, pipes and environment of this process. A reader that closes its pipe early ends us quietly; a disk
 * that is full is a line on standard error and status 2. Standard input and standard error are made into streams when
 * they are asked for, which takes Node milliseconds: most runs need neither.
 */
export function processIo(): CommandIo {
  const { stdout, env } = process;
  const isTerminal = stdout.isTTY === true;
  const stderr = onceAsked(() => process.stderr.on('error', (error) => outputFailed(error, null)));
  const err = (text: string): void => void stderr().write(text);
  let isRead = true;
  stdout.on('error', (error) => {
    isRead = false;
    outputFailed(error, err);
  });
  return {
    cwd: process.cwd(),
    env,
    columns: stdout.columns || DEFAULT_COLUMNS,
    color: takesColor(isTerminal, env),
    out: isFile(STDOUT)
      ? (text) => {
          isRead = writeToFile(text, err);
        }
      : (text) => void stdout.write(text),
    err,
    isTerminal: isTerminal && env.TERM !== 'dumb',
    flushed: async () => {
      if (isRead && stdout.writableNeedDrain) await drained(stdout);
      return isRead;
    },
    expectShortRun: () => setFlagsFromString(LATE_OPTIMIZATION),
    interruption,
    // As it is built, in one file; the sources, run as they are, keep to one thread.
    ...(import.meta.url.endsWith('.cjs') ? { threadEntry: new URL('./cli.cjs', import.meta.url) } : {}),
    ...(mayBeTerminal(STDERR) && stderr().isTTY === true && env.TERM !== 'dumb'
      ? { errColumns: stderr().columns || DEFAULT_COLUMNS }
      : {}),
    stdin: () => process.stdin,
    stdinStatus: () => fstatSync(STDIN, { bigint: true }),
  };
}

/** Colour on a terminal only, and not where NO_COLOR (https://no-color.org) or a dumb terminal forbids it. */
export function takesColor(isTerminal: boolean, env: CommandIo['env']): boolean {
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** A stream that breaks never drains: then its error ends the waiting. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('error', done);
      resolve();
    };
    stream.on('drain', done).on('error', done);
  });
}

/** The second Ctrl-C ends the process as usual. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const interrupted = () => {
    for (const signal of signals) process.off(signal, interrupted);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, interrupted);
  return controller.signal;
}

/** Node's own stream writes to a file once, and takes no notice where the disk took only a part. False where it failed. */
function writeToFile(text: string, err: CommandIo['err']): boolean {
  try {
    writeFileSync(STDOUT, text);
    return true;
  } catch (error) {
    outputFailed(error, err);
    return false;
  }
}

function isFile(descriptor: number): boolean {
  return kindOf(descriptor)?.isFile() === true;
}

/** False for what no terminal can be. */
function mayBeTerminal(descriptor: number): boolean {
  const kind = kindOf(descriptor);
  return kind !== null && !kind.isFile() && !kind.isFIFO() && !kind.isSocket();
}

/** Null where it is closed. */
function kindOf(descriptor: number): Stats | null {
  try {
    return fstatSync(descriptor);
  } catch {
    return null;
  }
}

function onceAsked<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Sets the status at once; the command may have ended before the stream reports. */
function outputFailed(error: unknown, err: CommandIo['err'] | null): void {
  if (codeOf(error) === 'EPIPE') return;
  process.exitCode = 2;
  if (err !== null) complain(`Cannot write to standard output: ${writeFailure(error)}`, { err });
}
