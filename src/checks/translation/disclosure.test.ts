import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { noonBuyingRates } from '../../rates/index.js';
import { check } from '../convenience-translation.js';

const WORDS =
  'solely for the convenience of readers. No representation is made that they could be converted at that rate.';

/** A report on the fiscal year to March 31, 2006 that says at which rate it translates. */
function report(...statements: readonly string[]): string {
  return [
    'This annual report on Form 20-F for the fiscal year ended March 31, 2006 is that of Kitano Denki Co., Ltd., whose statements are in Japanese yen.',
    'In the fiscal year ended March 31, 2006 sales were ¥29,700 million ($252.8 million).',
    ...statements,
  ].join('\n\n');
}

function said(text: string, rates = noonBuyingRates() as ReturnType<typeof noonBuyingRates> | null) {
  const { findings } = check.run(readFiling(text), { rates });
  return findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
}

const translatedAt = (rate: string, day: string) =>
  `Amounts in yen are translated into U.S. dollars at ${rate} per U.S.$1.00, the noon buying rate${day}, ${WORDS}`;

describe('the day of the stated rate', () => {
  it.each([
    ['the balance-sheet date', ' on March 31, 2006', []],
    ['none at all', '', ['undated']],
    ['of the year before', ' on March 31, 2005', ['date']],
    ['of a day before', ' on March 30, 2006', ['date']],
  ])('%s', (_, day, messages) => {
    expect(said(report(translatedAt('¥117.48', day)))).toEqual(messages);
  });

  // Without rates nobody can tell which day was the last with one: a market is closed for some days, not for weeks.
  it.each([
    ['March 31', []],
    ['March 30', []],
    ['March 26', []],
    ['March 25', ['date']],
    ['March 1', ['date']],
  ])('of %s, where no rates are at hand', (day, messages) => {
    expect(said(report(translatedAt('¥117.48', ` on ${day}, 2006`)), null)).toEqual(messages);
  });

  it('is not asked where rates of several periods are stated', () => {
    const text = report(translatedAt('¥117.48', ''), translatedAt('¥107.22', ''));
    expect(said(text)).toEqual([]);
    expect(said(report(translatedAt('¥117.48', '')))).toEqual(['undated']);
  });
});
