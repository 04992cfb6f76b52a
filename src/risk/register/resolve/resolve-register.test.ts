import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../value/index.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { ResolvedRegister } from '../../resolved-register.js';
import { requireRegister } from '../read-register.js';
import { resolveRegister } from './resolve-register.js';
import type { Shock } from './shocks.js';

const SMALL = readFileSync(
  fileURLToPath(new URL('../../../../test/fixtures/register/small.yaml', import.meta.url)),
  'utf8',
);
const REGISTER = requireRegister(SMALL, 'risks.yaml');
const noFiles = (path: string): string => {
  throw new InputError('unreadable', `Cannot read ${path}`);
};

function resolved(shocks: readonly Shock[] = [], text = SMALL): ResolvedRegister {
  const register = text === SMALL ? REGISTER : requireRegister(text, 'risks.yaml');
  return resolveRegister(register, { shocks, readFile: noFiles });
}

function model<Kind extends string>(register: ResolvedRegister, id: string, kind: Kind) {
  const found = register.risks.find((risk) => risk.id === id)?.model;
  if (found?.kind !== kind) throw new Error(`${id} is no ${kind}`);
  return found as Extract<typeof found, { kind: Kind }>;
}

describe('resolveRegister', () => {
  const plain = resolved();

  it('gives numbers in base units, and plain data', () => {
    expect(structuredClone(plain)).toEqual(plain);
    expect(plain.base.lines[1]).toEqual({
      id: 'network',
      name: 'Network',
      kind: 'cost',
      amount: 7e9,
      elasticity: 0,
      follows: [{ line: 'access', share: 0.3 }],
      passedOn: [],
    });
    expect(plain.base.tax).toEqual({ rate: 0.3, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 });
    expect(plain.sharedEvents).toEqual([{ id: 'quake', name: 'Earthquake', perYear: 0.02, occurs: null }]);
    expect(plain.correlations).toEqual([
      { between: ['prices', 'churn.frequency'], measure: 'kendall', value: -0.2 },
    ]);
    expect(model(plain, 'affiliate', 'holding')).toMatchObject({
      carrying: 820e6,
      share: 0.3,
      commitments: [{ amount: 90e6, from: 92 / 365, to: 275 / 365 }],
      result: { distribution: 'normal', mean: -250e6, deviation: 600e6 },
    });
    expect(model(plain, 'dollars', 'market').positions[0]).toMatchObject({
      currency: 'USD',
      amount: -14e6,
      basis: 'balance',
      maturities: [],
    });
    expect(model(plain, 'outage', 'dependency')).toMatchObject({
      nodes: [
        { id: 'site', failuresPerYear: 0.2, repair: { low: 1 / 8760, high: 9 / 8760 }, needs: null },
        {
          id: 'core',
          repair: { distribution: 'constant', value: 2 / 8760 },
          needs: { least: 1, of: ['site'] },
        },
      ],
      services: [{ needs: { least: 1, of: ['core'] }, credits: [{ afterYears: 1 / 8760, amount: 5e6 }] }],
      raises: [{ risk: 'churn', times: 1.5, atMost: 4 }],
    });
  });

  it('takes factors as of the day, with the window of the method', () => {
    const [rate, power] = plain.market.factors;
    expect(rate).toMatchObject({ id: 'usd-jpy', quantity: 'exchange-rate', forced: null });
    expect(rate?.history?.levels).toHaveLength(251);
    expect(rate?.level).toBe(rate?.history?.levels.at(-1));
    expect(power).toMatchObject({ quantity: 'price', level: 18, volatility: 0.3, history: null });
    expect(plain.market.method).toMatchObject({ window: 250, horizonDays: 10, level: 0.99 });
  });

  it('has the quantiles that laws are stated by', () => {
    const severity = distributionOf(model(plain, 'churn', 'event').severity);
    expect(severity.quantile(0.05)).toBeCloseTo(30e6, -1);
    expect(severity.quantile(0.95)).toBeCloseTo(260e6, -1);
  });

  it('makes shocks, one after the other', () => {
    const shocked = resolved([
      { change: 'inputs.stake', times: 0.5 },
      { change: 'inputs.stake', plus: 90e6 },
      { change: 'churn.frequency.rate', to: 3 },
      { change: 'outage.services.lines.credits.1 hour', times: 2 },
      { change: 'base.lines.access.amount', times: 1.1 },
    ]);
    expect(model(shocked, 'affiliate', 'holding').carrying).toBe(500e6);
    expect(model(shocked, 'churn', 'event').frequency).toEqual({ frequency: 'poisson', rate: 3 });
    expect(model(shocked, 'outage', 'dependency').services[0]?.credits[0]?.amount).toBe(10e6);
    expect(shocked.base.lines[0]?.amount).toBeCloseTo(9.9e9, 0);
    expect(resolved()).toEqual(plain);
  });

  it('takes shocks to laws as a whole, to events, factors and risks', () => {
    const shocked = resolved([
      { change: 'prices.change', to: -0.15 },
      { change: 'churn.severity', times: 2 },
      { change: 'shared-events.quake', times: 10 },
      { event: 'quake', occurs: true },
      { factor: 'usd-jpy', by: 0.08 },
      { without: 'outage' },
    ]);
    expect(model(shocked, 'prices', 'driver').change).toEqual({ distribution: 'constant', value: -0.15 });
    const [before, after] = [plain, shocked].map((each) =>
      distributionOf(model(each, 'churn', 'event').severity),
    );
    expect(after?.quantile(0.9)).toBeCloseTo(2 * (before?.quantile(0.9) ?? 0), -1);
    expect(shocked.sharedEvents[0]).toMatchObject({ perYear: 0.2, occurs: true });
    const often = model(resolved([{ change: 'churn.frequency', times: 2 }]), 'churn', 'event');
    expect(often.frequency).toEqual({ frequency: 'poisson', rate: 4 });
    expect(shocked.market.factors[0]?.forced).toBe(0.08);
    expect(shocked.risks.map(({ id }) => id)).toEqual(['prices', 'churn', 'affiliate', 'dollars']);
  });

  it('leaves out what raises a risk that is left out, and its correlations', () => {
    const shocked = resolved([{ without: 'churn' }]);
    expect(model(shocked, 'outage', 'dependency').raises).toEqual([]);
    expect(shocked.correlations).toEqual([]);
  });

  it('makes the shocks of scenarios and controls as the register writes them', () => {
    const control = REGISTER.content.risks['churn']?.controls?.[0]?.shocks ?? [];
    const named = SMALL.replace(
      '{ factor: usd-jpy, by: 8% }',
      '{ change: shared-events.quake.frequency, to: $quakes }, { change: prices.change, to: -15% }',
    );
    const shocks = requireRegister(named, 'r').content.scenarios?.[0]?.shocks ?? [];
    expect(resolved(shocks).sharedEvents[0]?.perYear).toBe(0.02);
    expect(model(resolved(shocks), 'prices', 'driver').change).toEqual({
      distribution: 'constant',
      value: -0.15,
    });
    expect(model(resolved(control), 'churn', 'event').frequency).toEqual({ frequency: 'poisson', rate: 1.6 });
    const scenario = REGISTER.content.scenarios?.[0]?.shocks ?? [];
    expect(resolved(scenario).market.factors[0]?.forced).toBe(0.08);
  });

  it.each([
    [{ change: 'churn.frequncy.rate', to: 3 }, 'there is no "frequncy", did you mean "frequency"?'],
    [{ change: 'affiliate', to: 3 }, '"affiliate" is no number; go on with one of carrying, share'],
    [{ change: 'inputs.steak', to: 3 }, 'there is no "steak", did you mean "stake"?'],
    [
      { change: 'inputs.quakes', to: { quantity: { dimension: 'any' }, text: 'JPY 5' } },
      'unexpected "JPY 5", expected a quantity of the same kind as "1 in 50 years"',
    ],
    [
      { change: 'inputs.stake', plus: { quantity: { dimension: 'any' }, text: 'USD 5 million' } },
      'unexpected "USD 5 million", expected a quantity of the same kind as "JPY 820 million"',
    ],
    [{ change: 'affiliate.share', times: 5 }, 'a shock makes affiliate.share 1.5, expected at most 100%'],
    [
      { change: 'churn.severity', plus: 1 },
      'a lognormal law cannot be moved by an amount; change one of its parameters instead',
    ],
    [
      { change: 'churn.frequency.rate', to: Number.NaN },
      'a shock makes churn.frequency.rate NaN, expected a finite number',
    ],
    [{ event: 'quke', occurs: true }, 'unknown shared event "quke", did you mean "quake"?'],
    [{ factor: 'eur', by: 1 }, 'unknown factor "eur"'],
    [{ without: 'leak' }, 'unknown risk "leak"'],
  ] as readonly (readonly [Shock, string])[])('refuses the shock %j', (shock, message) => {
    expect(() => resolved([shock])).toThrow(InputError);
    expect(() => resolved([shock])).toThrow(message);
  });

  it('says where a value is still open, a file is missing, a currency has no rates', () => {
    const open = SMALL.replace('equity: JPY 4 billion', 'equity: open');
    expect(() => resolved([], open)).toThrow(
      'risks.yaml:23:11: unexpected "open": the value is still to be filled in',
    );
    const prices = SMALL.replace('price: JPY 18, volatility: 30%', 'prices: power.csv');
    expect(() => resolved([], prices)).toThrow('risks.yaml:29:5: Cannot read power.csv');
    const rates = SMALL.replaceAll('JPY/USD', 'ARS/USD').replace(
      'amount: USD -14 million, line: other',
      'amount: USD -14 million, line: other',
    );
    expect(() => requireRegister(rates, 'risks.yaml')).toThrow('expected JPY/USD for an amount in USD');
    const later = SMALL.replace('as-of: 2026-03-31', 'as-of: 2035-03-31');
    expect(() => resolved([], later)).toThrow(/^risks\.yaml:28:5: /);
  });

  it('leaves risks without a model out', () => {
    const text = SMALL.replace(/ {4}model:\n {6}kind: market[\s\S]*?(?=scenarios:)/, '');
    expect(resolved([], text).risks.map(({ id }) => id)).not.toContain('dollars');
  });
});
