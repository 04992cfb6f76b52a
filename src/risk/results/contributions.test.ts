import { beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '../random/xoshiro-stream.js';
import type { DetailRisk, DetailSample } from '../simulation/detail-sample.js';
import type { EffectTarget } from '../simulation/risk-sampler.js';
import type { Base } from '../waterfall/base.js';
import { waterfallOf } from '../waterfall/waterfall.js';
import { contributionsOf } from './contributions.js';
import { heatMap } from './heat-map.js';
import { changesTogether } from './measure-sums.js';
import { riskTornado } from './tornado.js';

const TRIALS = 65_536;
const Z95 = 1.6448536;
const SHORTFALL95 = 2.0627128;

const plain = { elasticity: 0, follows: [], passedOn: [] };
const BASE: Base = {
  currency: 'JPY',
  lines: [
    { id: 'sales', name: 'Sales', kind: 'revenue', amount: 1000, ...plain },
    { id: 'costs', name: 'Costs', kind: 'cost', amount: 900, ...plain },
  ],
  tax: { rate: 0.3, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 },
  minorities: [],
  equity: 500,
  ads: null,
};
const SIGMAS = [40, 30, 10];

describe('contributions of normal risks', () => {
  let detail: DetailSample;
  const waterfall = waterfallOf(BASE);
  beforeAll(() => {
    detail = sampleOf(
      TRIALS,
      SIGMAS.map((sigma, nth) => normalRisk(`n${nth}`, sigma, nth)),
    );
  });

  it('are by Euler where the measure is additive, and agree with the closed form', () => {
    const found = contributionsOf(detail, waterfall, BASE, 'operating-income', { level: 0.95, seed: '1' });
    const sigma = Math.hypot(...SIGMAS);
    expect(found?.method).toBe('euler');
    expectNear(found?.total, sigma * SHORTFALL95);
    for (const [nth, each] of SIGMAS.entries()) {
      const part = found?.parts.find(({ risk }) => risk === `n${nth}`);
      expectNear(part?.estimate, ((each * each) / sigma) * SHORTFALL95);
    }
  });

  it('sum to the total, by Euler and by Shapley', () => {
    for (const measure of ['revenue', 'operating-income', 'net-income', 'equity'] as const) {
      const found = contributionsOf(detail, waterfall, BASE, measure, { level: 0.95, seed: '1' });
      const sum = found?.parts.reduce((all, { estimate }) => all + (estimate.value ?? 0), 0) ?? Number.NaN;
      expect(sum).toBeCloseTo(found?.total.value ?? 0, 8);
    }
  });

  it('are by Shapley behind a tax that losses do not get back, the parts in order of size', () => {
    const found = contributionsOf(detail, waterfall, BASE, 'net-income', { level: 0.95, seed: '1' });
    expect(found?.method).toBe('shapley');
    expect(found?.parts.map(({ risk }) => risk)).toEqual(['n0', 'n1', 'n2']);
    const again = contributionsOf(detail, waterfall, BASE, 'net-income', { level: 0.95, seed: '1' });
    expect(again).toEqual(found);
  });

  it('of the value at risk sum to it too', () => {
    const found = contributionsOf(detail, waterfall, BASE, 'operating-income', {
      level: 0.95,
      seed: '1',
      of: 'value-at-risk',
    });
    expectNear(found?.total, Math.hypot(...SIGMAS) * Z95);
    const sum = found?.parts.reduce((all, { estimate }) => all + (estimate.value ?? 0), 0) ?? Number.NaN;
    expect(sum).toBeCloseTo(found?.total.value ?? 0, 8);
  });

  it('are of the value at risk where a law has no mean, and without error where it has no variance', () => {
    const heavy = withMoments(detail, 0.8);
    expect(contributionsOf(heavy, waterfall, BASE, 'revenue', { level: 0.95, seed: '1' })?.of).toBe(
      'value-at-risk',
    );
    const wide = contributionsOf(withMoments(detail, 1.6), waterfall, BASE, 'revenue', {
      level: 0.95,
      seed: '1',
    });
    expect(wide?.of).toBe('expected-shortfall');
    expect(wide?.total.standardError).toBeNull();
    expect(wide?.total.why).toContain('no variance');
  });

  it('are null where nothing moves the measure', () => {
    const options = { level: 0.95, seed: '1' };
    expect(contributionsOf(detail, waterfall, BASE, 'other-comprehensive-income', options)).toBeNull();
  });

  it('refuse a level that has no tail', () => {
    const options = { level: 0.9999999, seed: '1' };
    expect(() => contributionsOf(detail, waterfall, BASE, 'revenue', options)).toThrow(/no tail/);
    expect(() => contributionsOf(detail, waterfall, BASE, 'revenue', { level: 95, seed: '1' })).toThrow(
      /0.95/,
    );
  });

  it('stand beside a tornado at the quantiles of each risk', () => {
    const { bars } = riskTornado(detail, waterfall, BASE, 'operating-income');
    expect(bars.map(({ risk }) => risk)).toEqual(['n0', 'n1', 'n2']);
    for (const [nth, { low, high }] of bars.entries()) {
      expectNear(low, -(SIGMAS[nth] ?? 0) * Z95);
      expectNear(high, (SIGMAS[nth] ?? 0) * Z95);
    }
  });

  it('stand beside a heat map of how likely and how large a loss is', () => {
    const { cells, sizeBands } = heatMap(detail, waterfall, BASE);
    expect(sizeBands).toEqual([1, 5, 20, 50]);
    for (const [nth, { probability, size }] of cells.entries()) {
      expect(Math.abs((probability.value ?? 0) - 0.5)).toBeLessThan(4 * 0.002 + 0.001);
      expectNear(size, (SIGMAS[nth] ?? 0) * Math.sqrt(2 / Math.PI), 0.03);
    }
  });
});

describe('Shapley values of two risks', () => {
  it('split what only both together bring about in halves', () => {
    // Each alone leaves income at 0, where tax is 0; both together make a loss of 100 that has no tax back.
    const risk = (name: string) => ({
      risk: name,
      effects: [{ line: 'sales' }] satisfies EffectTarget[],
      columns: [new Float64Array(100).fill(-100)],
      momentsBelow: Number.POSITIVE_INFINITY,
    });
    const detail = sampleOf(100, [risk('one'), risk('other')]);
    const found = contributionsOf(detail, waterfallOf(BASE), BASE, 'net-income', { level: 0.9, seed: '7' });
    expect(found?.total.value).toBeCloseTo(170, 10);
    expect(found?.parts.map(({ estimate }) => estimate.value)).toEqual([85, 85]);
    expect(found?.method).toBe('shapley');
  });

  it('leave a risk that does nothing at 0', () => {
    const still = {
      risk: 'still',
      effects: [{ line: 'costs' }],
      columns: [new Float64Array(64)],
      momentsBelow: 9,
    };
    const moving = {
      ...still,
      risk: 'moving',
      columns: [Float64Array.from({ length: 64 }, (_, nth) => -4 * nth)],
    };
    const detail = sampleOf(64, [still, moving]);
    const found = contributionsOf(detail, waterfallOf(BASE), BASE, 'net-income', { level: 0.75, seed: '7' });
    expect(found?.parts.find(({ risk }) => risk === 'still')?.estimate.value).toBeCloseTo(0, 12);
  });
});

describe('changes with some of the risks', () => {
  it('refuse a line that the base does not have', () => {
    const lost = {
      risk: 'lost',
      effects: [{ line: 'nowhere' }],
      columns: [new Float64Array(1)],
      momentsBelow: 9,
    };
    expect(() => changesTogether(sampleOf(1, [lost]), waterfallOf(BASE), BASE, 'revenue')).toThrow(/nowhere/);
  });
});

function sampleOf(trials: number, risks: readonly Omit<DetailRisk, 'occurrences'>[]): DetailSample {
  return { trials, risks: risks.map((risk) => ({ ...risk, occurrences: null })), changes: [] };
}

function normalRisk(risk: string, sigma: number, nth: number): Omit<DetailRisk, 'occurrences'> {
  const column = new Float64Array(TRIALS);
  randomStream(11, risk, nth).fillNormal(column, 0, TRIALS);
  for (let trial = 0; trial < TRIALS; trial++) column[trial] = sigma * (column[trial] as number);
  return { risk, effects: [{ line: 'sales' }], columns: [column], momentsBelow: Number.POSITIVE_INFINITY };
}

function withMoments(detail: DetailSample, momentsBelow: number): DetailSample {
  return {
    ...detail,
    risks: detail.risks.map((risk, nth) => (nth === 0 ? { ...risk, momentsBelow } : risk)),
  };
}

/** Within four standard errors, and an error that is of use. */
function expectNear(
  estimate: { value: number | null; standardError: number | null } | undefined,
  expected: number,
  slack = 0.02,
): void {
  const [value, error] = [estimate?.value ?? Number.NaN, estimate?.standardError ?? Number.NaN];
  expect(error).toBeGreaterThan(0);
  expect(error).toBeLessThan(Math.abs(expected) * 0.05);
  expect(Math.abs(value - expected)).toBeLessThan(4 * error + slack);
}
