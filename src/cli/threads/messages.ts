import type { Limits } from '../../filing/limits.js';
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
