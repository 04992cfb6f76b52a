import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '../../value/index.js';
import { type ChangeOptions, changeStore } from './change-store.js';
import { NOON_FILE } from './noon-rates.js';
import { SOURCES_FOLDER, type SourceFileHead, sourceFiles } from './source-files.js';
import { currentState } from './store-states.js';

/** A source that is, or would be, no longer held. */
export interface RemovedSource {
  readonly source: string;
  readonly isDryRun: boolean;
}

/**
 * Removes an imported source by one of its names. An undo brings it back. Throws `InputError`: 'bad-option' where
 * there is none by that name, 'unreadable' where the directory cannot be written.
 */
export async function removeSource(
  directory: string,
  name: string,
  options: ChangeOptions & { readonly isDryRun?: boolean },
): Promise<RemovedSource> {
  const isDryRun = options.isDryRun === true;
  const found = findSource(currentState(directory), name);
  const source = found.names[0] ?? '';
  if (!isDryRun) {
    await changeStore(
      directory,
      (state) => ({ files: filesWithout(state, findSource(state, name)), isMinor: false, result: null }),
      options,
    );
  }
  return { source, isDryRun };
}

/** For a terminal. */
export function removedSourceText({ source, isDryRun }: RemovedSource): string {
  return isDryRun
    ? `${source} would be removed; nothing was changed: a dry run\n`
    : `${source} was removed; "tickmark rates undo" brings it back\n`;
}

/** The same as plain data for JSON. */
export function removedSourceRecord({ source, isDryRun }: RemovedSource) {
  return { source, dryRun: isDryRun };
}

function findSource(state: string | null, name: string): SourceFileHead {
  const heads = state === null ? [] : sourceFiles(state);
  const wanted = name.trim().toLowerCase();
  const found = heads.find(({ names }) => names.some((each) => each.toLowerCase() === wanted));
  if (found !== undefined) return found;
  const known = heads.map(({ names }) => names[0]).join(', ');
  throw new InputError(
    'bad-option',
    `Unexpected source "${name.slice(0, 60)}", expected one that was imported${known === '' ? '; there is none' : `: ${known}`}`,
  );
}

function filesWithout(state: string | null, removed: SourceFileHead): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  if (state === null) return files;
  const noon = join(state, NOON_FILE);
  if (existsSync(noon)) files.set(NOON_FILE, readFileSync(noon));
  for (const { path, bytes } of sourceFiles(state)) {
    if (path !== removed.path) files.set(`${SOURCES_FOLDER}/${basename(path)}`, bytes);
  }
  return files;
}
