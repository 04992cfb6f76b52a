import type { InputErrorCode } from '../value/index.js';

/** A file that could not be read, as a report for programs names it. */
export interface FileFailure {
  /** As the caller named it; "-" for standard input. */
  readonly path: string;
  readonly code: InputErrorCode;
  /** One sentence that names the file, the reason and the remedy. */
  readonly message: string;
}
