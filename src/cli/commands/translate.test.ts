import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const TABLE = 'examples/translate/selected-data.txt';
const MARCH = ['--as-of', '2006-03-31'];

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-translate-'));
  symlinkSync(EXAMPLES, join(cwd, 'examples'));
  writeFileSync(join(cwd, 'own.txt'), readFileSync(join(EXAMPLES, 'translate/selected-data.txt')));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function run(argv: readonly string[], stdin = '', columns = 80) {
  const io = capturedIo({
    cwd,
    columns,
    now: () => new Date('2031-04-01T00:00:00Z'),
    stdin: async function* () {
      yield Buffer.from(stdin);
    },
  });
  const status = await main(argv, io);
  return { status, out: io.written(), err: io.complained() };
}

const translate = (...argv: string[]) => run(['translate', ...argv]);

describe('tickmark translate', () => {
  it('translates an amount', async () => {
    const { status, out, err } = await translate('¥29.7 billion', ...MARCH);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^¥29\.7 billion \(\$252\.8 million\)\n\nAmounts in U\.S\. dollars are unaudited/);
    expect(out).toContain('Rate: ¥117.48 per U.S. $1.00 on Friday, March 31, 2006 (H.10, noon buying rate)');
  });

  it('translates several, at a day without a rate, in other currencies and magnitudes', async () => {
    const several = await translate('RMB6,506.3 million', 'RMB(65) million', '--as-of', '2017-12-31');
    expect(several.out).toMatch(
      /^RMB6,506\.3 million \(\$1,000\.0 million\)\nRMB\(65\) million \(\$\(10\) million\)\n/,
    );
    expect(several.out).toContain('note: H.10 has no rate of Sunday, December 31, 2017');
    const dollars = await translate(
      '$252.8 million',
      ...MARCH,
      '--to',
      'jpy',
      '--in',
      'billions',
      '--decimals',
      '2',
    );
    expect(dollars.out).toMatch(/^\$252\.8 million \(¥29\.70 billion\)\n/);
  });

  it('translates the latest year of a table', async () => {
    const { status, out, err } = await translate('--table', TABLE);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/\n {2}Net sales +702,946 +5,984\n {2}Cost of sales +\(489,538\) +\(4,167\)\n/);
    expect(out).toMatch(/\n {2}Net income per share +99\.95 +0\.85\n/);
    expect(out).toMatch(/\n {2}Operating margin +5\.6%\n {2}Number of shares \(thousands\) +242,050\n/);
    expect(out).toContain(
      'note: Operating income: the translated lines come to 335, the translated total\nis 334',
    );
  });

  it('reads a table from standard input, CSV too', async () => {
    const csv = 'EUR million\n,"June 30, 2009","June 30, 2010"\nCash,"1,200.5","(1,300.5)"\nDebt,1,2\n';
    const { status, out, err } = await run(['translate', '--table', '-', '--csv', '--format', 'csv'], csv);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('\nCash,1200.5,-1300.5,-1598.4,1.2291,USD/EUR,2010-06-30,H.10\n');
  });

  it.each([
    ['terminal', /^\(In millions of Japanese yen;/],
    ['markdown', /^\(In millions of Japanese yen;.*\)\n\n\| /],
    ['html', /^<table /],
    ['csv', /^label,"Fiscal year ended March 31, 2002"/],
    ['json', /^\{\n {2}"from": "JPY"/],
  ])('in the form of %s', async (format, expected) => {
    for (const what of [
      ['--table', TABLE],
      ['¥5 million', ...MARCH],
    ]) {
      const { status, out } = await translate(...what, '--format', format);
      expect(status).toBe(0);
      if (what[0] === '--table') expect(out).toMatch(expected);
      expect(out.endsWith('\n') && !out.endsWith('\n\n')).toBe(true);
    }
  });

  it('writes warnings where the output is for print, and what is written to a file', async () => {
    const latest = ['--latest', '2006-07-07', '--material', '2'];
    const { status, out, err } = await translate(
      '¥5 million',
      ...MARCH,
      ...latest,
      '-f',
      'html',
      '-o',
      'out.html',
    );
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain('tickmark: warning: The rate moved by -2.98% from March 31, 2006 to July 7, 2006');
    expect(readFileSync(join(cwd, 'out.html'), 'utf8')).toMatch(
      /^<p>&#165;5 million \(\$43 thousand\)<\/p>\n<p>Amounts/,
    );
    expect((await translate('¥5 million', ...MARCH, ...latest)).err).toBe('');
  });

  it('warns of a column that is not the latest', async () => {
    const { out } = await translate('--table', TABLE, '--column', '2005');
    expect(out).toContain('warning: The column “Fiscal year ended March 31, 2005” is not of the latest\n');
    expect(out).toContain('¥107.22 per U.S. $1.00');
  });

  it('reads a spreadsheet of a country of decimal commas, and leaves the column of notes alone', async () => {
    const { status, out, err } = await translate('--table', 'examples/translate/income.csv', ...MARCH);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/ {2}Note +FY2005 +FY2006 +FY2006\nNet sales +3 +668,337 +702,946 +5,984\n/);
    expect(out).toMatch(/\nNet income per share +12 +82\.14 +99\.95 +0\.85\n/);
    expect(out).not.toContain('warning:');
  });

  it.each([
    [[], 'What is to be translated? Name either amounts such as "¥29.7 billion", or a file with --table'],
    [['¥5', '--table', TABLE], 'What is to be translated?'],
    [['¥5'], 'At the rate of which day? Add --as-of'],
    [['¥5', '€5', ...MARCH], 'Cannot translate JPY and EUR at one rate: translate "€5" apart'],
    [['$5', ...MARCH], 'a bare "$" is read as the U.S. dollar'],
    [['ARS 5', ...MARCH], 'No rates for "ARS" in H.10, expected one of AUD'],
    [['5', '--currency', 'QQQ', ...MARCH], 'Unknown currency "QQQ"'],
    [['¥5', '--as-of', '2031-03-31'], 'get newer ones with "tickmark rates update"'],
    [['¥5', '--as-of', '2031-05-01'], 'Unexpected --as-of 2031-05-01, expected a day that has come'],
    [['¥5', '--as-of', '2006-02-30'], 'No such day: 2006-02-30'],
    [['¥5', ...MARCH, '--in', 'dozens'], 'dozens'],
    [['-¥5', ...MARCH], `unknown option '-¥5': what begins with "-" and is no option goes after "--"`],
    [['--table', 'none.txt'], 'Cannot read none.txt'],
    [
      ['--table', 'own.txt', '--output', 'own.txt'],
      'Cannot write own.txt: it is itself one of the files to read',
    ],
    [['--table', TABLE, '--table-number', '0'], 'Unexpected --table-number "0", expected one from 1'],
    [['--table', TABLE, '--column', '2001'], 'no column is headed so'],
    [['--table', TABLE, '--max-size', '0.0001'], 'raise it with --max-size'],
  ])('refuses %j', async (argv, message) => {
    const { status, out, err } = await translate(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/^tickmark: [^\n]*\n(?:Run [^\n]*\n)?$/);
  });
});

