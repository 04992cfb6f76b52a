import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMentions } from './read-mentions.js';
import { sentenceLabel } from './sentence-label.js';

function label(sentence: string): string {
  const mention = readMentions(sentence).find((figure) => figure.role === 'amount' && figure.unit !== 'date');
  return mention === undefined ? 'no figure' : sentenceLabel(sentence, mention);
}

describe('sentenceLabel', () => {
  it.each([
    [
      'We lost money, and our accumulated deficit as of March 31, 2006 amounted to ¥29.7 billion.',
      'accumulated deficit',
    ],
    ['Our net loss for the fiscal year ended March 31, 2003 was ¥15.6 billion.', 'net loss'],
    ['We wrote off ¥2.1 billion of loans and accounts receivable.', 'loans and accounts receivable'],
    ['In February 2006, we invested ¥750 million in Kitano Net Co.', 'invested in Kitano Net Co'],
    ['The noon buying rate on July 7, 2006 was ¥113.98 per $1.00.', 'noon buying rate'],
    ['Kitano Denki owns 29.7% of our outstanding shares.', 'of outstanding shares'],
    ['We issued 12,500 additional shares.', 'additional shares'],
    ['Service revenue in 2024 decreased by 7.1%, or $45.4 million, to a low.', 'Service revenue'],
    ['Revenue in Asia decreased in 2024 by 5.0% to a low.', 'Revenue in Asia'],
    [
      'We had realized gains from the sale of securities of ¥3.2 billion in 2006.',
      'realized gains from the sale of securities',
    ],
    ['¥5 million', ''],
  ])('%s', (sentence, expected) => {
    expect(label(sentence)).toBe(expected);
  });

  it('is never longer than 80 characters', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), (words) => {
        const sentence = `The ${words} was ¥5 million.`;
        expect(label(sentence).length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
