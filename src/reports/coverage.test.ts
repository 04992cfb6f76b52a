import { describe, expect, it } from 'vitest';
import { check } from '../checks/index.js';
import { readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import { coverageBySection, ticksByCheck } from './coverage.js';

const REPORT = [
  'In fiscal 2005 we had 240 employees.',
  '',
  'Item 3. Key Information',
  '',
  'A. Selected Financial Data',
  '',
  'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00, and that on March 31, 2005 was ¥107.84.',
  '',
  'Item 4. Information on the Company',
  '',
  'We lease 12 offices.',
].join('\n');

const result = check(readFiling(REPORT), { rates: noonBuyingRates() });

describe('coverageBySection', () => {
  it('counts the amounts of each Item by status, and those before the first apart', () => {
    const titles = coverageBySection(result).map(({ title }) => title);
    expect(titles[0]).toBe('Before the first Item');
    expect(titles.slice(1)).toEqual([
      expect.stringContaining('Key Information'),
      expect.stringContaining('Company'),
    ]);
  });

  it('sums to the summary', () => {
    const sum = (status: 'ticked' | 'agrees' | 'differs' | 'unsupported') =>
      coverageBySection(result).reduce((total, { counts }) => total + counts[status], 0);
    for (const status of ['ticked', 'agrees', 'differs', 'unsupported'] as const) {
      expect(sum(status)).toBe(result.summary[status]);
    }
    expect(sum('ticked')).toBeGreaterThan(0);
  });
});

describe('ticksByCheck', () => {
  it('counts a figure once for each check that ticked it', () => {
    expect(ticksByCheck(result)).toContainEqual(['exchange-rate-quote', expect.any(Number)]);
    for (const [, figures] of ticksByCheck(result))
      expect(figures).toBeLessThanOrEqual(result.summary.ticked);
  });
});
