/** A line of a sum and the sign that it enters with, the same at all positions. */
export interface SumTerm {
  readonly line: number;
  readonly sign: 1 | -1;
}

/** A total and the lines that add up to it at more positions than chance explains. */
export interface FoundSum {
  readonly total: number;
  /** In the order of the table. */
  readonly terms: readonly SumTerm[];
  /** Decimal digits of evidence: what agrees, less what was tried and what fails. */
  readonly evidence: number;
  /** Lines added as they are printed, none skipped: the plainest reading. */
  readonly isPlain: boolean;
  /** It holds wherever all of its lines are printed. */
  readonly isWhole: boolean;
  /** An opening balance and its movements. */
  readonly isCarried: boolean;
  /** It holds nowhere: only label and place say that it should. */
  readonly isAssumed: boolean;
}
