import type { CommandIo } from '../src/cli/command.js';

/** An io for tests: what was written, as text. */
export interface CapturedIo extends CommandIo {
  readonly written: () => string;
  readonly complained: () => string;
}

/** Captures what a command writes; 80 columns, no colour, unless told otherwise. */
export function capturedIo(settings: Partial<CommandIo> = {}): CapturedIo {
  let [out, err] = ['', ''];
  return {
    cwd: process.cwd(),
    env: {},
    columns: 80,
    color: false,
    ...settings,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    written: () => out,
    complained: () => err,
  };
}
