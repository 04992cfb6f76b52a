import { expect, it } from 'vitest';
import { check, checks } from '../../checks/index.js';
import { readFiling } from '../../filing/index.js';
import { triedAt } from './tried.js';

const REPORT = [
  'Kitano Denki Co., Ltd. (in millions of yen, except per share amounts)',
  '',
  '\t2006\t2005\tChange\t%',
  'Revenues\t¥49,813\t¥41,703\t¥7,777\t7.7%',
  'Net income per share\t¥12.34\t¥11.25\t\t',
  'Average rate, yen per dollar\t¥107.44\t¥113.15\t\t',
  '',
  'We met on June 1, 2006. A rate of ¥117.48 per dollar was used; 29.7% of 1,234 stores made ¥31 million.',
].join('\n');

it('says of each kind of figure which checks looked at it, all of which there are', () => {
  const result = check(readFiling(REPORT), { rates: null });
  const known = new Set(checks.map(({ meta }) => meta.id));
  const told = result.figures.flatMap((checked) => triedAt(result, { ...checked, status: 'unsupported' }));
  const named = new Set(told.map((each) => each.check));
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
  expect(named.size).toBeGreaterThan(12);
});

it('tells nothing of a figure that is confirmed', () => {
  const result = check(readFiling(REPORT), { rates: null });
  const [checked] = result.figures;
  expect(checked === undefined ? null : triedAt(result, { ...checked, status: 'ticked' })).toEqual([]);
});
