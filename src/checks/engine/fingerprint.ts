import { createHash } from 'node:crypto';
import type { Filing } from '../../filing/filing.js';
import { figureById } from './figure-by-id.js';
import type { PlacedFinding } from './raw-finding.js';

/**
 * An identity for each finding, in their order: 16 hex digits from the check, the message and the keys of the
 * suspects. Offsets stay out, so that an edit elsewhere leaves it; equal ones are told apart by their ordinal.
 */
export function fingerprints(findings: readonly PlacedFinding[], filing: Filing): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ raw }) => {
    const about =
      raw.draft.suspects.length > 0
        ? raw.draft.suspects.map((id) => figureById(filing, id)?.key ?? id)
        : [raw.draft.printed];
    const identity = [raw.rule.meta.id, raw.draft.message, ...about].join('\n');
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return createHash('sha256').update(`${identity}\n${ordinal}`).digest('hex').slice(0, 16);
  });
}
