import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/xoshiro-stream.js';
import type { Block } from '../../simulation/risk-sampler.js';
import { marketFactorsSampler } from './factors-sampler.js';
import { yearlyVolatilities } from './historical-months.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { STANDARD_METHOD } from './standard-method.js';

const TRIALS = 4096;
const METHOD: MarketMethod = { ...STANDARD_METHOD, method: 'parametric' };

function factor(id: string, change: Partial<MarketFactor> = {}): MarketFactor {
  return {
    id,
    name: id,
    quantity: 'price',
    level: 100,
    history: null,
    volatility: null,
    forced: null,
    ...change,
  };
}

/** Daily levels whose logarithms move by `changes`. */
function history(changes: Float64Array, firstDay = 10_000): MarketFactor['history'] {
  let level = 100;
  const levels = [level];
  for (const change of changes) {
    level *= Math.exp(change);
    levels.push(level);
  }
  return { days: levels.map((_, at) => firstDay + at), levels, source: 'test', warnings: [] };
}

function normals(purpose: string, n = 500): Float64Array {
  const out = new Float64Array(n);
  randomStream(3, purpose, 0).fillNormal(out, 0, n);
  return out;
}

function block(index: number, tied: (variable: string) => Float64Array | null = () => null): Block {
  return {
    index,
    trials: TRIALS,
    stream: (purpose: string) => randomStream(1, purpose, index),
    tied,
    sharedEvent: () => new Int32Array(TRIALS),
    factor: () => new Float64Array(TRIALS),
    occurrences: () => new Int32Array(TRIALS),
  };
}

/** The factors' changes over several blocks, one column each. */
function draw(
  factors: readonly MarketFactor[],
  method: MarketMethod,
  blocks = 10,
  tied?: (variable: string) => Float64Array | null,
) {
  const sampler = marketFactorsSampler(factors, method);
  const out = factors.map(() => new Float64Array(blocks * TRIALS));
  for (let index = 0; index < blocks; index++) {
    const columns = out.map((column) => column.subarray(index * TRIALS, (index + 1) * TRIALS));
    sampler.simulate(block(index, tied), columns);
  }
  return out;
}

function momentsOf(values: Float64Array) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return {
    mean,
    deviation,
    meanError: deviation / Math.sqrt(n),
    deviationError: deviation / Math.sqrt(2 * n),
  };
}

function correlation(left: Float64Array, right: Float64Array): number {
  const [a, b] = [momentsOf(left), momentsOf(right)];
  const n = left.length;
  return (
    left.reduce((sum, value, at) => sum + (value - a.mean) * ((right[at] as number) - b.mean), 0) /
    ((n - 1) * a.deviation * b.deviation)
  );
}

const COMMON = normals('common');
const LEFT = COMMON.map((z) => 0.01 * z);
const RIGHT = normals('own').map((z, at) => 0.005 * (0.6 * (COMMON[at] as number) + 0.8 * z));
const PAIR = [factor('left', { history: history(LEFT) }), factor('right', { history: history(RIGHT) })];

