/**
 * Measures what a user waits for, and prints a markdown table: `npm run bench`. Medians, with the quickest and the
 * slowest run. Whole processes are run in alternation, so that a busy moment of the machine hits both alike.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../src/checks/index.js';
import { readFiling } from '../src/filing/index.js';
import { noonBuyingRates } from '../src/rates/index.js';
import { MANY_FILES_HEAD, manyFilesRows } from './many-files.js';
import { processTime } from './processes.js';
import { RATES_HEAD, ratesRows } from './rates.js';
import { type Sample, sampleOf, timed } from './sample.js';
import { cells, printTable, times } from './tables.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = join(ROOT, '../shared');
const REPORT = join(SHARED, 'filings/20-f-iij-2006-item-3.txt');
const CSVS = join(SHARED, 'data/h10');
const COMMAND = join(ROOT, 'dist/cli.cjs');
const PROCESS_RUNS = 25;
const WARM_RUNS = 200;

if (existsSync(REPORT) && existsSync(CSVS)) await run();
else console.log('Skipped: the benchmarks read real filings and rates from ../shared, which is not there.');

async function run(): Promise<void> {
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${load()}.\n`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
  // Over the rates of the package, whatever the user holds.
  process.env.XDG_DATA_HOME = folder;
  try {
    const { bare, checked } = await processSamples();
    const warm = warmSample();
    printTable(
      ['Whole process', 'median', 'quickest', 'slowest', 'times `node -e 0`'],
      processRows(bare, checked),
    );
    printTable(
      ['Inside the process', 'median', 'quickest', 'slowest'],
      [firstCurrencyRow(), ['read and check the same Item 3, warm', ...cells(warm)]],
    );
    printTable(MANY_FILES_HEAD, await manyFilesRows(readFileSync(REPORT), warm, folder, COMMAND));
    printTable(RATES_HEAD, await ratesRows(CSVS, folder, COMMAND, bare));
    printTable(['Size of the rates', 'bytes'], sizeRows());
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`Load at the end: ${load()}.`);
}

/** Processes that waited for a processor, on average over the last minute; our own among them. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

async function processSamples(): Promise<{ bare: Sample; checked: Sample }> {
  const bare: number[] = [];
  const checked: number[] = [];
  for (let index = 0; index < PROCESS_RUNS; index += 1) {
    bare.push(await processTime(['-e', '0']));
    checked.push(await processTime([COMMAND, 'check', REPORT]));
  }
  return { bare: sampleOf(bare), checked: sampleOf(checked) };
}

function processRows(bare: Sample, checked: Sample): string[][] {
  return [
    ['`node -e 0`', ...cells(bare), '1.00'],
    [
      `\`tickmark check\` on an Item 3 of ${Math.round(statSync(REPORT).size / 1000)} kB`,
      ...cells(checked),
      times(checked, bare),
    ],
  ];
}

/** In a fresh process each time: the file is read and one currency decoded. */
function firstCurrencyRow(): string[] {
  const code = `
    const start = process.hrtime.bigint();
    const { noonBuyingRates } = await import('./dist/rates.js');
    noonBuyingRates().series('JPY/USD');
    console.log(Number(process.hrtime.bigint() - start) / 1e6);`;
  const times = Array.from({ length: PROCESS_RUNS }, () =>
    Number(
      spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, encoding: 'utf8' })
        .stdout,
    ),
  );
  return ['first currency ready, module loading included', ...cells(sampleOf(times))];
}

function warmSample(): Sample {
  const bytes = readFileSync(REPORT);
  const rates = noonBuyingRates();
  const runs = Array.from({ length: WARM_RUNS }, () =>
    timed(() => check(readFiling(bytes, { path: 'item-3.txt' }), { rates })),
  );
  return sampleOf(runs);
}

function sizeRows(): string[][] {
  const csvs = readdirSync(CSVS).filter((name) => /^[A-Z]{3}\.csv$/.test(name));
  const csvBytes = csvs.reduce((sum, name) => sum + statSync(join(CSVS, name)).size, 0);
  const ours = statSync(join(ROOT, 'dist/noon-buying-rates.bin')).size;
  return [
    [`${csvs.length} CSV files`, String(csvBytes)],
    [`the one file of ours (${((100 * ours) / csvBytes).toFixed(1)}%)`, String(ours)],
  ];
}
