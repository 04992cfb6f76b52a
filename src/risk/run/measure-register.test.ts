import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { requireRegister } from '../register/read-register.js';
import type { RiskRun } from '../results/risk-run.js';
import { MEASURES } from '../waterfall/measure.js';
import { measureRegister } from './measure-register.js';
import { resolverOf } from './resolver-of.js';
import type { RunRequest } from './run-request.js';

const FOLDER = fileURLToPath(new URL('../../../examples/risk/', import.meta.url));
const register = requireRegister(readFileSync(`${FOLDER}risks.yaml`, 'utf8'), 'risks.yaml');
const resolve = resolverOf(register, { readFile: (path) => readFileSync(FOLDER + path, 'utf8') });

const REQUEST: RunRequest = {
  register,
  sha256: '0'.repeat(64),
  legend: null,
  resolve,
  trials: 5000,
  seed: 1,
  untilError: null,
  quantiles: 'sketch',
  level: 0.95,
  under: null,
  compare: [],
  moveInputs: false,
  prior: null,
  workers: undefined,
  onProgress: () => {},
  signal: null,
};

const run = measureRegister(REQUEST);

/** The mean change of a measure. */
function meanOf({ measures }: RiskRun, measure: string): number {
  return measures.find((each) => each.measure === measure)?.change.mean.value ?? Number.NaN;
}

describe('a run of the example register', () => {
  it('measures all six measures and every risk', async () => {
    const { measures, risks } = await run;
    expect(measures.map(({ measure }) => measure)).toEqual([...MEASURES]);
    expect(risks.map(({ risk }) => risk)).toEqual(Object.keys(register.content.risks));
    expect(new Set(risks.map(({ kind }) => kind)).size).toBe(6);
  });

  it('is the same a second time, and another with another seed', async () => {
    const again = await measureRegister(REQUEST);
    expect(JSON.stringify(again)).toBe(JSON.stringify(await run));
    const other = await measureRegister({ ...REQUEST, seed: 2 });
    expect(meanOf(other, 'net-income')).not.toBe(meanOf(await run, 'net-income'));
  });

  it('parts the shortfall of operating income exactly', async () => {
    const found = (await run).measures.find(({ measure }) => measure === 'operating-income')?.contributions;
    const parts = found?.parts.reduce((sum, { estimate }) => sum + (estimate.value ?? 0), 0) ?? 0;
    expect(found?.method).toBe('euler');
    expect(parts / (found?.total.value ?? 1)).toBeCloseTo(1, 9);
  });

  it('has exact values within four standard errors of the simulated', async () => {
    const { risks } = await run;
    const both = risks.flatMap(({ risk, effect }) =>
      effect?.exact?.mean == null ? [] : [{ risk, mean: effect.mean, exact: effect.exact.mean }],
    );
    expect(both.length).toBeGreaterThanOrEqual(4);
    for (const { risk, mean, exact } of both) {
      const errors = Math.abs((mean.value as number) - exact) / (mean.standardError as number);
      expect(errors, risk).toBeLessThan(4);
    }
  });

  it('says each model in words, and where its numbers come from', async () => {
    const { risks } = await run;
    const projects = risks.find(({ risk }) => risk === 'projects');
    expect(projects?.model).toEqual([
      'Poisson, 1.1 a year × Pareto from JPY million 25, shape 1.6',
      'at most JPY million 3,100 each',
      '35% to Systems integration, 65% to Outsourcing',
    ]);
    expect(projects?.inputs).toEqual(['largest-project']);
    expect(projects?.source).toBe('Overruns of 112 projects since 2017 (H. Ota, 2026-04-17)');
    for (const { risk, model } of risks) {
      expect(model.join(' '), risk).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('lists inputs with their users, and shared events with their risks', async () => {
    const { inputs, sharedEvents } = await run;
    expect(inputs.find(({ name }) => name === 'losses-carried-forward')?.usedBy).toEqual(['base']);
    expect(inputs.find(({ name }) => name === 'earthquake')?.usedBy).toEqual(['shared events']);
    expect(sharedEvents.map(({ risks }) => risks)).toEqual([['outage'], ['outage', 'carriers']]);
  });
});

describe('a run of the example register and its alternatives', () => {
  it('finds that a scenario of loss is one, and that a control saves', async () => {
    const compared = await measureRegister({ ...REQUEST, compare: ['earthquake', 'third-site'] });
    const [earthquake, control] = compared.comparisons;
    const operating = (of: typeof earthquake) =>
      of?.measures.find(({ measure }) => measure === 'operating-income')?.mean;
    expect(operating(earthquake)?.high).toBeLessThan(0);
    expect(operating(control)?.low).toBeGreaterThan(0);
    expect(control?.net?.value).toBeLessThan(operating(control)?.value ?? 0);
  });

  it('runs under a scenario, and says so', async () => {
    const under = await measureRegister({ ...REQUEST, under: 'price-war' });
    expect(under.scenario?.shocks).toEqual([
      'price-per-bandwidth.change = -15%',
      'cancellations.frequency.mean × 1.5',
    ]);
    expect(meanOf(under, 'revenue')).toBeLessThan(meanOf(await run, 'revenue') - 1e9);
  });

  it('moves each input, the one that matters most first', async () => {
    const { inputTornado } = await measureRegister({ ...REQUEST, trials: 2048, moveInputs: true });
    const reaches = inputTornado?.bars.map(({ low, high }) =>
      Math.max(Math.abs(low.mean.value ?? 0), Math.abs(high.mean.value ?? 0)),
    );
    expect(reaches?.length).toBe(Object.keys(register.content.inputs ?? {}).length);
    expect(reaches).toEqual([...(reaches ?? [])].sort((one, other) => other - one));
  });

  it('refuses a scenario that is not there, and says which are', async () => {
    await expect(measureRegister({ ...REQUEST, under: 'flood' })).rejects.toThrow(
      'Unexpected scenario "flood", expected one of earthquake, price-war, strong-yen, third-site, diesel',
    );
  });
});
