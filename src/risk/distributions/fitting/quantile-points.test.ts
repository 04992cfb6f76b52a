import { describe, expect, it } from 'vitest';
import type { DistributionSpec } from '../distribution-spec.js';
import { fitQuantiles, type GivenParameters } from '../fit-quantiles.js';

type Law = DistributionSpec['distribution'];
type Points = readonly (readonly [level: number, value: number])[];

describe('quantiles that make no law', () => {
  it.each<[string, Law, Points, GivenParameters, RegExp]>([
    [
      'values fall',
      'normal',
      [
        [0.1, 5],
        [0.9, 3],
      ],
      {},
      /the 90% quantile, 3, must be above the 10% quantile, 5/,
    ],
    [
      'values are equal',
      'normal',
      [
        [0.1, 5],
        [0.9, 5],
      ],
      {},
      /must be above the 10% quantile/,
    ],
    [
      'levels fall',
      'normal',
      [
        [0.9, 5],
        [0.1, 3],
      ],
      {},
      /the level 10% stands after 90%/,
    ],
    [
      'a level twice',
      'normal',
      [
        [0.9, 5],
        [0.9, 6],
      ],
      {},
      /the level 90% stands after 90%/,
    ],
    [
      'level 0',
      'uniform',
      [
        [0, 5],
        [0.1, 6],
      ],
      {},
      /unexpected level 0% of a quantile/,
    ],
    [
      'level 95',
      'uniform',
      [
        [0.05, 5],
        [95, 6],
      ],
      {},
      /unexpected level 9500%/,
    ],
    [
      'no number',
      'normal',
      [
        [0.1, Number.NaN],
        [0.9, 1],
      ],
      {},
      /the 10% quantile is NaN/,
    ],
    ['none', 'normal', [], {}, /0 quantiles cannot tell mean and deviation; give 2 quantiles/],
    [
      'too few',
      'gpd',
      [
        [0.5, 1],
        [0.9, 3],
      ],
      {},
      /2 quantiles cannot tell shape and scale and threshold/,
    ],
    ['nothing left to tell', 'normal', [[0.5, 1]], { mean: 1, deviation: 2 }, /every parameter is given/],
    [
      'negative of a positive law',
      'lognormal',
      [
        [0.1, -5],
        [0.9, 3],
      ],
      {},
      /the 10% quantile, -5, must be above 0/,
    ],
    [
      'negative of a gamma',
      'gamma',
      [
        [0.1, 0],
        [0.9, 3],
      ],
      {},
      /the 10% quantile, 0, must be above 0/,
    ],
    ['below the minimum', 'pareto', [[0.9, 3]], { minimum: 10 }, /must be above the minimum, 10/],
    [
      'below the threshold',
      'gpd',
      [
        [0.5, 1],
        [0.9, 3],
      ],
      { threshold: 2 },
      /must be above the threshold, 2/,
    ],
    [
      'outside the bounds',
      'beta',
      [
        [0.05, 20],
        [0.95, 80],
      ],
      {},
      /the 95% quantile, 80, must be below high, 1/,
    ],
    [
      'a mean on the wrong side',
      'normal',
      [[0.95, 5]],
      { mean: 10 },
      /no such law has these quantiles \(95%: 5\)/,
    ],
    [
      'no mode',
      'triangular',
      [
        [0.05, 5],
        [0.95, 8],
      ],
      {},
      /give the mode/,
    ],
    [
      'a mode outside',
      'triangular',
      [
        [0.05, 30],
        [0.95, 80],
      ],
      { mode: 20 },
      /the 5% quantile, 30, must be below the mode, 20; or give low/,
    ],
    [
      'a mode above',
      'pert',
      [
        [0.05, 30],
        [0.95, 80],
      ],
      { mode: 90 },
      /the 95% quantile, 80, must be above the mode, 90; or give high/,
    ],
    [
      'no freedom',
      'student-t',
      [
        [0.05, 5],
        [0.95, 8],
      ],
      {},
      /give a positive freedom/,
    ],
    [
      'a law of values',
      'discrete',
      [
        [0.05, 5],
        [0.95, 8],
      ],
      {},
      /cannot be written by quantiles; write its values/,
    ],
    [
      'a parameter that does not belong',
      'lognormal',
      [[0.05, 5]],
      { median: 6 },
      /median cannot stand beside quantiles; what can: mu, sigma/,
    ],
    ['a parameter that is no number', 'normal', [[0.05, 5]], { mean: Number.NaN }, /unexpected mean NaN/],
    ['a negative parameter', 'beta', [[0.9, 0.5]], { alpha: -1 }, /^beta: /],
    [
      'a negative weight',
      'pert',
      [
        [0.05, 1],
        [0.95, 8],
      ],
      { mode: 3, weight: -4 },
      /^pert: /,
    ],
    [
      'bounds exchanged',
      'beta',
      [
        [0.1, 0.2],
        [0.9, 0.5],
      ],
      { low: 1, high: 0 },
      /^beta: /,
    ],
    ['low above the mode', 'triangular', [[0.9, 50]], { mode: 3, low: 4 }, /^triangular: /],
  ])('%s', (_, law, points, given, message) => {
    expect(() =>
      fitQuantiles(
        law,
        points.map(([level, value]) => ({ level, value })),
        given,
      ),
    ).toThrow(expect.objectContaining({ name: 'InputError', message: expect.stringMatching(message) }));
  });
});
