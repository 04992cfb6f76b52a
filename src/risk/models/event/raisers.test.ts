import { describe, expect, it } from 'vitest';
import type { ResolvedRisk } from '../../resolved-register.js';
import { multiplyFrequency, onlyRaises, raisersOf } from './raisers.js';

const event = (id: string, raises: readonly object[]) =>
  ({ id, model: { kind: 'event', raises } }) as unknown as ResolvedRisk;
const driver = { id: 'prices', model: { kind: 'driver' } } as unknown as ResolvedRisk;
const raise = (risk: string, times = 2, atMost = 5) => ({ risk, times, atMost });

describe('who raises whom', () => {
  it('is known by the raised risk, in the order of the register', () => {
    const raisers = raisersOf({
      risks: [
        event('outage', [raise('cancellations')]),
        event('leak', [raise('cancellations', 3)]),
        event('cancellations', []),
        driver,
      ],
    });
    expect([...raisers]).toEqual([
      [
        'cancellations',
        [
          { risk: 'outage', times: 2, atMost: 5 },
          { risk: 'leak', times: 3, atMost: 5 },
        ],
      ],
    ]);
  });

  it.each([
    [[event('leak', [raise('leak')])], 'raises itself'],
    [[event('leak', [raise('nothing')])], 'expected a risk of the register'],
    [[event('leak', [raise('prices')]), driver], 'expected an event, a driver has no frequency'],
    [[event('leak', [raise('outage', Number.NaN)]), event('outage', [])], 'NaN times'],
    [[event('leak', [raise('outage', -1)]), event('outage', [])], 'expected numbers from 0'],
  ])('refuses what cannot be raised', (risks, message) => {
    expect(() => raisersOf({ risks })).toThrow(message);
  });

  it('multiplies the frequency of each trial, as far as it may', () => {
    const occurrences = (risk: string) =>
      risk === 'outage' ? Int32Array.of(0, 1, 2, 9) : Int32Array.of(0, 0, 1, 0);
    const out = new Float64Array(4);
    multiplyFrequency([raise('outage'), raise('leak', 0.5, 1)], { trials: 4, occurrences }, out);
    expect([...out]).toEqual([1, 2, 1.5, 5]);
    expect(onlyRaises([raise('outage')])).toBe(true);
    expect(onlyRaises([raise('outage'), raise('leak', 0.5)])).toBe(false);
  });
});
