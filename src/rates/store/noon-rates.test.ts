import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Day, formatDay, parseDay } from '../../value/index.js';
import { bundledRatesFile, ratesFromFile } from '../noon-buying-rates.js';
import { encodeRatesFile } from '../rates-file.js';
import { noonRates } from './noon-rates.js';
import { NO_HISTORY, type SeriesHistory } from './series-history.js';

const folder = mkdtempSync(join(tmpdir(), 'tickmark-noon-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bundle = bundledRatesFile();
const LAST = parseDay('2026-05-15');
const YEN = bundle.entries.find(({ code }) => code === 'JPY');

/** A user's file of the yen: 2026-05-15 held as 1.23, a day more, and 2006-03-31 missing. */
function userFile(mergedWith: { id: string; asOf: string }, history: SeriesHistory): string {
  if (YEN === undefined) throw new Error('no yen');
  const { days, coefficients } = bundle.rates('JPY');
  const kept = [...days.keys()].filter((index) => days[index] !== parseDay('2006-03-31'));
  const rates = {
    days: Int32Array.from([...kept.map((index) => days[index] ?? 0), LAST + 3]),
    coefficients: Float64Array.from([
      ...kept.map((index) => (days[index] === LAST ? 123 : (coefficients[index] ?? 0))),
      124,
    ]),
  };
  const path = join(folder, `${mergedWith.asOf}-${history.retrievals.length}.bin`);
  const origin = { source: 'H.10', description: 'of a test', asOf: formatDay((LAST + 3) as Day), mergedWith };
  writeFileSync(path, encodeRatesFile(origin, [{ series: YEN, rates, history }]));
  return path;
}

function retrievedOn(day: string): SeriesHistory {
  const retrieval = {
    retrieved: `${day}T12:00:00Z`,
    sha256: '0',
    from: 'a.zip',
    first: '1971-01-04',
    last: '2026-05-18',
  };
  return { ...NO_HISTORY, retrievals: [retrieval] };
}

function yenOn(path: string | null, day: string): string | undefined {
  return ratesFromFile(noonRates(path)).series('JPY/USD')?.on(parseDay(day))?.printed.toString();
}

describe('the noon buying rates held', () => {
  it('are those of the package where there is no file, or none any more', () => {
    expect(yenOn(null, '2026-05-15')).toBe('158.69');
    expect(yenOn(join(folder, 'none.bin'), '2026-05-15')).toBe('158.69');
  });

  it('are those of the file alone where it was merged with this package', () => {
    const path = userFile({ id: bundle.id, asOf: bundle.asOf }, NO_HISTORY);
    expect(['2006-03-31', '2026-05-15', '2026-05-18'].map((day) => yenOn(path, day))).toEqual([
      undefined,
      '1.23',
      '1.24',
    ]);
    expect(noonRates(path).entries.map(({ code }) => code)).toEqual(['JPY']);
  });

  // The package is as of 2026-07-24.
  it.each([
    ['an older package, the day never read since: the package is later', '2025-01-01', NO_HISTORY, '158.69'],
    ['a newer package, the day never read since: the file is later', '2027-01-01', NO_HISTORY, '1.23'],
    ['read after the package: the file is later', '2025-01-01', retrievedOn('2026-07-25'), '1.23'],
    ['read on the day of the package: the file holds', '2025-01-01', retrievedOn('2026-07-24'), '1.23'],
    ['read before the package: the package is later', '2027-01-01', retrievedOn('2026-07-23'), '158.69'],
  ])('of a file merged with %s', (_what, asOf, history, expected) => {
    const path = userFile({ id: '00000000', asOf }, history);
    expect(yenOn(path, '2026-05-15')).toBe(expected);
    // No day of either is lost.
    expect(yenOn(path, '2006-03-31')).toBe('117.48');
    expect(yenOn(path, '2026-05-18')).toBe('1.24');
    const { entries, asOf: newest } = noonRates(path);
    expect([entries.length, newest]).toEqual([bundle.entries.length, bundle.asOf]);
    const revisions = noonRates(path).held('JPY').history.revisions;
    const revision = { day: '2026-05-15', old: '1.23', new: '158.69', retrieved: bundle.asOf };
    expect(revisions).toEqual(expected === '1.23' ? [] : [revision]);
  });
});
