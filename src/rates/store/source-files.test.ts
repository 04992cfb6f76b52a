import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDay, rateUnit } from '../../value/index.js';
import { heldRates } from './held-rates.js';
import { type HeldSource, readSource, sourceFileName, sourceFiles, sourceFileText } from './source-files.js';

const state = mkdtempSync(join(tmpdir(), 'tickmark-sources-'));
const folder = join(state, 'sources');
mkdirSync(folder);
afterAll(() => rmSync(state, { recursive: true }));

const FIRST = parseDay('2006-03-27');

function source(columns: readonly (readonly (number | null)[])[]): HeldSource {
  const units = [rateUnit('CAD', 'USD'), rateUnit('EUR', 'USD')];
  return {
    source: 'Bank of Canada',
    names: ['Bank of Canada', 'BoC; noon'],
    description: 'rates of a test',
    url: null,
    series: columns.map((column, at) => {
      const rated = [...column.keys()].filter((index) => column[index] !== null);
      const retrieval = {
        retrieved: '2026-05-26T12:00:00Z',
        sha256: 'ab',
        from: 'a.csv',
        first: '2006-03-27',
        last: '2006-04-05',
      };
      const revision = { day: '2006-03-27', old: '1.3600', new: '1.3601', retrieved: '2026-05-26T12:00:00Z' };
      return {
        unit: units[at] ?? rateUnit('CAD', 'USD'),
        decimals: 4,
        rates: {
          days: Int32Array.from(rated, (index) => FIRST + index),
          coefficients: Float64Array.from(rated, (index) => column[index] ?? 0),
        },
        noData: new Int32Array(),
        history: { retrievals: [retrieval], revisions: at === 0 ? [revision] : [], withdrawn: [] },
      };
    }),
  };
}

const rate = fc.option(fc.integer({ min: 13_000, max: 14_000 }), { freq: 3 });
const column = fc
  .array(rate, { minLength: 10, maxLength: 10 })
  .filter((rates) => rates.some((each) => each !== null));

describe('the file of a source', () => {
  it('gives back its rates and its history', () => {
    const path = join(folder, sourceFileName('Bank of Canada'));
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 2 }), (columns) => {
        const written = source(columns);
        writeFileSync(path, sourceFileText(written));
        const [head, ...others] = sourceFiles(state);
        if (head === undefined) throw new Error('no source');
        expect([head.names, head.description, others]).toEqual([
          ['Bank of Canada', 'BoC, noon'],
          'rates of a test',
          [],
        ]);
        const read = readSource(head);
        expect(read.series.map(({ unit, history }) => [unit, history])).toEqual(
          written.series.map(({ unit, history }) => [unit, history]),
        );
        expect(read.series.map(({ rates, decimals }) => [rates, decimals])).toEqual(
          written.series.map(({ rates, decimals }) => [rates, decimals]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('has a name of its own, readable where it can be', () => {
    expect(sourceFileName('Bank of Canada')).toMatch(/^bank-of-canada-[0-9a-f]{8}\.csv$/);
    expect(sourceFileName('BANK OF CANADA')).toBe(sourceFileName('Bank of Canada'));
    expect(sourceFileName('Bank-of-Canada')).not.toBe(sourceFileName('Bank of Canada'));
    expect(sourceFileName('日本銀行')).toMatch(/^source-/);
    expect(sourceFileName('../../etc')).not.toContain('/');
  });

  it('is named where it is damaged, with the remedy', () => {
    writeFileSync(join(folder, 'broken.csv'), 'date,rate\n');
    expect(() => sourceFiles(state)).toThrow(
      /broken\.csv: it does not say its source; run "tickmark rates undo"/,
    );
    writeFileSync(join(folder, 'broken.csv'), '# source: Old Bank\ndate,rate\n2006-03-31,x\n');
    const head = sourceFiles(state).find(({ names }) => names[0] === 'Old Bank');
    expect(() => head && readSource(head)).toThrow(/^Cannot use the rates in .*broken\.csv: /);
  });
});

it('no directory, or none yet: the rates of the package', () => {
  expect(heldRates(null).others).toEqual([]);
  expect(heldRates(join(state, 'none')).noon).toBe(heldRates(null).noon);
});
