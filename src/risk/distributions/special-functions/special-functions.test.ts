import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  erf,
  erfc,
  normalCdf,
  normalDensity,
  normalUpperTail,
  scaledErrorFunction,
} from './error-function.js';
import { deviance, logGamma, stirlingError } from './gamma-function.js';
import { incompleteBeta, inverseIncompleteBeta } from './incomplete-beta.js';
import { inverseLowerGamma, lowerGamma, upperGamma } from './incomplete-gamma.js';
import { normalQuantile } from './normal-quantile.js';
import { rootOfIncreasing } from './root.js';

/* Values computed with 40 digits (mpmath 1.3); the short ones are also printed in Abramowitz and Stegun's tables. */

/** Right to 13 digits, of a number however small. */
function expectDigits(value: number, expected: number, error = 1e-13): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(error * Math.abs(expected));
}

describe('error function and normal law', () => {
  it('erf and erfc', () => {
    for (const [x, value] of [
      [0.1, 0.11246291601828488],
      [0.5, 0.5204998778130465],
      [1, 0.8427007929497149],
      [2, 0.9953222650189527],
      [3.5, 0.9999992569016276],
    ] as const) {
      expectDigits(erf(x), value, 5e-16);
      expectDigits(erf(-x), -value, 5e-16);
    }
    for (const [x, value] of [
      [-1, 1.842700792949715],
      [0.5, 0.4795001221869535],
      [2, 0.004677734981047266],
      [5, 1.537459794428035e-12],
      [10, 2.088487583762545e-45],
      [26, 5.663192408856143e-296],
    ] as const)
      expectDigits(erfc(x), value, 1e-15);
    expect([
      erf(0),
      erf(Infinity),
      erf(-Infinity),
      erfc(Infinity),
      erfc(-Infinity),
      scaledErrorFunction(Infinity),
    ]).toEqual([0, 1, -1, 0, 2, 0]);
  });

  it('normal cdf, in the far tail too', () => {
    for (const [x, value] of [
      [-37, 5.725571222524577e-300],
      [-20, 2.7536241186062337e-89],
      [-8, 6.220960574271784e-16],
      [-3, 0.0013498980316300946],
      [-1, 0.15865525393145705],
      [0, 0.5],
      [1.5, 0.9331927987311419],
      [5, 0.9999997133484281],
    ] as const) {
      expectDigits(normalCdf(x), value, 1e-15);
      expectDigits(normalUpperTail(-x), value, 1e-15);
    }
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalDensity(Infinity)]).toEqual([0, 1, 0]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  it('normal quantile', () => {
    for (const [p, value] of [
      [1e-300, -37.0470962993612],
      [1e-20, -9.262340089798409],
      [0.001, -3.0902323061678136],
      [0.05, -1.6448536269514726],
      [0.25, -0.6744897501960817],
      [0.5, 0],
      [0.975, 1.9599639845400543],
      [0.99, 2.326347874040841],
      [0.995, 2.575829303548901],
    ] as const)
      expectDigits(normalQuantile(p), value, 1e-15);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
  });
});

describe('gamma function', () => {
  it('its logarithm, near its zeros too', () => {
    for (const [x, value] of [
      [0.001, 6.907178885383854],
      [0.5, 0.5723649429247001],
      [1.001, -0.0005763935982833695],
      [1.5, -0.12078223763524522],
      [2.25, 0.1248717148923966],
      [3.7, 1.428072326665388],
      [9.5, 11.689333420797269],
      [10, 12.80182748008147],
      [50.5, 146.51925549072064],
      [1e6, 12815504.569147613],
    ] as const)
      expectDigits(logGamma(x), value, 2e-13);
    expect([logGamma(1), logGamma(2), logGamma(0)]).toEqual([0, 0, Infinity]);
    expect(logGamma(-1)).toBeNaN();
  });

  it('follows its recurrence across every change of method', () => {
    for (let x = 0.01; x < 14; x += 0.01)
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(3e-14);
  });

  it('Stirling error and deviance, without loss near equality', () => {
    expectDigits(stirlingError(10), 0.00833056343336287, 1e-13);
    expectDigits(stirlingError(1), 0.08106146679532726, 1e-13);
    for (const x of [0.1, 1, 9.99, 10, 100])
      expect(
        stirlingError(x) - (logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - 0.5 * Math.log(2 * Math.PI)),
      ).toBeCloseTo(0, 12);
    // x = m (1 + e): m (e²/2 − e³/6 + …)
    expectDigits(deviance(1e6 * (1 + 1e-5), 1e6), 1e6 * (5e-11 - 1e-15 / 6 + 1e-20 / 12), 1e-10);
    expectDigits(deviance(3, 2), 3 * Math.log(1.5) - 1, 1e-14);
    expect([deviance(0, 2), deviance(2, 2)]).toEqual([2, 0]);
  });
});

describe('incomplete gamma', () => {
  it('both tails', () => {
    for (const [a, x, value] of [
      [0.1, 0.001, 0.5267685683924451],
      [0.5, 0.3, 0.5614219739190001],
      [1, 1, 0.6321205588285577],
      [2.5, 7, 0.9843905838997331],
      [10, 3, 0.0011024881301154798],
      [100, 110, 0.8417213299399129],
      [5000, 4900, 0.07794495622651391],
    ] as const)
      expectDigits(lowerGamma(a, x), value);
    for (const [a, x, value] of [
      [0.5, 30, 9.485737571073848e-15],
      [2.5, 50, 5.28514836094324e-20],
      [100, 180, 2.948294557648285e-11],
    ] as const)
      expectDigits(upperGamma(a, x), value);
    expect([
      lowerGamma(2, 0),
      lowerGamma(2, -1),
      lowerGamma(2, Infinity),
      upperGamma(2, 0),
      upperGamma(2, Infinity),
    ]).toEqual([0, 0, 1, 1, 0]);
  });

  it('its inverse, for any shape and level', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 5, noNaN: true }),
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        (log, p) => {
          const a = 10 ** log;
          const x = inverseLowerGamma(a, p);
          // Tiny shapes put small levels below the least double.
          if (x > 1e-300)
            expectDigits(p <= 0.5 ? lowerGamma(a, x) : upperGamma(a, x), p <= 0.5 ? p : 1 - p, 1e-11);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
    expect([inverseLowerGamma(3, 0), inverseLowerGamma(3, 1)]).toEqual([0, Infinity]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(inverseLowerGamma(3, p)).toBeNaN();
  });
});

