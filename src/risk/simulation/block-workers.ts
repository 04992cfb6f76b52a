import type { BlockSummaries } from './block-summaries.js';
import type { Plan } from './plan.js';
import type { RangeSize } from './range-size.js';
import { blockRunner } from './run-blocks.js';

/** Who simulates blocks: this thread, or others. */
export interface BlockWorkers {
  /** How many ranges of blocks it takes at once. */
  readonly threads: number;
  /** Rejects with an `InputError` where the simulation throws one. */
  run(from: number, to: number): Promise<BlockSummaries>;
  close(): Promise<void>;
}

/** This thread alone, which lets others work (timers, signals) before each range. */
export function inThisThread(plan: Plan): BlockWorkers {
  const runner = blockRunner(plan);
  return {
    threads: 1,
    async run(from, to) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      return runner.run(from, to);
    },
    async close() {},
  };
}

/** The summaries of the blocks from `from` to `to`, in order, while the workers are ahead by not much more than they are. */
export async function* inBlockOrder(
  workers: BlockWorkers,
  from: number,
  to: number,
  size: RangeSize,
): AsyncGenerator<BlockSummaries> {
  const running: Promise<BlockSummaries>[] = [];
  let next = from;
  const start = () => {
    const end = Math.min(next + size.next(to - next), to);
    const work = workers.run(next, end);
    // Where an earlier range fails, nobody looks at this one.
    work.catch(() => {});
    running.push(work);
    next = end;
  };
  while (next < to && running.length < 2 * workers.threads + 2) start();
  for (let first = running.shift(); first !== undefined; first = running.shift()) {
    const summaries = await first;
    size.arrived(summaries.to - summaries.from);
    if (next < to) start();
    yield summaries;
  }
}
