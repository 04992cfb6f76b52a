import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedRateSource } from '../../rates/index.js';
import { ImportedNames } from './imported-names.js';

const sourceOf = (...names: string[]) => ({ name: names[0] ?? '', names }) as unknown as NamedRateSource;
const found = (text: string, ...names: string[]) => new ImportedNames([sourceOf(...names)]).in(text)?.printed;

describe('ImportedNames', () => {
  it.each([
    ['the rate of Kitano Bank', 'Kitano Bank', 'Kitano Bank'],
    ['the rate of KITANO\nBANK', 'Kitano Bank', 'KITANO\nBANK'],
    ['the people’s bank', "People's Bank", 'people’s bank'],
    ['the rate of Kitano Bank (Tokyo).', 'Kitano Bank (Tokyo)', 'Kitano Bank (Tokyo)'],
    ['the rates of C.B.K. follow', 'C.B.K.', 'C.B.K.'],
    ['the rate of Kitano Bankers', 'Kitano Bank', undefined],
    ['the rate of New Kitano Bank', 'Kitano Bank', undefined],
    ['the rate of the CxBxKx', 'C.B.K.', undefined],
    ['the rate of the People’s Kitano Bank', 'Kitano Bank', undefined],
    ['the rate of the people’s Kitano Bank', 'Kitano Bank', undefined],
    ['the rate of Kitano Bank (Hong Kong)', 'Kitano Bank', undefined],
    ['the rate of Kitano Bank (KBT)', 'Kitano Bank', 'Kitano Bank'],
    ['the rate of Kitano Bank’s Osaka branch', 'Kitano Bank', undefined],
    ['the rate of Kitano Bank Securities', 'Kitano Bank', undefined],
    ['a rate other than that of Kitano Bank', 'Kitano Bank', undefined],
    ['noon buying rates', 'noon buying rate', undefined],
  ])('%j names %s: %s', (text, name, printed) => {
    expect(found(text, name)).toBe(printed);
  });

  it('takes the longest of several names', () => {
    expect(found('the Bank of Kitano Island rate', 'Bank of Kitano', 'Bank of Kitano Island')).toBe(
      'Bank of Kitano Island',
    );
  });

  it('takes any names and any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 120 }), { maxLength: 8 }), fc.string(), (names, text) => {
        const mentions = new ImportedNames([sourceOf(...names)]).in(text);
        expect(mentions === null || mentions.sources.length === 1).toBe(true);
      }),
    );
  });

  it('finds a name of any signs that stands alone', () => {
    const name = fc.stringMatching(/^[a-z]{1,9}[.*+?()[\]{}|^$\\/-]{0,3}[a-z]{1,9}$/);
    fc.assert(
      fc.property(name, (each) => {
        expect(found(`rates: (${each}), daily`, each)).toBe(each);
      }),
    );
  });
});
