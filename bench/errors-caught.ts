/**
 * Measures how many wrong figures are caught, one at a time: `npm run bench:errors`. In each tagged filing of
 * `../shared/filings`, read without its tags, amounts that the filer tagged are drawn by seed; one of them is mistyped (a
 * digit changed, two adjacent digits swapped, a digit dropped and the commas set anew), the page is read and checked
 * again, and the error is *caught* where an error of ours names that figure among its suspects. *Still ticked* is a wrong
 * figure whose status is `ticked`; it must be next to none.
 *
 * Filings that nobody looks at while checks are written (`held-out.ts`) are counted apart, and none of them is shown.
 *
 * `--per 60` amounts a filing, `--seed 1`, `--filing apple`, `--check footing,change`, `--threads 2`; `--missed` lists what
 * was missed or stayed ticked, with what was said of it; `--outcome silent` lists that outcome only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { bundleChecker } from './checker.js';
import { printCaught } from './errors-caught-tables.js';
import { isHeldOut } from './held-out.js';
import type { Planted } from './planted-errors.js';
import type { PlantingAnswer, PlantingOrder } from './planted-errors-worker.js';
import { type RealFiling, realFilings } from './real-filings.js';

const { values } = parseArgs({
  options: {
    per: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    filing: { type: 'string', default: '' },
    check: { type: 'string' },
    threads: { type: 'string', default: '1' },
    missed: { type: 'boolean', default: false },
    outcome: { type: 'string' },
  },
});

await run();

async function run(): Promise<void> {
  const filings = [...realFilings('html', values.filing)].filter(({ bytes }) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('<ix:nonFraction'),
  );
  if (filings.length === 0)
    return console.log('Skipped: no tagged filing of that name in ../shared/filings.');
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
  try {
    const answers = await plantInAll(filings, folder);
    const planted = answers.flatMap((answer) => answer.planted);
    printMissed(planted);
    for (const heldOut of [false, true]) {
      const own = planted.filter((each) => each.heldOut === heldOut);
      if (own.length > 0) printCaught(own, heldOut ? 'held out' : 'developed on');
    }
    const thrown = new Set(answers.flatMap((answer) => answer.thrown));
    for (const error of thrown) console.log(`THREW ${error}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The answers in the order of the filings; each thread takes the next one when it is done. */
async function plantInAll(filings: readonly RealFiling[], folder: string): Promise<PlantingAnswer[]> {
  const workerData: PlantingOrder = {
    bundle: join(folder, 'checker.mjs'),
    checks: values.check?.split(',') ?? null,
    per: Number(values.per),
    seed: Number(values.seed),
  };
  await bundleChecker(workerData.bundle);
  const worker = join(folder, 'worker.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('planted-errors-worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: worker,
    external: ['esbuild'],
    logLevel: 'error',
  });
  const answers: PlantingAnswer[] = [];
  const left = [...filings.entries()];
  const work = async (): Promise<void> => {
    const thread = new Worker(worker, { workerData });
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, filing] = next;
      answers[index] = await ask(thread, filing);
      if (process.stderr.isTTY) process.stderr.write(`${filing.name}\n`);
    }
    await thread.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(Number(values.threads), filings.length) }, work));
  return answers;
}

function ask(thread: Worker, { name, bytes }: RealFiling): Promise<PlantingAnswer> {
  return new Promise((resolve, reject) => {
    thread.once('message', (answer: PlantingAnswer) => {
      thread.removeListener('error', reject);
      resolve(answer);
    });
    thread.once('error', reject);
    thread.postMessage({ name, bytes });
  });
}

function printMissed(planted: readonly Planted[]): void {
  if (!values.missed && values.outcome === undefined) return;
  for (const { filing, heldOut, outcome, stillTickedBy, lines } of planted) {
    if (heldOut || isHeldOut(filing) || lines.length === 0) continue;
    if (values.outcome !== undefined && outcome !== values.outcome) continue;
    console.log(
      `${filing}  ${outcome}${stillTickedBy.length > 0 ? ', STILL TICKED' : ''}: ${lines.join('\n')}\n`,
    );
  }
}
