import type { Tick } from '../check.js';
import { compareSeverity, type RawFinding } from './raw-finding.js';

/**
 * One wrong figure, one finding. A figure that an official source confirms is no suspect of a weaker check; and a
 * finding that a stronger error already explains, because both hold the same figure wrong, becomes a line of its
 * evidence instead of standing alone.
 */
export function foldFindings(
  findings: readonly RawFinding[],
  ticks: ReadonlyMap<string, readonly Tick[]>,
): RawFinding[] {
  const standing: RawFinding[] = [];
  const holding = new Map<string, number[]>();
  for (const finding of byStrength(findings)) {
    const cleared = withoutConfirmed(finding, ticks);
    if (cleared === null) continue;
    const stronger = finding.official ? undefined : explanation(finding, standing, holding);
    if (stronger === undefined) {
      for (const id of cleared.draft.suspects) holding.set(id, [...(holding.get(id) ?? []), standing.length]);
      standing.push(cleared);
    } else {
      standing[stronger.index] = {
        ...stronger.finding,
        folded: [...stronger.finding.folded, evidenceLine(finding)],
      };
    }
  }
  return standing;
}

/** The first of the stronger findings, among those that hold one of its suspects, that explains a finding. */
function explanation(
  finding: RawFinding,
  standing: readonly RawFinding[],
  holding: ReadonlyMap<string, readonly number[]>,
): { readonly index: number; readonly finding: RawFinding } | undefined {
  const candidates = finding.draft.suspects.flatMap((id) => holding.get(id) ?? []).sort((a, b) => a - b);
  for (const index of candidates) {
    const stronger = standing[index];
    if (stronger !== undefined && explains(stronger, finding)) return { index, finding: stronger };
  }
  return undefined;
}

function byStrength(findings: readonly RawFinding[]): RawFinding[] {
  return [...findings].sort(
    (a, b) =>
      Number(b.official && b.severity === 'error') - Number(a.official && a.severity === 'error') ||
      compareSeverity(a.severity, b.severity) ||
      a.draft.suspects.length - b.draft.suspects.length,
  );
}

/** Null where every suspect is confirmed: two figures that an official source confirms do not contradict each other. */
function withoutConfirmed(
  finding: RawFinding,
  ticks: ReadonlyMap<string, readonly Tick[]>,
): RawFinding | null {
  const { suspects } = finding.draft;
  if (finding.official || suspects.length === 0) return finding;
  const open = suspects.filter((id) => !(ticks.get(id) ?? []).some((tick) => tick.support === 'official'));
  if (open.length === suspects.length) return finding;
  return open.length === 0 ? null : { ...finding, draft: { ...finding.draft, suspects: open } };
}

/** Whether the stronger error pins the weaker one's fault on a figure, or holds all of its suspects. */
function explains(stronger: RawFinding, weaker: RawFinding): boolean {
  const held = stronger.draft.suspects;
  const asked = weaker.draft.suspects;
  if (stronger.severity !== 'error' || held.length === 0 || asked.length === 0) return false;
  // An official source holds each of its suspects wrong, others hold one of them wrong.
  if (held.length === 1 || stronger.official) return asked.some((id) => held.includes(id));
  return asked.every((id) => held.includes(id));
}

function evidenceLine(finding: RawFinding): string {
  return `Also (${finding.check}): ${finding.message}`;
}
