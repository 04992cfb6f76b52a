import { InputError } from '../../value/index.js';
import type { Correlation } from '../resolved-register.js';

/** The nearest matrix of so many variables takes a second or two. */
const MOST_VARIABLES = 100;

/** Correlations as stated, with the variables numbered in the order of first mention. */
export interface StatedCorrelations {
  readonly variables: readonly string[];
  readonly pairs: readonly StatedPair[];
  /** Row by row: 1 where the pair is stated. */
  readonly isStated: Uint8Array;
}

interface StatedPair extends Pick<Correlation, 'measure' | 'value'> {
  readonly one: number;
  readonly other: number;
}

/** Numbers the variables and drops repetitions. Throws `InputError` that names the pair. */
export function statedCorrelations(correlations: readonly Correlation[]): StatedCorrelations {
  const numbers = new Map<string, number>();
  for (const { between } of correlations) {
    for (const name of between) if (!numbers.has(name)) numbers.set(name, numbers.size);
  }
  const n = numbers.size;
  if (n > MOST_VARIABLES) {
    throw new InputError(
      'too-large',
      `Unexpected ${n} variables with correlations, expected at most ${MOST_VARIABLES}. Give variables that move together for one reason a shared event or one driver instead.`,
    );
  }
  const isStated = new Uint8Array(n * n);
  const firstOf = new Map<number, Correlation>();
  const pairs: StatedPair[] = [];
  for (const correlation of correlations) {
    requireSense(correlation);
    const [one, other] = correlation.between.map((name) => numbers.get(name) ?? 0).sort((a, b) => a - b);
    if (one === undefined || other === undefined) continue;
    const place = one * n + other;
    const before = firstOf.get(place);
    if (before !== undefined) {
      requireSame(before, correlation);
      continue;
    }
    firstOf.set(place, correlation);
    isStated[place] = 1;
    isStated[other * n + one] = 1;
    pairs.push({ one, other, measure: correlation.measure, value: correlation.value });
  }
  return { variables: [...numbers.keys()], pairs, isStated };
}

/** Groups of variables that correlations join, each in the order of first mention. */
export function connectedParts({ variables, isStated }: StatedCorrelations): readonly (readonly number[])[] {
  const n = variables.length;
  const seen = new Uint8Array(n);
  const parts: number[][] = [];
  for (let start = 0; start < n; start++) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const part = [start];
    for (const member of part) {
      for (let other = 0; other < n; other++) {
        if (isStated[member * n + other] !== 1 || seen[other] === 1) continue;
        seen[other] = 1;
        part.push(other);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}

function requireSense({ between: [one, other], measure, value }: Correlation): void {
  if (one === other) {
    throw new InputError(
      'bad-number',
      `Unexpected correlation of ${one} with itself, expected two variables. Take it out.`,
    );
  }
  if (value === 1 || value === -1) {
    throw new InputError(
      'bad-number',
      `Unexpected ${measure} correlation ${value} between ${one} and ${other}: then the two are one variable. Give a number nearer to 0, or let one risk move both.`,
    );
  }
  if (!(value > -1 && value < 1)) {
    throw new InputError(
      'bad-number',
      `Unexpected ${measure} correlation ${value} between ${one} and ${other}, expected a number between -1 and 1.`,
    );
  }
}

function requireSame(before: Correlation, again: Correlation): void {
  if (before.measure === again.measure && before.value === again.value) return;
  const [one, other] = again.between;
  throw new InputError(
    'bad-number',
    `Unexpected second correlation between ${one} and ${other}: ${again.measure} ${again.value} after ${before.measure} ${before.value}. Keep one of the two.`,
  );
}
