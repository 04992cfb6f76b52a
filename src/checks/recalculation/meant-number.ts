/**
 * The numbers of which a typed number is a slip of one digit: another digit in one place, two swapped, one dropped,
 * one too many. At most some 20 a digit; the sign is kept.
 */
export function meantNumbers(typed: number): number[] {
  const digits = String(Math.abs(typed));
  const meant = new Set<string>();
  for (let at = 0; at <= digits.length; at++) {
    const [head, tail] = [digits.slice(0, at), digits.slice(at)];
    for (const digit of '0123456789') {
      meant.add(head + digit + tail);
      if (tail !== '') meant.add(head + digit + tail.slice(1));
    }
    if (tail.length > 1) meant.add(head + tail[1] + tail[0] + tail.slice(2));
    if (digits.length > 2 && tail !== '') meant.add(head + tail.slice(1));
  }
  const sizes = new Set([...meant].map(Number));
  sizes.delete(Math.abs(typed));
  const numbers = [...sizes].filter((size) => Number.isSafeInteger(size) && size > 0);
  return typed < 0 ? numbers.map((size) => -size) : numbers;
}

/**
 * What a number may have been meant to be for a relation to hold, if a slip of one digit explains it: the nearest in
 * size, or null.
 */
export function meantFor(typed: number, holds: (meant: number) => boolean): number | null {
  // One digit is a slip of any other.
  if (Math.abs(typed) < 10) return null;
  let best: number | null = null;
  for (const meant of meantNumbers(typed)) {
    if ((best === null || Math.abs(meant - typed) < Math.abs(best - typed)) && holds(meant)) best = meant;
  }
  return best;
}
