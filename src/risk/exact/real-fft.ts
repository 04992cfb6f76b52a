import { fft, inverseFft, rootsOf } from './fft.js';

/** The transform of real numbers: the first half with the middle; the other half mirrors it. */
export interface HalfSpectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * The discrete Fourier transform of real numbers whose length is a power of two, by a complex one of half the length:
 * even places are its real parts, odd places its imaginary ones.
 * Source: W. Press et al., Numerical Recipes, 3rd ed., section 12.3.
 */
export function realFft(values: Float64Array): HalfSpectrum {
  const half = values.length / 2;
  const zRe = new Float64Array(half);
  const zIm = new Float64Array(half);
  for (let j = 0; j < half; j++) {
    zRe[j] = values[2 * j] as number;
    zIm[j] = values[2 * j + 1] as number;
  }
  fft(zRe, zIm);
  const { cosines, sines } = rootsOf(values.length);
  const re = new Float64Array(half + 1);
  const im = new Float64Array(half + 1);
  for (let k = 0; k < half; k++) {
    const mirror = k === 0 ? 0 : half - k;
    const evenRe = ((zRe[k] as number) + (zRe[mirror] as number)) / 2;
    const evenIm = ((zIm[k] as number) - (zIm[mirror] as number)) / 2;
    const oddRe = ((zIm[k] as number) + (zIm[mirror] as number)) / 2;
    const oddIm = ((zRe[mirror] as number) - (zRe[k] as number)) / 2;
    const c = cosines[k] as number;
    const s = sines[k] as number;
    re[k] = evenRe + c * oddRe + s * oddIm;
    im[k] = evenIm + c * oddIm - s * oddRe;
  }
  re[half] = (zRe[0] as number) - (zIm[0] as number);
  return { re, im };
}

/** The real numbers with that transform. */
export function inverseRealFft({ re, im }: HalfSpectrum): Float64Array {
  const half = re.length - 1;
  const { cosines, sines } = rootsOf(2 * half);
  const zRe = new Float64Array(half);
  const zIm = new Float64Array(half);
  for (let k = 0; k < half; k++) {
    const mirrorRe = re[half - k] as number;
    const mirrorIm = im[half - k] as number;
    const evenRe = ((re[k] as number) + mirrorRe) / 2;
    const evenIm = ((im[k] as number) - mirrorIm) / 2;
    const turnedRe = ((re[k] as number) - mirrorRe) / 2;
    const turnedIm = ((im[k] as number) + mirrorIm) / 2;
    const c = cosines[k] as number;
    const s = sines[k] as number;
    const oddRe = c * turnedRe - s * turnedIm;
    const oddIm = c * turnedIm + s * turnedRe;
    zRe[k] = evenRe - oddIm;
    zIm[k] = evenIm + oddRe;
  }
  inverseFft(zRe, zIm);
  const values = new Float64Array(2 * half);
  for (let j = 0; j < half; j++) {
    values[2 * j] = zRe[j] as number;
    values[2 * j + 1] = zIm[j] as number;
  }
  return values;
}
