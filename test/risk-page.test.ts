import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exampleArguments } from '../src/cli/command.js';
import { main } from '../src/cli/main.js';
import { capturedIo } from './captured-io.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = readFileSync(new URL('../docs/risk/index.md', import.meta.url), 'utf8');
/** Fenced blocks that begin with "$ tickmark …" and go on with what it prints. */
const SHOWN = [...PAGE.matchAll(/^```\n\$ tickmark (.+)\n([\s\S]*?)^```$/gm)];

describe('docs/risk/index.md', () => {
  it.each(SHOWN.map(([, line = '', output = '']) => [line, output]))('tickmark %s', async (line, output) => {
    const io = capturedIo({ cwd: ROOT });
    await main(exampleArguments({ line: `tickmark ${line}`, shows: '' }), io);
    expect(io.complained()).toBe('');
    // What follows a line of "…" is left out.
    const [beginning = '', rest] = output.split('\n…\n');
    expect(rest === undefined ? io.written() : io.written().slice(0, beginning.length)).toBe(beginning);
  });

  it('shows each step', () => {
    expect(SHOWN.map(([, line = '']) => line.split(' ')[1])).toEqual(['check', 'run', 'explain', 'scenario']);
  });
});
