import { describe, expect, it } from 'vitest';
import { Decimal, parseDay } from '../../value/index.js';
import { rateMovement } from './rate-movement.js';
import { ownTranslationRate } from './translation-rate.js';

function rate(value: string, day: string) {
  return ownTranslationRate({
    from: 'JPY',
    to: 'USD',
    value: Decimal.parse(value),
    unit: 'JPY/USD',
    day: parseDay(day),
    source: 'Minato Bank',
  });
}

describe('a move of the rate', () => {
  // "Above" the threshold: a move of exactly so much is not, one that prints as so much may be.
  it.each([
    ['100.00', '105.00', '5.00', false],
    ['100.00', '105.01', '5.01', true],
    ['100.00', '95.00', '-5.00', false],
    ['100.00', '94.99', '-5.01', true],
    ['100000', '105001', '5.00', true],
    ['100.00', '100.00', '0.00', false],
    ['117.48', '113.98', '-2.98', false],
  ])('from %s to %s is %s%%, above 5%%: %s', (first, latest, percent, isMaterial) => {
    const movement = rateMovement(rate(first, '2006-03-31'), rate(latest, '2006-07-07'));
    expect([`${movement.percent}`, movement.isMaterial]).toEqual([percent, isMaterial]);
  });

  it('is held against the threshold of the user', () => {
    const [first, latest] = [rate('117.48', '2006-03-31'), rate('113.98', '2006-07-07')];
    const isAbove = (percent: string) => rateMovement(first, latest, Decimal.parse(percent)).isMaterial;
    expect([isAbove('2.97'), isAbove('2.98'), isAbove('2.99')]).toEqual([true, false, false]);
  });
});
