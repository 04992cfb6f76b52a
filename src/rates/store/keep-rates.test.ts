import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDay, type RateUnit } from '../../value/index.js';
import { bundledRatesFile } from '../noon-buying-rates.js';
import { encodeRatesFile } from '../rates-file.js';
import { heldRates } from './held-rates.js';
import { keepRates, type Reading } from './keep-rates.js';
import { noonRates } from './noon-rates.js';
import { NO_HISTORY } from './series-history.js';
import { currentState } from './store-states.js';

const now = () => new Date('2026-05-26T12:00:00Z');
const bundle = bundledRatesFile();
const YEN = bundle.rates('JPY');
let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tickmark-keep-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The last ten days of the yen as the package holds them, and one more, with that many decimals. */
function reading(newest: number, decimals = 2): Reading {
  const scale = 10 ** (decimals - 2);
  const days = Int32Array.from([...YEN.days.subarray(-10), parseDay('2026-05-18')]);
  const coefficients = [...YEN.coefficients.subarray(-10)].map((each) => each * scale);
  const rates = { days, coefficients: Float64Array.from([...coefficients, newest]) };
  const about = { code: 'DEXJPUS', currency: 'JPY', unit: 'JPY/USD' as RateUnit, noData: new Int32Array() };
  const origin = { retrieved: '2026-05-26T12:00:00Z', sha256: 'ab', from: 'a.csv' };
  const loaded = { format: 'fred-csv', series: [{ ...about, decimals, rates }], ignored: [] } as const;
  return { kind: 'noon', loaded, origin };
}

function yenOn(day: string): string | undefined {
  return heldRates(directory).noon.series('JPY/USD')?.on(parseDay(day))?.printed.toString();
}

describe('keeping rates', () => {
  it('adds to the rates of the package and leaves all others as they are', async () => {
    await keepRates(directory, [reading(15_001)], { now });
    expect([yenOn('2026-05-18'), yenOn('2006-03-31')]).toEqual(['150.01', '117.48']);
    const held = noonRates(join(currentState(directory) ?? '', 'noon-buying-rates.bin'));
    expect(held.entries.map(({ code }) => code)).toEqual(bundle.entries.map(({ code }) => code));
    for (const { code } of bundle.entries) {
      const isSame = Buffer.from(held.held(code).packed ?? []).equals(bundle.packed(code));
      expect(isSame, code).toBe(code !== 'JPY');
    }
  });

  it('widens the decimals of a series exactly', async () => {
    await keepRates(directory, [reading(1_500_123, 4)], { now });
    expect([yenOn('2026-05-18'), yenOn('2006-03-31')]).toEqual(['150.0123', '117.4800']);
    // A later reading with fewer is no less of the same series.
    const { series } = await keepRates(directory, [reading(15_002)], { now });
    expect(series[0]?.revised).toEqual([{ day: '2026-05-18', old: '150.0123', new: '150.0200' }]);
  });

  it('takes readings one upon the other', async () => {
    const { series } = await keepRates(directory, [reading(15_001), reading(15_002)], { now });
    expect(series.map(({ added, revised }) => [added?.days ?? 0, revised.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(yenOn('2026-05-18')).toBe('150.02');
  });

  it('keeps for good what a newer package has corrected, as a revision', async () => {
    const state = join(directory, 'state-1');
    mkdirSync(state);
    const entry = bundle.entries.find(({ code }) => code === 'JPY');
    if (entry === undefined) throw new Error('no yen');
    const wrong = { days: YEN.days, coefficients: YEN.coefficients.with(100, 1) };
    const mergedWith = { id: '00000000', asOf: '2025-01-01' };
    const origin = { source: 'H.10', description: 'of a test', asOf: '2026-05-15', mergedWith };
    const bytes = encodeRatesFile(origin, [{ series: entry, rates: wrong, history: NO_HISTORY }]);
    writeFileSync(join(state, 'noon-buying-rates.bin'), bytes);
    await keepRates(directory, [reading(15_001)], { now });
    const path = join(currentState(directory) ?? '', 'noon-buying-rates.bin');
    const held = noonRates(path);
    expect(held.held('JPY').history.revisions).toMatchObject([{ old: '0.01', retrieved: bundle.asOf }]);
    expect(held.entries).toHaveLength(bundle.entries.length);
    expect([yenOn('2026-05-18'), held.rates('JPY').coefficients[100]]).toEqual([
      '150.01',
      YEN.coefficients[100],
    ]);
  });

  it('refuses all where one is refused', async () => {
    const other = reading(15_001);
    if (other.kind === 'noon') other.loaded.series[0]?.rates.coefficients.fill(1);
    await expect(keepRates(directory, [reading(15_001), other], { now })).rejects.toThrow(
      'it is another series',
    );
    expect(currentState(directory)).toBeNull();
  });
});
