import { describe, expect, it } from 'vitest';
import { directionText, quoteSign } from './direction.js';

describe('the direction of a rate', () => {
  it.each([
    ['JPY/USD', 'Japanese yen per U.S. $1.00', '¥'],
    ['USD/JPY', 'U.S. dollars per ¥1.00', '$'],
    ['EUR/USD', 'Euros per U.S. $1.00', '€'],
    ['USD/CHF', 'U.S. dollars per CHF 1.00', '$'],
    ['SEK/USD', 'Swedish kronor per U.S. $1.00', 'SEK '],
    ['MXN/USD', 'Mexican pesos per U.S. $1.00', 'Ps. '],
    ['BRL/USD', 'Brazilian reais per U.S. $1.00', 'R$'],
  ] as const)('%s', (unit, text, sign) => {
    expect(directionText(unit)).toBe(text);
    expect(quoteSign(unit)).toBe(sign);
  });
});
