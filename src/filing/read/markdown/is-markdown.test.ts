import { describe, expect, it } from 'vitest';
import { isMarkdown } from './is-markdown.js';

describe('isMarkdown', () => {
  it.each([
    ['headings', '# Part I\n\nWords.\n\n## Item 1\n\n### A\n', true],
    ['a table with its head', 'Words.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n', true],
    ['rows between pipes', '| a |\n| b |\n| c |\n', true],
    ['Windows line ends', '| a |\r\n|--|--|\r\n', true],
    ['plain text', 'Item 3.\n\n- a point\n\n2005\t1.00\n#1 in cable\n', false],
    ['EDGAR text with strokes', '<PAGE>\n# a\n# b\n# c\n| a | b |\n', false],
    ['one pipe', 'a | b\n| c\n', false],
  ])('%s', (_, text, expected) => {
    expect(isMarkdown(text, 0, text.length)).toBe(expected);
  });
});
