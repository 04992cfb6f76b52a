import { type Discretisation, discretise, discretiseAtoms } from './discretise.js';
import type { FrequencyLaw } from './frequency-law.js';
import { type HalfSpectrum, inverseRealFft, realFft } from './real-fft.js';
import type { SeverityLaw } from './severity-law.js';

/** The transform is four times as long as the grid, so that what wraps around comes from far beyond it. */
const PADDING = 4;
/** What wraps around once is damped by e^−TILT; at the end of the grid rounding errors grow by e^(TILT / PADDING). */
const TILT = 28;

/**
 * A random number of occurrences, each of which brings a claim: the sum of independent amounts, of which each comes
 * with a probability of its own. One event has one amount; a shared event brings several risks about at once.
 */
export interface CompoundPart {
  readonly frequency: FrequencyLaw;
  readonly claim: readonly { readonly probability: number; readonly severity: SeverityLaw }[];
}

/** P(S = j · cell) for j below `count`, where S is the sum of independent compound parts: by FFT. */
export function compoundGrid(
  parts: readonly CompoundPart[],
  cell: number,
  count: number,
  method: Discretisation,
): Float64Array {
  return compoundOf(parts, count, (severity) => discretise(severity, cell, count, method));
}

/** The part of it that comes from points alone: years without an occurrence, limits that are reached exactly. */
export function compoundGridOfAtoms(
  parts: readonly CompoundPart[],
  cell: number,
  count: number,
): Float64Array {
  return compoundOf(parts, count, (severity) => discretiseAtoms(severity, cell, count, 'unbiased'));
}

/**
 * The law of a sum of N severities given on the grid 0, 1, 2, …, by FFT with zero padding and exponential tilting.
 * Source: R. Grübel and R. Hermesmeier, "Computation of compound distributions I: aliasing errors and exponential
 * tilting", ASTIN Bulletin 29 (1999).
 */
export function compoundByFft(frequency: FrequencyLaw, severity: Float64Array): Float64Array {
  const product = new TransformedSum(severity.length);
  product.add(frequency, [{ probability: 1, grid: severity }]);
  return product.masses();
}

function compoundOf(
  parts: readonly CompoundPart[],
  count: number,
  gridOf: (severity: SeverityLaw) => Float64Array,
): Float64Array {
  const sum = new TransformedSum(count);
  for (const { frequency, claim } of parts) {
    sum.add(
      frequency,
      claim.map(({ probability, severity }) => ({ probability, grid: gridOf(severity) })),
    );
  }
  return sum.masses();
}

/** The transform of a sum of independent parts: the product of theirs. */
class TransformedSum {
  private readonly count: number;
  private readonly length: number;
  private readonly tilt: number;
  private readonly product: HalfSpectrum;

  constructor(count: number) {
    this.count = count;
    this.length = PADDING * 2 ** Math.ceil(Math.log2(Math.max(2, count)));
    this.tilt = TILT / this.length;
    this.product = this.ones();
  }

  add(frequency: FrequencyLaw, claim: readonly { probability: number; grid: Float64Array }[]): void {
    const one = this.ones();
    for (const { probability, grid } of claim) {
      const amount = this.transform(grid);
      for (let k = 0; k < amount.re.length; k++) {
        amount.re[k] = 1 + probability * ((amount.re[k] as number) - 1);
        amount.im[k] = probability * (amount.im[k] as number);
      }
      multiply(one, amount);
    }
    frequency.generate(one.re, one.im);
    multiply(this.product, one);
  }

  masses(): Float64Array {
    const values = inverseRealFft(this.product);
    return Float64Array.from({ length: this.count }, (_, j) =>
      Math.max(0, (values[j] as number) * Math.exp(this.tilt * j)),
    );
  }

  private transform(grid: Float64Array): HalfSpectrum {
    const values = new Float64Array(this.length);
    for (let j = 0; j < grid.length; j++) values[j] = (grid[j] as number) * Math.exp(-this.tilt * j);
    return realFft(values);
  }

  private ones(): HalfSpectrum {
    const kept = this.length / 2 + 1;
    return { re: new Float64Array(kept).fill(1), im: new Float64Array(kept) };
  }
}

/** one ← one · other. */
function multiply(one: HalfSpectrum, other: HalfSpectrum): void {
  for (let k = 0; k < one.re.length; k++) {
    const a = one.re[k] as number;
    const b = one.im[k] as number;
    const c = other.re[k] as number;
    const d = other.im[k] as number;
    one.re[k] = a * c - b * d;
    one.im[k] = a * d + b * c;
  }
}
