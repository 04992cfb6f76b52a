import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAX_LINES = 350;
/** Longer for a reason: data of the domain, one entry a line. */
const LONG_FILES: readonly string[] = [];
const TEXT = /\.(ts|js|mjs|json|md|txt|yml|yaml|html|css|sh)$|^[^.]+$|(^|\/)run$/;

const files = projectFiles();

describe.skipIf(files === null)('the files of the project (needs git)', () => {
  const paths = files ?? [];
  const texts = paths.filter((path) => TEXT.test(path)).map((path) => ({ path, text: read(path) }));

  it('name no folder of the machine they were written on', () => {
    // Spelled in parts, so that this file does not find itself.
    const machine = new RegExp(`(?<![\\w.~-])/(${['work', 'home', 'root'].join('|')})/`);
    expect(texts.filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual([]);
    expect(machine.test(`see /${'home'}/file.ts`)).toBe(true);
    expect(machine.test(`../${'home'}/file.ts`)).toBe(false);
  });

  it(`have at most ${MAX_LINES} lines of code`, () => {
    const long = texts.filter(
      ({ path, text }) => path.endsWith('.ts') && lines(text) > MAX_LINES && !LONG_FILES.includes(path),
    );
    expect(long.map(({ path, text }) => `${path}: ${lines(text)}`)).toEqual([]);
  });
});

/** Tracked and new files, or null outside a git clone. */
function projectFiles(): string[] | null {
  try {
    const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return list.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)));
  } catch {
    return null;
  }
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function lines(text: string): number {
  return text.split('\n').length - 1;
}
