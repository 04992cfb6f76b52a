import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exampleArguments } from '../src/cli/command.js';
import { main } from '../src/cli/main.js';
import { capturedIo } from './captured-io.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Fenced blocks that begin with "$ tickmark …" and go on with what it prints. */
const SHOWN = [...README.matchAll(/^```\n\$ tickmark (.+)\n([\s\S]*?)^```$/gm)];

describe('the README', () => {
  it('shows real output', () => {
    expect(SHOWN.length).toBeGreaterThanOrEqual(2);
  });

  it.each(SHOWN.map(([, line = '', output = '']) => [line, output]))('tickmark %s', async (line, output) => {
    const io = capturedIo({ cwd: ROOT });
    await main(exampleArguments({ line: `tickmark ${line}`, shows: '' }), io);
    expect(io.complained()).toBe('');
    expect(io.written().trimEnd()).toBe(output.trimEnd());
  });

  it('names only files that exist', () => {
    for (const [, link = ''] of README.matchAll(/\]\(([^)#]+)\)/g)) {
      if (!link.startsWith('http')) readFileSync(new URL(`../${link}`, import.meta.url));
    }
  });
});
