import { describe, expect, it } from 'vitest';
import { simulationSettings } from './simulation-options.js';

describe('the options of a simulation', () => {
  it('have defaults, and say what they are', () => {
    expect(simulationSettings({})).toEqual({
      trials: 100_000,
      seed: 1,
      untilError: null,
      level: 0.95,
      quantiles: 'sketch',
      threads: null,
    });
  });

  it('read numbers as people write them', () => {
    expect(simulationSettings({ trials: '1e6' }).trials).toBe(1_000_000);
    expect(simulationSettings({ trials: '250,000' }).trials).toBe(250_000);
    expect(simulationSettings({ untilError: '0.5%' })).toMatchObject({
      untilError: 0.005,
      trials: 20_000_000,
    });
    expect(simulationSettings({ untilError: '0.005', trials: '4000' }).trials).toBe(4000);
    expect(simulationSettings({ level: '99%' }).level).toBe(0.99);
    expect(simulationSettings({ seed: '1234567890123456789' }).seed).toBe(1234567890123456789n);
  });

  it.each([
    [{ trials: '1e12' }, '--trials "1e12", expected a whole number from 1 to 1,000,000,000'],
    [{ trials: '1e12' }, '--until-error is the better way'],
    [{ trials: '0' }, '--trials "0"'],
    [{ trials: '-5' }, '--trials "-5"'],
    [{ trials: '1.5' }, '--trials "1.5"'],
    [{ trials: 'NaN' }, '--trials "NaN"'],
    [{ seed: 'abc' }, '--seed "abc", expected a whole number'],
    [{ seed: '9999999999999999999' }, '--seed'],
    [{ untilError: '0' }, '--until-error "0", expected a percentage from 0.01% to 50%'],
    [{ untilError: '5' }, '--until-error "5"'],
    [{ level: '100%' }, '--level "100%", expected a percentage from 50% to 99.9%'],
    [{ threads: '65' }, '--threads "65", expected a whole number from 1 to 64'],
  ])('refuse %o', (options, message) => {
    expect(() => simulationSettings(options)).toThrow(message);
  });
});
