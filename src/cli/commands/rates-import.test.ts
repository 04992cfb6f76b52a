import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  DAYS,
  EUR,
  fredFile,
  HeldStore,
  JPY,
  NEW_DAY,
  RELEASE,
} from '../../../test/rates-update/held-store.js';
import { writtenFred } from '../../../test/written-rates.js';

const filled = new HeldStore();
let store: HeldStore;

beforeAll(() => filled.fill());
afterAll(() => filled.remove());
beforeEach(() => {
  store = filled.copy();
});
afterEach(() => store.remove());

function file(name: string, content: string | Buffer): string {
  const path = join(store.folder, name);
  writeFileSync(path, content);
  return path;
}

const NOON =
  'date,rate\n2017-04-26,1.3614\n2017-04-27,1.3637\n2017-04-28,1.3650\n2017-05-01,1.3671\n2017-05-02,1.3707\n';
const AS_CANADA = ['--source', 'Bank of Canada', '--unit', 'CAD/USD'];

async function status() {
  return JSON.parse((await store.run('rates', 'status', '--format', 'json')).out);
}

describe('tickmark rates import', () => {
  it.each([
    ['the release', 'FRB_h10_xml.zip', RELEASE],
    ['a file of FRED', 'DEXJPUS.csv', fredFile(JPY)],
  ])('takes %s, and says what it added and where it is', async (_what, name, content) => {
    const { status: code, out, err } = await store.run('rates', 'import', file(name, content));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`JPY: added 1 day, ${NEW_DAY}\n`);
    expect(out).toMatch(new RegExp(`from ${name}, retrieved 2026-05-26T12:00:00Z, SHA-256 [0-9a-f]{12}\\n`));
    expect(out).toContain(`kept in ${store.directory}\n`);
    expect((await store.run('rates', 'import', file(name, content))).out).toMatch(
      /^already up to date: \d series/,
    );
  });

  it('reports a revised and a withdrawn rate, keeps the one and replaces the other', async () => {
    const rates = [...JPY.rates];
    const [was, withdrawn] = [rates[2], rates[3]];
    rates[2] = '100.00';
    rates[3] = null;
    const path = file('new.csv', writtenFred(DAYS, [{ ...JPY, rates }]));
    const { out } = await store.run('rates', 'import', path);
    expect(out).toContain(`JPY: revised ${DAYS[2]}: ${was} → 100.00\n`);
    expect(out).toContain(`JPY: ${DAYS[3]} is listed without a rate now; ${withdrawn} is kept\n`);
    expect((await store.run('rates', 'on', `${DAYS[2]}`, '-c', 'JPY')).out).toContain(': 100.00 ');
    expect((await store.run('rates', 'on', `${DAYS[3]}`, '-c', 'JPY')).out).toContain(`: ${withdrawn} `);
    const yen = (await status()).noon.find((each: { currency: string }) => each.currency === 'JPY');
    const retrieved = '2026-05-26T12:00:00Z';
    expect(yen.revisions).toEqual([{ day: DAYS[2], old: was, new: '100.00', retrieved }]);
    expect(yen.withdrawn).toEqual([{ day: DAYS[3], value: withdrawn, retrieved }]);
    expect(yen.latest).toMatchObject({ from: 'new.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    // Said once: the second time it is known.
    expect((await store.run('rates', 'import', path)).out).toMatch(/^already up to date/);
  });

  it('takes the file of the Bank of Canada as it stands', async () => {
    const path = file(
      'FX_RATES_DAILY.csv',
      '\ufeff"TERMS AND CONDITIONS"\n"https://www.example.com/"\n\n"SERIES"\n"id","label"\n"FXUSDCAD","x"\n\n' +
        '"OBSERVATIONS"\n"date","FXUSDCAD"\n"2025-08-01","1.3750"\n"2025-08-04",""\n"2025-08-05","1.3780"\n',
    );
    const { status: code, out, err } = await store.run('rates', 'import', path);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Bank of Canada, CAD\/USD: added 2 days, 2025-08-01 to 2025-08-05\n/);
  });

  it.each([
    ['rates.csv', 'date,rate\n2025-08-01,1.3750\n', 'say whose they are and in which unit'],
    ['DEXJPUS.csv', 'observation_date;DEXJPUS\n2025-08-01;149,5\n', 'semicolons between the columns'],
    ['rates.tsv', 'observation_date\tDEXJPUS\n2025-08-01\t149.5\n', 'tabs between the columns'],
  ])('says of %s what is wrong with it', async (name, content, says) => {
    const { status: code, err } = await store.run('rates', 'import', file(name, content));
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  it('takes all files or none', async () => {
    const files = store.files();
    const [good, bad] = [file('good.csv', fredFile(JPY)), file('bad.csv', 'hello')];
    const { status: code, err } = await store.run('rates', 'import', good, bad);
    expect([code, err]).toEqual([2, expect.stringContaining('bad.csv')]);
    expect(store.files()).toEqual(files);
  });

  it('refuses another series whole, with what differs', async () => {
    const files = store.files();
    const both = writtenFred(DAYS, [EUR, { ...JPY, rates: JPY.rates.map(() => '120.00') }]);
    const { status: code, err } = await store.run('rates', 'import', file('mixed.csv', both));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('Cannot take JPY/USD in mixed.csv: it is another series; it differs'),
    ]);
    expect(store.files()).toEqual(files);
  });

  it('takes another source under its names, which rates on and rates table then know', async () => {
    const line = [
      'rates',
      'import',
      file('noon.csv', NOON),
      ...AS_CANADA,
      '--names',
      'BoC; Bank of Canada rate',
    ];
    expect((await store.run(...line)).out).toContain(
      'Bank of Canada, CAD/USD: added 5 days, 2017-04-26 to 2017-05-02\n',
    );
    const on = await store.run('rates', 'on', '2017-04-30', '--source', 'boc', '--unit', 'CAD/USD');
    expect(on.out).toContain(
      'Friday, April 28, 2017: 1.3650 (Canadian dollars per U.S. $1.00)\nsource: Bank of Canada\n',
    );
    const all = await store.run('rates', 'on', '2017-04-28', '--source', 'Bank of Canada rate');
    expect(all.out).toMatch(/^Bank of Canada: rates on Friday, April 28, 2017\nCAD\/USD +1\.3650\n/);
    const words = '-c CAD --months 2017-05 --through 2017-05-02 --format csv'.split(' ');
    const table = await store.run('rates', 'table', '--source', 'bank of canada', ...words);
    expect(table.out).toContain(',daily,1.3707,1.3671,1.3689,1.3707,CAD/USD,Bank of Canada');
    const late = await store.run('rates', 'on', '2020-04-30', '--source', 'BoC', '-c', 'CAD');
    expect(late.err).toContain('"tickmark rates import FILE" takes newer ones of Bank of Canada');
    const none = await store.run('rates', 'on', '2017-04-28', '--source', 'Bank of Kitano');
    expect([none.status, none.err]).toEqual([
      2,
      expect.stringContaining('expected one of H.10, Bank of Canada;'),
    ]);
  });

  it('merges a source by the same rules, in a file that people can read', async () => {
    const first = file(
      'noon.csv',
      `# source: Bank of Canada\n# unit: CAD/USD\n# description: noon rates\n${NOON}`,
    );
    await store.run('rates', 'import', first);
    const later = file('later.csv', `${NOON.replace('1.3614', '1.3615')}2017-05-03,1.3719\n`);
    const { out } = await store.run('rates', 'import', later, ...AS_CANADA);
    expect(out).toContain('added 1 day, 2017-05-03\n');
    expect(out).toContain('revised 2017-04-26: 1.3614 → 1.3615\n');
    const [source] = (await status()).sources;
    expect(source).toMatchObject({ source: 'Bank of Canada', description: 'noon rates' });
    expect(readFileSync(source.path, 'utf8')).toMatch(
      /^# source: Bank of Canada\n[\s\S]*\ndate,CAD\/USD\n2017-04-26,1\.3615\n/,
    );
    const other = file('other.csv', NOON.replace(/,1\.3/g, ',1.4'));
    expect((await store.run('rates', 'import', other, ...AS_CANADA)).err).toContain('it is another series');
    const turned = await store.run(
      'rates',
      'import',
      first,
      '--source',
      'Bank of Canada',
      '--unit',
      'USD/CAD',
    );
    expect(turned.status).toBe(2);
  });

  it('refuses a source whose unit is the wrong way round, as the noon buying rates show', async () => {
    const files = store.files();
    const as = ['--source', 'Bank of Canada', '--unit', 'USD/CAD'];
    const { status: code, err } = await store.run('rates', 'import', file('noon.csv', NOON), ...as);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('near the noon buying rate of CAD/USD on 5 of 5 days'),
    ]);
    expect(store.files()).toEqual(files);
  });

  it('is taken back by rates remove, which an undo takes back', async () => {
    await store.run('rates', 'import', file('noon.csv', NOON), ...AS_CANADA, '--names', 'BoC');
    const files = store.files();
    expect((await store.run('rates', 'remove', 'boc', '--dry-run')).out).toContain(
      'Bank of Canada would be removed',
    );
    expect(store.files()).toEqual(files);
    expect((await store.run('rates', 'remove', 'boc')).out).toContain('Bank of Canada was removed');
    expect((await status()).sources).toEqual([]);
    expect((await store.run('rates', 'on', '2026-05-18', '-c', 'JPY')).out).toContain('159.01');
    const { status: code, err } = await store.run('rates', 'remove', 'boc');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('expected one that was imported; there is none'),
    ]);
    await store.run('rates', 'undo');
    expect((await status()).sources).toMatchObject([{ source: 'Bank of Canada' }]);
  });

  it('changes nothing in a dry run', async () => {
    const files = store.files();
    const { out } = await store.run(
      'rates',
      'import',
      file('a.csv', fredFile(JPY)),
      '--dry-run',
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject({ dryRun: true, changed: true, series: [{ currency: 'JPY' }] });
    expect(store.files()).toEqual(files);
  });

  it('says where rates could be kept where the environment names no home', async () => {
    const path = file('a.csv', fredFile(JPY));
    Object.assign(store.env, { XDG_DATA_HOME: undefined });
    expect((await store.run('rates', 'import', path)).err).toContain(
      'set XDG_DATA_HOME to a folder of yours',
    );
  });
});

