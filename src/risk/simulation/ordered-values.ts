import { type Bucket, bucketFinder, bucketsOf, type SketchCounts } from './quantile-sketch.js';
import type { Tally } from './totals.js';

/** A place in the order of all values: the value there, as exactly as it is known. */
export interface RankedValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** By its rank among those between `low` and `high`: nearer as a rule, without being bounded by half a bucket. */
  readonly near: number;
}

/** Sums over the lowest `count` values, about a given value: Σ (x − about)^k. */
export interface TailSums {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/** All values of a quantity in ascending order: as they are, or by the buckets of a sketch. Ranks are from 1. */
export interface OrderedValues {
  readonly count: number;
  at(rank: number): RankedValue;
  /** Over the lowest `share` values; of the value that a fraction falls on, that fraction counts. */
  lowest(share: number, about: number): TailSums;
  /** Σ f(x) over all values. */
  sum(f: (value: number) => number): number;
  /** How many are less than `value`; of the bucket that it falls in, half. */
  below(value: number): number;
}

export function orderedValues({
  values,
  sketch,
  sample,
}: Pick<Tally, 'values' | 'sketch' | 'sample'>): OrderedValues {
  return values === null ? ofSketch(sketch, sample ?? new Float64Array()) : sortedValues(values);
}

/** Of values that are all at hand, ascending. */
export function sortedValues(values: Float64Array): OrderedValues {
  return {
    count: values.length,
    at(rank) {
      const value = values[rank - 1] as number;
      return { value, low: value, high: value, near: value };
    },
    lowest(share, about) {
      const sums = { first: 0, second: 0, third: 0 };
      const whole = Math.floor(share);
      for (let i = 0; i < whole; i++) addPowers(sums, (values[i] as number) - about, 1);
      if (share > whole) addPowers(sums, (values[whole] as number) - about, share - whole);
      return sums;
    },
    sum: (f) => values.reduce((sum, value) => sum + f(value), 0),
    below: (value) => firstNotBelow(values, value),
  };
}

function ofSketch(sketch: SketchCounts, sample: Float64Array): OrderedValues {
  const { lows, highs, counts } = bucketsWithAtoms(sketch, sample);
  const upTo = new Float64Array(counts.length);
  const values = new Float64Array(counts.length);
  let sum = 0;
  for (let nth = 0; nth < counts.length; nth++) {
    const low = lows[nth] as number;
    values[nth] = low + ((highs[nth] as number) - low) / 2;
    sum += counts[nth] as number;
    upTo[nth] = sum;
  }
  return {
    count: sum,
    at(rank) {
      const nth = firstNotBelow(upTo, rank);
      const [low, high] = [lows[nth] as number, highs[nth] as number];
      const share = (rank - (upTo[nth - 1] ?? 0) - 0.5) / (counts[nth] as number);
      return { value: values[nth] as number, low, high, near: low + share * (high - low) };
    },
    lowest(share, about) {
      const sums = { first: 0, second: 0, third: 0 };
      let left = share;
      for (let nth = 0; nth < counts.length && left > 0; nth++) {
        const count = counts[nth] as number;
        addPowers(sums, (values[nth] as number) - about, Math.min(count, left));
        left -= count;
      }
      return sums;
    },
    sum: (f) => values.reduce((total, value, nth) => total + (counts[nth] as number) * f(value), 0),
    below(value) {
      const nth = firstNotBelow(highs, value);
      if (nth === counts.length) return sum;
      const before = upTo[nth - 1] ?? 0;
      if ((lows[nth] as number) >= value) return before;
      const here = counts[nth] as number;
      return before + ((highs[nth] as number) > value ? here / 2 : here);
    },
  };
}

/**
 * The buckets, those of one amount alone narrowed to it: all values of the sample in it, at least two, are the same. So
 * a loss that is always the same amount is that amount in the results.
 */
function bucketsWithAtoms(sketch: SketchCounts, sample: Float64Array) {
  const buckets = bucketsOf(sketch);
  const lows = new Float64Array(buckets.length);
  const highs = new Float64Array(buckets.length);
  const counts = new Float64Array(buckets.length);
  const bucketOf = bucketFinder(sketch);
  const atoms = atomsOf(bucketOf, sketch.counts.length, sample);
  for (let nth = 0; nth < buckets.length; nth++) {
    const { low, high, count } = buckets[nth] as Bucket;
    // The edge nearer to 0 is the bucket's own; the other belongs to the next.
    const atom = atoms[bucketOf(low < 0 ? high : low)] ?? Number.NaN;
    lows[nth] = Number.isNaN(atom) ? low : atom;
    highs[nth] = Number.isNaN(atom) ? high : atom;
    counts[nth] = count;
  }
  return { lows, highs, counts };
}

/** For each bucket by its number the one amount that the sample has in it, twice or more; else NaN. */
function atomsOf(bucketOf: (value: number) => number, buckets: number, sample: Float64Array): Float64Array {
  const first = new Float64Array(buckets).fill(Number.NaN);
  const state = new Uint8Array(buckets);
  const [ONE, TWICE, SEVERAL] = [1, 2, 3];
  for (let trial = 0; trial < sample.length; trial++) {
    const value = sample[trial] as number;
    const nth = bucketOf(value);
    if (nth < 0) continue;
    if (state[nth] === 0) {
      first[nth] = value;
      state[nth] = ONE;
    } else if (first[nth] !== value) state[nth] = SEVERAL;
    else if (state[nth] === ONE) state[nth] = TWICE;
  }
  for (let nth = 0; nth < buckets; nth++) if (state[nth] !== TWICE) first[nth] = Number.NaN;
  return first;
}

function addPowers(sums: { first: number; second: number; third: number }, d: number, weight: number): void {
  sums.first += weight * d;
  sums.second += weight * d * d;
  sums.third += weight * d * d * d;
}

/** The first index whose value is at least `value`, in an ascending array. */
function firstNotBelow(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
