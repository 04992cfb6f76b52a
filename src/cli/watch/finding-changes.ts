import type { Finding } from '../../checks/check.js';
import { shorten } from '../../value/display-width.js';
import { harmless } from '../complain.js';

/** Longer lists would push the report off the screen. */
const MOST_LISTED = 10;

/** What became of a file's findings between two runs. */
export interface FindingChanges {
  readonly gone: readonly Finding[];
  readonly added: readonly Finding[];
}

/** By fingerprint, which a finding keeps when the document is edited elsewhere. */
export function findingChanges(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  const prints = (findings: readonly Finding[]) => new Set(findings.map(({ fingerprint }) => fingerprint));
  const [old, current] = [prints(before), prints(after)];
  return {
    gone: before.filter(({ fingerprint }) => !current.has(fingerprint)),
    added: after.filter(({ fingerprint }) => !old.has(fingerprint)),
  };
}

/** "draft.txt: 2 findings gone, 1 new; 3 left", then a line for each that is gone or new. */
export function changeLines(
  path: string,
  { gone, added }: FindingChanges,
  left: number,
  columns: number,
): string[] {
  const parts = [
    ...(gone.length === 0 ? [] : [`${counted(gone.length)} gone`]),
    ...(added.length === 0
      ? []
      : [gone.length === 0 ? `${counted(added.length, 'new ')}` : `${added.length} new`]),
  ];
  const what = parts.length === 0 ? 'the same findings as before' : parts.join(', ');
  return [
    `${harmless(path)}: ${what}; ${left} left`,
    ...listed('gone', gone, columns),
    ...listed('new ', added, columns),
  ];
}

function listed(word: string, findings: readonly Finding[], columns: number): string[] {
  const lines = findings.slice(0, MOST_LISTED).map((finding) => {
    const text = `  ${word}  ${finding.line}:${finding.column}  ${finding.check}: ${harmless(finding.message)}`;
    return shorten(text, columns);
  });
  const more = findings.length - lines.length;
  return more === 0 ? lines : [...lines, `  ${word}  and ${more} more`];
}

function counted(count: number, kind = ''): string {
  return `${count} ${kind}finding${count === 1 ? '' : 's'}`;
}
