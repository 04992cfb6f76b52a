import { distributionOf } from '../src/risk/distributions/distribution-of.js';
import type { DistributionSpec } from '../src/risk/distributions/distribution-spec.js';
import { expectedShortfallOf, valueAtRiskOf } from '../src/risk/distributions/value-at-risk.js';
import { exactTotal } from '../src/risk/exact/exact-total.js';
import type { EventSpec } from '../src/risk/models/event/event-spec.js';
import { STANDARD_METHOD } from '../src/risk/models/market/standard-method.js';
import type { ResolvedRegister, ResolvedRisk, SharedEvent } from '../src/risk/resolved-register.js';
import { line, plainBase } from './risk-plans.js';

/** A register whose law of losses is known without simulation. */
export interface ExactModel {
  readonly name: string;
  readonly register: ResolvedRegister;
  /** Of the loss of operating income. */
  readonly law: ExactLossLaw;
}

export interface ExactLossLaw {
  readonly mean: number;
  /** NaN or Infinity where there is none. */
  readonly deviation: number;
  cdf(loss: number): number;
  valueAtRisk(level: number): number;
  /** Null where there is none. */
  expectedShortfall(level: number): number | null;
}

export function registerOf(
  risks: readonly ResolvedRisk[],
  sharedEvents: readonly SharedEvent[] = [],
): ResolvedRegister {
  return {
    issuer: 'Hoshino Networks',
    base: plainBase({
      lines: [line('revenue', 'revenue', 1000), line('costs', 'cost', 0), line('large', 'cost', LARGE)],
    }),
    sharedEvents,
    market: {
      factors: [],
      method: {
        ...STANDARD_METHOD,
        method: 'parametric',
        volatility: 'stated',
        window: 250,
        accrual: 'whole-year',
      },
    },
    correlations: [],
    copula: { copula: 'gaussian' },
    risks,
  };
}

/** Of a line that moves: so large that amounts like those of the models are small changes of it. */
const LARGE = 10_000;

/** A line that moves so that the loss has the law. */
export function driverOf(loss: DistributionSpec, id = 'driver'): ResolvedRisk {
  const moves = [{ line: 'large', through: 'amount', loading: 1 }] as const;
  return { id, model: { kind: 'driver', moves, change: inUnitsOf(LARGE, loss) } };
}

/** The law of the amount in such units. */
function inUnitsOf(unit: number, law: DistributionSpec): DistributionSpec {
  const by = <Field extends string>(...fields: readonly Field[]) =>
    Object.fromEntries(
      fields.map((field) => [field, (law as unknown as Record<Field, number>)[field] / unit]),
    );
  switch (law.distribution) {
    case 'normal':
      return { ...law, ...by('mean', 'deviation') };
    case 'lognormal':
      return { ...law, mu: law.mu - Math.log(unit) };
    case 'pert':
    case 'triangular':
      return { ...law, ...by('low', 'mode', 'high') };
    case 'uniform':
    case 'beta':
      return { ...law, ...by('low', 'high') };
    case 'gamma':
      return { ...law, ...by('scale') };
    case 'student-t':
      return { ...law, ...by('location', 'scale') };
    case 'pareto':
      return { ...law, ...by('minimum') };
    case 'gpd':
      return { ...law, ...by('scale', 'threshold') };
    default:
      throw new Error(`No ${law.distribution} among the models`);
  }
}

export function eventOf(
  frequency: EventSpec['frequency'],
  severity: DistributionSpec,
  more: Partial<EventSpec> = {},
  id = 'event',
): ResolvedRisk {
  const nothing = {
    limit: null,
    franchise: 0,
    insurance: [],
    delay: null,
    recoveryTo: null,
    shared: [],
    raises: [],
  };
  return {
    id,
    model: { kind: 'event', frequency, severity, ...nothing, to: [{ line: 'costs', share: 1 }], ...more },
  };
}

const DRIVERS: readonly (readonly [name: string, law: DistributionSpec])[] = [
  ['normal', { distribution: 'normal', mean: -10, deviation: 40 }],
  ['lognormal, σ 0.5', { distribution: 'lognormal', mu: 3, sigma: 0.5 }],
  ['lognormal, σ 1', { distribution: 'lognormal', mu: 1, sigma: 1 }],
  ['PERT', { distribution: 'pert', low: 20, mode: 100, high: 900, weight: 4 }],
  ['triangular', { distribution: 'triangular', low: -5, mode: 0, high: 20 }],
  ['uniform', { distribution: 'uniform', low: -3, high: 7 }],
  ['beta', { distribution: 'beta', alpha: 2, beta: 5, low: 0, high: 100 }],
  ['gamma, shape 0.5', { distribution: 'gamma', shape: 0.5, scale: 3 }],
  ['Student t, 5 degrees', { distribution: 'student-t', freedom: 5, location: 1, scale: 2 }],
  ['Pareto, shape 5', { distribution: 'pareto', shape: 5, minimum: 10 }],
  ['GPD, shape 0.2', { distribution: 'gpd', shape: 0.2, scale: 10, threshold: 0 }],
  ['GPD, shape 0.4', { distribution: 'gpd', shape: 0.4, scale: 10, threshold: 5 }],
];

