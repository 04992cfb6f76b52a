import { expect, it } from 'vitest';
import { takesColor } from './process-io.js';

it.each([
  [true, {}, true],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, {}, false],
])('on a terminal %s with %j, colour is %s', (isTerminal, env, expected) => {
  expect(takesColor(isTerminal, env)).toBe(expected);
});
