import { InputError } from '../../../value/index.js';
import type { CountLaw } from './count-law.js';

/** More entries than this are refused: a table stays below 8 MB. */
const MOST_ENTRIES = 2 ** 20;
/** Of the whole probability, what may be left out at either end: less than a draw of 53 bits can notice. */
const LEFT_OUT = 2 ** -60;
const MOST_CELLS = 2 ** 12;

/**
 * A law on the integers from 0 to `most`, drawn by inversion with a guide table (L. Devroye, Non-Uniform Random Variate
 * Generation, 1986, III.2.4). The table is made from the mode outwards by the ratio of one probability to the one before:
 * without factorials nothing under- or overflows, at any mean.
 *
 * @param ratio P(N = n + 1) / P(N = n), monotone in n
 * @param tail what the ratio tends to
 * @throws InputError where the law reaches over a million occurrences
 */
export function tableLaw(
  moments: { readonly mean: number; readonly variance: number },
  mode: number,
  most: number,
  ratio: (n: number) => number,
  tail = 0,
): CountLaw {
  const above = weights(most - mode, (step) => ratio(mode + step), tail);
  const below = weights(mode, (step) => 1 / ratio(mode - step - 1), 0);
  const first = mode - below.length + 1;
  const cdf = Float64Array.from([...below.slice(1).reverse(), ...above]);
  for (let index = 1; index < cdf.length; index++)
    cdf[index] = (cdf[index] as number) + (cdf[index - 1] as number);
  const whole = cdf[cdf.length - 1] as number;
  for (let index = 0; index < cdf.length; index++) cdf[index] = (cdf[index] as number) / whole;
  const guide = guideOf(cdf);
  return {
    ...moments,
    entries: cdf.length + guide.length,
    cdf: (n) => (n < first ? 0 : (cdf[Math.min(cdf.length - 1, Math.floor(n) - first)] as number)),
    quantile(p) {
      const cell = Math.min(guide.length - 2, Math.floor(p * (guide.length - 1)));
      let low = guide[cell] as number;
      let high = guide[cell + 1] as number;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((cdf[middle] as number) < p) low = middle + 1;
        else high = middle;
      }
      return first + low;
    },
  };
}

/** Probabilities relative to the mode's, outwards, until what remains no longer counts. */
function weights(steps: number, factor: (step: number) => number, tail: number): number[] {
  const found = [1];
  let sum = 1;
  for (let step = 0; step < steps; step++) {
    const ratio = factor(step);
    const weight = (found[step] as number) * ratio;
    // No later ratio is above both this one and the last, so what remains is less than a geometric series.
    if (weight < LEFT_OUT * sum * (1 - Math.max(ratio, tail))) break;
    if (step === MOST_ENTRIES) {
      throw new InputError(
        'too-large',
        'Unexpected frequency that reaches over a million occurrences in a year, expected fewer: lower its mean or its spread (a larger size of a negative binomial frequency).',
      );
    }
    found.push(weight);
    sum += weight;
  }
  return found;
}

/** guide[i]: the first entry of the table that reaches i / cells. */
function guideOf(cdf: Float64Array): Int32Array {
  const cells = Math.min(MOST_CELLS, 2 ** Math.ceil(Math.log2(cdf.length + 1)) * 4);
  const guide = new Int32Array(cells + 1);
  let index = 0;
  for (let cell = 0; cell <= cells; cell++) {
    while ((cdf[index] as number) < cell / cells) index++;
    guide[cell] = index;
  }
  return guide;
}
