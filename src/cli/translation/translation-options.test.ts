import { describe, expect, it } from 'vitest';
import { type HeldRates, noonBuyingRates } from '../../rates/index.js';
import { formatDay, parseDay } from '../../value/index.js';
import { type RateOptions, refuseDaysToCome, translationSettings } from './translation-options.js';

const noon = noonBuyingRates();
/** The same figures under another name: what is tested is which source is asked. */
const HELD: HeldRates = {
  noon,
  others: [{ ...noon, name: 'Bank of Minato', names: ['Bank of Minato', 'BoM'] }],
};
const YEN = { from: 'JPY', to: 'USD' };

function settings(typed: RateOptions, pair = YEN, periodEnd: string | null = null) {
  return translationSettings(typed, pair, HELD, periodEnd === null ? null : parseDay(periodEnd));
}

it.each([
  [{ asOf: '2026-01-02' }, null],
  [{ asOf: '2026-01-03' }, 'Unexpected --as-of 2026-01-03, expected a day that has come'],
  [{ asOf: '2025-12-31', latest: '2030-01-01' }, 'Unexpected --latest 2030-01-01, expected a day that'],
])('%j on January 1, 2026: %s', (typed, message) => {
  const refuse = () => refuseDaysToCome(typed, parseDay('2026-01-01'));
  if (message === null) expect(refuse).not.toThrow();
  else expect(refuse).toThrow(message);
});

describe('the options of a translation', () => {
  it('take the day of the table where none is named', () => {
    expect(formatDay(settings({}, YEN, '2006-03-31').options.rate.asked)).toBe('2006-03-31');
    expect(formatDay(settings({ asOf: '2006-07-07' }, YEN, '2006-03-31').options.rate.asked)).toBe(
      '2006-07-07',
    );
    expect(() => settings({})).toThrow('At the rate of which day? Add --as-of 2006-03-31');
  });

  it.each([
    [undefined, 'H.10'],
    ['h.10', 'H.10'],
    ['bank of minato', 'Bank of Minato'],
    ['BOM', 'Bank of Minato'],
  ])('take the source named %s', (source, expected) => {
    const typed = { asOf: '2006-03-31', ...(source === undefined ? {} : { source }) };
    expect(settings(typed).options.rate.source.name).toBe(expected);
  });

  it('read magnitude, decimals and threshold', () => {
    const { options } = settings({ asOf: '2006-03-31', in: 'thousands', decimals: '2', material: '2.5' });
    expect([options.power, options.decimals, options.material?.toString()]).toEqual([3, 2, '2.5']);
  });

  it('take a rate of the user’s own, in the usual direction, and hold it against the official one', () => {
    const typed = { asOf: '2006-03-31', rate: '117.2', rateSource: ' Bank of\u001b Kitano ' };
    const { options, notes } = settings({ ...typed, latest: '2006-07-07', latestRate: '150' });
    expect(options.rate).toMatchObject({
      unit: 'JPY/USD',
      isOfficial: false,
      source: { name: 'Bank of\\u001b Kitano' },
    });
    expect(options.latest?.value.toString()).toBe('150');
    expect(notes.map(({ id, severity }) => [id, severity])).toEqual([['own-rate-far-off', 'warning']]);
    const euro = { asOf: '2006-03-31', rate: '1.21', rateSource: 'Bank of Kitano' };
    expect(settings(euro, { from: 'EUR', to: 'USD' }).options.rate.unit).toBe('USD/EUR');
    const cross = { ...euro, rate: '142', rateUnit: 'jpy/eur' };
    expect(settings(cross, { from: 'EUR', to: 'JPY' }).options.rate.unit).toBe('JPY/EUR');
  });

  it.each<[RateOptions, string]>([
    [{ asOf: '31.3.2006' }, 'Unexpected "31.3.2006", expected a day such as 2006-03-31'],
    [
      { source: 'Bank of Canada' },
      'No rates of a source "Bank of Canada" are held, only of H.10, Bank of Minato',
    ],
    [{ rate: '117' }, 'Whose rate is it? Add --rate-source'],
    [{ rate: '117', rateSource: 'x'.repeat(201) }, 'Whose rate is it?'],
    [{ rate: '1e5', rateSource: 'a bank' }, 'Unexpected --rate "1e5", expected a number such as 117.48'],
    [{ rate: '117', rateSource: 'a bank', source: 'BoM' }, 'Unexpected --source beside --rate'],
    [{ rate: '117', rateSource: 'a bank', latest: '2006-07-07' }, 'add --latest-rate'],
    [{ rate: '117', rateSource: 'a bank', latestRate: '114' }, 'add --latest'],
    [{ rateSource: 'a bank' }, 'Unexpected --rate-source without --rate'],
    [{ latestRate: '114' }, 'Unexpected --latest-rate without --rate'],
    [{ rateUnit: 'JPY/USD' }, 'Unexpected --rate-unit without --rate'],
    [{ decimals: '-1' }, 'Unexpected --decimals "-1", expected a whole number such as 1'],
    [{ material: '5%' }, 'Unexpected --material "5%", expected a number such as 5'],
  ])('refuse %j', (typed, message) => {
    expect(() => settings({ asOf: '2006-03-31', ...typed })).toThrow(message);
  });

  it('ask for the direction where the Federal Reserve publishes none', () => {
    const typed = { asOf: '2006-03-31', rate: '3.08', rateSource: 'a bank' };
    expect(() => settings(typed, { from: 'ARS', to: 'USD' })).toThrow('Add --rate-unit ARS/USD or USD/ARS');
  });
});
