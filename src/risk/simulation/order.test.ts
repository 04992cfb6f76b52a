import { describe, expect, it } from 'vitest';
import { riskOf } from '../../../test/risk-plans.js';
import { inOrder } from './order.js';

function ordered(after: Readonly<Record<string, readonly string[]>>): string[] {
  const samplers = Object.entries(after).map(([risk, earlier]) => riskOf(risk, () => {}, { after: earlier }));
  return inOrder(samplers).map(({ risk }) => risk);
}

describe('inOrder', () => {
  it('puts risks after those that raise them, and leaves the rest as it is', () => {
    expect(ordered({ a: [], b: [], c: [] })).toEqual(['a', 'b', 'c']);
    expect(ordered({ churn: ['outage', 'leak', 'outage'], leak: [], outage: ['quake'], quake: [] })).toEqual([
      'leak',
      'quake',
      'outage',
      'churn',
    ]);
  });

  it('names the circle in which risks raise each other', () => {
    expect(() => ordered({ free: [], a: ['c'], b: ['a'], c: ['b', 'free'], late: ['a'] })).toThrow(
      /in a circle: ("a" raises "b" raises "c" raises "a"|"b" raises "c" raises "a" raises "b"|"c" raises "a" raises "b" raises "c")\./,
    );
    expect(() => ordered({ a: ['a'] })).toThrow('"a" raises "a"');
  });

  it('refuses unknown and repeated risks', () => {
    expect(() => ordered({ a: ['z'] })).toThrow('"a" follows from "z"');
    const twice = [riskOf('a', () => {}), riskOf('a', () => {})];
    expect(() => inOrder(twice)).toThrow('Two risks have the id "a"');
  });

  it('orders a long chain without recursion', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, nth) => [`r${nth}`, nth === 4999 ? [] : [`r${nth + 1}`]]),
    );
    expect(ordered(chain).slice(0, 2)).toEqual(['r4999', 'r4998']);
  });
});
