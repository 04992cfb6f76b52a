import type { EventSpec, InsuranceLayer } from './event-spec.js';

/** What is asked of an event to settle one occurrence. */
export type OccurrenceTerms = Pick<EventSpec, 'limit' | 'franchise' | 'insurance'>;

/**
 * The loss that counts of one occurrence, before insurance: what the limit leaves, and nothing where that is below the
 * threshold from which losses are counted (a franchise: above it the whole loss counts).
 */
export function lossOf(severity: number, { limit, franchise }: OccurrenceTerms): number {
  const limited = Math.max(0, limit === null ? severity : Math.min(severity, limit));
  return limited < franchise ? 0 : limited;
}

/** What a layer pays of one loss, before its annual limit. */
export function layerPays(loss: number, { excess, limit, share }: InsuranceLayer): number {
  const above = Math.max(0, loss - excess);
  return share * (limit === null ? above : Math.min(above, limit));
}

/**
 * What each layer pays of one loss, before annual limits. Layers stand side by side; where they overlap, a later one
 * pays only what those before it have left of the loss.
 */
export function recoveriesOf(loss: number, { insurance }: OccurrenceTerms): number[] {
  let left = loss;
  return insurance.map((layer) => {
    const paid = Math.min(left, layerPays(loss, layer));
    left -= paid;
    return paid;
  });
}

/** What a layer pays of a year's sum: its annual limit is used up in the order in which losses are recognised. */
export function yearlyRecovery(sum: number, { annualLimit }: InsuranceLayer): number {
  return annualLimit === null ? sum : Math.min(sum, annualLimit);
}
