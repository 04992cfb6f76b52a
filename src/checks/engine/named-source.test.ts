import { describe, expect, it } from 'vitest';
import { deniesNoonRate, namedSource } from './named-source.js';

describe('namedSource', () => {
  it.each([
    ['the noon buying rate', 'noon'],
    ['rates of the H.10 release', 'noon'],
    ['the TTM rate of our bank', 'other'],
    ['the TTM rate of our bank and the noon buying rate', 'mixed'],
    ['the TTM rate of our bank, not the noon buying rate', 'other'],
    ['the noon buying rate quoted by the Bank of Canada', 'other'],
    ['the Bank of Canada’s noon buying rate', 'other'],
    ['the noon buying rate, as well as the rate of the Bank of Canada', 'mixed'],
    ['converted by the depositary rather than at the noon buying rate', undefined],
    ['the rate of our bank', undefined],
  ])('%s: %s', (text, kind) => {
    expect(namedSource([text])?.kind).toBe(kind);
  });
});

describe('deniesNoonRate', () => {
  it.each([
    ['not based on the noon buying rate', true],
    ['which differed from the noon buying rates', true],
    ['the noon buying rate, which may not be the rate at which we convert', false],
  ])('%s: %s', (text, denies) => {
    expect([deniesNoonRate(text), deniesNoonRate(text)]).toEqual([denies, denies]);
  });
});
