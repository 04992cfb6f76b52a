import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../value/index.js';
import { attachPeriods } from './attach-periods.js';
import { readMentions } from './read-mentions.js';
import { readTimes } from './times.js';

/** `figure: period` for every figure that is no date. */
function attach(sentence: string): string[] {
  const mentions = readMentions(sentence);
  const periods = attachPeriods(sentence, mentions, readTimes(sentence, { mentions }));
  return mentions.flatMap((mention, index) => {
    if (mention.unit === 'date') return [];
    const period = periods[index] ?? null;
    return [
      `${sentence.slice(mention.start, mention.end)}: ${period === null ? 'null' : formatPeriod(period)}`,
    ];
  });
}

describe('attachPeriods', () => {
  it.each([
    ['The rate on July 7, 2006 was ¥113.98.', '¥113.98: 2006-07-07'],
    [
      'The rate was ¥117.48, which was the noon buying rate as of March 31, 2006, our balance sheet date.',
      '¥117.48: 2006-03-31',
    ],
    ['In February 2006, we invested ¥750 million in Kitano Net.', '¥750 million: 2006-02-01/2006-02-28'],
    [
      'We wrote off ¥2.1 billion due from it for the year ended March 31, 2004.',
      '¥2.1 billion: 2003-04-01/2004-03-31',
    ],
    [
      'We had losses in the six fiscal years to date, except for the fiscal year ended March 31, 2002, and our deficit as of March 31, 2006 was ¥3 billion.',
      'six: null',
      '¥3 billion: 2006-03-31',
    ],
    [
      'Gains were ¥3.2 billion for the year ended March 31, 2006 and our holding was ¥6.8 billion at March 31, 2006.',
      '¥3.2 billion: 2005-04-01/2006-03-31',
      '¥6.8 billion: 2006-03-31',
    ],
    [
      'Sales were ¥5 million and ¥4 million in 2006 and 2005, respectively.',
      '¥5 million: 2006-01-01/2006-12-31',
      '¥4 million: 2005-01-01/2005-12-31',
    ],
    [
      'Sales in 2006 and 2005 were ¥5 million and ¥4 million, respectively, and costs were ¥3 million.',
      '¥5 million: 2006-01-01/2006-12-31',
      '¥4 million: 2005-01-01/2005-12-31',
      '¥3 million: null',
    ],
    [
      'Sales increased 5% to $10 million in 2006 from $9 million in 2005.',
      '5%: 2006-01-01/2006-12-31',
      '$10 million: 2006-01-01/2006-12-31',
      '$9 million: 2005-01-01/2005-12-31',
    ],
    [
      'Sales grew from ¥5 billion in 2005 to ¥6 billion.',
      '¥5 billion: 2005-01-01/2005-12-31',
      '¥6 billion: null',
    ],
    ['Kitano Denki owns 29.7% of our shares.', '29.7%: null'],
  ])('%s', (sentence, ...figures) => {
    expect(attach(sentence)).toEqual(figures);
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it('comes to an end on a sentence without end', () => {
    const sentence = '5% in 2006 and 6% and '.repeat(40_000);
    const mentions = readMentions(sentence);
    const times = readTimes(sentence, { mentions });
    expect(attachPeriods(sentence, mentions, times)).toHaveLength(mentions.length);
  });
});
