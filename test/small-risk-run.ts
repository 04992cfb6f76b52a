import type { Estimate, MeasureResult, Spread } from '../src/risk/results/results.js';
import type { RiskReport, RiskRun } from '../src/risk/results/risk-run.js';
import { dayOf } from '../src/value/index.js';

/** Names that would act as markup, formulas or escape sequences wherever they were not escaped. */
export const HOSTILE = '<script>alert(1)</script> & "q" \'a\' |x| [l](javascript:1) \u001b[31m';

function estimate(value: number, standardError: number): Estimate {
  return { value, standardError, low: value - 1.96 * standardError, high: value + 1.96 * standardError };
}

function spread(mean: number, deviation: number, error: number): Spread {
  const at = (level: number, z: number) => ({ level, estimate: estimate(z * deviation - mean, 2 * error) });
  const edges = Array.from({ length: 13 }, (_, nth) => mean + (nth / 2 - 3) * deviation);
  const counts = [1, 4, 17, 44, 92, 150, 191, 191, 150, 92, 44, 24];
  return {
    mean: estimate(mean, error),
    deviation: {
      value: deviation,
      standardError: null,
      low: null,
      high: null,
      why: 'the law has no fourth moment',
    },
    quantiles: [0.05, 0.5, 0.95].map((level, nth) => ({
      level,
      estimate: estimate(mean + (nth - 1) * 1.645 * deviation, 2 * error),
    })),
    valueAtRisk: [at(0.95, 1.645), at(0.99, 2.326)],
    expectedShortfall: [at(0.95, 2.063), at(0.99, 2.665)],
    exceedance: [0.9, 0.5, 0.1, 0.05, 0.01].map((probability, nth) => ({
      loss: (nth - 1) * deviation - mean,
      probability: estimate(probability, probability / 20),
    })),
    histogram: { edges, counts },
    exact: {
      method: 'sum of normals',
      mean: mean + error,
      deviation,
      quantiles: [{ level: 0.05, value: mean - 1.645 * deviation }],
      error: 0,
    },
  };
}

function measureOf(
  measure: MeasureResult['measure'],
  base: number,
  mean: number,
  deviation: number,
): MeasureResult {
  return {
    measure,
    unit: measure === 'ads-value' ? 'USD' : 'JPY',
    base,
    change: spread(mean, deviation, deviation / 300),
    probabilityOfLoss: measure === 'operating-income' ? estimate(0.042, 0.0006) : null,
    contributions: {
      of: 'expected-shortfall',
      method: 'euler',
      level: 0.95,
      trials: 65_536,
      total: estimate(deviation * 2, deviation / 100),
      parts: [
        { risk: 'prices', estimate: estimate(deviation * 1.6, deviation / 120) },
        { risk: 'lawsuit', estimate: estimate(deviation * 0.5, deviation / 200) },
        { risk: 'swap', estimate: estimate(deviation * -0.1, deviation / 900) },
      ],
    },
  };
}

function riskOf(risk: string, heading: string): RiskReport {
  return {
    risk,
    heading,
    category: 'pricing',
    kind: 'driver',
    effectOn: 'income-before-tax',
    effect: spread(-2e8, 9e8, 3e6),
    occurrences: null,
    owner: null,
    review: dayOf(2026, 10, 31),
    controls: [{ id: 'c', name: HOSTILE, status: 'planned', costPerYear: 1e6 }],
    model: ['moves Connectivity by: normal, mean −3%, deviation 4.7%'],
    inputs: ['share'],
    source: '=HYPERLINK("http://example.com")',
    lines: [{ line: 'connectivity', name: 'Connectivity', mean: estimate(-2e8, 3e6) }],
    raises: [{ risk: 'lawsuit', times: 1.5, atMost: 4 }],
    raisedBy: [],
    sharedEvents: [],
    momentsBelow: Number.POSITIVE_INFINITY,
  };
}

