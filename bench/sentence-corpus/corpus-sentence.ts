/**
 * A sentence of our own writing. A figure in [brackets] must be ticked; one in {braces} is wrong, and an error must hold it
 * among its suspects; any other must be neither. A sentence with no figure in braces must have no error.
 */
export interface CorpusSentence {
  readonly text: string;
  /** What stands before it: a table that it speaks of. */
  readonly context?: string;
}
