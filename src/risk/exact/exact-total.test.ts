import { describe, expect, it } from 'vitest';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { normalQuantile } from '../distributions/special-functions/normal-quantile.js';
import type { DriverSpec } from '../models/driver/driver-spec.js';
import type { EventSpec } from '../models/event/event-spec.js';
import { randomStream } from '../random/xoshiro-stream.js';
import type { ResolvedRegister, ResolvedRisk } from '../resolved-register.js';
import type { Line } from '../waterfall/base.js';
import { exactTotal } from './exact-total.js';
import { NormalLaw } from './normal-law.js';

function line(id: string, kind: Line['kind'], amount: number): Line {
  return { id, name: id, kind, amount, elasticity: kind === 'revenue' ? -0.4 : 0, follows: [], passedOn: [] };
}

function register(risks: readonly ResolvedRisk[], rest: Partial<ResolvedRegister> = {}): ResolvedRegister {
  return {
    issuer: 'Example Networks',
    base: {
      currency: 'JPY',
      lines: [line('access', 'revenue', 1000), line('backbone', 'cost', 400), line('interest', 'other', -5)],
      tax: { rate: 0.4, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 },
      minorities: [],
      equity: 500,
      ads: null,
    },
    sharedEvents: [],
    market: { factors: [], method: {} as never },
    correlations: [],
    copula: { copula: 'gaussian' },
    risks,
    ...rest,
  };
}

function event(
  id: string,
  rate: number,
  severity: DistributionSpec,
  rest: Partial<EventSpec> = {},
): ResolvedRisk {
  const model: EventSpec = {
    kind: 'event',
    frequency: { frequency: 'poisson', rate },
    severity,
    limit: null,
    franchise: 0,
    insurance: [],
    delay: null,
    to: [{ line: 'backbone', share: 1 }],
    recoveryTo: null,
    shared: [],
    raises: [],
    ...rest,
  };
  return { id, model };
}

function driver(id: string, lineId: string, change: DistributionSpec): ResolvedRisk {
  const model: DriverSpec = {
    kind: 'driver',
    moves: [{ line: lineId, through: 'amount', loading: 1 }],
    change,
  };
  return { id, model };
}

function totalOf(...args: Parameters<typeof exactTotal>) {
  const { law, reason } = exactTotal(...args);
  if (law === null) throw new Error(reason);
  return law;
}

describe('a normal loss', () => {
  it('has the reference values of the standard normal', () => {
    const law = new NormalLaw(0, 1);
    const known = [
      [0.95, 1.644854, 2.062713],
      [0.975, 1.959964, 2.337803],
      [0.99, 2.326348, 2.665214],
      [0.995, 2.575829, 2.891949],
    ] as const;
    for (const [level, quantile, shortfall] of known) {
      expect(law.valueAtRisk(level)).toBeCloseTo(quantile, 6);
      expect(law.expectedShortfall(level)).toBeCloseTo(shortfall, 6);
      expect(law.valueAtRisk(level) + law.stopLoss(law.valueAtRisk(level)) / (1 - level)).toBeCloseTo(
        shortfall,
        6,
      );
    }
    const certain = new NormalLaw(3, 0);
    expect([certain.cdf(2.9), certain.cdf(3), certain.quantile(0.9), certain.stopLoss(1)]).toEqual([
      0, 1, 3, 2,
    ]);
  });
});

