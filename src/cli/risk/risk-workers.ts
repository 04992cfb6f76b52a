import { Worker } from 'node:worker_threads';
import type { ResolvedRegister } from '../../risk/resolved-register.js';
import type { BlockSummaries } from '../../risk/simulation/block-summaries.js';
import type { BlockWorkers } from '../../risk/simulation/block-workers.js';
import type { PlanSettings } from '../../risk/simulation/plan.js';
import { rangeWorker } from '../../risk/simulation/range-worker.js';
import { InputError } from '../../value/index.js';
import type { RangeAnswer, RangeOrder, RiskThreadStart } from '../threads/messages.js';

/** A range of blocks that has been asked for. */
interface Request {
  readonly order: RangeOrder;
  readonly resolve: (summaries: BlockSummaries) => void;
  readonly reject: (error: unknown) => void;
}

/** Orders that a thread has at once: it goes on to the next while the first one is busy with a range of its own. */
const AHEAD = 2;

/** A thread beside the first, and what it was asked for, oldest first. */
interface Thread {
  readonly worker: Worker;
  readonly orders: Request[];
  isReady: boolean;
}

/**
 * Threads that simulate: for `simulate`'s option `workers`. The first thread is one of them: it takes a range when the
 * others have enough to do, and all of them while those still start, which takes as long as a million trials do.
 *
 * @param entry the built command
 */
export function riskWorkers(
  entry: URL,
  threads: number,
): (register: ResolvedRegister, settings: PlanSettings) => BlockWorkers {
  return (register, settings) => {
    const start: RiskThreadStart = { kind: 'risk', register, settings };
    const others = Array.from({ length: threads - 1 }, (): Thread => {
      return { worker: startThread(entry, start), orders: [], isReady: false };
    });
    const waiting: Request[] = [];
    let runHere: ReturnType<typeof rangeWorker> | null = null;
    let turn: NodeJS.Immediate | null = null;
    let broken: Error | null = null;

    /** To the others first; what is left is done here, once messages have come in. */
    function giveOrders(): void {
      for (const { worker, orders, isReady } of others) {
        while (isReady && orders.length < AHEAD && waiting.length > 0) {
          const request = waiting.shift() as Request;
          orders.push(request);
          worker.postMessage(request.order);
        }
      }
      if (waiting.length > 0) turn ??= setImmediate(takeTurn);
    }

    function takeTurn(): void {
      turn = null;
      giveOrders();
      const request = waiting.shift();
      if (request === undefined) return;
      try {
        runHere ??= rangeWorker(register, settings);
        request.resolve(runHere(request.order.from, request.order.to).summaries);
      } catch (error) {
        request.reject(error);
      }
      giveOrders();
    }

    function breakOff(error: Error): void {
      broken ??= error;
      for (const { reject } of [...others.flatMap(({ orders }) => orders), ...waiting]) reject(broken);
      for (const { orders } of others) orders.length = 0;
      waiting.length = 0;
    }

    for (const thread of others) {
      thread.worker.on('message', (answer: RangeAnswer) => {
        if ('isReady' in answer) thread.isReady = true;
        else {
          // Orders are answered in the order in which they were given.
          const request = thread.orders.shift();
          if ('summaries' in answer) request?.resolve(answer.summaries);
          else request?.reject(errorOf(answer));
        }
        giveOrders();
      });
      thread.worker.on('error', breakOff);
      thread.worker.on('exit', () => breakOff(new Error('A thread ended before its work')));
    }

    return {
      threads,
      run: (from, to) =>
        new Promise((resolve, reject) => {
          if (broken !== null) reject(broken);
          else waiting.push({ order: { from, to }, resolve, reject });
          giveOrders();
        }),
      close: async () => {
        if (turn !== null) clearImmediate(turn);
        await Promise.all(others.map(({ worker }) => worker.terminate()));
      },
    };
  };
}

function startThread(entry: URL, start: RiskThreadStart): Worker {
  return new Worker(entry, { workerData: start, env: { ...process.env, TICKMARK_THREAD: '1' } });
}

function errorOf(
  answer: Exclude<RangeAnswer, { readonly summaries: BlockSummaries } | { readonly isReady: true }>,
): Error {
  if ('failure' in answer) return new InputError(answer.failure.code, answer.failure.message);
  const error = new Error(answer.bug.message);
  error.stack = answer.bug.stack;
  return error;
}
