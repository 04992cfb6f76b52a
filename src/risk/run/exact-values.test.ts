import { describe, expect, it } from 'vitest';
import { driverOf, eventOf, registerOf } from '../../../test/risk-exact-models.js';
import { exactEffects, exactMeasure, MOST_EXACT_EVENTS } from './exact-values.js';

function events(count: number) {
  return Array.from({ length: count }, (_, nth) =>
    eventOf({ frequency: 'poisson', rate: 0.1 }, { distribution: 'constant', value: 1 + nth }, {}, `e${nth}`),
  );
}

describe('exact values of a large register', () => {
  it('are those of the events that matter most, and of every other kind', () => {
    const driver = driverOf({ distribution: 'normal', mean: 0, deviation: 0.05 }, 'prices');
    const register = registerOf([...events(MOST_EXACT_EVENTS + 2), driver]);
    const known = exactEffects(register, (risk) => -Number(risk.slice(1)));
    expect([...known.keys()].filter((id) => id !== 'prices')).toHaveLength(MOST_EXACT_EVENTS);
    expect(known.has('e0') || known.has('e1')).toBe(false);
    expect(known.get('e61')?.mean).toBeCloseTo(-6.2, 9);
    expect(known.has('prices')).toBe(true);
  });

  it('have no law of a measure, which would take a minute', () => {
    expect(exactMeasure(registerOf(events(MOST_EXACT_EVENTS + 1)), 'operating-income')).toBeNull();
    expect(exactMeasure(registerOf(events(3)), 'operating-income')?.mean).toBeCloseTo(-0.6, 9);
  });
});
