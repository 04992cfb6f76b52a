import { dirname, resolve, sep } from 'node:path';
import { baseOf, type PathArguments } from '../expand-paths.js';

/** A save is many events; it is over when nothing has happened for so long. */
const QUIET_MS = 100;
/** A file that never rests is looked at nevertheless. */
const LONGEST_WAIT_MS = 1000;
/** Network drives report nothing; looking at a handful of files costs nothing. */
const LOOK_MS = 2000;

/** `change`: something has happened in the folders. `look`: nothing was heard, but it is time to look at the files. */
export type Occasion = 'change' | 'look' | 'end';

/** Tells when it is worth looking whether files have changed. */
export interface WakeUps {
  /** Resolves at the next occasion; `end` once `signal` is aborted. */
  next(): Promise<Occasion>;
  close(): Promise<void>;
}

/**
 * Watches the folders of the files, not the files: an editor that saves under another name and renames it puts a new
 * file in the place of the one that a watcher holds. Events are only hints; what has changed is for the caller to see.
 * `onError` is told once where the system gives no events.
 */
export async function watchFolders(
  files: PathArguments,
  cwd: string,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<WakeUps> {
  const { watch } = await import('chokidar');
  const bell = bellUntil(signal);
  const { folders, ignored } = scopeOf(files, cwd);
  const watcher = watch(folders, { ignored, ignoreInitial: true, ignorePermissionErrors: true });
  let complained = false;
  watcher.on('all', bell.ring);
  watcher.on('error', (error) => {
    if (!complained) onError(error);
    complained = true;
  });
  const look = setInterval(() => bell.strike('look'), LOOK_MS);
  await Promise.race([
    new Promise<void>((done) => watcher.once('ready', done)),
    // A folder that cannot be watched is never ready; the regular look still is.
    new Promise<void>((done) => setTimeout(done, LOOK_MS).unref()),
  ]);
  return {
    next: bell.next,
    async close() {
      clearInterval(look);
      await watcher.close();
    },
  };
}

/** The folders to watch, and what in them is of no interest: all but the files named and what a pattern may match. */
function scopeOf({ names, patterns }: PathArguments, cwd: string) {
  const files = new Set(names.map((name) => resolve(cwd, name)));
  const bases = patterns.map((pattern) => ({
    base: resolve(cwd, baseOf(pattern)),
    ending: endingOf(pattern),
  }));
  const folders = new Set([...[...files].map((file) => dirname(file)), ...bases.map(({ base }) => base)]);
  const ignored = (path: string, status?: { isFile(): boolean }): boolean => {
    const full = resolve(path);
    if (folders.has(full) || files.has(full)) return false;
    const isFile = status?.isFile() === true;
    return !bases.some(
      ({ base, ending }) => isVisibleIn(base, full) && (!isFile || ending === null || full.endsWith(ending)),
    );
  };
  return { folders: [...folders], ignored };
}

/** ".txt" of "drafts/*.txt", so that a folder of other files needs no watchers; null where the end is a wildcard. */
function endingOf(pattern: string): string | null {
  return /[^*?[\]{}()!@+/\\]+$/.exec(pattern)?.[0] ?? null;
}

/** As patterns match: neither hidden nor what packages bring along. */
function isVisibleIn(base: string, path: string): boolean {
  const inside = base.endsWith(sep) ? base : base + sep;
  if (!path.startsWith(inside)) return false;
  const parts = path.slice(inside.length).split(sep);
  return !parts.some((part) => part.startsWith('.') || part === 'node_modules');
}

/** Rings once after a burst, however many events it has. */
function bellUntil(signal: AbortSignal) {
  let rung: Occasion | null = null;
  let timer: NodeJS.Timeout | undefined;
  let first = 0;
  let answer: (() => void) | undefined;
  const strike = (occasion: Occasion) => {
    if (rung !== 'change') rung = occasion;
    answer?.();
  };
  signal.addEventListener('abort', () => answer?.(), { once: true });
  return {
    strike,
    ring() {
      const now = performance.now();
      if (timer === undefined) first = now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = undefined;
          strike('change');
        },
        Math.max(0, Math.min(QUIET_MS, first + LONGEST_WAIT_MS - now)),
      );
    },
    async next(): Promise<Occasion> {
      if (rung === null && !signal.aborted) await new Promise<void>((resolved) => (answer = resolved));
      const occasion = rung ?? 'end';
      [rung, answer] = [null, undefined];
      return signal.aborted ? 'end' : occasion;
    },
  };
}
