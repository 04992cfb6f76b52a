import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleArguments } from '../src/cli/command.js';
import { main } from '../src/cli/main.js';
import { capturedIo } from './captured-io.js';

const PAGE = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8');
const block = (fence: string) =>
  new RegExp(`^\`\`\`${fence}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(PAGE)?.[1] ?? '';
/** Fenced blocks that begin with "$ tickmark …" and go on with what it prints. */
const SHOWN = [...PAGE.matchAll(/^```\n\$ tickmark (.+)\n([\s\S]*?)^```$/gm)];

describe('docs/configuration.md', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'tickmark-configuration-'));
    symlinkSync(fileURLToPath(new URL('../examples', import.meta.url)), join(cwd, 'examples'));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  it.each(SHOWN.map(([, line = '', output = '']) => [line, output]))('tickmark %s', async (line, output) => {
    const config = join(cwd, 'tickmark.config.yaml');
    if (line.includes('--init')) rmSync(config, { force: true });
    else writeFileSync(config, block('yaml'));
    writeFileSync(join(cwd, 'wrong.yaml'), block('yaml wrong'));
    const io = capturedIo({ cwd });
    await main(exampleArguments({ line: `tickmark ${line}`, shows: '' }), io);
    const printed = io.written() + io.complained();
    // What follows a line of "…" is left out.
    const [beginning = '', rest] = output.split('\n…\n');
    expect(rest === undefined ? printed : printed.slice(0, beginning.length)).toBe(beginning);
  });

  it('shows a command for each of its parts', () => {
    expect(SHOWN.length).toBeGreaterThanOrEqual(3);
    expect(block('yaml')).toContain('overrides:');
  });
});
