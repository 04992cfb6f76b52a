import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../value/index.js';
import { attachTimes } from './attach-periods.js';
import { readMentions } from './read-mentions.js';
import { readTimes } from './times.js';

/** `figure: period` for every figure that is no date. */
function attach(sentence: string): string[] {
  const mentions = readMentions(sentence);
  const times = attachTimes(sentence, mentions, readTimes(sentence, { mentions }));
  return mentions.flatMap((mention, index) => {
    if (mention.unit === 'date') return [];
    const period = times[index]?.period ?? null;
    return [
      `${sentence.slice(mention.start, mention.end)}: ${period === null ? 'null' : formatPeriod(period)}`,
    ];
  });
}

/** "$5: 2006" as the whole calendar year. */
function yearly(expected: string): string {
  return expected.replace(/(\d{4})$/, '$1-01-01/$1-12-31');
}

describe('attachTimes', () => {
  it.each([
    ['The rate on July 7, 2006 was ¥113.98.', '¥113.98: 2006-07-07'],
    [
      'The rate was ¥117.48, which was the noon buying rate as of March 31, 2006, our balance sheet date.',
      '¥117.48: 2006-03-31',
    ],
    [
      'Grants receivable were ¥559 million (the value as of March 31, 2005 was ¥437 million).',
      '¥559 million: null',
      '¥437 million: 2005-03-31',
    ],
    [
      'At March 31, 2006, the fair value was ¥18 million as compared with a carrying value of ¥20 million.',
      '¥18 million: 2006-03-31',
      '¥20 million: 2006-03-31',
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
    [
      'Cash paid was $5, $4 and $3 in 2006, 2005 and 2004.',
      '$5: 2006-01-01/2006-12-31',
      '$4: 2005-01-01/2005-12-31',
      '$3: 2004-01-01/2004-12-31',
    ],
    [
      'In 2006 and 2005, we paid $5 and $4, respectively, and lent $3 and $2, respectively.',
      '$5: 2006-01-01/2006-12-31',
      '$4: 2005-01-01/2005-12-31',
      '$3: 2006-01-01/2006-12-31',
      '$2: 2005-01-01/2005-12-31',
    ],
    ['In 2006 we issued $5 of notes due in 2032.', '$5: 2006-01-01/2006-12-31'],
    [
      'In March 2006, we borrowed $5 under a facility that we had agreed on in 2005.',
      '$5: 2006-03-01/2006-03-31',
    ],
    ['As of March 31, 2006, $5 was held under the 2004 Plan.', '$5: 2006-03-31'],
    ['In 2006 and 2005, sales of tea were $5 million in each year.', '$5 million: 2006-01-01/2006-12-31'],
    [
      'Fees of $5, $4 and $3 for tea and $9, $8 and $7 for rice were paid in 2006, 2005 and 2004, respectively.',
      ...['$5: 2006', '$4: 2005', '$3: 2004', '$9: 2006', '$8: 2005', '$7: 2004'].map(yearly),
    ],
    [
      'There was a cost of $5, a gain of $4 and again a cost of $3 in 2006, 2005 and 2004, respectively.',
      ...['$5: 2006', '$4: 2005', '$3: 2004'].map(yearly),
    ],
    [
      'We bought 9 million shares for $5 in 2006, 8 million shares for $4 in 2005 and 7 million shares for $3 in 2004.',
      ...['9 million: 2006', '$5: 2006', '8 million: 2005', '$4: 2005', '7 million: 2004', '$3: 2004'].map(
        yearly,
      ),
    ],
    [
      'As of March 31, 2006, our losses were $9 ($8 as of March 31, 2005).',
      '$9: 2006-03-31',
      '$8: 2005-03-31',
    ],
    [
      'The rate was 5.4% at March 31, 2006 (with $9 of notes) and 5.2% at March 31, 2005.',
      '5.4%: 2006-03-31',
      '$9: 2006-03-31',
      '5.2%: 2005-03-31',
    ],
  ])('%s', (sentence, ...figures) => {
    expect(attach(sentence)).toEqual(figures);
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it('comes to an end on a sentence without end', () => {
    const sentence = '5% in 2006 and 6% and '.repeat(40_000);
    const mentions = readMentions(sentence);
    const times = readTimes(sentence, { mentions });
    expect(attachTimes(sentence, mentions, times)).toHaveLength(mentions.length);
  });
});
