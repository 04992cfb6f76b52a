import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';

/** More files than a person means by a pattern; more, and the pattern is likelier wrong. */
const MOST_MATCHES = 100_000;
/** Links that lead back into their own folders make trees that do not end. */
const LONGEST_SEARCH_MS = 60_000;
/** Folders below the first: deeper ones are no place for drafts. */
const DEEPEST = 64;
/** What makes an argument a pattern; a bracket alone does not: "draft (2).txt" is a name. */
const WILDCARD = /[*?]|\[[^\]]+\]|\{[^}]*(?:,|\.\.)[^}]*\}/;

/** Arguments as they name files: as they stand, as a pattern, or as a pattern of what is left out ("!drafts/old/**"). */
export interface PathArguments {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  readonly exclusions: readonly string[];
}

/**
 * The files that the arguments of a command name, each once: names as they stand, and for each pattern the files that
 * match it, sorted. Shells expand patterns only where they are not quoted, and some not at all. Throws `InputError` for
 * a pattern that nothing matches.
 */
export async function expandPaths(
  args: readonly string[],
  io: Pick<CommandIo, 'cwd'>,
): Promise<readonly string[]> {
  const { patterns, exclusions } = sortArguments(args, io);
  if (patterns.length + exclusions.length === 0) return distinct(args, io);
  const found: string[] = [];
  for (const arg of args) {
    if (exclusions.includes(arg)) continue;
    if (!patterns.includes(arg)) found.push(arg);
    else for (const path of await matches(arg, exclusions, io)) found.push(path);
  }
  return distinct(found, io);
}

/** Which arguments are names and which are patterns. A file of that very name makes it a name. */
export function sortArguments(args: readonly string[], io: Pick<CommandIo, 'cwd'>): PathArguments {
  const isName = (arg: string) => arg === '-' || existsSync(resolve(io.cwd, arg));
  const exclusions = args.filter((arg) => arg.startsWith('!') && arg.length > 1 && !isName(arg));
  const rest = args.filter((arg) => !exclusions.includes(arg));
  const patterns = rest.filter((arg) => WILDCARD.test(arg) && !isName(arg));
  if (exclusions.length > 0 && patterns.length === 0) {
    throw new InputError(
      'bad-option',
      `Unexpected "${exclusions[0]}" without a pattern to leave something out of, expected one such as "drafts/**/*.txt"`,
    );
  }
  return { names: rest.filter((arg) => !patterns.includes(arg)), patterns, exclusions };
}

/** The folder that a pattern begins in: "drafts/2006" of "drafts/2006/*.txt", "." of "*.txt". */
export function baseOf(pattern: string): string {
  const parts = withSlashes(pattern).split('/');
  const first = parts.findIndex((part) => WILDCARD.test(part));
  const base = parts.slice(0, first < 0 ? -1 : first).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
}

/** Files that match, sorted, each once; throws where there are none. */
async function matches(
  pattern: string,
  exclusions: readonly string[],
  io: Pick<CommandIo, 'cwd'>,
): Promise<string[]> {
  const base = baseOf(pattern);
  if (!isFolder(resolve(io.cwd, base))) {
    throw noMatch(pattern, exclusions, `there is no folder ${base}`);
  }
  const { glob } = await import('tinyglobby');
  const signal = AbortSignal.timeout(LONGEST_SEARCH_MS);
  const found = await glob([withSlashes(pattern)], {
    cwd: io.cwd,
    // What packages bring along is no draft, unless it is asked for.
    ignore: [
      ...exclusions.map((each) => withSlashes(each.slice(1))),
      ...(pattern.includes('node_modules') ? [] : ['**/node_modules/**']),
    ],
    deep: DEEPEST,
    expandDirectories: false,
    signal,
  });
  if (signal.aborted || found.length > MOST_MATCHES) {
    const limit = signal.aborted ? `${LONGEST_SEARCH_MS / 1000} seconds of search` : `${MOST_MATCHES} files`;
    throw new InputError(
      'too-large',
      `Cannot check all files that match "${pattern}": the limit is ${limit}; narrow the pattern`,
    );
  }
  const files = withoutDetours(found, io.cwd);
  if (files.length > 0) return files.sort((a, b) => (a < b ? -1 : 1));
  throw noMatch(pattern, exclusions, `looked in ${base === '.' ? 'this folder' : base}`);
}

function noMatch(pattern: string, exclusions: readonly string[], reason: string): InputError {
  const except = exclusions.map((each) => `"${each.slice(1)}"`).join(', ');
  const which = `"${pattern}"${except === '' ? '' : ` and not ${except}`}`;
  return new InputError('unreadable', `Cannot find files that match ${which}: ${reason}; check the pattern`);
}

/** A file that links lead to by several ways is taken by the shortest. */
function withoutDetours(paths: readonly string[], cwd: string): string[] {
  const shortest = new Map<string, string>();
  for (const path of paths) {
    const file = realFile(resolve(cwd, path));
    if (file === null) continue;
    const known = shortest.get(file);
    if (known === undefined || comparePaths(path, known) < 0) shortest.set(file, path);
  }
  return [...shortest.values()];
}

function comparePaths(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}

/** Null for what is no file, and for a link that leads nowhere. */
function realFile(path: string): string | null {
  try {
    return statSync(path).isFile() ? realpathSync(path) : null;
  } catch {
    return null;
  }
}

/** The first mention of each file. */
function distinct(paths: readonly string[], { cwd }: Pick<CommandIo, 'cwd'>): string[] {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const key = path === '-' ? '-' : `/${resolve(cwd, path)}`;
    if (!seen.has(key)) seen.set(key, path);
  }
  return [...seen.values()];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Patterns are written with forward slashes; on Windows people write the others. */
function withSlashes(pattern: string): string {
  return process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}
