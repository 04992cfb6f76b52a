import { expect, it } from 'vitest';
import { messageLink, messageText } from './message-text.js';

it.each([
  ['¥29.7 billion', '¥29.7 billion'],
  ['a {0} and {x}', 'a {{0}} and {{x}}'],
  ['[Directors](1), note [2]', '[Directors\\](1), note [2]'],
])('a message holds neither placeholder nor link of the document’s own: %j', (text, expected) => {
  expect(messageText(text)).toBe(expected);
});

it.each([
  ['stated total', '[stated total](3)'],
  ['note [2] {a} \\', '[note \\[2\\] {{a}} \\\\](3)'],
])('a link keeps its label whole: %j', (text, expected) => {
  expect(messageLink(text, 3)).toBe(expected);
});
