import type { Filing } from '../../filing/filing.js';
import { figureById } from './figure-by-id.js';
import { groupedBy } from './grouped.js';
import type { RawFinding } from './raw-finding.js';
import { inTable } from './surroundings.js';

/** Mistakes come one at a time: what fails so often in one table is the reading of the table. */
const MOST_IN_TABLE = 2;

/**
 * Findings of one check that would hold a third figure of the same table wrong become information, all of them. Only
 * those that had to choose among several figures: the others look at each figure by itself.
 */
export function withoutClusters(findings: readonly RawFinding[], filing: Filing): RawFinding[] {
  const tableOf = (finding: RawFinding): string | null => {
    const [main] = finding.draft.suspects;
    const figure = main === undefined ? undefined : figureById(filing, main);
    const isRelation = Object.keys(finding.draft.repairs ?? {}).length > 1 && finding.severity !== 'info';
    return isRelation && figure !== undefined && inTable(figure) ? figure.where.table : null;
  };
  const clusters = groupedBy(findings, (finding) => {
    const table = tableOf(finding);
    return table === null ? null : `${finding.rule.meta.id} ${table}`;
  });
  const isCluster = (finding: RawFinding) => {
    const table = tableOf(finding);
    return table !== null && (clusters.get(`${finding.rule.meta.id} ${table}`)?.length ?? 0) > MOST_IN_TABLE;
  };
  return findings.map((finding) => (isCluster(finding) ? { ...finding, severity: 'info' } : finding));
}
