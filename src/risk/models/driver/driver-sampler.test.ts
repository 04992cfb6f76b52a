import { describe, expect, it } from 'vitest';
import { expectMean, expectVariance } from '../../../../test/sample-moments.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import { randomStream } from '../../random/xoshiro-stream.js';
import type { Block } from '../../simulation/risk-sampler.js';
import type { Base, Line } from '../../waterfall/base.js';
import { driverEffects } from './driver-effects.js';
import { driverSampler } from './driver-sampler.js';
import type { DrivenLine, DriverSpec } from './driver-spec.js';
import { exactDriver } from './exact-driver.js';
import { responsesOf } from './line-response.js';

const TRIALS = 40_000;

const line = (id: string, kind: Line['kind'], amount: number, more: Partial<Line> = {}): Line => ({
  id,
  name: id,
  kind,
  amount,
  elasticity: 0,
  follows: [],
  passedOn: [],
  ...more,
});

const BASE: Base = {
  currency: 'JPY',
  lines: [
    line('access', 'revenue', 1000, { elasticity: -0.4 }),
    line('systems', 'revenue', 500),
    line('backbone', 'cost', 600, { follows: [{ line: 'access', share: 0.3 }] }),
    line('outsourcing', 'cost', 200, { passedOn: [{ line: 'systems', share: 0.25 }] }),
    line('interest', 'other', -10),
    line('securities', 'other-comprehensive-income', 0),
  ],
  tax: { rate: 0, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 },
  minorities: [],
  equity: 0,
  ads: null,
};

const NORMAL: DistributionSpec = { distribution: 'normal', mean: -0.08, deviation: 0.05 };

const driver = (change: DistributionSpec, ...moves: DrivenLine[]): DriverSpec => ({
  kind: 'driver',
  moves,
  change,
});
const move = (of: string, through: DrivenLine['through'], loading = 1): DrivenLine => ({
  line: of,
  through,
  loading,
});
const constant = (value: number): DistributionSpec => ({ distribution: 'constant', value });