describe('parametric changes over the year', () => {
  it('have the stated volatility, and a median of nothing', () => {
    const [changes] = draw([factor('oil', { volatility: 0.3 })], METHOD) as [Float64Array];
    const { mean, deviation, meanError, deviationError } = momentsOf(changes.map(Math.log1p));
    expect(Math.abs(mean)).toBeLessThan(4 * meanError);
    expect(Math.abs(deviation - 0.3)).toBeLessThan(4 * deviationError);
    expect(changes.every((change) => change > -1)).toBe(true);
  });

  it('are absolute for interest rates, and may go below zero', () => {
    const rate = factor('jgb', { quantity: 'interest-rate', level: 0.001, volatility: 0.004 });
    const [changes] = draw([rate], METHOD) as [Float64Array];
    const { mean, deviation, meanError, deviationError } = momentsOf(changes);
    expect(Math.abs(mean)).toBeLessThan(4 * meanError);
    expect(Math.abs(deviation - 0.004)).toBeLessThan(4 * deviationError);
    expect(Math.min(...changes.slice(0, 1000))).toBeLessThan(-0.001);
  });

  it('have the volatilities and correlations of the shared days', () => {
    const columns = draw(PAIR, METHOD).map((column) => column.map(Math.log1p));
    const expected = yearlyVolatilities(PAIR, METHOD);
    columns.forEach((column, at) => {
      const { deviation, deviationError } = momentsOf(column);
      expect(Math.abs(deviation - (expected[at] as number))).toBeLessThan(4 * deviationError);
    });
    let [xy, xx, yy] = [0, 0, 0];
    LEFT.forEach((x, at) => {
      const y = RIGHT[at] as number;
      [xy, xx, yy] = [xy + x * y, xx + x * x, yy + y * y];
    });
    const rho = xy / Math.sqrt(xx * yy);
    const error = (1 - rho ** 2) / Math.sqrt(columns[0]?.length ?? 1);
    expect(Math.abs(correlation(columns[0] as Float64Array, columns[1] as Float64Array) - rho)).toBeLessThan(
      4 * error,
    );
  });

  it('follow the mean of the sample only where the method says so', () => {
    const rising = factor('up', { history: history(LEFT.map((change) => change + 0.001)) });
    const [zero] = draw([rising], METHOD) as [Float64Array];
    const [drifting] = draw([rising], { ...METHOD, mean: 'sample' }) as [Float64Array];
    const mean = LEFT.reduce((sum, change) => sum + change + 0.001, 0) / LEFT.length;
    expect(Math.abs(momentsOf(zero.map(Math.log1p)).mean)).toBeLessThan(0.01);
    const { mean: drift, meanError } = momentsOf(drifting.map(Math.log1p));
    expect(Math.abs(drift - 252 * mean)).toBeLessThan(4 * meanError);
  });

  it('are the same for two histories of one price, whose correlation matrix is singular', () => {
    const twins = [factor('a', { history: history(LEFT) }), factor('b', { history: history(LEFT) })];
    const [a, b] = draw(twins, METHOD, 1) as [Float64Array, Float64Array];
    a.forEach((change, at) => {
      expect(b[at]).toBeCloseTo(change, 10);
    });
  });

  it('leave a peg where it is', () => {
    const [changes] = draw([factor('peg', { history: history(new Float64Array(100)) })], METHOD, 1) as [
      Float64Array,
    ];
    expect(changes.every((change) => change === 0)).toBe(true);
  });
});

describe('historical simulation over the year', () => {
  const HISTORICAL: MarketMethod = { ...METHOD, method: 'historical-simulation' };

  it('keeps what the factors have in common on a day', () => {
    const columns = draw(PAIR, HISTORICAL).map((column) => column.map(Math.log1p));
    const [left, right] = columns as [Float64Array, Float64Array];
    expect(correlation(left, right)).toBeGreaterThan(0.4);
    expect(correlation(left, right)).toBeLessThan(0.8);
    expect(Math.abs(momentsOf(left).mean)).toBeLessThan(4 * momentsOf(left).meanError);
  });

  it('has twelve times the variance of the months that it draws from', () => {
    const n = LEFT.length;
    const mean = LEFT.reduce((sum, change) => sum + change, 0) / n;
    let squares = 0;
    for (let start = 0; start < n; start++) {
      let month = 0;
      for (let day = 0; day < 21; day++) month += (LEFT[(start + day) % n] as number) - mean;
      squares += month * month;
    }
    const [left] = draw([PAIR[0] as MarketFactor], HISTORICAL) as [Float64Array];
    const { deviation, deviationError } = momentsOf(left.map(Math.log1p));
    // 21/n of the variance goes with the mean, and is put back.
    expect(Math.abs(deviation - Math.sqrt((12 * squares) / (n - 21)))).toBeLessThan(4 * deviationError);
  });

  it('has the variance of independent days, over many samples of them', () => {
    const squares = Array.from({ length: 200 }, (_, at) => {
      const sample = factor('x', { history: history(normals(`sample ${at}`, 250).map((z) => 0.01 * z)) });
      return (yearlyVolatilities([sample], HISTORICAL)[0] as number) ** 2;
    });
    const { mean, meanError } = momentsOf(Float64Array.from(squares));
    expect(Math.abs(mean - 252 * 0.01 ** 2)).toBeLessThan(4 * meanError);
  });

  it('draws the days of a short history one by one', () => {
    const short = factor('short', { history: history(LEFT.slice(0, 40)) });
    const [changes] = draw([short], HISTORICAL, 2) as [Float64Array];
    const { deviation, deviationError } = momentsOf(changes.map(Math.log1p));
    expect(Math.abs(deviation - (yearlyVolatilities([short], HISTORICAL)[0] as number))).toBeLessThan(
      4 * deviationError,
    );
  });

  it('rescales to the volatility of now, and draws what has no history from a normal law', () => {
    const stormy = LEFT.map((change, at) => change * (at < 400 ? 1 : 3));
    const factors = [factor('stormy', { history: history(stormy) }), factor('oil', { volatility: 0.3 })];
    const [plain, oil] = draw(factors, HISTORICAL) as [Float64Array, Float64Array];
    const [filtered] = draw(factors, { ...HISTORICAL, volatility: 'ewma' }) as [Float64Array];
    expect(momentsOf(filtered.map(Math.log1p)).deviation).toBeGreaterThan(
      1.3 * momentsOf(plain.map(Math.log1p)).deviation,
    );
    const { deviation, deviationError } = momentsOf(oil.map(Math.log1p));
    expect(Math.abs(deviation - 0.3)).toBeLessThan(4 * deviationError);
  });
});

