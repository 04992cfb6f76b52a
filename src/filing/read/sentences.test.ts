import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.js';

const split = (text: string) => sentencesOf(text).map(([start, end]) => text.slice(start, end));

describe('sentencesOf', () => {
  const cases: [text: string, sentences: string[]][] = [
    ['We sell cable. We lay it, too.', ['We sell cable.', 'We lay it, too.']],
    [
      'Sales rose by 3.5% to ¥4.1 billion. They fell before.',
      ['Sales rose by 3.5% to ¥4.1 billion.', 'They fell before.'],
    ],
    ['The rate was ¥117.48 per U.S. $1.00. It rose.', ['The rate was ¥117.48 per U.S. $1.00.', 'It rose.']],
    ['Mr. Tanaka left in the U.S. He was the head.', ['Mr. Tanaka left in the U.S. He was the head.']],
    ['He said “no.” We agreed.', ['He said “no.”', 'We agreed.']],
    [
      'Kitano Denki Co., Ltd. is listed. See Note No. 4 below.',
      ['Kitano Denki Co., Ltd. is listed.', 'See Note No. 4 below.'],
    ],
    ['A heading without a stop', ['A heading without a stop']],
    ['Broken\nover lines. And again.', ['Broken\nover lines.', 'And again.']],
    ['   ', []],
  ];
  for (const [text, sentences] of cases) {
    it(`parts ${JSON.stringify(text)}`, () => {
      expect(split(text)).toEqual(sentences);
    });
  }

  it('parts what is too long to be a sentence, at white space, and loses nothing', () => {
    const words = 'cable and wire '.repeat(1000).trim();
    const parts = split(words);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.every((part) => part.length <= 4000)).toBe(true);
    expect(parts.join(' ')).toBe(words);
    expect(split('x'.repeat(9000)).join('')).toBe('x'.repeat(9000));
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it('comes to an end on a text of stops', () => {
    expect(sentencesOf('. '.repeat(500_000)).length).toBeGreaterThan(0);
  });
});
