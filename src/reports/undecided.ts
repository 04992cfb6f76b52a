import type { CheckResult } from '../checks/check.js';

/** A reason why a check could decide nothing on some figures. */
export interface UndecidedReason {
  readonly check: string;
  readonly reason: string;
  readonly figures: number;
}

/** The figures that checks looked at and could neither confirm nor refute, counted by check and reason. */
export function countedUndecided({ undecided }: CheckResult): UndecidedReason[] {
  const counts = new Map<string, UndecidedReason>();
  for (const { check, reason } of undecided) {
    const key = `${check}: ${reason}`;
    counts.set(key, { check, reason, figures: (counts.get(key)?.figures ?? 0) + 1 });
  }
  return [...counts.values()];
}
