import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../src/cli/command.js';
import { main } from '../../src/cli/main.js';
import { noonBuyingRates } from '../../src/rates/index.js';
import { formatDay, parseDay, plusDays, weekdayOf } from '../../src/value/index.js';
import { capturedIo } from '../captured-io.js';
import { type WrittenSeries, writtenFred, writtenXml, writtenZip } from '../written-rates.js';

/** Weekdays that the package holds, and after them days that are new to it; the rates of those are invented. */
const HELD_FROM = '2026-05-04';
const IMPORTED = '2026-05-18';
export const NEW_DAY = '2026-05-19';

export const DAYS = weekdays(HELD_FROM, NEW_DAY);
export const JPY = writtenSeries('RXI_N.B.JA', 'DEXJPUS', 'JPY/USD', ['159.01', '159.20']);
export const EUR = writtenSeries('RXI$US_N.B.EU', 'DEXUSEU', 'USD/EUR', ['1.1601', '1.1612']);
export const RELEASE = releaseOf([JPY, EUR]);

/** Made anew for each test: a data directory into which rates through `IMPORTED` have been imported. */
export class HeldStore {
  readonly folder = mkdtempSync(join(tmpdir(), 'tickmark-rates-'));
  readonly env = { XDG_DATA_HOME: this.folder };
  readonly directory = join(this.folder, 'tickmark', 'rates');

  /** A store of the same content, made sooner. */
  copy(): HeldStore {
    const copy = new HeldStore();
    cpSync(this.folder, copy.folder, { recursive: true });
    return copy;
  }

  async fill(): Promise<void> {
    const file = join(this.folder, 'fred.csv');
    const older = [JPY, EUR].map((series) => ({ ...series, rates: series.rates.slice(0, -1) }));
    writeFileSync(file, writtenFred(DAYS.slice(0, -1), older));
    const { status, err } = await this.run('rates', 'import', file);
    if (status !== 0) throw new Error(err);
  }

  run(...words: string[]) {
    return this.runOn({}, ...words);
  }

  async runOn(settings: Partial<CommandIo>, ...words: string[]) {
    const now = () => new Date('2026-05-26T12:00:00Z');
    const io = capturedIo({ env: this.env, cwd: this.folder, now, ...settings });
    const status = await main(words, io);
    return { status, out: io.written(), err: io.complained() };
  }

  /** Path and digest of every file of the store. */
  files(): string[] {
    const names = readdirSync(this.directory, { recursive: true, encoding: 'utf8' }).sort();
    const files = names.filter((name) => statSync(join(this.directory, name)).isFile());
    return files.map((name) => `${name} ${digest(readFileSync(join(this.directory, name)))}`);
  }

  /** The yen of the newest two days, as the command answers. */
  async answers(): Promise<string> {
    const newest = await this.run('rates', 'on', NEW_DAY, '--unit', 'JPY/USD');
    return (await this.run('rates', 'on', IMPORTED, '--unit', 'JPY/USD')).out + newest.out;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function releaseOf(series: readonly WrittenSeries[]): Buffer {
  return writtenZip([{ name: 'H10_data.xml', content: writtenXml(DAYS, series) }]);
}

/** What FRED answers for a series by its name. */
export function fredFile(series: WrittenSeries): Buffer {
  return writtenFred(DAYS, [series]);
}

function writtenSeries(
  h10: string,
  fred: string,
  unit: 'JPY/USD' | 'USD/EUR',
  newest: readonly string[],
): WrittenSeries {
  const held = noonBuyingRates().series(unit);
  const older = DAYS.slice(0, -newest.length).map(
    (day) => held?.on(parseDay(day))?.printed.toString() ?? null,
  );
  return { h10, fred, currency: unit.replace(/\/?USD\/?/, ''), rates: [...older, ...newest] };
}

function weekdays(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = parseDay(first); day <= parseDay(last); day = plusDays(day, 1)) {
    if (weekdayOf(day) % 6 !== 0) days.push(formatDay(day));
  }
  return days;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
