import type { Figure, Filing } from '../../filing/filing.js';
import { type TypingSlip, typingSlip } from '../arithmetic/typing-slip.js';
import {
  digitsOf,
  type Mentions,
  type PrintedValues,
  printedValues,
  tellingDigits,
} from './printed-values.js';
import { nearerBy, rowNeighbours } from './row-neighbours.js';

/**
 * How likely it is that a figure is the wrong one of those that stand in a relation which fails: the sum of what speaks
 * for it, less what speaks against it. A wrong figure breaks every relation that it stands in, in the same way; what is
 * mistyped is a digit or two away from what was meant; and what was meant is often printed elsewhere as well.
 */
export function suspicionOf(
  figure: Figure,
  repair: string | null,
  others: OtherFailures,
  confidence: number,
  filing: Filing,
): number {
  const values = printedValues(filing);
  return (
    fromOthers(others, repair) +
    (repair === null ? 0 : fromRepair(figure, repair, values) + fromNeighbours(figure, repair, filing)) -
    confidence -
    fromCopies(figure, values)
  );
}

/** The other findings that hold a figure wrong. */
export interface OtherFailures {
  readonly all: number;
  /** Of these, how many would have it say the same, and how many do not tell what it should say. */
  readonly same: number;
  readonly untold: number;
}

/** At most as much as three findings of one mind. */
function fromOthers({ all, same, untold }: OtherFailures, repair: string | null): number {
  const alike = repair === null ? 0 : same;
  const open = repair === null ? all : untold;
  const others = all - alike - open;
  return Math.min(12, 4 * alike + 2 * open + others);
}

/** A dash is seldom a number mistyped. */
function fromRepair(figure: Figure, repair: string, values: PrintedValues): number {
  const elsewhere = weightOf(values.countOfText(figure, repair), 0, tellingDigits(repair));
  const slip = slipBetween(figure.text, repair);
  if (slip !== null) return elsewhere + SLIP_WEIGHTS[slip];
  return elsewhere - (digitsOf(figure.text) === '' ? 1 : 0);
}

/** Of two ways to mend a sum the one is likelier that brings a figure back to those of other years. */
function fromNeighbours(figure: Figure, repair: string, filing: Filing): number {
  const [printed, mended] = [Number(digitsOf(figure.text)), Number(digitsOf(repair))];
  return nearerBy(printed, mended, rowNeighbours(filing).of(figure));
}

/** The rarer a slip comes about by chance, the more it tells. */
const SLIP_WEIGHTS: Readonly<Record<TypingSlip, number>> = {
  'one digit differs': 2,
  'two adjacent digits swapped': 3,
  'two digits swapped': 2,
  'a digit dropped': 3,
  'a digit doubled or added': 3,
  'the sign is turned': 2,
  'a factor of 1,000': 2,
};

/** How one printed number was mistyped for another that is printed in its manner; null for no single slip. */
export function slipBetween(printed: string, meant: string): TypingSlip | null {
  const [typed, right] = [printed, meant].map((text) => {
    const size = Number(digitsOf(text));
    return isNegative(text) ? -size : size;
  });
  const slip = typed === undefined || right === undefined ? null : typingSlip(typed, right);
  // ".3" for "1.3" has lost a digit; "0.3" has another one.
  const isAsLong = digitsOf(printed).length === digitsOf(meant).length;
  return isAsLong && (slip === 'a digit dropped' || slip === 'a digit doubled or added')
    ? 'one digit differs'
    : slip;
}

function isNegative(text: string): boolean {
  return /^[^\d]*[(\-−–△▲▵]/.test(text);
}

/** The same amount printed elsewhere, whatever it is called there. */
function fromCopies(figure: Figure, values: PrintedValues): number {
  return weightOf(values.countOf(figure), 1, tellingDigits(figure.text));
}

/** What it tells that an amount is printed more often than this. Amounts of few digits are equal by chance, less so in one table. */
function weightOf({ anywhere, inTable }: Mentions, own: number, digits: number): number {
  if (inTable > own && digits > 1) return Math.min(3, digits);
  return anywhere > own ? Math.max(0, Math.min(3, digits - 2)) : 0;
}