describe('the exact total of a measure', () => {
  it('of normal drivers is their normal sum', () => {
    const risks = [
      driver('price', 'access', { distribution: 'normal', mean: -0.02, deviation: 0.03 }),
      driver('carriers', 'backbone', { distribution: 'normal', mean: 0.01, deviation: 0.1 }),
    ];
    const law = totalOf(register(risks), 'operating-income');
    expect(law.mean).toBeCloseTo(24, 10);
    expect(law.deviation).toBeCloseTo(50, 10);
    for (const p of [0.01, 0.5, 0.95, 0.999]) {
      expect(law.quantile(p)).toBeCloseTo(24 + 50 * normalQuantile(p), 12);
    }
    expect(law.method).toBe('normal');
    expect(law.expectedShortfall(0.975)).toBeCloseTo(24 + 50 * 2.337803, 4);
    expect(law.cdf(-26)).toBeCloseTo(0.158655, 6);
    expect(law.stopLoss(-1e6)).toBeCloseTo(1e6 + 24, 6);
    // The same on a grid: an event that never happens makes it a mixed sum.
    const never = event('never', 0, { distribution: 'constant', value: 1 });
    const onGrid = totalOf(register([...risks, never]), 'operating-income');
    expect(onGrid.method).toBe('fft');
    for (const p of [0.01, 0.5, 0.95, 0.999]) {
      expect(Math.abs(onGrid.quantile(p) - law.quantile(p))).toBeLessThan(0.002);
      expect(Math.abs(onGrid.expectedShortfall(p) - law.expectedShortfall(p))).toBeLessThan(0.005);
      expect(Math.abs(onGrid.stopLoss(law.quantile(p)) - law.stopLoss(law.quantile(p)))).toBeLessThan(0.002);
    }
    expect(totalOf(register(risks), 'revenue').deviation).toBeCloseTo(30, 10);
  });

  it('of the ten events and the normal of the benchmark has its analytic mean', () => {
    const rates = [0.05, 0.1, 0.1, 0.2, 0.25, 0.3, 0.5, 0.5, 1, 2];
    const medians = [50, 20, 80, 10, 15, 30, 5, 8, 3, 1];
    const sigmas = [1.2, 1, 1.5, 0.8, 1, 1.1, 0.7, 0.9, 0.8, 0.6];
    const risks = rates.map((rate, index) =>
      event(`r${index}`, rate, {
        distribution: 'lognormal',
        mu: Math.log(medians[index] as number),
        sigma: sigmas[index] as number,
      }),
    );
    const noise = driver('noise', 'access', { distribution: 'normal', mean: 0.01, deviation: 0.04 });
    const law = totalOf(register([...risks, noise]), 'operating-income');
    const mean = rates.reduce(
      (sum, rate, index) =>
        sum + rate * (medians[index] as number) * Math.exp((sigmas[index] as number) ** 2 / 2),
      -10,
    );
    expect(law.mean).toBeCloseTo(mean, 9);
    // The benchmark adds 500 (exp(0.08 Z) − 1), whose mean is 1.60.
    expect(law.mean).toBeCloseTo(65.813 - 500 * (Math.exp(0.0032) - 1), 3);
    const [low, high] = law.bounds(0.95);
    expect(high - low).toBeLessThan(1);
    expect(law.quantile(0.95)).toBeGreaterThan(240);
    expect(law.quantile(0.99)).toBeLessThan(710);
  });

  it('joins risks that follow from one shared event, as draws do', () => {
    const quake = { id: 'quake', name: 'Earthquake', perYear: 0.4, occurs: null };
    const risks = [
      event(
        'cables',
        0.5,
        { distribution: 'gamma', shape: 2, scale: 10 },
        {
          shared: [
            { event: 'quake', probability: 0.7, severity: { distribution: 'uniform', low: 20, high: 60 } },
          ],
        },
      ),
      event(
        'sites',
        0.2,
        { distribution: 'constant', value: 15 },
        { shared: [{ event: 'quake', probability: 0.5, severity: null }] },
      ),
    ];
    const law = totalOf(register(risks, { sharedEvents: [quake] }), 'operating-income');
    expect(law.mean).toBeCloseTo(0.5 * 20 + 0.2 * 15 + 0.4 * (0.7 * 40 + 0.5 * 15), 9);
    const apart = 0.5 * (200 + 400) + 0.4 * 0.7 * (1600 / 12 + 1600) + (0.2 + 0.4 * 0.5) * 225;
    const together = 2 * 0.4 * 0.7 * 0.5 * 40 * 15;
    expect(law.deviation ** 2).toBeCloseTo(apart + together, 7);
    const random = randomStream(3, 'test', 0);
    const count = 40_000;
    const losses = Float64Array.from({ length: count }, () => {
      let sum = 0;
      for (let n = poisson(random.uniform(), 0.5); n > 0; n--)
        sum += 10 * (random.exponential() + random.exponential());
      for (let n = poisson(random.uniform(), 0.2); n > 0; n--) sum += 15;
      for (let n = poisson(random.uniform(), 0.4); n > 0; n--) {
        if (random.uniform() < 0.7) sum += 20 + 40 * random.uniform();
        if (random.uniform() < 0.5) sum += 15;
      }
      return sum;
    });
    for (const x of [0, 14.99, 15, 40, 80, 120]) {
      const expected = law.cdf(x);
      const below = losses.reduce((sum, each) => sum + (each <= x ? 1 : 0), 0) / count;
      expect(Math.abs(below - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
    }
  });

  it('forces a shared event that a scenario makes certain', () => {
    const risks = [
      event(
        'sites',
        0,
        { distribution: 'constant', value: 10 },
        { shared: [{ event: 'quake', probability: 0.25, severity: null }] },
      ),
    ];
    const certain = { id: 'quake', name: 'Earthquake', perYear: 0.01, occurs: true };
    const law = totalOf(register(risks, { sharedEvents: [certain] }), 'operating-income');
    expect(law.cdf(0)).toBeCloseTo(0.75, 12);
    expect(law.mean).toBeCloseTo(2.5, 12);
    const never = totalOf(
      register(risks, { sharedEvents: [{ ...certain, occurs: false }] }),
      'operating-income',
    );
    expect(never.cdf(0)).toBe(1);
  });

  it('leaves out what does not reach the measure', () => {
    const risks = [
      event(
        'outage',
        1,
        { distribution: 'constant', value: 10 },
        {
          to: [
            { line: 'access', share: 0.25 },
            { line: 'interest', share: 0.75 },
          ],
        },
      ),
      driver('rates', 'interest', { distribution: 'uniform', low: 0, high: 1 }),
    ];
    expect(totalOf(register(risks), 'revenue').mean).toBeCloseTo(2.5, 12);
  });

  it('counts costs that follow volume, and not what moves other lines alone', () => {
    const volume: DriverSpec = {
      kind: 'driver',
      moves: [{ line: 'access', through: 'volume', loading: 1 }],
      change: { distribution: 'normal', mean: -0.1, deviation: 0.02 },
    };
    const plain = register([{ id: 'cancellations', model: volume }]);
    const following = { ...line('backbone', 'cost', 400), follows: [{ line: 'access', share: 0.5 }] };
    const base = { ...plain.base, lines: [line('access', 'revenue', 1000), following] };
    const law = totalOf({ ...plain, base }, 'operating-income');
    expect([law.method, law.mean, law.deviation].map(String)).toEqual(['normal', '80', '16']);
    expect(totalOf({ ...plain, base }, 'revenue').mean).toBeCloseTo(100, 12);
  });

  it('says why there is none', () => {
    const losses: DistributionSpec = { distribution: 'constant', value: 10 };
    const tie = { between: ['a.frequency', 'b'], measure: 'kendall', value: 0.3 } as const;
    const prices: ResolvedRisk = {
      id: 'p',
      model: { kind: 'driver', moves: [{ line: 'access', through: 'price', loading: 1 }], change: losses },
    };
    const reasons = [
      exactTotal(register([event('a', 1, losses)], { correlations: [tie] }), 'operating-income'),
      exactTotal(register([prices]), 'operating-income'),
      exactTotal(
        register([
          event('a', 1, losses, { raises: [{ risk: 'b', times: 2, atMost: 4 }] }),
          event('b', 1, losses),
        ]),
        'operating-income',
      ),
    ].map(({ reason }) => reason);
    expect(reasons).toEqual([
      'risk a: its frequency is tied to another variable',
      'risk p: its effect on access is no straight line',
      'risk b: another risk raises its frequency',
    ]);
  });
});

function poisson(u: number, rate: number): number {
  let [n, p] = [0, Math.exp(-rate)];
  for (let sum = p; u > sum; sum += p) p *= rate / ++n;
  return n;
}
