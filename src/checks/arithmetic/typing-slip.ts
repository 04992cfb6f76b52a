/** A slip of the hand that turns one number into another. */
export type TypingSlip =
  | 'one digit differs'
  | 'two adjacent digits swapped'
  | 'two digits swapped'
  | 'a digit dropped'
  | 'a digit doubled or added'
  | 'the sign is turned'
  | 'a factor of 1,000';

/**
 * How `printed` may have been mistyped for `expected`, both in steps of what is printed (whole numbers); null where no
 * single slip explains it. An added digit needs two that stay. Numbers with decimals are printed with so many `digits` at
 * least: "0.9" is 09, of which "9.0" has two digits swapped.
 */
export function typingSlip(printed: number, expected: number, digits = 1): TypingSlip | null {
  if (printed === expected || !Number.isSafeInteger(printed) || !Number.isSafeInteger(expected)) return null;
  if (printed === -expected) return 'the sign is turned';
  if (printed < 0 !== expected < 0 || printed === 0 || expected === 0) return null;
  const typed = String(Math.abs(printed)).padStart(digits, '0');
  const meant = String(Math.abs(expected)).padStart(digits, '0');
  if (typed.length === meant.length) return sameLengthSlip(typed, meant);
  if (typed.length === meant.length - 1 && isWithoutOne(typed, meant)) {
    return 'a digit dropped';
  }
  if (typed.length === meant.length + 1 && meant.length > 1 && isWithoutOne(meant, typed)) {
    return 'a digit doubled or added';
  }
  return typed === `${meant}000` || meant === `${typed}000` ? 'a factor of 1,000' : null;
}

function sameLengthSlip(typed: string, meant: string): TypingSlip | null {
  let first = 0;
  while (typed[first] === meant[first]) first++;
  let last = typed.length - 1;
  while (typed[last] === meant[last]) last--;
  if (first === last) return 'one digit differs';
  const isSwap = typed[first] === meant[last] && typed[last] === meant[first];
  if (!isSwap || typed.slice(first + 1, last) !== meant.slice(first + 1, last)) return null;
  return last === first + 1 ? 'two adjacent digits swapped' : 'two digits swapped';
}

/** Whether the shorter is the longer without one of its digits. */
function isWithoutOne(shorter: string, longer: string): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  return shorter.slice(at) === longer.slice(at + 1);
}
