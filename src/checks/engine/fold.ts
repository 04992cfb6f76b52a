import { fillMessage } from './message.js';
import { digitsOf } from './printed-values.js';
import { compareSeverity, type RawFinding } from './raw-finding.js';

/** A finding lists this many of those that it explains. */
const MOST_FOLDED = 12;
/** Of the findings that hold a figure wrong, the strongest this many are looked at. */
const MOST_HOLDING = 20;

/**
 * One wrong figure, one finding: one that a stronger error or warning already explains, because both hold the same
 * figure wrong, becomes a line of its evidence instead of standing alone.
 */
export function foldFindings(findings: readonly RawFinding[]): RawFinding[] {
  const standing: RawFinding[] = [];
  const explained: RawFinding[][] = [];
  const holding = new Map<string, number[]>();
  for (const finding of byStrength(findings)) {
    const index = finding.official ? undefined : explanation(finding, standing, holding);
    if (index !== undefined) {
      explained[index]?.push(finding);
      continue;
    }
    for (const id of finding.draft.suspects) {
      const held = holding.get(id);
      if (held === undefined) holding.set(id, [standing.length]);
      else if (held.length < MOST_HOLDING) held.push(standing.length);
    }
    standing.push(finding);
    explained.push([]);
  }
  return standing.map((finding, index) => withFolded(finding, explained[index] ?? []));
}

/** The index of the first of the stronger findings, among those that hold one of its suspects, that explains a finding. */
function explanation(
  finding: RawFinding,
  standing: readonly RawFinding[],
  holding: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  let first: number | undefined;
  for (const id of finding.possible ?? finding.draft.suspects) {
    for (const index of holding.get(id) ?? []) {
      if (first !== undefined && index >= first) break;
      const stronger = standing[index];
      if (stronger !== undefined && explains(stronger, finding)) first = index;
    }
  }
  return first;
}

function withFolded(finding: RawFinding, explained: readonly RawFinding[]): RawFinding {
  if (explained.length === 0) return finding;
  const lines = explained.slice(0, MOST_FOLDED).map((each) => evidenceLine(each, finding));
  const more = explained.length - lines.length;
  return { ...finding, folded: [...lines, ...(more > 0 ? [`and ${more} more relations that fail`] : [])] };
}

function byStrength(findings: readonly RawFinding[]): RawFinding[] {
  return [...findings].sort(
    (a, b) =>
      Number(b.official && b.severity === 'error') - Number(a.official && a.severity === 'error') ||
      compareSeverity(a.severity, b.severity) ||
      (b.score ?? 0) - (a.score ?? 0) ||
      a.draft.suspects.length - b.draft.suspects.length,
  );
}

/**
 * Whether the stronger finding pins the weaker one's fault on a figure: the one that it holds likeliest wrong, where
 * that could be at fault in the weaker one too and would have to say the same. Or it holds all of its suspects.
 */
function explains(stronger: RawFinding, weaker: RawFinding): boolean {
  const held = stronger.draft.suspects;
  const asked = weaker.draft.suspects;
  const [main] = held;
  if (stronger.severity === 'info' || main === undefined || asked.length === 0) return false;
  // An official source holds each of its suspects wrong, others hold one of them wrong.
  if (stronger.official) return stronger.severity === 'error' && asked.some((id) => held.includes(id));
  if (main === asked[0]) return true;
  if (asked.every((id) => held.includes(id))) return true;
  if (!(weaker.possible ?? asked).includes(main)) return false;
  const [one, other] = [stronger.draft.repairs?.[main], weaker.draft.repairs?.[main]];
  return held.length === 1 || (one !== undefined && other !== undefined && digitsOf(one) === digitsOf(other));
}

/** What the weaker finding says, told of the figure that the stronger one holds wrong where it tells of that one. */
function evidenceLine({ rule, draft }: RawFinding, { draft: { suspects, printed } }: RawFinding): string {
  const expected = draft.repairs?.[suspects[0] ?? ''];
  const values = expected === undefined ? draft.values : { ...draft.values, printed, expected };
  return `Also (${rule.meta.id}): ${fillMessage(rule, { ...draft, values })}`;
}
