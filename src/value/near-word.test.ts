import { expect, it } from 'vitest';
import { editDistance, nearWord } from './near-word.js';

it('counts insertions, deletions and replacements', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('same', 'same')).toBe(0);
});

it('names the nearest candidate, and none that is far', () => {
  expect(nearWord('accss', ['backbone', 'access', 'excess'])).toBe('access');
  expect(nearWord('outsourcing', ['access', 'backbone'])).toBeNull();
  expect(nearWord('x'.repeat(101), ['x'.repeat(101)])).toBeNull();
});
