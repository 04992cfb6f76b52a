import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverageTable } from './rates-coverage.js';

describe('docs/rates.md', () => {
  it('shows what the file of rates holds', () => {
    const file = readFileSync(new URL('../src/rates/noon-buying-rates.bin', import.meta.url));
    const page = readFileSync(new URL('../docs/rates.md', import.meta.url), 'utf8');
    expect(page).toContain(coverageTable(file));
    expect(page).toContain(`${file.length.toLocaleString('en-US')} bytes`);
  });
});
