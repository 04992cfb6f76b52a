import { describe, expect, it } from 'vitest';
import { capturedIo } from '../../test/captured-io.js';
import { VERSION } from '../version.js';
import type { CommandIo } from './command.js';
import { main } from './main.js';
import { COMMANDS } from './registry.js';

async function run(line: string, settings: Partial<CommandIo> = {}) {
  const io = capturedIo(settings);
  const status = await main(
    line.split(' ').filter((word) => word !== ''),
    io,
  );
  return { status, out: io.written(), err: io.complained() };
}

describe('help', () => {
  it('prints the version', async () => {
    expect(await run('--version')).toEqual({ status: 0, out: `tickmark ${VERSION}\n`, err: '' });
  });

  it.each(['--help', 'help'])('lists the commands and the exit statuses: %s', async (line) => {
    const { status, out, err } = await run(line);
    expect([status, err]).toEqual([0, '']);
    for (const { name } of COMMANDS) expect(out).toContain(`\n  ${name.split(' ')[0]}`);
    expect(out).toContain('Exit status: 0 where no finding is an error');
  });

  it('without a command is a wrong usage, and shows what there is', async () => {
    const { status, out, err } = await run('');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Commands:');
  });

  it.each(COMMANDS.map(({ name }) => name))('of "%s" shows its options and its examples', async (name) => {
    const direct = await run(`${name} --help`);
    expect([direct.status, direct.err]).toEqual([0, '']);
    expect(direct.out).toContain(`Usage: tickmark ${name} `);
    expect(direct.out).toContain(`Examples:\n  $ tickmark ${name} `);
    expect(await run(`help ${name}`)).toEqual(direct);
  });

  it('of a group of commands says where their options are', async () => {
    const { out } = await run('rates --help');
    expect(out).toContain(
      '\nLook up, tabulate and chart noon buying rates; keep them current, import others.\n',
    );
    expect(out).toContain('"tickmark rates COMMAND --help" has the options');
  });

  it('stays within the columns of the terminal, but for lines to be typed', async () => {
    for (const name of ['', 'rates', ...COMMANDS.map((command) => command.name)]) {
      const { out } = await run(`${name} --help`);
      const wide = out.split('\n').filter((line) => line.length > 80 && !line.startsWith('  $ '));
      expect(wide, name).toEqual([]);
    }
  });
});

describe('wrong usage ends with status 2 and says what to do', () => {
  it.each([
    ['chekc report.txt', "unknown command 'chekc' (Did you mean check?)", 'tickmark --help'],
    ['rates tabel', "unknown command 'tabel' (Did you mean table?)", 'tickmark rates --help'],
    ['check x --formt json', "unknown option '--formt' (Did you mean --format?)", 'tickmark check --help'],
    ['read', "missing required argument 'file'", 'tickmark read --help'],
    [
      'check x --format pdf',
      "option '-f, --format <format>' argument 'pdf' is invalid. Allowed choices are terminal, json, jsonl, sarif, github, html.",
      'tickmark check --help',
    ],
    ['check x --output', "option '-o, --output <path>' argument missing", 'tickmark check --help'],
  ])('%s', async (line, message, help) => {
    expect(await run(line)).toEqual({
      status: 2,
      out: '',
      err: `tickmark: ${message}\nRun "${help}" for the usage.\n`,
    });
  });

  it('knows a size from a word', async () => {
    for (const size of ['0', '-1', 'big', '1e3', '', '500.1', '99999999999999']) {
      const { status, err } = await run(`check x --max-size=${size}`);
      expect([status, err]).toEqual([
        2,
        `tickmark: Unexpected --max-size "${size}", expected megabytes such as 64, at most 500\n`,
      ]);
    }
  });
});

describe('a complaint', () => {
  it.each([
    'check a\u001b[2J\u202eb.txt',
    'check --\u001b[2Jx',
    'chec\u001b[2J',
    'check x --format \u001b[2J',
  ])('does nothing to the terminal: %j', async (line) => {
    const { status, err } = await run(line);
    expect(status).toBe(2);
    expect(err).toContain('\\u001b[2J');
    expect(err).not.toMatch(/[\p{Cc}\u202e](?<!\n)/u);
  });
});

describe('an error of our own', () => {
  const broken = {
    stdin: () => {
      throw new TypeError('x is not\na function');
    },
  };

  it('is one line that asks for a report', async () => {
    expect(await run('check -', broken)).toEqual({
      status: 2,
      out: '',
      err: 'tickmark: internal error: x is not a function; please report it (TICKMARK_DEBUG=1 shows the trace)\n',
    });
  });

  it('shows its trace on demand', async () => {
    const { err } = await run('check -', { ...broken, env: { TICKMARK_DEBUG: '1' } });
    expect(err).toMatch(/TypeError: x is not\n.*\n +at /);
  });
});
