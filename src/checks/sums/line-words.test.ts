import { describe, expect, it } from 'vitest';
import { lineWordsReader } from './line-words.js';

describe('lineWordsReader', () => {
  const read = lineWordsReader();

  it.each([
    ['Total current assets', 'isTotal'],
    ['TOTAL', 'isTotal'],
    ['Net income', 'isDifference'],
    ['Gross profit', 'isDifference'],
    ['', 'isResult'],
    ['Less: accumulated depreciation', 'isDeducted'],
    ['Cost of sales', 'isDeducted'],
    ['Balance at beginning of year', 'isOpening'],
    ['Balance at end of year', 'isClosing'],
    ['Balance at March 31, 2024', 'isClosing'],
    ['Balance at March 31, 2024', 'isOpening'],
    ['Change', 'isComparison'],
    ['% of net sales', 'isComparison'],
  ] as const)('%s: %s', (label, word) => {
    expect(read(label)[word]).toBe(true);
  });

  it.each([
    ['Cash and cash equivalents', 'isTotal'],
    ['Receivables', 'isResult'],
    ['Goodwill', 'isDeducted'],
    ['Weekend sales', 'isClosing'],
  ] as const)('%s: not %s', (label, word) => {
    expect(read(label)[word]).toBe(false);
  });
});
