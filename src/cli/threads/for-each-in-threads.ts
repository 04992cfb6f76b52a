import { Worker } from 'node:worker_threads';
import type { Limits } from '../../filing/limits.js';
import { InputError } from '../../value/index.js';
import type { CommandIo } from '../command.js';
import { loadSource } from '../load-source.js';
import type { FileTask, TaskResult } from './file-task.js';
import type { FileAnswer, FileOrder, ThreadStart } from './messages.js';

/** Results that wait for an earlier file's, for each thread: so much may be in memory, and no more. */
const WAITING_PER_THREAD = 3;

export interface ThreadedWork {
  readonly task: FileTask;
  readonly limits: Limits;
  readonly threads: number;
  /** The built command. */
  readonly entry: URL;
  /** Before the wait for a file. */
  waiting(index: number): void;
  /** Takes what became of each file, in order; to false where no further file is wanted. */
  done(path: string, outcome: TaskResult | InputError): Promise<boolean>;
}

/**
 * Works on the files in threads, and hands on the results in the order of the files. An error that is no `InputError`
 * is thrown here, as it would be without threads.
 */
export async function forEachInThreads(
  paths: readonly string[],
  io: CommandIo,
  { task, limits, threads, entry, waiting, done }: ThreadedWork,
): Promise<void> {
  const answers = new Map<number, FileAnswer>();
  let wake = (): void => {};
  let broken: unknown = null;
  let [next, wanted] = [0, 0];
  const workers = Array.from({ length: threads }, () => startThread(entry, { task, limits }));
  const idle = [...workers];

  async function giveOrders(): Promise<void> {
    while (idle.length > 0 && next < Math.min(paths.length, wanted + WAITING_PER_THREAD * threads)) {
      const worker = idle.pop();
      const order = await orderOf(next++);
      if (order === null) idle.push(worker as Worker);
      else worker?.postMessage(order);
    }
  }

  /** Null where standard input cannot be read, which is an answer already. */
  async function orderOf(index: number): Promise<FileOrder | null> {
    const path = paths[index] ?? '';
    if (path !== '-') return { index, path, bytes: null };
    try {
      return { index, path, bytes: await loadSource(path, io, limits.maxBytes) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      answers.set(index, { index, failure: { code: error.code, message: error.message } });
      return null;
    }
  }

  for (const worker of workers) {
    worker.on('message', (answer: FileAnswer) => {
      answers.set(answer.index, answer);
      idle.push(worker);
      wake();
    });
    worker.on('error', (error) => {
      broken = error;
      wake();
    });
    worker.on('exit', () => {
      broken ??= new Error('A thread ended before its work');
      wake();
    });
  }
  try {
    for (; wanted < paths.length; wanted += 1) {
      waiting(wanted);
      await giveOrders();
      while (!answers.has(wanted)) {
        if (broken !== null) throw broken;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        await giveOrders();
      }
      const outcome = outcomeOf(answers.get(wanted));
      answers.delete(wanted);
      if (!(await done(paths[wanted] ?? '', outcome))) return;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startThread(entry: URL, start: ThreadStart): Worker {
  return new Worker(entry, {
    workerData: start,
    // Tells the command that it runs in a thread: looking there is cheaper than loading what knows it.
    env: { ...process.env, TICKMARK_THREAD: '1' },
  });
}

function outcomeOf(answer: FileAnswer | undefined): TaskResult | InputError {
  if (answer === undefined) throw new Error('A thread gave no answer');
  if ('result' in answer) return answer.result;
  if ('failure' in answer) return new InputError(answer.failure.code, answer.failure.message);
  const error = new Error(answer.bug.message);
  error.stack = answer.bug.stack;
  throw error;
}
