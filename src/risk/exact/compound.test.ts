import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrequencySpec } from '../models/event/event-spec.js';
import { compoundByFft } from './compound-grid.js';
import { compoundMoments } from './compound-moments.js';
import { fft, inverseFft } from './fft.js';
import { type FrequencyLaw, frequencyLaw, thinned } from './frequency-law.js';
import { panjer } from './panjer.js';
import { inverseRealFft, realFft } from './real-fft.js';

/** Severity of S. Klugman et al., Loss Models, example 9.5, in units of 25. */
const SEVERITY = [0, 0.15, 0.2, 0.25, 0.125, 0.075, 0.05, 0.05, 0.05, 0.025, 0.025];

function grid(probabilities: readonly number[], length: number): Float64Array {
  const out = new Float64Array(length);
  out.set(probabilities);
  return out;
}

function rounded(values: ArrayLike<number>, count: number, digits: number): number[] {
  return Array.from({ length: count }, (_, index) => Number((values[index] as number).toFixed(digits)));
}

describe('the Fourier transform', () => {
  it('is the sum that defines it', () => {
    const re = Float64Array.of(1, 2, -1, 0.5, 3, 0, 0.25, -2);
    const im = Float64Array.of(0, 1, 0, -1, 0.5, 0, 2, 0);
    const [gotRe, gotIm] = [re.slice(), im.slice()];
    fft(gotRe, gotIm);
    for (let k = 0; k < 8; k++) {
      let [sumRe, sumIm] = [0, 0];
      for (let j = 0; j < 8; j++) {
        const [c, s] = [Math.cos((2 * Math.PI * j * k) / 8), -Math.sin((2 * Math.PI * j * k) / 8)];
        sumRe += (re[j] as number) * c - (im[j] as number) * s;
        sumIm += (re[j] as number) * s + (im[j] as number) * c;
      }
      expect(gotRe[k]).toBeCloseTo(sumRe, 13);
      expect(gotIm[k]).toBeCloseTo(sumIm, 13);
    }
  });

  it('of real numbers is the first half of it, and turns back', () => {
    const values = Float64Array.from({ length: 64 }, (_, index) => Math.sin(index * index) + index / 9);
    const [re, im] = [values.slice(), new Float64Array(64)];
    fft(re, im);
    const half = realFft(values);
    expect(half.re).toHaveLength(33);
    for (let k = 0; k <= 32; k++) {
      expect(half.re[k]).toBeCloseTo(re[k] as number, 12);
      expect(half.im[k]).toBeCloseTo(im[k] as number, 12);
    }
    const back = inverseRealFft(half);
    for (let index = 0; index < 64; index++) expect(back[index]).toBeCloseTo(values[index] as number, 13);
  });

  it('turns back', () => {
    const re = Float64Array.from({ length: 1024 }, (_, index) => Math.sin(index * index));
    const im = Float64Array.from({ length: 1024 }, (_, index) => Math.cos(3 * index));
    const [backRe, backIm] = [re.slice(), im.slice()];
    fft(backRe, backIm);
    inverseFft(backRe, backIm);
    for (let index = 0; index < 1024; index++) {
      expect(backRe[index]).toBeCloseTo(re[index] as number, 13);
      expect(backIm[index]).toBeCloseTo(im[index] as number, 13);
    }
  });
});