describe.each(['parametric', 'historical-simulation'] as const)('with the method %s', (name) => {
  const method: MarketMethod = { ...METHOD, method: name };

  it('a factor added last without a history leaves the others as they were', () => {
    const alone = draw(PAIR, method, 1);
    const more = draw([...PAIR, factor('oil', { volatility: 0.3 })], method, 1);
    expect(more.slice(0, 2)).toEqual(alone);
  });

  it('a scenario forces one factor and leaves the others as they were', () => {
    const free = draw(PAIR, method, 1);
    const forced = draw(
      [PAIR[0] as MarketFactor, { ...(PAIR[1] as MarketFactor), forced: -0.25 }],
      method,
      1,
    );
    expect(forced[0]).toEqual(free[0]);
    expect(forced[1]?.every((change) => change === -0.25)).toBe(true);
  });

  it('a tied factor follows its uniform numbers with its own volatility', () => {
    const uniforms = Float64Array.from({ length: TRIALS }, (_, at) => (at + 0.5) / TRIALS);
    const tied = (variable: string) => (variable === 'factor.left' ? uniforms : null);
    const [left, right] = draw(PAIR, method, 1, tied) as [Float64Array, Float64Array];
    expect(left.every((change, at) => at === 0 || change > (left[at - 1] as number))).toBe(true);
    expect(right).toEqual(draw(PAIR, method, 1)[1]);
    const volatility = yearlyVolatilities(PAIR, method)[0] as number;
    expect(momentsOf(left.map(Math.log1p)).deviation).toBeCloseTo(volatility, 2);
  });

  it('a block does not depend on those before it', () => {
    const sampler = marketFactorsSampler(PAIR, method);
    const once = PAIR.map(() => new Float64Array(TRIALS));
    sampler.simulate(block(5), once);
    sampler.simulate(
      block(2),
      PAIR.map(() => new Float64Array(TRIALS)),
    );
    const again = PAIR.map(() => new Float64Array(TRIALS));
    sampler.simulate(block(5), again);
    expect(again).toEqual(once);
  });
});

describe('factors that cannot be drawn', () => {
  it.each([
    [[factor('gold')], 'Factor "gold" has no history and no volatility; give a history or a volatility'],
    [[factor('gold', { volatility: -1 })], 'Unexpected volatility -1 of factor "gold"'],
    [[factor('gold', { volatility: Number.NaN })], 'Unexpected volatility NaN'],
    [
      [factor('gold', { volatility: 25 })],
      'Unexpected volatility 25 of factor "gold", expected 0 to 10 a year, a fraction such as 0.25',
    ],
    [
      [factor('jgb', { quantity: 'interest-rate', level: 0.01, volatility: 40 })],
      'expected 0 to 0.5 a year, an absolute one such as 0.004 for 40 basis points',
    ],
    [
      [factor('jgb', { quantity: 'interest-rate', level: 1.25, volatility: 0.004 })],
      'Unexpected level 1.25 of factor "jgb"',
    ],
    [
      [factor('gold', { level: 0, volatility: 0.2 })],
      'Unexpected level 0 of factor "gold", expected a positive number',
    ],
    [
      [factor('gold', { volatility: 0.2, forced: -1 })],
      'Unexpected change -1 of factor "gold" in a scenario',
    ],
    [
      [factor('old', { history: history(LEFT, 0) }), factor('new', { history: history(LEFT) })],
      'The histories of the market factors share 0 days, expected at least 21: "old" 1970-01-01 to 1971-05-16, "new" 1997-05-19',
    ],
    [
      [factor('bad', { history: { days: [1, 2], levels: [1, -1], source: '', warnings: [] } })],
      'Unexpected level -1 of factor "bad" on 1970-01-03, expected a positive one',
    ],
  ])('are refused: %#', (factors, message) => {
    expect(() => marketFactorsSampler(factors, METHOD)).toThrow(message);
  });

  it('are refused where a stated volatility is wanted and not stated', () => {
    expect(() => marketFactorsSampler(PAIR, { ...METHOD, volatility: 'stated' })).toThrow(
      'Factor "left" has no stated volatility, which the method wants; state one',
    );
  });
});
