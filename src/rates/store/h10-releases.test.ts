import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { releasesBehind } from './h10-releases.js';

// 2026-05-15 is a Friday; its release is of Monday the 18th. Monday, May 25, 2026 is Memorial Day.
describe('releases behind', () => {
  it.each([
    ['2026-05-15', '2026-05-15', 0],
    ['2026-05-15', '2026-05-25', 0],
    ['2026-05-15', '2026-05-26', 0],
    ['2026-05-15', '2026-05-27', 1],
    ['2026-05-15', '2026-06-02', 2],
    ['2026-05-14', '2026-05-18', 0],
    ['2026-05-14', '2026-05-19', 1],
    ['2026-05-11', '2026-05-19', 1],
    ['2026-01-16', '2026-05-19', 17],
  ])('from %s to %s: %i', (last, today, behind) => {
    expect(releasesBehind(parseDay(last), parseDay(today))).toBe(behind);
  });

  // Friday, April 2, 2021 was Good Friday, on which banks are open; Christmas 2020 was a Friday without a rate.
  it('counts no release that holds no newer day', () => {
    expect(releasesBehind(parseDay('2020-12-24'), parseDay('2020-12-29'))).toBe(0);
    expect(releasesBehind(parseDay('2020-12-24'), parseDay('2021-01-05'))).toBe(1);
  });
});