describe('a damaged store', () => {
  function noonFile(): string {
    const state = readdirSync(store.directory).find((name) => name.startsWith('state-')) ?? '';
    return join(store.directory, state, 'noon-buying-rates.bin');
  }

  it.each<readonly [string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, 1000)],
    ['emptied', () => Buffer.alloc(0)],
    ['changed in its header', (bytes) => Buffer.from(bytes).fill(1, 500, 510)],
    ['of a newer version', (bytes) => Buffer.concat([Buffer.from('TMRATES\x02'), bytes.subarray(8)])],
  ])('%s names the file and the remedy, and can be undone', async (what, change) => {
    const path = noonFile();
    writeFileSync(path, change(readFileSync(path)));
    for (const line of ['rates on 2006-03-31 -c JPY', 'rates status', 'rates update']) {
      const { status: code, out, err } = await store.run(...line.split(' '));
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`Cannot use the rates in ${path}: `);
      expect(err).toContain(
        what === 'of a newer version'
          ? '; install the newest Tickmark, or run "tickmark rates undo"'
          : '; run "tickmark rates undo", or delete that file and run "tickmark rates update"',
      );
    }
    expect((await store.run('rates', 'undo')).status).toBe(0);
    expect((await store.run('rates', 'on', '2006-03-31', '-c', 'JPY')).out).toContain('117.48');
  });

  it('changed in the rates of one currency never gives a wrong rate', async () => {
    const path = noonFile();
    const bytes = readFileSync(path);
    // The bytes of the last currency, in the order of the header.
    bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { status: code, err } = await store.run('rates', 'on', '2006-03-31', '-c', 'ZAR');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('its rates of ZAR have changed; run "tickmark rates undo"'),
    ]);
    expect((await store.run('rates', 'on', '2006-03-31', '-c', 'JPY')).out).toContain('117.48');
  });
});
