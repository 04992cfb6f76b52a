import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { check } from '../name.js';
import { nameVariants } from './name-variants.js';

const USUAL =
  'We buy from Harbor Lane Foods, Inc. each year. Harbor Lane Foods sells fish. We pay Harbor Lane Foods in cash. We sue Harbor Lane Foods.';

function variants(text: string): string[] {
  return nameVariants(readFiling(`${USUAL}\n\n${text}`)).map(
    ({ printed, expected }) => `${printed} -> ${expected}`,
  );
}

describe('nameVariants', () => {
  it.each([
    ['We like Harbor Lane Foods.', []],
    ['We like Harbour Lane Foods.', ['Harbour Lane -> Harbor Lane']],
    ['We like Habror Lane Foods.', ['Habror Lane -> Harbor Lane']],
    ['We like Habor Lane Foods.', ['Habor Lane -> Harbor Lane']],
    ['We like Harbors Lane Foods.', []],
    ['We like Garden Lane Foods.', []],
    ['We like HARBOUR LANE FOODS.', []],
    ['We like Harbour Bay Ferries.', []],
  ])('%s', (text, expected) => {
    expect(variants(text)).toEqual(expected);
  });

  it('leaves alone a word that is used by itself', () => {
    const text =
      'We like Harbour Lane Foods. Its harbour is deep.\n\nThe harbour is wide.\n\nThe harbour is far.';
    expect(variants(text)).toEqual([]);
  });

  it('finds the small word left out of a name of three words and more', () => {
    const text =
      'Minato Bank and Trust East lends. Minato Bank and Trust West lends too. Minato Bank Trust South does not.';
    expect(variants(text)).toEqual(['Minato Bank Trust -> Minato Bank and Trust']);
  });

  it('takes a long run of capitals without stopping', () => {
    const names = Array.from(
      { length: 20_000 },
      (_, index) => `Harbor${String.fromCharCode(97 + (index % 26))}`,
    );
    expect(variants(names.join(' '))).toEqual([]);
  });

  it('is an error where a company is written once in another way than ten times', () => {
    const severities = (times: number) => {
      const text = `We like Harbour Lane Foods.\n\n${'We pay Harbor Lane Foods, Inc. in cash. '.repeat(times)}`;
      const { findings } = check.run(readFiling(`${USUAL}\n\n${text}`), { rates: null });
      return findings.map(({ severity }) => severity);
    };
    expect(severities(3)).toEqual([undefined]);
    expect(severities(6)).toEqual(['error']);
  });

  it('leaves alone what the user says is right', () => {
    const filing = readFiling(`${USUAL}\n\nWe like Harbour Lane Foods.`);
    const options = { ignore: ['Harbour Lane'] };
    expect(check.run(filing, { rates: null, options }).findings).toEqual([]);
  });
});
