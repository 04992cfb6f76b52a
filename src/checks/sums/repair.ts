import type { Quantity } from '../arithmetic/quantity.js';
import { type TypingSlip, typingSlip } from '../arithmetic/typing-slip.js';

/** What a figure of a sum would have to say for the sum to hold. */
export interface Repair {
  /** In steps of the figure itself; null where it would need a finer one. */
  readonly steps: number | null;
  /** The slip of the hand by which it was mistyped, where one explains it. */
  readonly slip: TypingSlip | null;
}

/**
 * The repair of a figure that must change by `change` steps of `10^exponent`. Where the totals of a report are rounded
 * apart and may be `slack` steps off, the sum holds after any change that near: one that is a slip is taken first.
 */
export function repairOf(quantity: Quantity, change: number, exponent: number, slack: number): Repair {
  const exact = changed(quantity, change, exponent);
  for (let off = 1; off <= slack && exact.slip === null; off++) {
    for (const near of [change - off, change + off]) {
      const repair = changed(quantity, near, exponent);
      if (repair.slip !== null && repair.slip !== 'the sign is turned') return repair;
    }
  }
  return exact;
}

function changed({ coefficient, exponent: own, figure }: Quantity, change: number, exponent: number): Repair {
  const finer = coefficient === 0 ? exponent : own;
  const steps = coefficient + change / 10 ** (finer - exponent);
  if (!Number.isSafeInteger(steps)) return { steps: null, slip: null };
  return { steps, slip: typingSlip(coefficient, steps, figure.decimals + 1) };
}
