import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../../value/index.js';
import type { CommandIo } from '../command.js';
import { loadSource } from '../load-source.js';
import { workOf } from './file-task.js';
import type { FileAnswer, FileOrder, RiskThreadStart, ThreadStart } from './messages.js';

/**
 * The work of a thread: that of `riskWorkers`, or that of `forEachInThreads`, a file at a time, until it is ended. False
 * in the first thread.
 */
export async function runThread(): Promise<boolean> {
  if (parentPort === null) return false;
  const port: MessagePort = parentPort;
  const start = workerData as ThreadStart | RiskThreadStart;
  if ('kind' in start) {
    (await import('../risk/risk-thread.js')).runRiskThread(port, start);
    return true;
  }
  const { task, limits } = start;
  const [{ readFiling }, work] = await Promise.all([import('../../filing/index.js'), workOf(task)]);
  // A thread has no terminal and no standard input of its own.
  const io: CommandIo = { ...task.io, out: () => {}, err: () => {} };

  async function answer({ index, path, bytes }: FileOrder): Promise<FileAnswer> {
    try {
      const source = bytes ?? (await loadSource(path, io, limits.maxBytes));
      return { index, result: work(readFiling(source, { path, limits })) };
    } catch (error) {
      if (error instanceof InputError)
        return { index, failure: { code: error.code, message: error.message } };
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      return { index, bug: { message, stack } };
    }
  }
  port.on('message', async (order: FileOrder) => port.postMessage(await answer(order)));
  return true;
}
