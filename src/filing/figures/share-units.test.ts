import { describe, expect, it } from 'vitest';
import { readMentions } from './read-mentions.js';
import { unitsBySentence } from './share-units.js';

const units = (sentence: string) =>
  unitsBySentence(sentence, readMentions(sentence)).map((unit, index) => {
    const { start, end } = readMentions(sentence)[index] ?? { start: 0, end: 0 };
    return `${sentence.slice(start, end)}: ${unit}`;
  });

describe('unitsBySentence', () => {
  it.each([
    ['We bought shares at an average price of $25.10.', ['$25.10: USD/share']],
    [
      'The grant-date fair values of options granted were $8.15 and $7.90.',
      ['$8.15: USD/share', '$7.90: USD/share'],
    ],
    ['Preferred shares, par value $0.01, are not issued.', ['$0.01: USD/share']],
    ['A case of noodles sells for $25.10.', ['$25.10: USD']],
    ['The average price of the 12 plants was $2.5 million.', ['12: count', '$2.5 million: USD']],
    ['The number of shares authorized under the plan is 12,000,000.', ['12,000,000: share']],
    ['We bought back 2 million of our outstanding shares.', ['2 million: share']],
    [
      'We excluded 8 million, 7 million and 6 million stock options.',
      ['8 million: share', '7 million: share', '6 million: share'],
    ],
    [
      'Shares of 5.7 million, 3.5 million and 2.6 million were left out.',
      ['5.7 million: share', '3.5 million: share', '2.6 million: share'],
    ],
    [
      'In all, 31,063,392; 31,979,909; and 33,185,971 shares remain.',
      ['31,063,392: share', '31,979,909: share', '33,185,971: share'],
    ],
    ['Net income rose by $3 million, or $0.24 per basic share.', ['$3 million: USD', '$0.24: USD/share']],
    ['There are 5.0 million preferred shares ($5 par value).', ['5.0 million: share', '$5: USD/share']],
    ['Earnings (and on a per-share basis) fell by $82 ($0.24).', ['$82: USD', '$0.24: USD/share']],
    ['The number of employees was 12,000, and that of shares grew.', ['12,000: pure']],
  ])('%s', (sentence, expected) => {
    expect(units(sentence)).toEqual(expected);
  });
});
