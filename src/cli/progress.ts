import type { CommandIo } from './command.js';
import { harmless } from './complain.js';

/** To the first column, and clear the line. */
const ERASE = '\r\u001b[K';

/** One line on the terminal that says what is being done; nothing at all where standard error is no terminal. */
export interface Progress {
  show(index: number, count: number, path: string): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

export function progressOn(io: Pick<CommandIo, 'err' | 'errColumns'>): Progress {
  const columns = io.errColumns;
  let shown = false;
  return {
    show(index, count, path) {
      if (columns === undefined) return;
      io.err(ERASE + progressLine(index, count, path, columns));
      shown = true;
    },
    clear() {
      if (shown) io.err(ERASE);
      shown = false;
    },
  };
}

/** "reading 2 of 5: report.txt …", shorter than the line: a line that wraps cannot be erased. */
function progressLine(index: number, count: number, path: string, columns: number): string {
  const lead = count === 1 ? 'reading: ' : `reading ${index + 1} of ${count}: `;
  const name = path === '-' ? 'standard input' : harmless(path);
  return `${lead}${lastColumns(name, columns - lead.length - 3)} …`;
}

/** The end of a name, which tells more than the folders before it. All beyond ASCII counts as wide. */
function lastColumns(name: string, columns: number): string {
  const signs = [...name];
  let used = 0;
  for (let at = signs.length - 1; at >= 0; at -= 1) {
    used += (signs[at] ?? '') > '~' ? 2 : 1;
    if (used > columns) return `…${signs.slice(at + 2).join('')}`;
  }
  return name;
}
