import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { noonBuyingRates } from '../../../rates/index.js';
import { type Day, formatDay } from '../../../value/index.js';
import { monthsBefore } from '../../models/market/other-markets.js';
import { requireRegister } from '../read-register.js';
import { otherMarkets } from './other-markets.js';
import { resolveRegister } from './resolve-register.js';

const FOLDER = fileURLToPath(new URL('../../../../examples/risk/', import.meta.url));
const TEXT = readFileSync(`${FOLDER}risks.yaml`, 'utf8');
const sources = { readFile: (path: string) => readFileSync(FOLDER + path, 'utf8') };
const register = requireRegister(TEXT, 'risks.yaml');
const markets = otherMarkets(register, sources);

describe('the market of another day', () => {
  it('of the register’s own day is the register’s market', () => {
    expect(markets.on('2026-03-31')).toEqual({
      day: '2026-03-31',
      factors: resolveRegister(register, sources).market.factors,
      missing: [],
    });
  });

  it('has the levels and changes known on that day', () => {
    const { factors } = markets.on('2025-06-30');
    const [dollar, shares] = ['usd-jpy', 'shares'].map((id) => factors.find((factor) => factor.id === id));
    expect(dollar?.level).toBe(144.17);
    expect(dollar?.history?.levels.at(-1)).toBe(144.17);
    expect(shares?.history?.source).toContain('to 2025-06-30');
  });

  it('says what it lacks, and has the rest', () => {
    const { factors, missing } = markets.on('2020-03-31');
    expect(missing.map(({ id }) => id)).toEqual(['shares']);
    expect(missing[0]?.why).toContain('state a volatility instead');
    expect(factors.map(({ id }) => id)).toContain('usd-jpy');
  });
});

describe('the latest rate of a dollar', () => {
  const at = (day: string) => markets.dollarAfter(day);

  it('is the last that is held within six months', () => {
    expect(at('2006-03-31')).toEqual({
      day: '2006-09-29',
      rate: 117.99,
      fromDay: '2006-03-31',
      fromRate: 117.48,
      source: 'H.10 rates of JPY/USD',
    });
  });

  it('is the last of all where they end within six months', () => {
    const last = noonBuyingRates().series('JPY/USD');
    const day = formatDay(last?.lastDay as Day);
    expect(at(monthsBefore(day, 1))?.day).toBe(day);
  });

  it('is that of the reporting currency where the register states a rate; none where none is held', () => {
    expect(at('2100-01-01')).toBeNull();
    expect(at(formatDay(noonBuyingRates().series('JPY/USD')?.lastDay as Day))).toBeNull();
    const stated = requireRegister(TEXT.replace('rate: { factor: usd-jpy }', 'rate: JPY 150'), 'risks.yaml');
    expect(otherMarkets(stated, sources).dollarAfter('2006-03-31')).toEqual(at('2006-03-31'));
  });
});

describe('so many months before', () => {
  it.each([
    ['2026-03-31', 3, '2025-12-31'],
    ['2026-03-31', 9, '2025-06-30'],
    ['2025-02-28', 12, '2024-02-29'],
    ['2026-05-30', 3, '2026-02-28'],
    ['2026-01-15', 12, '2025-01-15'],
    ['2026-03-31', -6, '2026-09-30'],
  ])('%s less %i is %s', (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected);
  });
});
