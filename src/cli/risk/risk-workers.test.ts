import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../../../test/built-command.js';
import { driverOf, eventOf, registerOf } from '../../../test/risk-exact-models.js';
import { simulate } from '../../risk/simulation/simulate.js';
import { riskWorkers } from './risk-workers.js';

const REGISTER = registerOf([
  eventOf({ frequency: 'poisson', rate: 0.7 }, { distribution: 'lognormal', mu: 2, sigma: 1 }, {}, 'outage'),
  eventOf(
    { frequency: 'poisson', rate: 0.1 },
    { distribution: 'gpd', shape: 0.3, scale: 50, threshold: 1 },
    {},
    'leak',
  ),
  driverOf({ distribution: 'normal', mean: 1, deviation: 30 }, 'prices'),
]);

let entry: URL;
beforeAll(async () => {
  entry = await builtCommand();
});
afterAll(() => {
  rmSync(new URL('.', entry), { recursive: true });
});

describe('threads that simulate', () => {
  it('give byte for byte what one thread gives', async () => {
    const options = { trials: 200_000, seed: 7 };
    const alone = JSON.stringify(await simulate(REGISTER, options));
    expect(alone.length).toBeGreaterThan(1_000_000);
    expect(
      JSON.stringify(await simulate(REGISTER, { ...options, workers: riskWorkers(entry, 3) })) === alone,
    ).toBe(true);
    expect(JSON.stringify(await simulate(REGISTER, { ...options, seed: 8 })) === alone).toBe(false);
  });

  it('stop where one thread stops', async () => {
    const options = { untilError: 0.02, seed: 3 };
    const alone = await simulate(REGISTER, options);
    const shared = await simulate(REGISTER, { ...options, workers: riskWorkers(entry, 2) });
    expect([shared.trials, shared.until]).toEqual([alone.trials, alone.until]);
    expect(alone.until?.isReached).toBe(true);
  });

  it('pass on what is wrong with a register as the error that it is', async () => {
    const wild = registerOf([driverOf({ distribution: 'gpd', shape: 60, scale: 1, threshold: 0 })]);
    const alone = await simulate(wild, { trials: 100_000 }).catch((error: unknown) => error);
    const shared = await simulate(wild, { trials: 100_000, workers: riskWorkers(entry, 2) }).catch(
      (error: unknown) => error,
    );
    expect(shared).toMatchObject({ name: 'InputError', message: (alone as Error).message });
    expect((alone as Error).message).toContain('"driver" came out as');
  });

  it('can be interrupted, and leave nothing running', async () => {
    const controller = new AbortController();
    const interrupted = simulate(REGISTER, {
      trials: 1e9,
      workers: riskWorkers(entry, 2),
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(interrupted).rejects.toThrow('enough');
  });
});
