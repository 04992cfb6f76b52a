/** cos and sin of 2πk/n for k below n/2. */
export interface Roots {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/** By length: a law asks for the same ones again and again. */
const kept = new Map<number, Roots>();

/**
 * Discrete Fourier transform in place of complex numbers given as two arrays whose length is a power of two:
 * X(k) = Σ x(j) e^(−2πi jk/n). Radix 2, iterative.
 * Source: J. Cooley and J. Tukey, "An algorithm for the machine calculation of complex Fourier series", Mathematics of
 * Computation 19 (1965).
 */
export function fft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  reverseBits(re, im);
  const { cosines, sines } = rootsOf(n);
  for (let half = 1; half < n; half *= 2) {
    const stride = n / (2 * half);
    for (let start = 0; start < n; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const c = cosines[k * stride] as number;
        const s = sines[k * stride] as number;
        const even = start + k;
        const odd = even + half;
        const oddRe = re[odd] as number;
        const oddIm = im[odd] as number;
        const turnedRe = c * oddRe + s * oddIm;
        const turnedIm = c * oddIm - s * oddRe;
        const evenRe = re[even] as number;
        const evenIm = im[even] as number;
        re[even] = evenRe + turnedRe;
        im[even] = evenIm + turnedIm;
        re[odd] = evenRe - turnedRe;
        im[odd] = evenIm - turnedIm;
      }
    }
  }
}

/** The inverse of `fft`, in place. */
export function inverseFft(re: Float64Array, im: Float64Array): void {
  fft(im, re);
  const n = re.length;
  for (let index = 0; index < n; index++) {
    re[index] = (re[index] as number) / n;
    im[index] = (im[index] as number) / n;
  }
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let index = 1, reversed = 0; index < n; index++) {
    let bit = n >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (index >= reversed) continue;
    const oneRe = re[index] as number;
    const oneIm = im[index] as number;
    re[index] = re[reversed] as number;
    im[index] = im[reversed] as number;
    re[reversed] = oneRe;
    im[reversed] = oneIm;
  }
}

export function rootsOf(n: number): Roots {
  const known = kept.get(n);
  if (known !== undefined) return known;
  const cosines = new Float64Array(n / 2);
  const sines = new Float64Array(n / 2);
  for (let k = 0; k < n / 2; k++) {
    cosines[k] = Math.cos((2 * Math.PI * k) / n);
    sines[k] = Math.sin((2 * Math.PI * k) / n);
  }
  kept.set(n, { cosines, sines });
  return { cosines, sines };
}
