import { describe, expect, it } from 'vitest';
import type { NamedRateSource } from '../../rates/index.js';
import { ImportedNames } from './imported-names.js';
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

describe('namedSource with imported sources', () => {
  const source = (names: readonly string[]) =>
    ({ name: names[0] ?? '', names }) as unknown as NamedRateSource;
  const imported = new ImportedNames([source(['Kitano Bank', 'KB']), source(['Bank of Canada'])]);

  it.each([
    ['the KB rate', 'other', ['Kitano Bank'], undefined],
    ['the rates of Kitano Bank and the Bank of Canada', 'mixed', ['Kitano Bank', 'Bank of Canada'], false],
    ['the selling rate of KB', 'mixed', ['Kitano Bank'], false],
    ['KB raised its policy rate, and the exchange rate rose', 'mixed', ['Kitano Bank'], false],
    ['the KB rate and the noon buying rate', 'mixed', ['Kitano Bank'], true],
    ['the KB rate, not the noon buying rate', 'other', ['Kitano Bank'], undefined],
    ['the KB rate and that of the European Central Bank', 'mixed', ['Kitano Bank'], false],
    ['the noon buying rate of the Bank of Canada', 'other', ['Bank of Canada'], undefined],
    ['the noon buying rate of the Bank of Canada and that of New York', 'mixed', ['Bank of Canada'], true],
    ['the noon buying rate in New York, and that of the Bank of Canada', 'mixed', ['Bank of Canada'], true],
    ['rather than the KB rate, the noon buying rate', 'noon', [], undefined],
  ])('%s: %s', (text, kind, sources, noon) => {
    const found = namedSource([text], imported);
    const held = found === null || found.kind === 'noon' ? [] : found.imported;
    const names = [held].flat().map((each) => each?.name);
    expect([found?.kind, names, found?.kind === 'mixed' ? found.noon : undefined]).toEqual([
      kind,
      sources,
      noon,
    ]);
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
