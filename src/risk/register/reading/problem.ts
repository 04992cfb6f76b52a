import type { RegisterPath } from './register-path.js';

/** `error`: the register cannot be used. `warning`: it can, and says what was probably not meant. `info`: open work. */
export type ProblemSeverity = 'error' | 'warning' | 'info';

/** What is wrong with a register, and where. Plain data. */
export interface Problem {
  readonly severity: ProblemSeverity;
  /** What kind of problem: `unknown-key`, `quantity`, `no-source`, … */
  readonly code: string;
  readonly path: RegisterPath;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What is unexpected, what was expected, what to do. */
  readonly message: string;
}

/** A problem before its place is looked up: `at` says whether the key or the value of the path is meant. */
export interface Draft {
  readonly severity: ProblemSeverity;
  readonly code: string;
  readonly path: RegisterPath;
  readonly at?: 'key' | 'value';
  readonly message: string;
}

export function error(code: string, path: RegisterPath, message: string, at?: 'key' | 'value'): Draft {
  return { severity: 'error', code, path, message, ...(at === undefined ? {} : { at }) };
}

export function warning(code: string, path: RegisterPath, message: string, at?: 'key' | 'value'): Draft {
  return { severity: 'warning', code, path, message, ...(at === undefined ? {} : { at }) };
}

export function info(code: string, path: RegisterPath, message: string, at?: 'key' | 'value'): Draft {
  return { severity: 'info', code, path, message, ...(at === undefined ? {} : { at }) };
}
