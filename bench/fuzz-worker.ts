/** Reads what it is sent, and answers with what went wrong, or nothing. A hang or a crash is seen from outside. */
import { parentPort } from 'node:worker_threads';
import { type Filing, readFiling } from '../src/filing/index.js';
import { InputError } from '../src/value/index.js';
import { brokenLaws } from './filing-laws.js';

export interface FuzzAnswer {
  /** Of processor time. */
  readonly milliseconds: number;
  readonly refused: boolean;
  readonly problems: readonly string[];
}

parentPort?.on('message', ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
  parentPort?.postMessage(answerTo(name, bytes));
});

function answerTo(name: string, bytes: Uint8Array): FuzzAnswer {
  const start = process.cpuUsage();
  let filing: Filing;
  try {
    filing = readFiling(bytes, { path: name });
  } catch (error) {
    const milliseconds = processorTime(start);
    if (error instanceof InputError) return { milliseconds, refused: true, problems: [] };
    return { milliseconds, refused: false, problems: [`throws ${thrown(error)}`] };
  }
  const milliseconds = processorTime(start);
  try {
    return { milliseconds, refused: false, problems: brokenLaws(filing) };
  } catch (error) {
    return { milliseconds, refused: false, problems: [`no law could be checked: ${thrown(error)}`] };
  }
}

/** What the processors spent, garbage collection included: a busy machine makes the clock useless. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** The message and where it was thrown. */
function thrown(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name}: ${error.message.slice(0, 200)} ${frames
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(.*\//, '('))
    .join(' ')}`;
}
