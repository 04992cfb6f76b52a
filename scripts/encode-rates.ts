/**
 * Re-encodes a folder of daily H.10 rates into the one file that the package carries, and says how compact it is. Then
 * `npm run generate` renews the charts and the coverage table of docs/rates.md.
 *
 *     npx tsx scripts/encode-rates.ts ../shared/data/h10 [--as-of 2026-07-24] [--output FILE]
 *
 * The folder holds `index.csv` (iso, name, h10_series_code, fred_series, quoted, …) and, for each currency,
 * `<ISO>.csv` (date, rate; ascending; a day without a rate has no row).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DailyRates } from '../src/rates/daily-rates.js';
import { encodeRatesFile, type RatesFileSeries } from '../src/rates/rates-file.js';
import { type Day, Decimal, formatDay, InputError, parseDay } from '../src/value/index.js';

const OUTPUT = fileURLToPath(new URL('../src/rates/noon-buying-rates.bin', import.meta.url));
const SOURCE = 'H.10';
const DESCRIPTION =
  'daily noon buying rates in New York City for cable transfers, certified by the Federal Reserve Bank of ' +
  'New York and published by the Federal Reserve Board in its H.10 release';

try {
  main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { 'as-of': { type: 'string' }, output: { type: 'string', default: OUTPUT } },
    allowPositionals: true,
  });
  const folder = positionals[0];
  if (folder === undefined) {
    throw new InputError('bad-option', 'Unexpected end of the command, expected a folder of CSV files');
  }
  const series = readIndex(folder);
  const lastDay = Math.max(...series.map(({ rates }) => rates.days.at(-1) ?? 0)) as Day;
  const asOf = formatDay(parseDay(values['as-of'] ?? formatDay(lastDay)));
  const file = encodeRatesFile({ source: SOURCE, description: DESCRIPTION, asOf }, series);
  writeFileSync(values.output, file);

  const observations = series.reduce((sum, { rates }) => sum + rates.days.length, 0);
  const csvBytes = series.reduce((sum, entry) => sum + entry.csvBytes, 0);
  console.log(`${series.length} currencies, ${observations} rates, to ${formatDay(lastDay)}`);
  console.log(`${file.length} bytes of ${csvBytes} as CSV (${((100 * file.length) / csvBytes).toFixed(1)}%)`);
}

interface ReadSeries {
  readonly series: RatesFileSeries;
  readonly rates: DailyRates;
  readonly csvBytes: number;
}

function readIndex(folder: string): ReadSeries[] {
  const lines = readFileSync(join(folder, 'index.csv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const [code = '', name = '', h10 = '', fred = '', quoted = ''] = line.split(',');
    if (quoted !== 'per_usd' && quoted !== 'usd_per_unit') {
      throw new InputError('bad-rates-file', `Unexpected direction "${quoted}" of ${code} in index.csv`);
    }
    return readSeries(join(folder, `${code}.csv`), { code, name, h10, fred, quoted });
  });
}

function readSeries(path: string, about: Omit<RatesFileSeries, 'decimals'>): ReadSeries {
  const text = readFileSync(path, 'utf8');
  const rows = text.trimEnd().split('\n').slice(1);
  const days = new Int32Array(rows.length);
  const coefficients = new Float64Array(rows.length);
  let decimals: number | null = null;
  rows.forEach((row, index) => {
    const [date = '', rate = ''] = row.split(',');
    const printed = Decimal.parse(rate);
    decimals ??= printed.scale;
    if (printed.scale !== decimals || printed.sign() <= 0) {
      throw new InputError('bad-rates-file', `Unexpected "${row}" in ${path}, expected ${decimals} decimals`);
    }
    days[index] = parseDay(date);
    coefficients[index] = Number(printed.coefficient);
  });
  return {
    series: { ...about, decimals: decimals ?? 0 },
    rates: { days, coefficients },
    csvBytes: Buffer.byteLength(text),
  };
}
