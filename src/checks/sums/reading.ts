import { typingSlip } from '../arithmetic/typing-slip.js';
import type { SumLine } from './line-matrix.js';
import type { OpenLines } from './open-lines.js';

/** From here on a line must show of itself that it is a total: by its numbers, at every position. */
export const BY_NUMBERS_ALONE = 4;
/** Digits that a position takes off where the sum fails there, or agrees only within the tolerance. */
export const FOR_A_FAILURE = 0.6;
/** A number has some thirty slips: that many others are a digit changed, two swapped, one dropped or added away. */
const SLIPS_OF_A_NUMBER = 1.5;
/** A reading with signs of many lines fits by chance, all but a small line that it leaves out. */
const MOST_SIGNED_LINES = 4;

/** A run of open lines with signs, as what may add up to a total. */
export interface Reading {
  /** Of the open lines, nearest first; 0 for one that is skipped. */
  readonly signs: Int8Array;
  /** Decimal digits. */
  readonly evidence: number;
  /** Positions at which it fails, and agrees. */
  readonly fails: number;
  readonly agreeing: number;
  /** Lines added as they are printed, none skipped. */
  readonly isPlain: boolean;
}

/** How much must agree before a line is taken for a total: less where its label or its looks say that it is one. */
export function neededEvidence(line: SumLine, above: SumLine | undefined): number {
  if (line.words.isTotal || line.words.isClosing) return 1.2;
  if (line.words.isResult || line.isMarked || (above !== undefined && above.level > line.level)) return 2.2;
  return 4.5;
}

export function isEnough({ evidence, fails, agreeing }: Reading, needed: number): boolean {
  if (evidence < needed) return false;
  return needed < BY_NUMBERS_ALONE || (fails === 0 && agreeing > 1);
}

/**
 * A reading that fails at one position by a slip of the hand: by chance a difference is seldom one, the less often the
 * more digits its figures have, so that the failure speaks for the sum. Null for any other reading.
 */
export function withFailureBySlip(reading: Reading, lines: OpenLines): Reading | null {
  if (reading.fails !== 1 || reading.agreeing < 1) return null;
  if (!reading.isPlain && reading.signs.length > MOST_SIGNED_LINES) return null;
  const digits = slipDigits(reading.signs, lines);
  return digits === 0 ? null : { ...reading, evidence: reading.evidence + FOR_A_FAILURE + digits };
}

/** Whether lines with these signs fail somewhere by a slip of the hand in one of the figures. */
export function failsBySlip(signs: Int8Array, lines: OpenLines): boolean {
  return slipDigits(signs, lines) > 0;
}

/** The decimal digits that a slip of the hand tells, at the position that tells most; 0 where no failure is one. */
function slipDigits(signs: Int8Array, lines: OpenLines): number {
  let digits = 0;
  for (const position of lines.active) {
    if (lines.mustAdd(position)) digits = Math.max(digits, slipDigitsAt(position, signs, lines));
  }
  return digits;
}

function slipDigitsAt(position: number, signs: Int8Array, lines: OpenLines): number {
  const total = lines.totals[position] ?? 0;
  let left = total;
  for (let item = 0; item < signs.length; item++) left -= (signs[item] ?? 0) * lines.part(item, position);
  if (left === 0) return 0;
  let isSlip = isSlipOfDigits(total, total - left);
  let largest = Math.abs(total);
  let parties = 1;
  for (let item = 0; item < signs.length; item++) {
    const sign = signs[item] ?? 0;
    const part = lines.part(item, position);
    if (sign === 0 || part === 0) continue;
    parties++;
    largest = Math.max(largest, Math.abs(part));
    isSlip ||= isSlipOfDigits(part, part + sign * left);
  }
  return isSlip ? Math.max(0, Math.log10(largest + 1) - SLIPS_OF_A_NUMBER - Math.log10(parties)) : 0;
}

/** A turned sign is none: a line may well enter with another sign than in the column beside it. */
function isSlipOfDigits(printed: number, expected: number): boolean {
  return printed !== -expected && typingSlip(printed, expected) !== null;
}