describe('a driver', () => {
  it.each([
    ['an amount alone', -0.1, [move('access', 'amount')], { access: -100 }],
    ['an amount with a loading', -0.1, [move('systems', 'amount', 0.5)], { systems: -25 }],
    // 0.9 · 1.04 = 0.936; volume 4% up, of which the backbone follows 30%.
    ['a price', -0.1, [move('access', 'price')], { access: -64, backbone: -7.2 }],
    ['a volume', -0.1, [move('access', 'volume')], { access: -100, backbone: 18 }],
    [
      'a cost that falls, which nobody gives back',
      -0.1,
      [move('outsourcing', 'amount')],
      { outsourcing: 20, systems: 0 },
    ],
    [
      'a cost that rises, of which customers pay a quarter',
      0.1,
      [move('outsourcing', 'amount')],
      { outsourcing: -20, systems: 5 },
    ],
    // 0.9 · 1.04 · 0.95: price and volume of one line multiply, and the costs follow 1.04 · 0.95 − 1 = −1.2%.
    [
      'price and volume together',
      -0.1,
      [move('access', 'price'), move('access', 'volume', 0.5)],
      { access: -110.8, backbone: 2.16 },
    ],
    [
      'several lines',
      0.2,
      [move('interest', 'amount'), move('systems', 'price', -1)],
      { interest: -2, systems: -100 },
    ],
  ] as const)('moves %s', (_, change, moves, expected) => {
    const { columns, lines } = run(driver(constant(change), ...moves), 1);
    const effects = Object.fromEntries(
      lines.map((id, nth) => [id, Math.round((columns[nth]?.[0] as number) * 1e9) / 1e9]),
    );
    expect(effects).toEqual(expected);
  });

  it('sells nothing, rather than less, where a price rises beyond what elasticity bears', () => {
    const { columns } = run(driver(constant(3), move('access', 'price')), 1);
    expect(columns.map((column) => column[0])).toEqual([-1000, 180]);
  });

  it('is straight where its effect is in proportion to the change', () => {
    const slopes = (...moves: DrivenLine[]) =>
      driverEffects(responsesOf(driver(NORMAL, ...moves), 'r', BASE), BASE).map(
        ({ line: id, slope, degree }) => [id, slope, degree],
      );
    expect(slopes(move('access', 'volume', 2))).toEqual([
      ['access', 2000, 1],
      ['backbone', -360, 1],
    ]);
    expect(slopes(move('access', 'price'))).toEqual([
      ['access', null, 2],
      ['backbone', null, 1],
    ]);
    expect(slopes(move('outsourcing', 'amount'))).toEqual([
      ['systems', null, 1],
      ['outsourcing', -200, 1],
    ]);
  });

  it('draws its change from the law, and rises with the number that it is tied to', () => {
    const { columns } = run(driver(NORMAL, move('systems', 'amount')), TRIALS);
    expectMean(columns[0] as Float64Array, -40);
    expectVariance(columns[0] as Float64Array, 625);
    const tied = Float64Array.of(0.1, 0.5, 0.9);
    const values = run(driver(NORMAL, move('systems', 'amount')), 3, tied).columns[0] as Float64Array;
    expect(values[1]).toBeCloseTo(-40, 9);
    expect((values[0] as number) + (values[2] as number)).toBeCloseTo(-80, 9);
    expect(values[0]).toBeCloseTo(500 * (-0.08 - 0.05 * 1.2815515655446004), 9);
  });

  it('never moves a price below −100%', () => {
    const wide: DistributionSpec = { distribution: 'normal', mean: -0.2, deviation: 0.32 };
    const untied = run(driver(wide, move('systems', 'price')), TRIALS).columns[0] as Float64Array;
    expect(Math.min(...untied)).toBeGreaterThan(-500);
    const tied = Float64Array.from({ length: TRIALS }, (_, trial) => (trial + 0.5) / TRIALS);
    const values = run(driver(wide, move('systems', 'price')), TRIALS, tied).columns[0] as Float64Array;
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-500);
    const exact = exactDriver(driver(wide, move('systems', 'price')), 'r', BASE, () => true, []);
    expectMean(untied, exact?.mean as number);
    expectMean(values, exact?.mean as number);
  });

  it.each([
    ['an unknown line', driver(NORMAL, move('x', 'amount')), 'unexpected line "x"'],
    ['the price of interest', driver(NORMAL, move('interest', 'price')), '"interest" has no price'],
    [
      'a price that often falls below −100%',
      driver({ ...NORMAL, deviation: 1 }, move('systems', 'price')),
      'a price or volume would fall by more than 100%',
    ],
    [
      'a loading that is no number',
      driver(NORMAL, move('systems', 'price', Number.NaN)),
      'unexpected loading NaN',
    ],
  ])('refuses %s', (_, spec, message) => {
    expect(() => driverSampler(spec, 'prices', { base: BASE })).toThrow(message);
  });

  it('says which moments it has: a product halves them', () => {
    const student: DistributionSpec = { distribution: 'student-t', freedom: 5, location: 0, scale: 0.01 };
    const below = (through: DrivenLine['through']) =>
      driverSampler(driver(student, move('access', through)), 'r', { base: BASE }).momentsBelow;
    expect([below('amount'), below('price')]).toEqual([5, 2.5]);
  });
});

