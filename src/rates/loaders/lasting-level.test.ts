import { describe, expect, it } from 'vitest';
import { parseDay, plusDays } from '../../value/index.js';
import { bundledRatesFile } from '../noon-buying-rates.js';
import { keptSeries } from './kept-series.js';
import { firstJump } from './lasting-level.js';
import { loadRates } from './load-rates.js';

/** Rates on days one after the other, from Monday, February 2, 2026. */
function jumpOf(currency: string, coefficients: readonly number[], first = '2026-02-02') {
  const days = Int32Array.from(coefficients, (_, index) => plusDays(parseDay(first), index));
  return firstJump(currency, { days, coefficients: Float64Array.from(coefficients) });
}

const level = (rate: number, count: number) => Array.from({ length: count }, () => rate);

describe('a rate far off its neighbours', () => {
  it.each<[string, string, number[], string | null]>([
    ['none', 'JPY', [...level(15000, 5), 1000, ...level(15000, 12)], null],
    ['two decimal places off and back', 'JPY', [...level(15000, 5), 150, ...level(15000, 12)], 'spike'],
    ['off for five days and back', 'JPY', [...level(15000, 5), ...level(150, 5), 15000], 'spike'],
    ['off on the last day', 'JPY', [...level(15000, 5), 1_500_000], 'unsettled'],
    ['off for ten days, to the end', 'JPY', [...level(15000, 5), ...level(150, 10)], 'unsettled'],
    ['at a new level, ten rates after it', 'JPY', [...level(15000, 5), ...level(150, 11)], null],
    ['wrong at the very first', 'JPY', [150, ...level(15000, 3)], 'unsettled'],
  ])('%s', (_, currency, coefficients, kind) => {
    expect(jumpOf(currency, coefficients)?.kind ?? null).toBe(kind);
  });

  it('says which', () => {
    const jump = jumpOf('JPY', [15000, 150]);
    expect(jump).toEqual({ index: 1, day: '2026-02-03', kind: 'unsettled', mayBeNewCurrency: false });
    expect(jumpOf('VES', [15000, 150])?.mayBeNewCurrency).toBe(true);
  });

  it('accepts a known redenomination on its day at once, not on another', () => {
    const rates = [417_000_000, 42];
    expect(jumpOf('VES', rates, '2021-10-03')).toBeNull();
    expect(jumpOf('VES', rates, '2021-10-04')?.kind).toBe('unsettled');
    expect(jumpOf('JPY', rates, '2021-10-03')?.kind).toBe('unsettled');
  });

  it('is found in none of the rates of the package, wherever they end', () => {
    const file = bundledRatesFile();
    for (const { code } of keptSeries()) expect(firstJump(code, file.rates(code)), code).toBeNull();
    const { days, coefficients } = file.rates('VES');
    const settled = days.indexOf(parseDay('2021-10-04'));
    for (let end = settled - 300; end < settled + 20; end++) {
      const jump = firstJump('VES', {
        days: days.subarray(0, end),
        coefficients: coefficients.subarray(0, end),
      });
      expect(jump).toBeNull();
    }
  });
});

describe('a file with such a rate', () => {
  const days = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'];
  const load = (column: string, rates: readonly string[], beside = '') => {
    const rows = days.map((day, index) => `${day},${rates[index]}${beside === '' ? '' : ',156.10'}\n`);
    const text = `DATE,${column}${beside}\n${rows.join('')}`;
    return loadRates(Buffer.from(text), { name: 'rates.csv', catalogue: keptSeries() });
  };

  it('is refused', async () => {
    await expect(load('DEXJPUS', ['156.10', '156.20', '1.56', '156.30'])).rejects.toThrow(
      'Unexpected rate 1.56 of 2026-02-04, after 156.20 in rates.csv, line 4, column DEXJPUS; expected a rate near its neighbours',
    );
  });

  it('is loaded without the bolívar where that may be of a new currency', async () => {
    const loaded = await load('DEXVZUS', ['400.1', '401.2', '402.3', '0.0004'], ',DEXJPUS');
    expect(loaded.series.map(({ currency }) => currency)).toEqual(['JPY']);
    expect(loaded.ignored[0]?.reason).toContain(
      '0.0004 on 2026-02-05 after 402.3000: a new currency or a wrong rate',
    );
    await expect(load('DEXVZUS', ['400.1', '401.2', '402.3', '0.0004'])).rejects.toThrow(
      'a new currency or a wrong rate',
    );
  });
});
