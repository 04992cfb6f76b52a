import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The path of a file as seen from a folder, with forward slashes: `drafts/report.txt`, `../report.txt`. Never an
 * absolute path, which would tell a reader about the machine; where there is no way from the folder to the file (another
 * drive), the name alone.
 */
export function relativePath(folder: string, path: string): string {
  const way = relative(folder, resolve(folder, path));
  const parts = way.split(sep);
  return isAbsolute(way) ? (parts.at(-1) ?? '') : parts.join('/');
}

/** Whether the way from a folder leads out of it. */
export function leadsOutside(way: string): boolean {
  return way === '..' || way.startsWith('../');
}
