import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli/main.js';
import { loadCommands } from '../src/cli/registry.js';
import { capturedIo } from './captured-io.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LINES = (await loadCommands()).flatMap(({ examples }) => examples.map(({ line }) => line));

describe('the examples of the help', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'tickmark-examples-'));
    symlinkSync(join(ROOT, 'examples'), join(cwd, 'examples'));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  it.each(LINES)('work as they are shown: %s', async (line) => {
    const io = capturedIo({ cwd });
    const [program, ...argv] = line.split(' ');
    const status = await main(argv, io);
    expect([program, io.complained()]).toEqual(['tickmark', '']);
    expect([0, 1]).toContain(status);
    const output = argv.includes('--output') ? argv[argv.indexOf('--output') + 1] : undefined;
    if (output === undefined) expect(io.written()).not.toBe('');
    else expect(readdirSync(cwd)).toContain(output);
  });
});