describe('compound laws', () => {
  it('are those of Loss Models, example 9.5, whose number of claims follows no named law', () => {
    const numbers = [0.05, 0.1, 0.15, 0.2, 0.25, 0.15, 0.06, 0.03, 0.01];
    const mean = numbers.reduce((sum, p, n) => sum + n * p, 0);
    const central = (k: number) => numbers.reduce((sum, p, n) => sum + p * (n - mean) ** k, 0);
    const frequency: FrequencyLaw = {
      mean,
      variance: central(2),
      third: central(3),
      panjer: { a: Number.NaN, b: Number.NaN },
      none: (nothing) => numbers.reduce((sum, p, n) => sum + p * nothing ** n, 0),
      generate(re, im) {
        for (let k = 0; k < re.length; k++) {
          let [sumRe, sumIm] = [0, 0];
          for (const p of [...numbers].reverse()) {
            const real = sumRe * (re[k] as number) - sumIm * (im[k] as number) + p;
            sumIm = sumRe * (im[k] as number) + sumIm * (re[k] as number);
            sumRe = real;
          }
          re[k] = sumRe;
          im[k] = sumIm;
        }
      },
    };
    const moments = [1, 2, 3].map((k) => SEVERITY.reduce((sum, p, x) => sum + p * x ** k, 0));
    const severity = { atoms: [], continuous: null, moments: moments as unknown as [number, number, number] };
    const total = compoundMoments([{ frequency, claim: [{ probability: 1, severity }] }]);
    expect(mean).toBeCloseTo(3.4, 12);
    expect(frequency.variance).toBeCloseTo(2.96, 12);
    expect(total.mean).toBeCloseTo(12.58, 12);
    expect(total.deviation ** 2).toBeCloseTo(58.7464, 10);
    const law = compoundByFft(frequency, grid(SEVERITY, 128));
    expect(rounded(law, 13, 7)).toEqual([
      0.05, 0.015, 0.023375, 0.034675, 0.0325766, 0.0357864, 0.0398079, 0.0435623, 0.047518, 0.0490338,
      0.0518981, 0.0513789, 0.0511869,
    ]);
    const third = [...law].reduce((sum, p, s) => sum + p * (s - 12.58) ** 3, 0);
    expect(total.skewness).toBeCloseTo(third / 58.7464 ** 1.5, 10);
  });

  it('are those of the Poisson example, by recursion and by transform', () => {
    const frequency = frequencyLaw({ frequency: 'poisson', rate: 3 });
    for (const law of [
      panjer(frequency, grid(SEVERITY, 256)),
      compoundByFft(frequency, grid(SEVERITY, 256)),
    ]) {
      expect(rounded(law, 11, 9)).toEqual([
        0.049787068, 0.022404181, 0.034913182, 0.051538951, 0.047544589, 0.050282638, 0.053004362,
        0.054313199, 0.055646381, 0.053547036, 0.0540416,
      ]);
    }
  });

  it('agree to 1e-12 between recursion and transform', () => {
    const specs: readonly FrequencySpec[] = [
      { frequency: 'poisson', rate: 0.01 },
      { frequency: 'poisson', rate: 40 },
      { frequency: 'negative-binomial', mean: 6, size: 0.7 },
      { frequency: 'negative-binomial', mean: 2, size: 30 },
      { frequency: 'binomial', trials: 12, probability: 0.3 },
    ];
    for (const spec of specs) {
      const law = frequencyLaw(spec);
      // The length cuts the law off before its end, so that what wraps around would show.
      const severity = grid([0.1, ...SEVERITY.slice(1).map((p) => 0.9 * p)], 64);
      const [one, other] = [panjer(law, severity), compoundByFft(law, severity)];
      for (let s = 0; s < 64; s++)
        expect(Math.abs((one[s] as number) - (other[s] as number))).toBeLessThan(1e-12);
    }
  });

  it('of a severity of one cell are the number of occurrences', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (trials, probability) => {
          const law = compoundByFft(
            frequencyLaw({ frequency: 'binomial', trials, probability }),
            grid([0, 1], 64),
          );
          const mean = law.reduce((sum, p, n) => sum + n * p, 0);
          const square = law.reduce((sum, p, n) => sum + n * n * p, 0);
          expect(mean).toBeCloseTo(trials * probability, 9);
          expect(square - mean ** 2).toBeCloseTo(trials * probability * (1 - probability), 8);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('of thinned occurrences are those of a severity that is 0 as often as an occurrence is dropped', () => {
    const specs: readonly FrequencySpec[] = [
      { frequency: 'poisson', rate: 3 },
      { frequency: 'negative-binomial', mean: 3, size: 1.5 },
      { frequency: 'binomial', trials: 9, probability: 0.4 },
    ];
    for (const spec of specs) {
      const one = compoundByFft(frequencyLaw(thinned(spec, 0.25)), grid(SEVERITY, 128));
      const mixed = grid([0.75, ...SEVERITY.slice(1).map((p) => 0.25 * p)], 128);
      const other = compoundByFft(frequencyLaw(spec), mixed);
      for (let s = 0; s < 128; s++) expect(one[s]).toBeCloseTo(other[s] as number, 13);
    }
  });

  it.each([
    [{ frequency: 'poisson', rate: -1 }, 'Unexpected -1 for the rate of a Poisson frequency'],
    [{ frequency: 'poisson', rate: Number.NaN }, 'Unexpected NaN for the rate'],
    [{ frequency: 'negative-binomial', mean: 2, size: 0 }, 'Unexpected 0 for the size'],
    [{ frequency: 'binomial', trials: 3, probability: 1.5 }, 'expected 0 to 1'],
  ] as const)('refuse %j', (spec, message) => {
    expect(() => frequencyLaw(spec)).toThrow(message);
  });
});
