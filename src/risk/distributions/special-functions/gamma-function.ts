const HALF_LOG_TWO_PI = 0.9189385332046727;
const ONE_MINUS_EULER = 0.4227843350984671;

/** (−1)^k (ζ(k) − 1) / k for k = 2, 3, …: Taylor's series of the logarithm of the gamma function about 2. */
const ABOUT_TWO = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6,
  -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8,
  -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
];

/** The natural logarithm of Γ(x), for x > 0. Relative error about 1e-15, near its zeros 1 and 2 too. */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  if (x < 1.5) return aboutTwo(x - 1) - Math.log(x);
  if (x < 2.5) return aboutTwo(x - 2);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  let product = 1;
  let lower = x;
  while (lower >= 2.5) {
    lower -= 1;
    product *= lower;
  }
  return Math.log(product) + aboutTwo(lower - 2);
}

/** What Stirling's formula leaves out of log Γ(x + 1): log Γ(x + 1) − ((x + ½) log x − x + ½ log 2π), for x > 0. */
export function stirlingError(x: number): number {
  if (x >= 10) return stirlingSeries(x);
  return logGamma(x + 1) - ((x + 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
}

/**
 * The deviance x log(x / m) + m − x, without loss where x is near m. With the Stirling error it gives the probabilities
 * of Poisson, binomial and gamma laws to full precision (C. Loader, Fast and Accurate Computation of Binomial
 * Probabilities, 2000).
 */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  if (!(Math.abs(x - m) < 0.1 * (x + m))) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; ; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

function aboutTwo(z: number): number {
  let sum = 0;
  for (let index = ABOUT_TWO.length - 1; index >= 0; index--) sum = (sum + (ABOUT_TWO[index] as number)) * z;
  return z * (ONE_MINUS_EULER + sum);
}

function stirlingSeries(x: number): number {
  const y = 1 / (x * x);
  return (
    (1 / 12 -
      y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))))) /
    x
  );
}
