import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inputsOf } from './inputs.js';
import { requireRegister } from './read-register.js';
import { showUnit } from './show-unit.js';

const SMALL = readFileSync(
  fileURLToPath(new URL('../../../test/fixtures/register/small.yaml', import.meta.url)),
  'utf8',
);

describe('inputsOf', () => {
  it('gives every input in base units, with its path and source', () => {
    expect(inputsOf(requireRegister(SMALL, 'r'))).toEqual([
      {
        name: 'stake',
        path: 'inputs.stake',
        value: 820_000_000,
        unit: 'JPY',
        text: 'JPY 820 million',
        source: { figure: '¥820 million' },
      },
      {
        name: 'quakes',
        path: 'inputs.quakes',
        value: 0.02,
        unit: 'a year',
        text: '1 in 50 years',
        source: { assumption: 'Insurer', author: 'A. Mori', date: '2026-04-01' },
      },
    ]);
  });

  it('leaves out what is open', () => {
    const text = SMALL.replace('value: JPY 820 million', 'value: open');
    expect(inputsOf(requireRegister(text, 'r')).map(({ name }) => name)).toEqual(['quakes']);
  });
});

describe('showUnit', () => {
  it.each([
    ['JPY million', { currency: 'JPY', size: 1e6, text: 'JPY million' }],
    ['JPY', { currency: 'JPY', size: 1, text: 'JPY' }],
    ['¥ billion', { currency: 'JPY', size: 1e9, text: 'JPY billion' }],
    ['USD million', null],
    ['JPY dozen', null],
    ['JPY million a year', null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(showUnit(text, 'JPY')).toEqual(expected);
  });
});
