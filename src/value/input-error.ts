/** What kind of input was wrong; tests and callers switch on it, people read the message. */
export type InputErrorCode =
  | 'bad-number'
  | 'bad-day'
  | 'bad-period'
  | 'bad-interval'
  | 'bad-weights'
  | 'currency-mismatch'
  | 'unknown-currency'
  | 'division-by-zero'
  | 'no-rate'
  | 'bad-rates-file'
  | 'unreadable'
  | 'not-found'
  | 'unreachable'
  | 'too-large'
  | 'bad-option'
  | 'bad-config'
  | 'bad-register';

/**
 * The one error that bad input raises: an argument, an option or a file that cannot be used.
 * The message names the offending value and the remedy; a command prints it and ends with status 2.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: InputErrorCode;
  /** Where one sentence is not enough: what happened at each of several places, then the remedy. A line each. */
  readonly details: readonly string[];

  constructor(
    code: InputErrorCode,
    message: string,
    options?: ErrorOptions & { readonly details?: readonly string[] },
  ) {
    super(message, options);
    this.code = code;
    this.details = options?.details ?? [];
  }
}
