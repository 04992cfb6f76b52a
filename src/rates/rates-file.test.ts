import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, InputError } from '../value/index.js';
import type { DailyRates } from './daily-rates.js';
import { encodeRatesFile, openRatesFile } from './rates-file.js';

const ORIGIN = { source: 'H.10', description: 'rates for a test', asOf: '2021-10-04' };
const DOLLARS: DailyRates = {
  days: Int32Array.of(dayOf(2006, 3, 30), dayOf(2006, 3, 31)),
  coefficients: Float64Array.of(12030, 12139),
};
/** Past 32 bits, and six zeros lost over a weekend. */
const BOLIVARS: DailyRates = {
  days: Int32Array.of(dayOf(2021, 10, 1), dayOf(2021, 10, 4)),
  coefficients: Float64Array.of(41_334_442_500, 41_713),
};

function smallFile(): Buffer {
  const bytes = encodeRatesFile(ORIGIN, [
    {
      series: { code: 'EUR', name: 'Euro', h10: 'X', fred: 'Y', quoted: 'usd_per_unit', decimals: 4 },
      rates: DOLLARS,
    },
    {
      series: { code: 'VES', name: 'Bolivar', h10: 'X', fred: '', quoted: 'per_usd', decimals: 4 },
      rates: BOLIVARS,
    },
  ]);
  return Buffer.from(bytes);
}

function readWhole(bytes: Uint8Array): void {
  const file = openRatesFile(bytes);
  for (const { code } of file.entries) file.rates(code);
}

describe('a file of rates', () => {
  it('gives back its header and every series', () => {
    const file = openRatesFile(smallFile());
    expect(file.asOf).toBe('2021-10-04');
    expect(file.entries[1]).toMatchObject({
      code: 'VES',
      first: '2021-10-01',
      last: '2021-10-04',
      count: 2,
    });
    expect(file.rates('EUR')).toEqual(DOLLARS);
    expect(file.rates('VES')).toEqual(BOLIVARS);
    expect(() => file.rates('JPY')).toThrow('No rates for JPY');
  });

  it('has the same bytes each time', () => {
    expect(smallFile().equals(smallFile())).toBe(true);
  });

  it('is refused with any byte changed', () => {
    const whole = smallFile();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = Buffer.from(whole);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        expect(() => readWhole(damaged)).toThrow(InputError);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused at every shorter length, and with bytes after its end', () => {
    const whole = smallFile();
    for (let length = 0; length < whole.length; length++) {
      expect(() => readWhole(whole.subarray(0, length))).toThrow(InputError);
    }
    expect(() => readWhole(Buffer.concat([whole, Buffer.of(0)]))).toThrow('bytes of rates, expected');
  });

  it('names the currency whose bytes are damaged, and still gives the others', () => {
    const damaged = smallFile();
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const file = openRatesFile(damaged);
    expect(() => file.rates('VES')).toThrow('its rates of VES have changed');
    expect(file.rates('EUR')).toEqual(DOLLARS);
  });
});
