import { describe, expect, it } from 'vitest';
import { Decimal, parseDay } from '../../value/index.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import { ownRateNotes } from './notes.js';
import { ownTranslationRate, translationRate } from './translation-rate.js';

const RATES = noonBuyingRates();
const YEN = { from: 'JPY', to: 'USD' };
const DAY = parseDay('2006-03-31');

describe('the rate of a translation', () => {
  it('is the last on or before the day, in the direction that the source publishes', () => {
    const rate = translationRate(RATES, YEN, parseDay('2006-04-02'));
    expect(rate).toMatchObject({
      unit: 'JPY/USD',
      day: DAY,
      asked: parseDay('2006-04-02'),
      isOfficial: true,
    });
    expect(rate.value.toString()).toBe('117.48');
    expect(translationRate(RATES, { from: 'USD', to: 'GBP' }, DAY).unit).toBe('USD/GBP');
  });

  it('reaches over the weekend after the last rate, and no further', () => {
    const last = RATES.series('JPY/USD')?.lastDay ?? DAY;
    expect(last).toBe(parseDay('2026-05-15'));
    expect(translationRate(RATES, YEN, parseDay('2026-05-17')).day).toBe(last);
    expect(() => translationRate(RATES, YEN, parseDay('2026-05-18'))).toThrow(
      'Cannot translate at the rate of 2026-05-18: the H.10 rates of JPY run from 1971-01-04 to 2026-05-15; get newer ones with "tickmark rates update"',
    );
  });

  it.each([
    [{ from: 'USD', to: 'USD' }, 'Cannot translate USD into USD: the amounts are in that currency already'],
    [{ from: 'EUR', to: 'JPY' }, 'Cannot translate EUR into JPY: H.10 quotes neither against the other'],
    [{ from: 'ARS', to: 'USD' }, 'No rates for "ARS" in H.10, expected one of AUD'],
    [{ from: 'USD', to: 'ARS' }, 'No rates for "ARS" in H.10'],
    [{ from: 'QQQ', to: 'USD' }, 'Unknown currency "QQQ"'],
  ])('refuses %j', (pair, message) => {
    expect(() => translationRate(RATES, pair, DAY)).toThrow(message);
  });

  it('refuses a day before the first rate', () => {
    expect(() => translationRate(RATES, YEN, parseDay('1960-01-04'))).toThrow('give a rate of your own');
  });
});

describe('a rate of the user’s own', () => {
  const own = (value: string, unit = 'jpy/usd') =>
    ownTranslationRate({ ...YEN, value: Decimal.parse(value), unit, day: DAY, source: 'Bank of Minato' });

  it('takes either direction', () => {
    expect(own('117.2')).toMatchObject({ unit: 'JPY/USD', isOfficial: false, day: DAY, asked: DAY });
    expect(own('0.0085', 'USD/JPY').unit).toBe('USD/JPY');
    expect(() => own('1', 'EUR/USD')).toThrow('Unexpected unit "EUR/USD", expected JPY/USD or USD/JPY');
    expect(() => own('0')).toThrow('Unexpected rate 0, expected one above zero');
  });

  it('gives a warning beyond 5% of the official one', () => {
    const official = translationRate(RATES, YEN, DAY);
    const warned = (value: string) => ownRateNotes(own(value), official).map(({ id }) => id);
    expect(warned('117.2')).toEqual([]);
    expect(warned('123.354')).toEqual([]);
    expect(warned('123.355')).toEqual(['own-rate-far-off']);
    expect(warned('111.605')).toEqual(['own-rate-far-off']);
    expect(warned('0.0085')).toEqual(['own-rate-far-off']);
    expect(ownRateNotes(own('0.0085', 'USD/JPY'), official)).toEqual([]);
    expect(ownRateNotes(own('117.48', 'USD/JPY'), official)).toHaveLength(1);
    expect(ownRateNotes(own('1'), null)).toEqual([]);
  });
});
