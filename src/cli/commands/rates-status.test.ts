import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fredFile, HeldStore, JPY } from '../../../test/rates-update/held-store.js';

const store = new HeldStore();
const fresh = new HeldStore();

beforeAll(async () => {
  await store.fill();
  const path = join(store.folder, 'DEXJPUS.csv');
  writeFileSync(path, fredFile(JPY));
  await store.run('rates', 'import', path);
});
afterAll(() => {
  store.remove();
  fresh.remove();
});

describe('tickmark rates status', () => {
  it('says that only the rates of the package are used, and how to update', async () => {
    const { status, out } = await fresh.run('rates', 'status');
    expect(status).toBe(0);
    expect(out).toMatch(/^Noon buying rates \(H\.10\) held on 2026-05-26\n/);
    expect(out).toMatch(/^JPY +2026-05-15 +current +the package$/m);
    expect(out).toMatch(/^currency +last day +behind +from$/m);
    expect(out).toMatch(/^CNY +2026-01-16 +17 releases /m);
    expect(out).toContain('Rates of later days than 2026-05-26 are held: check the clock of this machine.\n');
    expect(out).toMatch(/^DEM +1998-12-31 +ended /m);
    expect(out).toContain(
      'Only the rates of the package are used, as of 2026-07-24.\n"tickmark rates update" fetches',
    );
  });

  it('says what was fetched, when, and from where', async () => {
    const { out } = await store.run('rates', 'status');
    expect(out).toMatch(/^JPY +2026-05-19 +current +2026-05-26T12:00:00Z +[0-9a-f]{12} +DEXJPUS\.csv$/m);
    expect(out).toMatch(/^EUR +2026-05-18 +current +2026-05-26T12:00:00Z +[0-9a-f]{12} +fred\.csv$/m);
    expect(out).toContain(`Kept in ${store.directory}, on top of`);
  });

  it('has all of it as JSON', async () => {
    const status = JSON.parse((await store.run('rates', 'status', '--format', 'json')).out);
    expect(status).toMatchObject({
      today: '2026-05-26',
      packageOnly: false,
      packageAsOf: '2026-07-24',
      sources: [],
    });
    const euro = status.noon.find((each: { currency: string }) => each.currency === 'EUR');
    expect(euro).toMatchObject({ unit: 'USD/EUR', lastDay: '2026-05-18', releasesBehind: 0, revisions: [] });
    expect(euro.latest).toMatchObject({ from: 'fred.csv', first: '2026-05-04', last: '2026-05-18' });
  });
});

describe('tickmark rates undo', () => {
  it('says what it would do, does it, and goes forth again', async () => {
    const change = 'H.10, JPY/USD: 13881 rates to 2026-05-19 → 13880 rates to 2026-05-18\n';
    const dry = await store.run('rates', 'undo', '--dry-run');
    expect(dry.out).toBe(`${change}nothing was changed: a dry run\n`);
    const undone = await store.run('rates', 'undo');
    expect([undone.status, undone.out.startsWith(change)]).toEqual([0, true]);
    expect((await store.run('rates', 'on', '2026-05-19', '-c', 'JPY')).out).toContain(
      'the rates end on Monday, May 18',
    );
    const again = await store.run('rates', 'undo');
    expect(again.out).toBe(
      'H.10, JPY/USD: 13880 rates to 2026-05-18 → 13881 rates to 2026-05-19\n' +
        'the last change holds again; another "tickmark rates undo" takes it back\n',
    );
    const third = await store.run('rates', 'undo', '--dry-run', '--format', 'json');
    expect(JSON.parse(third.out)).toEqual({
      directory: store.directory,
      dryRun: true,
      direction: 'back',
      series: [
        {
          source: 'H.10',
          unit: 'JPY/USD',
          now: { lastDay: '2026-05-19', rates: 13881 },
          after: { lastDay: '2026-05-18', rates: 13880 },
          revised: 0,
        },
      ],
      damage: null,
    });
  });

  it('has nothing to undo at first', async () => {
    const { status, err } = await fresh.run('rates', 'undo');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('Cannot undo: no update or import has changed the rates'),
    ]);
  });
});
