import { resolve } from 'node:path';
import type { Filing, SourceLines } from '../../filing/index.js';
import { leadsOutside, relativePath } from '../relative-path.js';

/** The folder that the relative locations start at; whoever reads the log says where it is. */
export const BASE_ID = '%SRCROOT%';
/** Longer ones are left to the file itself: the log of a confidential draft repeats no more than it must. */
const LONGEST_SNIPPET = 300;

/** Where the paths of the files start, and what locations are relative to; both absolute. */
export interface SarifFolders {
  /** The folder that the command was run in. */
  readonly folder: string;
  /** The checkout of a repository that holds the folder: code scanning reads locations from there. */
  readonly checkout?: string | undefined;
}

/** What `BASE_ID` stands for: the checkout, where the folder is in one. */
export function baseFolder({ folder, checkout }: SarifFolders): { path: string; description: string } {
  return checkout && !leadsOutside(relativePath(checkout, folder))
    ? { path: checkout, description: 'The checkout of the repository.' }
    : { path: folder, description: 'The folder that the command was run in.' };
}

/**
 * Where a file is: a relative reference with forward slashes, percent-encoded (SARIF, 3.4). Standard input has no URI,
 * only a description.
 */
export function artifactLocation(path: string, folders: SarifFolders) {
  if (path === '-') return { description: { text: 'standard input' } };
  const parts = relativePath(baseFolder(folders).path, resolve(folders.folder, path)).split('/');
  // A segment may hold ":", which would begin a scheme, and a lone surrogate, which has no encoding.
  const uri = parts.map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))).join('/');
  return { uri, uriBaseId: BASE_ID };
}

/** A range of the source as `location` (SARIF, 3.28). Lines and columns from 1, offsets from 0, in UTF-16 code units. */
export function physicalLocation(
  filing: Filing,
  lines: SourceLines,
  artifact: ReturnType<typeof artifactLocation> & { readonly index: number },
  start: number,
  end: number,
) {
  const [from, to] = [lines.at(start), lines.at(end)];
  const snippet = end - start > LONGEST_SNIPPET ? null : filing.source.text.slice(start, end);
  return {
    artifactLocation: artifact,
    region: {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      charOffset: start,
      charLength: end - start,
      ...(snippet === null ? {} : { snippet: { text: snippet } }),
    },
  };
}
