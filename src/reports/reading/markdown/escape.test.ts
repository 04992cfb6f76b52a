import { describe, expect, it } from 'vitest';
import { cellMarkdown, inlineMarkdown, lineMarkdown } from './escape.js';

describe('what Markdown would take for marks', () => {
  it.each([
    ['5 * 3 and *bold*', '5 * 3 and \\*bold\\*'],
    ['from ____ to ______', 'from ____ to ______'],
    ['snake_case and _this_', 'snake_case and \\_this\\_'],
    ['R&D, AT&T, &amp; &copy;', 'R&D, AT&T, \\&amp; \\&copy;'],
    ['a < b and <b>bold</b>', 'a < b and \\<b>bold\\</b>'],
    ['[ ] Yes [X] No', '\\[ ] Yes \\[X] No'],
    ['[Reserved]', '[Reserved]'],
    ['see [this](there)', 'see \\[this](there)'],
    ['US$5 and $6, in US$ or $)', 'US$5 and $6, in US\\$ or $)'],
    ['C:\\drafts\\*', 'C:\\drafts\\\\\\*'],
    ['`code` ~~gone~~', '\\`code\\` \\~\\~gone\\~\\~'],
    ['two\n  lines', 'two lines'],
  ])('%j is written %j', (text, markdown) => expect(inlineMarkdown(text)).toBe(markdown));

  it.each([
    ['1. Revenue', '1\\. Revenue'],
    ['# of shares', '\\# of shares'],
    ['- a dash', '\\- a dash'],
    ['---', '\\---'],
    ['* * *', '\\* * *'],
    ['> 5%', '\\> 5%'],
    ['2018 was good', '2018 was good'],
  ])('a line %j begins as %j', (text, markdown) => expect(lineMarkdown(text)).toBe(markdown));

  it('a cell keeps its bars', () => expect(cellMarkdown('a | b')).toBe('a \\| b'));
});