describe('incomplete beta', () => {
  it('its value, and that of the mirror image', () => {
    for (const [a, b, x, value] of [
      [0.5, 0.5, 0.1, 0.20483276469913345],
      [1.25, 3.5, 0.2, 0.4420508925377433],
      [2, 3, 0.5, 0.6875],
      [30, 4, 0.95, 0.9191905065856301],
      [0.05, 0.1, 1e-10, 0.21238845427201195],
      [200, 300, 0.42, 0.8196010664172665],
    ] as const) {
      expectDigits(incompleteBeta(a, b, x), value, 2e-13);
      expectDigits(1 - incompleteBeta(b, a, 1 - x, x), value, 2e-13);
    }
    expect([
      incompleteBeta(2, 3, 0),
      incompleteBeta(2, 3, 1),
      incompleteBeta(2, 3, -1),
      incompleteBeta(2, 3, 2),
    ]).toEqual([0, 1, 0, 1]);
  });

  it('its inverse, for any shapes and level', () => {
    const shape = fc.double({ min: -2, max: 4, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }), (logA, logB, p) => {
        const [a, b] = [10 ** logA, 10 ** logB];
        const { x, y } = inverseIncompleteBeta(a, b, p);
        if (x < 1e-300 || y < 1e-300) return;
        expectDigits(
          p <= 0.5 ? incompleteBeta(a, b, x, y) : incompleteBeta(b, a, y, x),
          p <= 0.5 ? p : 1 - p,
          1e-10,
        );
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(inverseIncompleteBeta(2, 3, 0)).toEqual({ x: 0, y: 1 });
    expect(inverseIncompleteBeta(2, 3, 1)).toEqual({ x: 1, y: 0 });
    expect(inverseIncompleteBeta(2, 3, Number.NaN).x).toBeNaN();
  });
});

it('finds roots from far away, of functions that are flat there', () => {
  for (const start of [-1000, 0, 1, 1e6]) {
    const root = rootOfIncreasing((x) => [Math.atan(x - 3), 1 / (1 + (x - 3) ** 2)], start);
    expect(root).toBeCloseTo(3, 12);
    expect(rootOfIncreasing((x) => [x ** 3 - 8, 3 * x * x], start)).toBeCloseTo(2, 12);
  }
});
