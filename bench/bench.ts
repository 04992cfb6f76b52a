/**
 * Measures what a user waits for, and prints a markdown table: `npm run bench`. Medians, with the quickest and the
 * slowest run. Whole processes are run in alternation, so that a busy moment of the machine hits both alike.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../src/checks/index.js';
import { readFiling } from '../src/filing/index.js';
import { noonBuyingRates } from '../src/rates/index.js';
import { type Sample, sampleOf, timed } from './sample.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = join(ROOT, '../shared');
const REPORT = join(SHARED, 'filings/20-f-iij-2006-item-3.txt');
const CSVS = join(SHARED, 'data/h10');
const PROCESS_RUNS = 25;
const WARM_RUNS = 200;

if (existsSync(REPORT) && existsSync(CSVS)) run();
else console.log('Skipped: the benchmarks read real filings and rates from ../shared, which is not there.');

function run(): void {
  console.log(`Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}.\n`);
  printTable(['Whole process', 'median', 'quickest', 'slowest', 'times `node -e 0`'], processRows());
  printTable(['Inside the process', 'median', 'quickest', 'slowest'], [firstCurrencyRow(), warmRow()]);
  printTable(['Rates', 'bytes'], sizeRows());
}

function processRows(): string[][] {
  const bare: number[] = [];
  const checked: number[] = [];
  for (let index = 0; index < PROCESS_RUNS; index += 1) {
    bare.push(processTime(['-e', '0']));
    checked.push(processTime(['dist/cli.cjs', 'check', REPORT]));
  }
  const [base, whole] = [sampleOf(bare), sampleOf(checked)];
  return [
    ['`node -e 0`', ...cells(base), '1.00'],
    [
      `\`tickmark check\` on an Item 3 of ${Math.round(statSync(REPORT).size / 1000)} kB`,
      ...cells(whole),
      (whole.median / base.median).toFixed(2),
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

function warmRow(): string[] {
  const bytes = readFileSync(REPORT);
  const rates = noonBuyingRates();
  const times = Array.from({ length: WARM_RUNS }, () =>
    timed(() => check(readFiling(bytes, { path: 'item-3.txt' }), { rates })),
  );
  return ['read and check the same Item 3, warm', ...cells(sampleOf(times))];
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

function processTime(args: readonly string[]): number {
  return timed(() => {
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  });
}

function cells({ median, quickest, slowest }: Sample): string[] {
  return [median, quickest, slowest].map((milliseconds) => `${milliseconds.toFixed(1)} ms`);
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n'));
}
