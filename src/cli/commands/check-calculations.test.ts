import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const example = (name: string) =>
  readFileSync(new URL(`../../../examples/annual-report/${name}`, import.meta.url), 'utf8');

const PAGE = example('kitano-denki.htm');
/** Operating income is revenues less cost of sales and expenses. */
const LINKBASE = example('kitano-denki.cal.xml');

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-calculations-'));
  const files = {
    'page.htm': PAGE,
    'swapped.htm': PAGE.replace('>29,058<', '>29,085<'),
    'untagged.txt': 'Operating income was ¥29,058 million.\n',
    'cal.xml': LINKBASE,
    'cal.xml.gz': gzipSync(LINKBASE),
    'other.xml': LINKBASE.replaceAll('us-gaap_', 'kitano_'),
    'weight.xml': LINKBASE.replace('weight="-1.0"', 'weight="minus one"'),
    'cut.xml': LINKBASE.slice(0, -20),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function run(line: string) {
  const io = capturedIo({ cwd });
  const status = await main(['check', ...line.split(' '), '--only', 'xbrl', '--format', 'json'], io);
  const out = io.written();
  return { status, err: io.complained(), files: out === '' ? [] : JSON.parse(out).files };
}

describe('check --calculations', () => {
  it('ticks the total and the parts of the sums that the linkbase states', async () => {
    const without = await run('page.htm');
    expect([without.status, without.files[0].summary.ticked]).toEqual([0, 0]);
    const { status, files } = await run('page.htm --calculations cal.xml');
    expect([status, files[0].summary.ticked, files[0].findings]).toEqual([0, 12, []]);
  });

  it('reports a total that is not its sum, where it is in the other years', async () => {
    const { status, files } = await run('swapped.htm --calculations cal.xml');
    expect([status, files[0].summary.ticked]).toEqual([1, 8]);
    expect(files[0].findings).toMatchObject([
      { severity: 'error', printed: '29,085', expected: '29,058', cause: 'two adjacent digits swapped' },
    ]);
  });

  it('reads a compressed linkbase, and holds in each thread', async () => {
    const { files } = await run('page.htm swapped.htm --threads 2 --calculations cal.xml.gz');
    expect(files.map(({ summary }: { summary: { ticked: number } }) => summary.ticked)).toEqual([12, 8]);
  });

  it.each([
    ['untagged.txt --calculations cal.xml', 'the page has no inline XBRL'],
    ['page.htm --calculations other.xml', 'no total of the calculation linkbase is tagged on this page'],
  ])('says why it checks nothing: %s', async (line, reason) => {
    const { status, files } = await run(line);
    expect(status).toBe(0);
    expect(files[0].checksNotRun).toMatchObject([{ check: 'xbrl', reason: expect.stringContaining(reason) }]);
  });

  it.each([
    ['missing.xml', 'Cannot read missing.xml: no such file; check the path'],
    ['weight.xml', 'line 10, an arc has the weight "minus one", expected a number such as 1.0 or -1.0'],
    ['cut.xml', 'it is not well-formed XML: line '],
    ['page.htm', 'Cannot read page.htm as an XBRL calculation linkbase: '],
    ['untagged.txt', 'Name the file that ends in _cal.xml'],
  ])('refuses %s with file, place and remedy, and checks nothing', async (file, message) => {
    const { status, err, files } = await run(`page.htm --calculations ${file}`);
    expect([status, files]).toEqual([2, []]);
    expect(err).toContain(message);
    expect(err).toContain(file);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
