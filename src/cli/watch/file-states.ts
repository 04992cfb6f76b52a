import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** An editor that empties a file before it fills it, or takes it away before it puts the new one there, is given so long. */
const SETTLING_MS = 300;

/** What a file was when it was last looked at: it has changed where this has. Null for one that is not there. */
export type FileState = string | null;

export function fileState(path: string, cwd: string): FileState {
  try {
    const { ino, size, mtimeNs } = statSync(resolve(cwd, path), { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch {
    return null;
  }
}

/** The files whose state is not the known one, each looked at again where it is missing or empty. */
export async function changedFiles(
  paths: readonly string[],
  known: ReadonlyMap<string, FileState>,
  cwd: string,
): Promise<string[]> {
  const differs = (path: string) => fileState(path, cwd) !== (known.get(path) ?? null);
  const changed = paths.filter(differs);
  if (!changed.some((path) => isUnsettled(fileState(path, cwd)))) return changed;
  await wait(SETTLING_MS);
  return paths.filter(differs);
}

function isUnsettled(state: FileState): boolean {
  return state === null || state.split(' ')[1] === '0';
}
