import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../../../test/built-command.js';
import { capturedIo } from '../../../test/captured-io.js';
import type { CommandIo } from '../command.js';
import { main } from '../main.js';

const PATHS = Array.from({ length: 5 }, (_, index) => `${index}.txt`);

let cwd = '';
let threadEntry: URL;
beforeAll(async () => {
  threadEntry = await builtCommand();
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-threads-'));
  for (const [index, path] of PATHS.entries()) {
    // The first take longest: with two threads, they are done last.
    const text = 'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.\n\n'.repeat(
      40 - 9 * index,
    );
    writeFileSync(join(cwd, path), index === 3 ? text.replace('117.48', '117.84') : text);
  }
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
  rmSync(new URL('.', threadEntry), { recursive: true });
});

async function run(line: string, settings: Partial<CommandIo> = {}) {
  const io = capturedIo({ cwd, threadEntry, ...settings });
  const status = await main(line.split(' '), io);
  return { status, out: io.written(), err: io.complained() };
}

async function* stdin() {
  yield Buffer.from('The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.\n');
}

describe('files that threads share', () => {
  it.each([
    'check 0.txt gone.txt 1.txt - 2.txt 3.txt 4.txt',
    'check 0.txt gone.txt 1.txt 2.txt 3.txt --format html',
    'check 0.txt 1.txt 2.txt 3.txt gone.txt --format sarif --severity info',
    'read 0.txt 1.txt gone.txt 2.txt --figures --format csv',
  ])('give what one thread gives: %s', async (line) => {
    const alone = await run(`${line} --threads 1`, { stdin });
    const shared = await run(`${line} --threads 2`, { stdin });
    expect(shared).toEqual(alone);
    expect(alone.err).toContain('gone.txt');
    expect(alone.out.length).toBeGreaterThan(500);
  });

  it('stop at a bad option, and where nobody reads on', async () => {
    const { status, err } = await run('check 0.txt 1.txt --only no-such-check --threads 2');
    expect([status, err]).toEqual([2, expect.stringContaining('no-such-check')]);
    let written = 0;
    const flushed = async () => {
      written += 1;
      return written < 2;
    };
    const cut = await run('check 0.txt 1.txt 2.txt 3.txt 4.txt --jsonl --threads 2', { flushed });
    expect(cut.out.trimEnd().split('\n')).toHaveLength(2);
  });
});
