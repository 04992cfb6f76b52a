import { describe, expect, it } from 'vitest';
import { dayOf, InputError } from '../value/index.js';
import { encodeRatesFile, openRatesFile } from './rates-file.js';
import { readRatesHeader } from './rates-file-header.js';

const SERIES = { code: 'JPY', name: 'Yen', h10: 'X', fred: 'Y', quoted: 'per_usd', decimals: 2 } as const;
const ENTRY = {
  ...SERIES,
  first: '2006-03-30',
  last: '2006-03-31',
  count: 2,
  offset: 0,
  length: 9,
  crc32: 1,
};
const HEADER = { source: 'H.10', description: 'rates for a test', asOf: '2006-03-31', series: [ENTRY] };
const RATES = {
  days: Int32Array.of(dayOf(2006, 3, 30), dayOf(2006, 3, 31)),
  coefficients: Float64Array.of(11_755, 11_748),
};
const RETRIEVED = '2026-05-26T12:00:00Z';

describe('the header of a file of rates', () => {
  it('carries where the rates came from, and what was revised', () => {
    const history = {
      retrievals: [
        { retrieved: RETRIEVED, sha256: 'ab', from: 'a.zip', first: '2006-03-30', last: '2006-03-31' },
      ],
      revisions: [{ day: '2006-03-31', old: '117.47', new: '117.48', retrieved: RETRIEVED }],
      withdrawn: [{ day: '2006-03-30', value: '117.55', retrieved: RETRIEVED }],
    };
    const mergedWith = { id: '0badcafe', asOf: '2006-03-30' };
    const origin = { source: 'H.10', description: 'rates for a test', asOf: '2006-03-31', mergedWith };
    const file = openRatesFile(encodeRatesFile(origin, [{ series: SERIES, rates: RATES, history }]));
    expect([file.mergedWith, file.entries[0]?.history]).toEqual([mergedWith, history]);
    const packed = openRatesFile(
      encodeRatesFile(origin, [{ series: SERIES, rates: RATES, packed: file.packed('JPY') }]),
    );
    expect(packed.rates('JPY')).toEqual(RATES);
    expect(packed.id).not.toBe(file.id);
  });

  it('is read where it is ours', () => {
    expect(readRatesHeader(JSON.stringify(HEADER))).toEqual(HEADER);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', 'null'],
    ['no series', JSON.stringify({ ...HEADER, series: undefined })],
    ['a series that is none', JSON.stringify({ ...HEADER, series: [null] })],
    ['no source', JSON.stringify({ ...HEADER, source: 1 })],
    ...Object.entries({
      quoted: 'both',
      decimals: -1,
      count: 1e9,
      length: -5,
      first: 20060330,
      history: {},
    }).map(([name, value]): [string, string] => [
      `${name} ${value}`,
      JSON.stringify({ ...HEADER, series: [{ ...ENTRY, [name]: value }] }),
    ]),
  ])('is refused with %s', (_what, text) => {
    expect(() => readRatesHeader(text)).toThrow(InputError);
  });
});
