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
/** Those that write a file: all others are run for the pages in docs/, which `npm run docs:check` compares. */
const EXAMPLES = (await loadCommands())
  .flatMap(({ examples }) => examples)
  .filter(({ line, notRun }) => notRun === undefined && line.includes('--output'));

describe('the examples of the help that write a file', () => {
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
    expect(readdirSync(cwd)).toContain(argv[argv.indexOf('--output') + 1]);
  });
});
