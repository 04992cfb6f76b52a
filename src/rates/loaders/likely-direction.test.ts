import { describe, expect, it } from 'vitest';
import { noonBuyingRates } from '../noon-buying-rates.js';
import { loadSourceCsv } from './source-csv.js';

/** Rates of March 2006, when the noon buying rate was about 1.16 Canadian dollars and 117 yen. */
function load(unit: string, rates: readonly string[]) {
  const rows = rates.map((rate, index) => `2006-03-${`${13 + index}`},${rate}\n`);
  const text = `# source: Minato Bank\n# unit: ${unit}\ndate,rate\n${rows.join('')}`;
  return loadSourceCsv(Buffer.from(text), { name: 'bank.csv', noon: noonBuyingRates() });
}

describe('the unit of an imported source', () => {
  it.each([
    ['JPY/USD', ['118.9', '117.6', '117.4']],
    ['USD/JPY', ['0.00841', '0.00850', '0.00852']],
    ['CAD/USD', ['1.1602', '1.1560', '1.1555']],
    ['USD/CAD', ['0.8619', '0.8651', '0.8654']],
    // Near neither: another market's rate, which is not for us to doubt.
    ['JPY/USD', ['60.5', '61.0', '61.2']],
    ['ARS/USD', ['3.08', '3.07', '3.08']],
    ['JPY/EUR', ['141.1', '141.2', '141.3']],
  ])('is taken: %s %j', (unit, rates) => {
    expect(load(unit, rates).series[0]?.unit).toBe(unit);
  });

  it.each([
    ['USD/JPY', ['118.9', '117.6', '117.4'], 'if the file gives JPY for one USD, its unit is JPY/USD'],
    [
      'CAD/USD',
      ['0.8619', '0.8651', '0.8654'],
      'near the noon buying rate of USD/CAD on 3 of 3 days in bank.csv',
    ],
  ])('is refused where the rates are of the other direction: %s %j', (unit, rates, message) => {
    expect(() => load(unit, rates)).toThrow(expect.objectContaining({ code: 'bad-rates-file' }));
    expect(() => load(unit, rates)).toThrow(message);
  });

  it('is not doubted near parity, where both directions fit', () => {
    const text = '# source: Minato Bank\n# unit: USD/CAD\ndate,rate\n2010-03-31,1.0156\n2010-04-01,1.0110\n';
    const loaded = loadSourceCsv(Buffer.from(text), { name: 'bank.csv', noon: noonBuyingRates() });
    expect(loaded.series[0]?.unit).toBe('USD/CAD');
  });
});
