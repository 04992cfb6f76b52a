import type { Limits } from '../../filing/limits.js';
import type { ResolvedRegister } from '../../risk/resolved-register.js';
import type { BlockSummaries } from '../../risk/simulation/block-summaries.js';
import type { PlanSettings } from '../../risk/simulation/plan.js';
import type { InputErrorCode } from '../../value/index.js';
import type { FileTask, TaskResult } from './file-task.js';

/** What a thread is started with. */
export interface ThreadStart {
  readonly task: FileTask;
  readonly limits: Limits;
}

/** A file to work on. */
export interface FileOrder {
  readonly index: number;
  readonly path: string;
  /** Of standard input, which only the first thread can read; null where the thread reads the file. */
  readonly bytes: Uint8Array | null;
}

/** What became of it: a result, a file that cannot be read, or an error of ours. */
export type FileAnswer =
  | { readonly index: number; readonly result: TaskResult }
  | { readonly index: number; readonly failure: { readonly code: InputErrorCode; readonly message: string } }
  | { readonly index: number; readonly bug: { readonly message: string; readonly stack: string } };

/** What a thread that simulates risks is started with. */
export interface RiskThreadStart {
  readonly kind: 'risk';
  readonly register: ResolvedRegister;
  readonly settings: PlanSettings;
}

/** Blocks of trials to simulate: from `from` up to, not with, `to`. */
export interface RangeOrder {
  readonly from: number;
  readonly to: number;
}

/** What became of them; first of all, that the thread is ready for orders. */
export type RangeAnswer =
  | { readonly isReady: true }
  | { readonly summaries: BlockSummaries }
  | { readonly failure: { readonly code: InputErrorCode; readonly message: string } }
  | { readonly bug: { readonly message: string; readonly stack: string } };
