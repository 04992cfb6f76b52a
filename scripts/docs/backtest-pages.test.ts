import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(ROOT, 'docs/risk/backtests.md'), 'utf8');
const rows = readFileSync(join(ROOT, 'docs/risk/backtests.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [currency, method, level, side, days, exceptions, , exact, , independence] =
      line.match(/"[^"]*"|[^,]+/g)?.map((cell) => cell.replaceAll('"', '')) ?? [];
    return {
      currency,
      method,
      level,
      side,
      days: Number(days),
      exceptions: Number(exceptions),
      exact: Number(exact),
      independence: Number(independence),
    };
  });

function share(method: string, level: string): number {
  const some = rows.filter((row) => row.method === method && row.level === level);
  return some.reduce((sum, row) => sum + row.exceptions, 0) / some.reduce((sum, row) => sum + row.days, 0);
}

function clustered(method: string): number {
  return rows.filter((row) => row.method === method && row.level === '0.99' && row.independence <= 0.05)
    .length;
}

// That the page is up to date is held by "npm run docs:check"; here, that its sentences fit its numbers.
describe('docs/risk/backtests.md', () => {
  it('has every method, level and side of at least 20 currencies', () => {
    const currencies = new Set(rows.map(({ currency }) => currency));
    expect(currencies.size).toBeGreaterThanOrEqual(20);
    expect(rows).toHaveLength(currencies.size * 16);
    for (const currency of currencies) expect(page).toContain(`| ${currency} |`);
  });

  it('says of each method what its numbers say', () => {
    for (const parametric of ['parametric, sample', 'parametric, EWMA']) {
      expect(share(parametric, '0.99')).toBeGreaterThan(0.016);
      expect(share(parametric, '0.99')).toBeLessThan(0.02);
      expect(Math.abs(share(parametric, '0.95') - 0.05)).toBeLessThan(0.003);
    }
    const filtered = 'filtered historical simulation';
    expect(share(filtered, '0.99')).toBeLessThanOrEqual(6 / 501);
    expect(share(filtered, '0.95')).toBeLessThanOrEqual(26 / 501);
    for (const other of ['historical simulation', 'parametric, sample', 'parametric, EWMA']) {
      expect(Math.abs(share(filtered, '0.99') - 0.01)).toBeLessThan(Math.abs(share(other, '0.99') - 0.01));
    }
    expect(clustered('historical simulation')).toBeGreaterThan(0.7 * (rows.length / 8));
    expect(clustered('parametric, sample')).toBeGreaterThan(0.7 * (rows.length / 8));
    expect(clustered('parametric, EWMA')).toBeLessThan(0.5 * clustered('historical simulation'));
    expect(rows.some((row) => row.method === filtered && row.exact <= 0.05)).toBe(true);
  });
});
