import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleArguments } from '../src/cli/command.js';
import { main } from '../src/cli/main.js';
import { loadCommands } from '../src/cli/registry.js';
import { capturedIo } from './captured-io.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLES = (await loadCommands())
  .flatMap(({ examples }) => examples)
  .filter(({ notRun }) => notRun === undefined);

describe('the examples of the help', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'tickmark-examples-'));
    symlinkSync(join(ROOT, 'examples'), join(cwd, 'examples'));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  it.each(EXAMPLES)('work as they are shown: $line', async (example) => {
    const io = capturedIo({ cwd });
    const argv = exampleArguments(example);
    const status = await main(argv, io);
    expect([example.line.split(' ')[0], io.complained()]).toEqual(['tickmark', '']);
    expect([0, 1]).toContain(status);
    const output = argv.includes('--output') ? argv[argv.indexOf('--output') + 1] : undefined;
    if (output === undefined) expect(io.written()).not.toBe('');
    else expect(readdirSync(cwd)).toContain(output);
  });
});
