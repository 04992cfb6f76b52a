import type { CommandIo } from './command.js';
import { harmless } from './complain.js';

/** To the first column, and clear the line. */
const ERASE = '\r\u001b[K';

/** Names are cut to no less for the sake of the tally, in columns. */
const SHORTEST_NAME = 12;
/** Before that, nobody asks how long it has been. */
const LONG_SECONDS = 2;

/** One line on the terminal that says what is being done; nothing at all where standard error is no terminal. */
export interface Progress {
  /** Of the file at `index`, from 0; `errors` so far are named where there are any, the seconds where they are long. */
  show(index: number, count: number, path: string, errors?: number): void;
  /** Of work that is no reading of files: a few words. */
  say(words: string): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

export function progressOn(io: Pick<CommandIo, 'err' | 'errColumns'>): Progress {
  const columns = io.errColumns;
  // The clock is a module of its own, not loaded where nobody looks at it.
  const start = columns === undefined ? 0 : performance.now();
  let shown = false;
  return {
    show(index, count, path, errors = 0) {
      if (columns === undefined) return;
      const tally = tallyText(errors, Math.floor((performance.now() - start) / 1000));
      io.err(ERASE + progressLine(index, count, path, tally, columns));
      shown = true;
    },
    say(words) {
      if (columns === undefined) return;
      io.err(`${ERASE}${lastColumns(harmless(words), columns - 3)} …`);
      shown = true;
    },
    clear() {
      if (shown) io.err(ERASE);
      shown = false;
    },
  };
}

/** "reading 2 of 5: report.txt … 3 errors, 8 s", shorter than the line: a line that wraps cannot be erased. */
function progressLine(index: number, count: number, path: string, tally: string, columns: number): string {
  const lead = count === 1 ? 'reading: ' : `reading ${index + 1} of ${count}: `;
  const name = path === '-' ? 'standard input' : harmless(path);
  const room = columns - lead.length - 3;
  const fits = room - tally.length >= SHORTEST_NAME;
  return `${lead}${lastColumns(name, fits ? room - tally.length : room)} …${fits ? tally : ''}`;
}

/** " 3 errors, 8 s"; empty at first. */
function tallyText(errors: number, seconds: number): string {
  const parts = [
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? 'error' : 'errors'}`]),
    ...(seconds < LONG_SECONDS ? [] : [`${seconds} s`]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(', ')}`;
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
