import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { check } from '../engine/run.js';

const only = { only: ['sentence'] };

function run(text: string) {
  return check(readFiling(text), { rates: null }, only);
}

const tickedIn = (text: string) =>
  run(text)
    .figures.filter(({ status }) => status === 'ticked')
    .map(({ figure }) => figure.text);

const millions = (value: number) => `$${value.toLocaleString('en-US')} million`;
const level = fc.integer({ min: 1_000, max: 90_000 });

describe('relations of a sentence', () => {
  it('ticks a change and its levels whatever they are', () => {
    fc.assert(
      fc.property(level, fc.integer({ min: 10, max: 900 }), (before, change) => {
        const text = `Net sales of Harbor Lane Foods, Inc. increased by ${millions(change)} to ${millions(before + change)} in 2024 from ${millions(before)} in 2023.`;
        expect(tickedIn(text)).toHaveLength(3);
        expect(run(text).findings).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('ticks none of them where one has a digit changed, and holds that one', () => {
    fc.assert(
      fc.property(
        level,
        fc.integer({ min: 100, max: 900 }),
        fc.nat(2),
        fc.nat(1),
        fc.integer({ min: 2, max: 8 }),
        (before, change, which, place, by) => {
          const values = [change, before + change, before];
          const digits = [...String(values[which])];
          digits[place] = String((Number(digits[place]) + by) % 10);
          fc.pre(digits[0] !== '0');
          values[which] = Number(digits.join(''));
          const [moved = 0, after = 0, from = 0] = values;
          const text = `Net sales of Harbor Lane Foods, Inc. increased by ${millions(moved)} to ${millions(after)} in 2024 from ${millions(from)} in 2023.`;
          const { figures, findings } = run(text);
          const wrong = figures.find(({ figure }) => figure.text === millions(values[which] ?? 0));
          expect(tickedIn(text)).toEqual([]);
          expect(findings.some(({ suspects }) => suspects.includes(wrong?.figure.id ?? ''))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ticks a percentage only where it is what the levels round to', () => {
    fc.assert(
      fc.property(level, fc.integer({ min: 10, max: 900 }), (before, change) => {
        const after = before + change;
        const exact = Math.floor((2000 * change + before) / (2 * before));
        for (const tenths of [exact, exact + 3]) {
          const percent = `${Math.floor(tenths / 10)}.${tenths % 10}%`;
          const text = `Revenue of Kitano Denki Co., Ltd. grew ${percent} to ${millions(after)} from ${millions(before)}.`;
          const isTicked = tickedIn(text).includes(percent);
          if (tenths !== exact) expect(isTicked).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never ticks amounts by a percentage', () => {
    expect(tickedIn('Revenue grew 10.0% to $1,100,000 from $1,000,000.')).toEqual(['10.0%']);
  });

  it('finds a missing word of magnitude, as a warning', () => {
    const text =
      'Gross profit of Harbor Lane Foods, Inc. was $129.7 in 2024 compared to $128.6 in 2023, an increase of $1.1 million.';
    const [finding, ...more] = run(text).findings;
    expect(more).toEqual([]);
    expect([finding?.severity, finding?.cause]).toEqual(['warning', 'the word “million” is missing']);
  });

  it('lists a superlative that no table decides as undecided', () => {
    const text = 'Operating income of Minato Foods Co., Ltd. was ¥948 million, the highest in five years.';
    expect(run(text).undecided.map(({ reason }) => reason)).toEqual([
      '“highest in five years”: no table has all the years',
    ]);
  });

  it('reports a superlative that the table contradicts', () => {
    const table = [
      'Results of Minato Foods Co., Ltd. (in millions of yen)',
      '',
      '\t2024\t2023\t2022',
      'Year ended December 31,\t\t\t',
      'Operating income\t948\t962\t911',
      '',
      'In the year ended December 31, 2024, operating income was ¥948 million, the highest in three years.',
    ].join('\n');
    expect(run(table).findings.map(({ severity, evidence }) => [severity, evidence[1]])).toEqual([
      ['warning', '1 before: 962'],
    ]);
  });

  it('stays linear and silent on a sentence of many figures', () => {
    const text = `Sales were ${Array.from({ length: 4_000 }, (_, at) => `$${at + 10} million, an increase of ${at % 90}%`).join(', ')}.`;
    expect(run(text).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
