import type { ResolvedRegister } from '../resolved-register.js';
import { type BlockSummaries, transferables } from './block-summaries.js';
import { compilePlan } from './compile-plan.js';
import type { PlanSettings } from './plan.js';
import { blockRunner } from './run-blocks.js';

/**
 * What a thread besides the first does: simulates ranges of blocks of a register, and says which memory of the summaries
 * can be handed over instead of copied.
 *
 * @throws InputError as `compilePlan` does; the function returned, as `blockRunner` does
 */
export function rangeWorker(
  register: ResolvedRegister,
  settings: PlanSettings,
): (from: number, to: number) => { readonly summaries: BlockSummaries; readonly memory: ArrayBuffer[] } {
  const runner = blockRunner(compilePlan(register, settings));
  return (from, to) => {
    const summaries = runner.run(from, to);
    return { summaries, memory: transferables(summaries) };
  };
}
