import { expect, it } from 'vitest';
import { SourceLines } from './source-lines.js';

it.each([
  ['a\nb', 2, { line: 2, column: 1 }],
  ['a\r\nb', 3, { line: 2, column: 1 }],
  ['a\rb', 2, { line: 2, column: 1 }],
  ['ab', 1, { line: 1, column: 2 }],
  ['a\n\n\nbc', 5, { line: 4, column: 2 }],
  ['', 0, { line: 1, column: 1 }],
])('finds line and column in %j at %i', (text, offset, place) => {
  expect(new SourceLines(text).at(offset)).toEqual(place);
});