describe('what it writes', () => {
  const AMOUNTS = ['¥29.7 billion', '¥1,234.5 million', '¥(300) million', '¥45.30 per share'];

  it.each([
    ['amounts', [...AMOUNTS, ...MARCH], ['$252.8 million', '$10.5 million', '$(3) million', '$0.39']],
    ['euros', ['€12.5 million', '--as-of', '2005-12-31'], ['$14.8 million']],
    ['Hong Kong dollars', ['HK$125.5 million', ...MARCH], ['US$16.2 million']],
    ['a table', ['--table', TABLE], ['5,984', '(4,167)', '334', '0.85', '0.19']],
    ['a table in thousands', ['--table', TABLE, '--in', 'thousands'], ['5,983,538', '(137,291)', '0.19']],
  ])('is ticked by check, and nothing is found wrong: %s', async (_, argv, expected) => {
    // What is for print; the work and the notes below it are not.
    const printed = (await translate(...argv)).out.split('\nRate: ')[0] ?? '';
    const { status, out } = await run(['check', '-', '--format', 'json', '--severity', 'info'], printed);
    const [file] = JSON.parse(out).files;
    expect([status, file.findings]).toEqual([0, []]);
    const ticked = file.figures.flatMap((figure: { text: string; ticks: { check: string }[] }) =>
      figure.ticks.some(({ check }) => check === 'convenience-translation') ? [figure.text] : [],
    );
    for (const text of expected) expect(ticked).toContain(text);
    const wide = (await run(['translate', ...argv], '', 200)).out;
    expect((await run(['check', '-'], wide)).status).toBe(0);
  });
});