/** A run of invented numbers with something in every part that reports print, and hostile names. */
export function smallRiskRun(): RiskRun {
  return {
    legend: 'Privileged & confidential',
    register: {
      path: 'risks.yaml',
      sha256: 'a'.repeat(64),
      issuer: HOSTILE,
      currency: 'JPY',
      asOf: dayOf(2026, 3, 31),
    },
    show: { currency: 'JPY', size: 1e6, text: 'JPY million' },
    simulation: {
      seed: '1',
      trials: 100_000,
      blockTrials: 4096,
      detailTrials: 65_536,
      quantileError: 2 ** -11,
      untilError: null,
      dependence: 'Gaussian copula',
    },
    scenario: { id: 'quake', name: HOSTILE, shocks: ['usd-jpy changes by 8%'] },
    measures: [measureOf('operating-income', 4.7e9, -2.1e9, 1.46e9), measureOf('ads-value', 2.86, -0.4, 0.6)],
    risks: [
      riskOf('prices', 'Prices may fall.'),
      riskOf('lawsuit', HOSTILE),
      riskOf('swap', 'Rates may rise.'),
    ],
    sharedEvents: [{ id: 'quake', name: HOSTILE, perYear: 0.02, occurs: null, risks: ['prices'] }],
    heatMap: {
      probabilityBands: [0.01, 0.05, 0.2, 0.5],
      sizeBands: [4.7e7, 2.35e8, 9.4e8, 2.35e9],
      sizeOf: 'planned operating income',
      cells: ['prices', 'lawsuit', 'swap'].map((risk, nth) => ({
        risk,
        probability: estimate(0.1 + 0.3 * nth, 0.002),
        size: estimate(10 ** (7 + nth), 10 ** (5 + nth)),
        badYear: estimate(3 * 10 ** (7 + nth), 10 ** (6 + nth)),
        probabilityBand: 2 + nth,
        sizeBand: nth,
      })),
    },
    tornadoes: [
      {
        measure: 'operating-income',
        unit: 'JPY',
        lowLevel: 0.05,
        highLevel: 0.95,
        bars: [
          { risk: 'prices', low: estimate(-1.6e9, 9e6), high: estimate(1.6e9, 8e6) },
          { risk: 'lawsuit', low: estimate(-5e8, 7e6), high: estimate(4e7, 0) },
        ],
      },
    ],
    inputTornado: {
      measure: 'operating-income',
      unit: 'JPY',
      level: 0.95,
      bars: [
        {
          input: 'share',
          low: { text: '−10%', mean: estimate(2e7, 1e6), valueAtRisk: estimate(-3e7, 5e6) },
          high: { text: '+10%', mean: estimate(-2e7, 1e6), valueAtRisk: estimate(3e7, 5e6) },
        },
      ],
    },
    dependencies: [],
    ownership: [],
    holdings: [],
    funding: [
      {
        risk: 'prices',
        quarters: [{ from: 0, to: 0.25, even: 1e8, earliest: 1.1e8, evenly: 1e8, latest: 0 }],
        later: 1e7,
        total: 1.1e8,
        exposure: { carrying: 8.2e8, advances: 0, commitments: 1.1e8, total: 9.3e8 },
      },
    ],
    item11: null,
    inputs: [
      {
        name: 'share',
        value: '30%',
        source: { kind: 'figure', text: '30.0%', place: 'report.txt:12' },
        usedBy: ['prices'],
      },
      {
        name: 'rate',
        value: '2 a year',
        source: { kind: 'assumption', text: HOSTILE, author: 'R. Aoki', date: dayOf(2026, 4, 20) },
        usedBy: ['lawsuit'],
      },
    ],
    comparisons: [
      {
        id: 'site',
        name: 'A third site',
        kind: 'control',
        shocks: ['inputs.rate × 0.4'],
        status: 'planned',
        costPerYear: 2.1e8,
        level: 0.95,
        measures: [
          {
            measure: 'operating-income',
            unit: 'JPY',
            mean: estimate(3e7, 1e6),
            valueAtRisk: estimate(-9e7, 5e6),
            expectedShortfall: estimate(-1e8, 6e6),
            probabilityOfLoss: estimate(-0.01, 0.0004),
          },
        ],
        net: estimate(-1.8e8, 1e6),
      },
    ],
    notes: ['The correlations contradict each other and were moved by up to 0.12.'],
  };
}
