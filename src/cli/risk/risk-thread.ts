import type { MessagePort } from 'node:worker_threads';
import { rangeWorker } from '../../risk/simulation/range-worker.js';
import { InputError } from '../../value/index.js';
import type { RangeAnswer, RangeOrder, RiskThreadStart } from '../threads/messages.js';

/** The work of a thread that `riskWorkers` started: a range of blocks at a time, until it is ended. */
export function runRiskThread(port: MessagePort, { register, settings }: RiskThreadStart): void {
  let run: ReturnType<typeof rangeWorker> | null = null;
  port.on('message', ({ from, to }: RangeOrder) => {
    try {
      run ??= rangeWorker(register, settings);
      const { summaries, memory } = run(from, to);
      port.postMessage({ summaries } satisfies RangeAnswer, memory);
    } catch (error) {
      port.postMessage(answerTo(error));
    }
  });
  port.postMessage({ isReady: true } satisfies RangeAnswer);
}

function answerTo(error: unknown): RangeAnswer {
  if (error instanceof InputError) return { failure: { code: error.code, message: error.message } };
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { bug: { message, stack } };
}
