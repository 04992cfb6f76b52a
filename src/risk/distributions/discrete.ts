import { firstIndex, InputError } from '../../value/index.js';
import { aliasTable } from '../random/alias-table.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireFinite } from './parameters.js';

/** Probabilities as people write them: 0.333, 0.333, 0.334 and 0.3333333 three times must pass; 30 and 70 must not. */
const SUM_TOLERANCE = 1e-6;

/** A few values with a probability each. Probabilities that miss 1 by rounding are scaled to it. */
export function discrete({ values, probabilities }: SpecOf<'discrete'>): Distribution {
  const { at, chance } = atoms(values, probabilities);
  const cumulated = cumulate(chance);
  const mean = weighted(chance, (index) => at[index] as number);
  const variance = weighted(chance, (index) => ((at[index] as number) - mean) ** 2);
  const draw = aliasTable(chance);
  const low = at[0] as number;
  const high = at[at.length - 1] as number;
  return {
    mean,
    variance,
    momentsBelow: Infinity,
    support: [low, high],
    cdf: (x) => {
      const above = firstIndex(at.length, (index) => (at[index] as number) > x);
      return above === 0 ? 0 : (cumulated[above - 1] as number);
    },
    quantile: (p) => {
      if (!(p >= 0 && p <= 1)) return Number.NaN;
      return at[firstIndex(at.length - 1, (index) => (cumulated[index] as number) >= p)] as number;
    },
    limitedMean: (d) => weighted(chance, (index) => Math.min(at[index] as number, d)),
    sample: (random) => at[draw(random.uniform())] as number,
    fill: (random, out, from, to) => {
      random.fillUniform(out, from, to);
      for (let index = from; index < to; index++) out[index] = at[draw(out[index] as number)] as number;
    },
  };
}

/** Values in ascending order, equal ones joined, impossible ones left out; probabilities that sum to 1. */
function atoms(
  values: readonly number[],
  probabilities: readonly number[],
): { readonly at: Float64Array; readonly chance: Float64Array } {
  if (values.length !== probabilities.length)
    throw new InputError(
      'bad-number',
      `discrete: ${values.length} values but ${probabilities.length} probabilities; write one for each.`,
    );
  const merged = new Map<number, number>();
  for (const [index, value] of values.entries()) {
    const probability = probabilities[index] as number;
    requireFinite('discrete', 'value', value);
    if (!(probability >= 0 && probability <= 1))
      throw new InputError(
        'bad-number',
        `discrete: unexpected probability ${probability} of ${value}, expected 0 to 1 (0.3 for 30%).`,
      );
    if (probability > 0) merged.set(value, (merged.get(value) ?? 0) + probability);
  }
  const sum = [...merged.values()].reduce((total, probability) => total + probability, 0);
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE))
    throw new InputError(
      'bad-number',
      `discrete: the probabilities sum to ${Number(sum.toPrecision(12))}, expected 1.`,
    );
  const sorted = [...merged].sort(([a], [b]) => a - b);
  return {
    at: Float64Array.from(sorted, ([value]) => value),
    chance: Float64Array.from(sorted, ([, probability]) => probability / sum),
  };
}

/** Running sums with Kahan's compensation, so that ten times 0.1 reaches 0.3 at the third and not a bit below it. The last is 1. */
function cumulate(chance: Float64Array): Float64Array {
  const cumulated = new Float64Array(chance.length);
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < chance.length; index++) {
    const next = (chance[index] as number) - lost;
    const total = sum + next;
    lost = total - sum - next;
    sum = total;
    cumulated[index] = sum;
  }
  cumulated[chance.length - 1] = 1;
  return cumulated;
}

function weighted(chance: Float64Array, term: (index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < chance.length; index++) sum += (chance[index] as number) * term(index);
  return sum;
}