const poisson = (rate: number): EventSpec['frequency'] => ({ frequency: 'poisson', rate });
const lognormal = (mu: number, sigma: number): DistributionSpec => ({ distribution: 'lognormal', mu, sigma });
const exponential: DistributionSpec = { distribution: 'gamma', shape: 1, scale: 1 };

const EVENTS: readonly (readonly [name: string, ...risk: Parameters<typeof eventOf>])[] = [
  ['Poisson 5 × lognormal(1, 1)', poisson(5), lognormal(1, 1)],
  ['Poisson 2 × exponential', poisson(2), exponential],
  ['Poisson 0.1 × lognormal(3, 1.2)', poisson(0.1), lognormal(3, 1.2)],
  ['Poisson 40 × gamma', poisson(40), { distribution: 'gamma', shape: 2, scale: 3 }],
  [
    'negative binomial × gamma',
    { frequency: 'negative-binomial', mean: 3, size: 1.5 },
    { distribution: 'gamma', shape: 2, scale: 5 },
  ],
  [
    'binomial × uniform',
    { frequency: 'binomial', trials: 12, probability: 0.2 },
    { distribution: 'uniform', low: 5, high: 15 },
  ],
  ['with a limit', poisson(1.5), lognormal(2, 1), { limit: 30 }],
  ['with a threshold', poisson(3), lognormal(1, 1), { franchise: 4 }],
  [
    'with an insurance layer',
    poisson(2),
    lognormal(2, 1),
    { insurance: [{ excess: 10, limit: 25, share: 0.9, annualLimit: null }] },
  ],
  ['with a delay', poisson(2), lognormal(1, 0.8), { delay: { distribution: 'uniform', low: 0, high: 1 } }],
];

const STORM: SharedEvent = { id: 'storm', name: 'Storm', perYear: 0.5, occurs: null };

/** Twenty-five models, made anew at each call: exact laws keep their grids. */
export function exactModels(): ExactModel[] {
  const moved = DRIVERS.map(
    ([name, law]): ExactModel => ({ name, register: registerOf([driverOf(law)]), law: driverLaw(law) }),
  );
  const compound = EVENTS.map(([name, ...risk]) => totalModel(name, registerOf([eventOf(...risk)])));
  const struck = { shared: [{ event: 'storm', probability: 0.6, severity: lognormal(2, 0.5) }] };
  return [
    ...moved,
    ...compound,
    totalModel(
      'two events that a storm brings about',
      registerOf(
        [
          eventOf(poisson(1), exponential, struck, 'roof'),
          eventOf(poisson(0.3), lognormal(1, 0.5), struck, 'power'),
        ],
        [STORM],
      ),
    ),
    totalModel(
      'six kinds of event',
      registerOf(
        [0.05, 0.1, 0.25, 0.5, 1, 2].map((rate, nth) =>
          eventOf(poisson(rate), lognormal(3 - nth / 2, 0.9), {}, `e${nth}`),
        ),
      ),
    ),
    {
      name: 'sum of three normals',
      register: registerOf(
        [3, 4, 12].map((deviation, nth) =>
          driverOf({ distribution: 'normal', mean: nth, deviation }, `n${nth}`),
        ),
      ),
      law: driverLaw({ distribution: 'normal', mean: 3, deviation: 13 }),
    },
  ];
}

function driverLaw(spec: DistributionSpec): ExactLossLaw {
  const law = distributionOf(spec);
  return {
    mean: law.mean,
    deviation: Math.sqrt(law.variance),
    cdf: (loss) => law.cdf(loss),
    valueAtRisk: (level) => valueAtRiskOf(law, level),
    expectedShortfall: (level) => expectedShortfallOf(law, level),
  };
}

function totalModel(name: string, register: ResolvedRegister): ExactModel {
  const { law, reason } = exactTotal(register, 'operating-income');
  if (law === null) throw new Error(`${name}: ${reason}`);
  return { name, register, law };
}
