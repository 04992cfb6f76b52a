import type { Figure } from '../../filing/filing.js';
import type { CheckOutcome, FindingDraft, Tick } from '../check.js';

/** What a check that compares figures one by one says of one of them. */
export type Verdict<MessageId extends string> =
  | { readonly tick: Omit<Tick, 'check'> }
  | { readonly finding: FindingDraft<MessageId> }
  | { readonly reason: string };

/** All verdicts as an outcome. Where none could be decided the check did not run, for the first reason. */
export function outcomeOf<MessageId extends string>(
  verdicts: readonly (readonly [figure: Pick<Figure, 'id'>, Verdict<MessageId>])[],
): CheckOutcome<MessageId> {
  const outcome = {
    ticks: [] as { figure: string; tick: Omit<Tick, 'check'> }[],
    findings: [] as FindingDraft<MessageId>[],
    undecided: [] as { figure: string; reason: string }[],
  };
  for (const [figure, verdict] of verdicts) {
    if ('tick' in verdict) outcome.ticks.push({ figure: figure.id, tick: verdict.tick });
    else if ('finding' in verdict) outcome.findings.push(verdict.finding);
    else outcome.undecided.push({ figure: figure.id, reason: verdict.reason });
  }
  const none = outcome.undecided.length === verdicts.length;
  return { ...outcome, notRun: none ? (outcome.undecided[0]?.reason ?? null) : null };
}

/** The outcome of a check that this document gives nothing to do. */
export function notRun(reason: string): CheckOutcome<never> {
  return { ticks: [], findings: [], undecided: [], notRun: reason };
}
