import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleArguments } from '../src/cli/command.js';
import { HeldStore } from './rates-update/held-store.js';

const PAGE = readFileSync(new URL('../docs/rates.md', import.meta.url), 'utf8');
const store = new HeldStore();
afterAll(() => store.remove());

describe('docs/rates.md', () => {
  it('shows a source of a user that can be imported and asked', async () => {
    const [, csv = '', , commands = ''] = /```csv\n([\s\S]*?)```\s*```(sh)\n([\s\S]*?)```/.exec(PAGE) ?? [];
    writeFileSync(join(store.folder, 'kitano.csv'), csv);
    const [imported, asked, more] = commands.trim().split('\n');
    expect([imported, asked, more]).toEqual([expect.any(String), expect.any(String), undefined]);
    const first = await store.run(...exampleArguments({ line: `${imported}`, shows: '' }));
    expect([first.err, first.out]).toEqual([
      '',
      expect.stringContaining('Bank of Kitano, CAD/USD: added 2 days'),
    ]);
    const second = await store.run(...exampleArguments({ line: `${asked}`, shows: '' }));
    expect(second.out).toBe(
      'Tuesday, August 5, 2025: 1.3780 (Canadian dollars per U.S. $1.00)\nsource: Bank of Kitano\n',
    );
  });

  it('links to pages that exist', () => {
    for (const [, link = ''] of PAGE.matchAll(/\]\(([^)#]+)\)/g)) {
      if (!link.startsWith('http')) readFileSync(new URL(`../docs/${link}`, import.meta.url));
    }
  });
});
