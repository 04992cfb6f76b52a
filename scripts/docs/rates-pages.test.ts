import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { noonBuyingRates } from '../../src/rates/index.js';
import { coverageTable, ratesPages } from './rates-pages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(ROOT, 'docs/rates.md'), 'utf8');

describe('docs/rates.md', () => {
  it('is up to date with its charts (else run "npm run generate")', () => {
    const stale = ratesPages(ROOT).filter(({ path, text }) => {
      const file = join(ROOT, path);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    expect(stale.map(({ path }) => path)).toEqual([]);
  });

  it('shows what the file of rates holds', () => {
    const file = readFileSync(join(ROOT, 'src/rates/noon-buying-rates.bin'));
    expect(page).toContain(coverageTable(file));
    expect(page).toContain(`${file.length.toLocaleString('en-US')} bytes`);
  });

  it('shows a small chart of every currency', () => {
    const { currencies } = noonBuyingRates();
    const shown = [...page.matchAll(/!\[[^\]]+\]\(rates\/([A-Z]{3})\.svg\)/g)].map(([, code]) => code);
    expect(shown).toEqual(currencies);
    const sizes = readdirSync(join(ROOT, 'docs/rates')).map(
      (name) => readFileSync(join(ROOT, 'docs/rates', name)).length,
    );
    expect(sizes).toHaveLength(currencies.length);
    expect(Math.max(...sizes)).toBeLessThan(15_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });
});
