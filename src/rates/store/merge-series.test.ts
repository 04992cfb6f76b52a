import { expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import type { ListedRates } from './merge-rates.js';
import { changesRates, type MergedSeries, mergeSeries } from './merge-series.js';
import { NO_HISTORY } from './series-history.js';

const ABOUT = { source: 'H.10', unit: 'JPY/USD', currency: 'JPY' } as const;
const DAYS = ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-11'].map(
  parseDay,
);
const NONE = { decimals: 2, rates: { days: new Int32Array(), coefficients: new Float64Array() } };

/** A reading of all days; null is a day that it lists without a rate. */
function listed(...rates: readonly (number | null)[]): ListedRates {
  const rated = DAYS.flatMap((day, index) =>
    rates[index] === null ? [] : [[day, rates[index] ?? 0] as const],
  );
  return {
    decimals: 2,
    rates: {
      days: Int32Array.from(rated, ([day]) => day),
      coefficients: Float64Array.from(rated, ([, rate]) => rate),
    },
    noData: Int32Array.from(DAYS.filter((_, index) => rates[index] === null)),
  };
}

function after(held: MergedSeries | null, reading: ListedRates, day: string): MergedSeries {
  const origin = { retrieved: `${day}T12:00:00Z`, sha256: day, from: `${day}.zip` };
  return mergeSeries(ABOUT, held ?? { ...NONE, history: NO_HISTORY }, reading, origin);
}

it('a rate that is withdrawn, given again and withdrawn again is told each time, and never lost', () => {
  const whole = listed(15_701, 15_702, 15_703, 15_704, 15_705, 15_706);
  const without = listed(15_701, 15_702, 15_703, null, 15_705, 15_706);
  const first = after(null, whole, '2026-05-12');
  expect(first.change.added).toEqual({ days: 6, first: '2026-05-04', last: '2026-05-11' });

  const second = after(first, without, '2026-05-13');
  expect(second.change.withdrawn).toEqual([{ day: '2026-05-07', value: '157.04' }]);
  expect([second.rates, second.history.withdrawn.length]).toEqual([first.rates, 1]);

  const again = after(second, without, '2026-05-14');
  expect([again.change.withdrawn, changesRates(again.change)]).toEqual([[], false]);
  expect(again.history.withdrawn).toEqual(second.history.withdrawn);

  const given = after(again, whole, '2026-05-15');
  expect([given.change.withdrawn, given.history.withdrawn]).toEqual([[], []]);

  const last = after(given, without, '2026-05-18');
  expect(last.change.withdrawn).toEqual([{ day: '2026-05-07', value: '157.04' }]);
  expect(last.rates).toEqual(first.rates);
});

it('a revised rate replaces the one held, and the old one stays on record', () => {
  const first = after(null, listed(15_701, 15_702, 15_703, 15_704, 15_705, 15_706), '2026-05-12');
  const second = after(first, listed(15_701, 15_702, 15_799, 15_704, 15_705, 15_706), '2026-05-13');
  expect(second.change.revised).toEqual([{ day: '2026-05-06', old: '157.03', new: '157.99' }]);
  expect(second.history.revisions).toEqual([
    { day: '2026-05-06', old: '157.03', new: '157.99', retrieved: '2026-05-13T12:00:00Z' },
  ]);
  expect(second.history.retrievals.map(({ sha256 }) => sha256)).toEqual(['2026-05-13']);
  expect(Array.from(second.rates.coefficients)).toContain(15_799);
});
