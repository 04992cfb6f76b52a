import { describe, expect, it } from 'vitest';
import { readMentions } from './read-mentions.js';

describe('labels', () => {
  it.each([
    ['our 401(k) plan', 'section'],
    ['4.', 'enumerator'],
    ['Selected data\t38', 'page'],
    ['Proposal 4 — Ratification', 'name'],
    ['Washington, D.C. 20549', 'address'],
  ])('tells the number of %j from an amount', (text, kind) => {
    expect(readMentions(text).map(({ role, labelKind }) => [role, labelKind])).toEqual([['label', kind]]);
  });

  it('leaves what is counted an amount', () => {
    expect(readMentions('We sold 401 (Kitano: 38) boats').every(({ role }) => role === 'amount')).toBe(true);
  });
});
