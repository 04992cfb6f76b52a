import type { FileFailure } from '../file-failure.js';
import type { Selected } from './selection.js';

/** A form that what was read is printed in: text of each file, and what stands before, between and after. */
export interface ReadingForm {
  readonly opening: string;
  readonly separator: string;
  readonly closing: string;
  file(selected: Selected): string;
  /** What is printed for a file that could not be read; null for nothing. */
  failure(failure: FileFailure): string | null;
}