describe('what is known of a driver exactly', () => {
  const operating = ({ kind }: Line) => kind === 'revenue' || kind === 'cost';

  it('is a closed form where it is straight', () => {
    const exact = exactDriver(driver(NORMAL, move('access', 'volume')), 'r', BASE, operating, [0.05]);
    expect(exact?.mean).toBeCloseTo(-0.08 * 820, 9);
    expect(exact?.deviation).toBeCloseTo(0.05 * 820, 9);
    expect(exact?.quantiles[0]?.value).toBeCloseTo(820 * (-0.08 - 0.05 * 1.6448536269514722), 8);
  });

  it('is quadrature where a price bends it, to the closed form of a normal change', () => {
    // Effect on operating income 1000 (0.6 c − 0.4 c²) + 72 c = 672 c − 400 c².
    const exact = exactDriver(driver(NORMAL, move('access', 'price')), 'r', BASE, operating, [0.05, 0.5]);
    const [m, s] = [-0.08, 0.05];
    const mean = 672 * m - 400 * (m * m + s * s);
    // Var(a c + b c²) = (a + 2 b m)² s² + 2 b² s⁴ of a normal c.
    const deviation = Math.sqrt((672 - 800 * m) ** 2 * s * s + 2 * 400 ** 2 * s ** 4);
    expect(exact?.mean).toBeCloseTo(mean, 8);
    expect(exact?.deviation).toBeCloseTo(deviation, 8);
    expect(exact?.quantiles[1]?.value).toBeCloseTo(672 * m - 400 * m * m, 8);
    expect(exact?.error).toBeLessThan(1e-9);
  });

  it.each([
    ['a price', driver(NORMAL, move('access', 'price'))],
    [
      'a cost partly passed on',
      driver(
        { distribution: 'pert', low: -0.1, mode: 0.02, high: 0.3, weight: 4 },
        move('outsourcing', 'amount'),
      ),
    ],
    [
      'price and volume',
      driver(
        { distribution: 'uniform', low: -0.3, high: 0.2 },
        move('access', 'price'),
        move('access', 'volume', 0.5),
      ),
    ],
    [
      'three cases',
      driver(
        { distribution: 'discrete', values: [-0.2, 0, 0.1], probabilities: [0.2, 0.5, 0.3] },
        move('access', 'price'),
      ),
    ],
  ])('is what is simulated: %s', (_, spec) => {
    const { columns } = run(spec, TRIALS);
    const sum = Float64Array.from({ length: TRIALS }, (_each, trial) =>
      columns.reduce((all, column) => all + (column[trial] as number), 0),
    );
    const exact = exactDriver(spec, 'r', BASE, operating, [0.05]);
    expectMean(sum, exact?.mean as number);
    expectVariance(sum, (exact?.deviation as number) ** 2);
    const below =
      sum.reduce((count, value) => count + (value < (exact?.quantiles[0]?.value ?? 0) ? 1 : 0), 0) / TRIALS;
    if (spec.change.distribution !== 'discrete')
      expect(Math.abs(below - 0.05)).toBeLessThan(4 * Math.sqrt(0.0475 / TRIALS));
  });

  it('is nothing where the lines are not reached, or the tails have no moments', () => {
    expect(exactDriver(driver(NORMAL, move('securities', 'amount')), 'r', BASE, operating, [])).toBeNull();
    const student: DistributionSpec = { distribution: 'student-t', freedom: 3, location: 0, scale: 0.01 };
    expect(exactDriver(driver(student, move('systems', 'amount')), 'r', BASE, operating, [])).toBeNull();
  });

  it('gives no quantiles of an effect that turns', () => {
    // 600 c − 400 c² turns at 0.75.
    const spec = driver({ distribution: 'uniform', low: 0.2, high: 1.4 }, move('access', 'price'));
    expect(exactDriver(spec, 'r', BASE, ({ id }) => id === 'access', [0.5])?.quantiles).toEqual([]);
  });
});

function run(spec: DriverSpec, trials: number, tied: Float64Array | null = null) {
  const sampler = driverSampler(spec, 'prices', { base: BASE });
  const columns = sampler.effects.map(() => new Float64Array(trials).fill(7));
  const block = {
    index: 0,
    trials,
    stream: (purpose: string) => randomStream(5, purpose, 0),
    tied: (variable: string) => (variable === 'prices' ? tied : null),
  } as unknown as Block;
  sampler.simulate(block, columns, null);
  return { columns, lines: sampler.effects.map((effect) => ('line' in effect ? effect.line : '')) };
}
