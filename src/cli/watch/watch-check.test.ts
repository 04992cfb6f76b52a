import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import type { CommandIo } from '../command.js';
import { main } from '../main.js';

const RIGHT = 'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.\n';
const WRONG = RIGHT.replace('117.48', '117.84');
const TWICE_WRONG = `${WRONG}\nThe noon buying rate on March 31, 2005 was ¥107.77 per U.S. $1.00.\n`;

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-watch-'));
  write('a.txt', WRONG);
});
afterEach(() => rmSync(cwd, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(cwd, name), text);
}

function read(name: string): string {
  return readFileSync(join(cwd, name), 'utf8');
}

/** Runs the command until the script is through, then as Ctrl-C does. Rounds are waited for by what they print. */
async function watching(
  line: string,
  script: (round: () => Promise<{ out: string; err: string }>) => Promise<void>,
  settings: Partial<CommandIo> = {},
) {
  const controller = new AbortController();
  let [out, err, listener] = ['', '', () => {}];
  const io: CommandIo = {
    ...capturedIo({ cwd, interruption: () => controller.signal, ...settings }),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
      listener();
    },
  };
  const status = main(['check', ...line.split(' '), '--watch'], io);
  const round = async () => {
    const isOver = () => err.includes('Ctrl-C ends.\n');
    await Promise.race([
      new Promise<void>((done) => {
        listener = () => isOver() && done();
        listener();
      }),
      status.then((code) => {
        throw new Error(`ended with ${code}: ${err}`);
      }),
    ]);
    const texts = { out, err };
    [out, err] = ['', ''];
    return texts;
  };
  try {
    await script(round);
  } finally {
    controller.abort();
  }
  return { status: await status, out, err };
}

describe('check --watch', () => {
  it('reports, waits, and says what is gone and what is new', async () => {
    const { status } = await watching('a.txt', async (round) => {
      const first = await round();
      expect(first.out).toContain('exchange-rate-quote  error  a.txt:1:44');
      expect(first.err).toBe('Watching a.txt: 1 error; Ctrl-C ends.\n');
      write('a.txt', TWICE_WRONG);
      const second = await round();
      expect(second.err).toMatch(
        /^a\.txt: 1 new finding; 2 left\n {2}new {3}3:44 {2}exchange-rate-quote: Unexpected .*\nWatching/,
      );
      write('a.txt', RIGHT);
      const third = await round();
      expect(third.err).toMatch(/^a\.txt: 2 findings gone; 0 left\n {2}gone {2}1:44 .*\n {2}gone {2}3:44 /);
      expect(third.out).toContain('No errors.');
    });
    expect(status).toBe(0);
  });

  it('ends with the status of the last run', async () => {
    const wrong = await watching('a.txt', async (round) => void (await round()));
    write('b.txt', RIGHT);
    const right = await watching('b.txt', async (round) => void (await round()));
    const unread = await watching('missing.txt', async (round) => void (await round()));
    expect([wrong.status, right.status, unread.status]).toEqual([1, 0, 2]);
  });

  it('sees a file that is saved by renaming, one that goes, and one that comes back', async () => {
    await watching('a.txt', async (round) => {
      await round();
      write('a.txt~', RIGHT);
      renameSync(join(cwd, 'a.txt~'), join(cwd, 'a.txt'));
      expect((await round()).err).toContain('a.txt: 1 finding gone; 0 left');
      rmSync(join(cwd, 'a.txt'));
      expect((await round()).err).toMatch(
        /^tickmark: Cannot read a\.txt: no such file.*\nWatching a\.txt: no errors, 1 not read;/,
      );
      write('a.txt', WRONG);
      expect((await round()).err).toContain('a.txt: 1 new finding; 1 left');
    });
  });

  it('takes a burst for one change, and looks only at what has changed', async () => {
    write('b.txt', RIGHT);
    await watching('a.txt b.txt', async (round) => {
      expect((await round()).out).toMatch(/^a\.txt[\s\S]*^b\.txt[\s\S]*^2 files checked:/m);
      for (let index = 0; index < 20; index += 1) write('a.txt', index % 2 === 0 ? RIGHT : WRONG);
      write('other.txt', 'not watched');
      const { out, err } = await round();
      expect(err).toBe(
        'a.txt: the same findings as before; 1 left\nWatching 2 files: 1 error; Ctrl-C ends.\n',
      );
      expect(out).not.toContain('b.txt');
    });
  });

  it('sees new matches of a pattern', async () => {
    mkdirSync(join(cwd, 'drafts'));
    write('drafts/b.txt', RIGHT);
    await watching('drafts/**/*.txt', async (round) => {
      await round();
      mkdirSync(join(cwd, 'drafts/new'));
      write('drafts/new/c.txt', WRONG);
      const { out, err } = await round();
      expect(out).toContain('drafts/new/c.txt:1:44');
      expect(err).toMatch(/^drafts\/new\/c\.txt: 1 new finding; 1 left\n.*\nWatching 2 files/);
    });
  });

  it.each(['html', 'json', 'sarif', 'terminal'])('replaces a whole report in a file: %s', async (format) => {
    write('b.txt', RIGHT);
    const { out } = await watching(`a.txt b.txt --format ${format} --output report`, async (round) => {
      await round();
      expect(read('report')).toContain('117.84');
      write('a.txt', RIGHT);
      await round();
      expect(read('report')).not.toContain('117.84');
      expect(read('report')).toContain('b.txt');
    });
    expect(out).toBe('');
  });

  it('gives a line a change as JSON Lines', async () => {
    await watching('a.txt --jsonl', async (round) => {
      expect(JSON.parse((await round()).out).file.summary.errors).toBe(1);
      write('a.txt', RIGHT);
      expect(JSON.parse((await round()).out).file.summary.errors).toBe(0);
    });
  });

  it('clears the screen of a terminal, and nothing else', async () => {
    const firstOf = async (settings: Partial<CommandIo>, options = '') => {
      let text = '';
      await watching(
        `a.txt${options}`,
        async (round) => {
          text = (await round()).out;
        },
        settings,
      );
      return text;
    };
    const clear = '\u001b[2J\u001b[3J\u001b[H';
    expect((await firstOf({ isTerminal: true })).startsWith(`${clear}a.txt\n`)).toBe(true);
    expect(await firstOf({})).toMatch(/^a\.txt/);
    expect(await firstOf({ isTerminal: true }, ' --output r.txt')).toBe('');
  });

  it('ends where nobody reads it', async () => {
    const io = capturedIo({ cwd, flushed: async () => false });
    expect(await main(['check', 'a.txt', '--watch'], io)).toBe(1);
  });

  it.each([
    ['-', 'Cannot watch standard input: it ends and does not change; name a file'],
    [
      'a.txt --format html',
      'Cannot write one html report after the other to standard output: add --output FILE, which is replaced each time',
    ],
    ['*.pdf', 'Cannot find files that match "*.pdf": looked in this folder; check the pattern'],
  ])('refuses %s', async (line, message) => {
    const io = capturedIo({ cwd });
    expect(await main(['check', ...line.split(' '), '--watch'], io)).toBe(2);
    expect([io.written(), io.complained()]).toEqual(['', `tickmark: ${message}\n`]);
  });
});
