import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../src/checks/index.js';
import { checkFileText } from './new-check.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TEXT = checkFileText('sum-of-parts', "A total is the issuer's own sum", '0.1.0');

describe('the file that new-check writes', () => {
  let folder = '';
  beforeAll(() => {
    // Elsewhere than among the checks, so that nothing else in a test run sees it.
    folder = mkdtempSync(join(tmpdir(), 'tickmark-new-check-'));
    const text = TEXT.replaceAll(/'(\.\.?\/[^']+)'/g, (_, path) => `'${join(ROOT, 'src/checks', path)}'`);
    writeFileSync(join(folder, 'sum-of-parts.ts'), text);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('compiles', () => {
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
      files: ['sum-of-parts.ts'],
      include: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = join(ROOT, 'node_modules/.bin/tsc');
    const { stdout } = spawnSync(compiler, ['-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('defines a check that its own example passes', async () => {
    const { check } = (await import(join(folder, 'sum-of-parts.ts'))) as { check: Check };
    expect(check.meta).toMatchObject({ id: 'sum-of-parts', title: "A total is the issuer's own sum" });
    expect(check.examples).toHaveLength(1);
  });

  it('is laid out as the formatter would have it', () => {
    const biome = join(ROOT, 'node_modules/.bin/biome');
    const formatted = execFileSync(
      biome,
      ['check', '--write', '--stdin-file-path=src/checks/sum-of-parts.ts'],
      {
        cwd: ROOT,
        input: TEXT,
        encoding: 'utf8',
        stdio: 'pipe',
      },
    );
    expect(formatted).toBe(TEXT);
  });
});
