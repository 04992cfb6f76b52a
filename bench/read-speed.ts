/**
 * Measures how fast and in how little memory `readFiling` reads: `npm run bench:read`. Prints markdown tables.
 *
 * HTML: the yardstick is htmlparser2 as it is shipped, with handlers that only count, on the same text in the same
 * process. The two are run in turn, so that a busy moment of the machine hits both alike, and the medians compared.
 * Garbage is never collected by force: that makes V8 forget compiled code and slows the yardstick more than us.
 * Plain text: megabytes a second. Growth: the time for a report whose body is repeated ten times over that of one.
 * Memory: a process that reads one file, its peak less that of a process that only loads it, over the bytes of the file.
 *
 * `--filing apple` takes filings with that in their names; `--runs 7`; `--only html|text|growth|memory|parts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import type { Filing, Source } from '../src/filing/index.js';
import { type RealFiling, realFilings } from './real-filings.js';
import { sampleOf, timed } from './sample.js';
import { printTable } from './tables.js';
import { tokenize } from './tokenize.js';

/** What is measured is the bundle, as it is shipped: `tsx` adds to each function. */
interface Reader {
  readonly decodeSource: (bytes: Uint8Array, path: string, limits: object) => Source;
  readonly readLayout: (source: Source, limits: object) => unknown;
  readonly readFacts: (text: string) => unknown;
  readFiling(
    bytes: Uint8Array,
    options: { path: string; limits: { maxBytes: number; maxParts: number } },
  ): Filing;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TIMES = 10;
/** Ten reports in one go beyond the limits that a single one must keep. */
const LIMITS = { maxBytes: 2 ** 30, maxParts: 1e8 };
const MEGABYTE = 1e6;

const { values } = parseArgs({
  options: {
    filing: { type: 'string', default: '' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});
const RUNS = Number(values.runs);

await run();

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
  try {
    const bundle = join(folder, 'filing.mjs');
    buildSync({
      stdin: {
        resolveDir: join(ROOT, 'src/filing'),
        contents: `export { readFiling } from './read-filing.ts';
          export { decodeSource } from './read/decode.ts';
          export { readLayout } from './read/read-layout.ts';
          export { readFacts } from './read/ixbrl/read-facts.ts';`,
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: bundle,
      logLevel: 'error',
    });
    const reader: Reader = await import(pathToFileURL(bundle).href);
    const html = [...realFilings('html', values.filing)];
    const text = [...realFilings('text', values.filing)];
    if (html.length + text.length === 0)
      return console.log('Skipped: no filing of that name in ../shared/filings.');
    console.log(
      `Node ${process.version}, ${cpus()[0]?.model.trim()}, load ${(loadavg()[0] ?? 0).toFixed(1)}.\n`,
    );
    const asked = (part: string) => values.only === undefined || values.only === part;
    if (asked('html') && html.length > 0) printHtml(html, reader);
    if (asked('text') && text.length > 0) printText(text, reader);
    if (asked('parts')) printParts([...html, ...text], reader);
    if (asked('growth')) printGrowth([...html, ...text], reader);
    if (asked('memory')) printMemory([...html, ...text], bundle, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read({ readFiling }: Reader, { name, bytes }: RealFiling): Filing {
  return readFiling(bytes, { path: name, limits: LIMITS });
}

function printHtml(filings: readonly RealFiling[], reader: Reader): void {
  const rows = filings.map((filing) => {
    const text = read(reader, filing).source.text;
    tokenize(text);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let index = 0; index < runsFor(filing); index += 1) {
      theirs.push(timed(() => tokenize(text)));
      ours.push(timed(() => read(reader, filing)));
    }
    const [we, they] = [sampleOf(ours), sampleOf(theirs)];
    return {
      filing,
      milliseconds: we.median,
      yardstick: they.median,
      ratio: we.median / they.median,
      best: we.quickest / they.quickest,
    };
  });
  printTable(
    ['HTML', 'MB', 'read', 'yardstick', 'ratio of medians', 'of quickest', 'ms a MB'],
    rows.map(({ filing, milliseconds, yardstick, ratio, best }) => [
      filing.name,
      (filing.bytes.length / MEGABYTE).toFixed(2),
      `${milliseconds.toFixed(1)} ms`,
      `${yardstick.toFixed(1)} ms`,
      ratio.toFixed(2),
      best.toFixed(2),
      (milliseconds / (filing.bytes.length / MEGABYTE)).toFixed(1),
    ]),
  );
  const ratios = rows.map(({ ratio }) => ratio);
  const bests = rows.map(({ best }) => best);
  printTable(
    ['HTML, times the yardstick', 'median', 'worst'],
    [
      ['ratio of medians', sampleOf(ratios).median.toFixed(2), Math.max(...ratios).toFixed(2)],
      ['ratio of the quickest', sampleOf(bests).median.toFixed(2), Math.max(...bests).toFixed(2)],
    ],
  );
}

/** A small file is read more often, until the code that reads it is compiled. */
function runsFor({ bytes }: RealFiling): number {
  return Math.max(RUNS, Math.min(200, Math.round((RUNS * MEGABYTE) / (2 * bytes.length))));
}

/** Shares of the time that the parts take which can be run by themselves; the rest is outline, tables and figures. */
function printParts(filings: readonly RealFiling[], reader: Reader): void {
  const rows = spread(filings, 12).map((filing) => {
    const source = reader.decodeSource(filing.bytes, filing.name, LIMITS);
    const quickest = (work: () => unknown) =>
      sampleOf(Array.from({ length: runsFor(filing) + 1 }, () => timed(work))).quickest;
    const whole = quickest(() => read(reader, filing));
    const parts = [
      quickest(() => reader.decodeSource(filing.bytes, filing.name, LIMITS)),
      quickest(() => reader.readLayout(source, LIMITS)),
      quickest(() => reader.readFacts(source.text)),
    ];
    const rest = whole - parts.reduce((sum, part) => sum + part, 0);
    const share = (milliseconds: number) => `${((100 * milliseconds) / whole).toFixed(0)}%`;
    return [filing.name, `${whole.toFixed(1)} ms`, ...parts.map(share), share(rest)];
  });
  printTable(['Parts', 'read', 'decoding', 'layout', 'facts', 'outline, tables, figures'], rows);
}

function printText(filings: readonly RealFiling[], reader: Reader): void {
  const rows = filings.map((filing) => {
    read(reader, filing);
    const sample = sampleOf(Array.from({ length: runsFor(filing) }, () => timed(() => read(reader, filing))));
    const speed = (milliseconds: number) => (filing.bytes.length / MEGABYTE / milliseconds) * 1000;
    return [
      filing.name,
      (filing.bytes.length / MEGABYTE).toFixed(2),
      `${sample.median.toFixed(1)} ms`,
      speed(sample.median).toFixed(1),
      speed(sample.quickest).toFixed(1),
    ];
  });
  printTable(['Plain text', 'MB', 'read', 'MB/s', 'MB/s of the quickest'], rows);
}

function printGrowth(filings: readonly RealFiling[], reader: Reader): void {
  const rows = spread(filings, 8).map((filing) => {
    const large = { ...filing, bytes: tenfold(filing) };
    read(reader, filing);
    const once = sampleOf(Array.from({ length: runsFor(filing) }, () => timed(() => read(reader, filing))));
    const often = sampleOf(Array.from({ length: 3 }, () => timed(() => read(reader, large))));
    return [
      filing.name,
      `${once.quickest.toFixed(0)} ms`,
      `${often.quickest.toFixed(0)} ms`,
      (often.quickest / once.quickest).toFixed(2),
    ];
  });
  printTable(['Body repeated ten times', 'once', 'ten times', 'ratio'], rows);
}

/** Evenly over the list, so that the sample holds different makers and years. */
function spread<T>(items: readonly T[], count: number): T[] {
  const size = Math.min(count, items.length);
  return Array.from({ length: size }, (_, index) => items[Math.floor((index * items.length) / size)] as T);
}

/** The same report with its body ten times. */
function tenfold({ bytes, kind }: RealFiling): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  if (kind === 'text') return Buffer.from(text.repeat(TIMES), 'latin1');
  const start = Math.max(0, text.search(/<body[^>]*>/i));
  const from = start + (/^<body[^>]*>/i.exec(text.slice(start))?.[0].length ?? 0);
  const end = text.search(/<\/body>/i);
  const to = end < 0 ? text.length : end;
  return Buffer.from(text.slice(0, from) + text.slice(from, to).repeat(TIMES) + text.slice(to), 'latin1');
}

function printMemory(filings: readonly RealFiling[], bundle: string, folder: string): void {
  const source = join(folder, 'source');
  const peak = (bytes: Uint8Array, reads: boolean) => {
    writeFileSync(source, bytes);
    const code = `
      const { readFiling } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
      const { existsSync, readFileSync } = await import('node:fs');
      const path = ${JSON.stringify(source)};
      const limits = ${JSON.stringify(LIMITS)};
      globalThis.kept = ${reads} ? readFiling(readFileSync(path), { path, limits }) : null;
      // What Linux says of this program alone: maxRSS begins with the peak of the process that started it.
      const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
      process.stdout.write(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? String(process.resourceUsage().maxRSS));`;
    return (
      1024 * Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }))
    );
  };
  const bare = peak(Buffer.from('-'), false);
  const rows = spread(filings, 12).map((filing) => {
    const large = tenfold(filing);
    const above = (bytes: Uint8Array) => peak(bytes, true) - bare;
    const [once, often] = [above(filing.bytes), above(large)];
    return [
      filing.name,
      (filing.bytes.length / MEGABYTE).toFixed(2),
      `${(once / MEGABYTE).toFixed(0)} MB`,
      (once / filing.bytes.length).toFixed(1),
      `${(often / MEGABYTE).toFixed(0)} MB`,
      (often / large.length).toFixed(1),
    ];
  });
  console.log(`A process that loads the reader and reads nothing: ${(bare / MEGABYTE).toFixed(0)} MB.\n`);
  printTable(
    ['Memory above it', 'MB', 'peak', 'times the source', 'body ten times', 'times the source'],
    rows,
  );
}
