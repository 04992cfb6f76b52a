import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { comparisonDoubt, quoteDoubt } from './quote-doubts.js';

const CHANGE = 'the sentence gives a change of the rate, not the rate';
const UNPLAIN = 'the sentence does not plainly say that this was the rate';
const DEAL = 'the sentence speaks of a difference or of a deal';
const ASSUMED = 'the sentence speaks of an assumed or contracted rate';

describe('quoteDoubt', () => {
  it.each([
    ['The rate fell by approximately ¥0.64 per $1.00.', CHANGE],
    ['The yen had an appreciation of ¥0.64 per $1.00.', CHANGE],
    ['The rate was up ¥0.64 per $1.00.', CHANGE],
    ['If the rate were to reach ¥120.00 per $1.00, we lose.', ASSUMED],
    ['A 10% depreciation of the yen takes the rate to ¥129.23 per $1.00.', ASSUMED],
    ['The rate was about ¥117.00 per $1.00.', UNPLAIN],
    ['The rate was at least ¥117.00 per $1.00.', UNPLAIN],
    ['The rate was above ¥117.00 per $1.00.', UNPLAIN],
    ['The rate climbed ¥0.64 per $1.00.', UNPLAIN],
    [
      'The rate of March 31, 2006 and 2005 was ¥117.48 per $1.00.',
      'the sentence names several years, and not which rate is of which',
    ],
    ['The strike was ¥110.00 per $1.00.', DEAL],
    ['The difference between the two rates was ¥10.26 per $1.00.', DEAL],
    ['We sold dollars at ¥116.90 per $1.00.', DEAL],
    ['We hold forward contracts at ¥115.00 per $1.00.', ASSUMED],
  ])('doubts: %s', (sentence, reason) => {
    expect(doubtsOf(sentence)).toEqual([reason]);
  });

  it.each([
    'The rate was ¥113.98 per $1.00, lower than in March.',
    'The yen rose to ¥113.98 per $1.00.',
    'Yen were divided by ¥113.98 per $1.00.',
    'At US$1.00 = ¥113.98, the yen was weak.',
    'Amounts are in dollars (¥113.98 per $1.00).',
    'The low of July was ¥113.98 per $1.00.',
    'Amounts, if any, were translated at ¥113.98 per $1.00.',
    'No representation is made that yen would have been converted at ¥113.98 per $1.00.',
  ])('does not doubt: %s', (sentence) => {
    expect(doubtsOf(sentence)).toEqual([null]);
  });
});

describe('comparisonDoubt', () => {
  it.each([
    ['Rounded from the noon buying rate on March 31, 2006, it was ¥115.00 per $1.00.', /rounded/],
    ['The swap rate on March 31, 2006 was ¥110.00 per $1.00.', /agreed upon/],
    ['The rate on the day after March 31, 2006 was ¥117.75 per $1.00.', /day before or after/],
    ['The rate on March 31, 2006 was at a low of ¥117.16 per $1.00.', /high or low/],
    ['The rate on March 31, 2006 was ¥117.48 per $1.00.', /^$/],
  ])('%s', (sentence, reason) => {
    expect(doubtsOf(sentence, comparisonDoubt).map((found) => found ?? '')).toEqual([
      expect.stringMatching(reason),
    ]);
  });
});

function doubtsOf(
  sentence: string,
  doubt: (...of: Parameters<typeof comparisonDoubt>) => string | null = quoteDoubt,
) {
  const filing = readFiling(`An opening sentence of ours. ${sentence} The closing one.`);
  return filing.figures
    .filter(({ unit, role }) => unit === 'JPY/USD' && role === 'amount')
    .map((figure) => doubt(filing, figure));
}
