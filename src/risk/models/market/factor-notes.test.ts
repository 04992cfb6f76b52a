import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../value/index.js';
import { exchangeRateHistory } from './exchange-rate-history.js';
import { factorNotes } from './factor-notes.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { STANDARD_METHOD } from './standard-method.js';

const METHOD: MarketMethod = { ...STANDARD_METHOD, window: 250 };
const { level, history } = exchangeRateHistory('JPY/USD', parseDay('2006-03-31'), 250);
const USD: MarketFactor = {
  id: 'usd',
  name: 'Yen per dollar',
  quantity: 'exchange-rate',
  level,
  history,
  volatility: null,
  forced: null,
};
const RATE: MarketFactor = {
  ...USD,
  id: 'jgb',
  name: 'Yen rate',
  quantity: 'interest-rate',
  level: 0.01,
  history: null,
  volatility: 0.004,
};

describe('notes on market factors', () => {
  it('say how each is drawn, from which days, and with what drift', () => {
    const notes = factorNotes([USD, RATE], METHOD, new Set());
    expect(notes).toHaveLength(4);
    expect(notes[0]).toMatch(
      /^Yen per dollar: twelve months of 21 past trading days, drawn jointly \(volatility \d+(\.\d+)?% a year; H\.10 rates of JPY\/USD, .* to 2006-03-31\)\.$/,
    );
    expect(notes[1]).toBe(
      'Yen rate: normal, volatility 40 basis points a year as stated, independent of the others.',
    );
    expect(notes[2]).toMatch(
      /^Histories of market factors: 250 daily changes, 2005-0\d-\d\d to 2006-03-31, on days/,
    );
    expect(notes[3]).toContain('no drift');
  });

  it('tell a tie, a scenario, and a normal law', () => {
    const [tied] = factorNotes([USD], METHOD, new Set(['factor.usd']));
    expect(tied).toContain("tied by the register's correlations");
    expect(factorNotes([{ ...RATE, forced: 0.01 }], METHOD, new Set())[0]).toBe(
      'Yen rate: set by the scenario to a change of 100 basis points.',
    );
    const parametric = factorNotes(
      [USD],
      { ...METHOD, method: 'parametric', mean: 'sample', window: 500 },
      new Set(),
    );
    expect(parametric[0]).toContain('jointly normal');
    expect(parametric[1]).toContain('250 daily changes, not the 500 asked for');
    expect(parametric[2]).toContain('drift on as in their histories');
    expect(factorNotes([], METHOD, new Set())).toEqual([]);
  });
});
