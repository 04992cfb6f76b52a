/**
 * Reads what nobody would file, and sees that each ends soon, as a Filing that keeps all laws or with an `InputError`:
 * `npm run bench:fuzz`. First the worst inputs that we know, then real filings cut, spliced and changed, and noise.
 *
 * `--seconds 60` for the second part, `--seed 1`; `--worst` or `--random` for one part; `--only TEXT` of the worst those with
 * that in their names; `--save FOLDER` keeps the inputs that failed. Exit status 1 where one did.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { type FuzzCase, randomCase, WORST_CASES } from './fuzz-cases.js';
import type { FuzzAnswer } from './fuzz-worker.js';
import { Random } from './random.js';
import { realFilings } from './real-filings.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HANG = 120_000;
/** What a megabyte may take, in processor time, and what any input may. */
const MILLISECONDS_A_MEGABYTE = 4000;
const MILLISECONDS_FREE = 1000;
/** Of the heap. A megabyte of the worst may take some hundred, the limit on bytes bounds the rest. */
const MEGABYTES = 4096;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    worst: { type: 'boolean', default: false },
    random: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    save: { type: 'string' },
  },
});

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-fuzz-'));
  const bench = new Bench(join(folder, 'worker.mjs'));
  try {
    if (!values.random) await runWorst(bench);
    if (!values.worst) await runRandom(bench);
  } finally {
    await bench.stop();
    rmSync(folder, { recursive: true });
  }
  console.log(`${bench.read} read, ${bench.refused} refused, ${bench.failed} failed.`);
  if (bench.failed > 0) process.exitCode = 1;
}

async function runWorst(bench: Bench): Promise<void> {
  for (const [name, make] of WORST_CASES) {
    if (!name.includes(values.only)) continue;
    const made = make();
    const bytes = typeof made === 'string' ? Buffer.from(made) : made;
    const { milliseconds, refused } = await bench.try({ name, bytes });
    const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
    console.log(
      `${milliseconds.toFixed(0).padStart(7)} ms  ${size.padStart(8)}  ${name}${refused ? ' (refused)' : ''}`,
    );
  }
}

async function runRandom(bench: Bench): Promise<void> {
  const random = new Random(Number(values.seed));
  const filings = [...realFilings('html'), ...realFilings('text')];
  const until = performance.now() + 1000 * Number(values.seconds);
  for (let index = 1; performance.now() < until; index += 1) {
    const { name, bytes } = randomCase(random, filings);
    await bench.try({ name: `seed ${values.seed}, case ${index}: ${name}`, bytes });
  }
}

/** A worker that reads; another takes its place where it hangs or dies. */
class Bench {
  read = 0;
  refused = 0;
  failed = 0;
  private readonly bundle: string;
  private worker: Worker;
  private settle: (answer: FuzzAnswer) => void = () => {};

  constructor(bundle: string) {
    this.bundle = bundle;
    buildSync({
      entryPoints: [join(ROOT, 'bench/fuzz-worker.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: bundle,
      logLevel: 'error',
    });
    this.worker = this.start();
  }

  async try({ name, bytes }: FuzzCase): Promise<FuzzAnswer> {
    const answer = await this.answer(name, bytes);
    this.read += 1;
    if (answer.refused) this.refused += 1;
    const most = MILLISECONDS_FREE + (MILLISECONDS_A_MEGABYTE * bytes.length) / 1e6;
    const slow =
      answer.milliseconds > most
        ? [`takes ${answer.milliseconds.toFixed(0)} ms for ${bytes.length} bytes`]
        : [];
    const problems = [...answer.problems, ...slow];
    if (problems.length > 0) this.report(name, bytes, problems);
    return answer;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.bundle, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    worker.on('message', (answer: FuzzAnswer) => this.settle(answer));
    worker.on('error', (error) => this.replace(0, `ends the thread: ${error.message}`));
    return worker;
  }

  private answer(name: string, bytes: Uint8Array): Promise<FuzzAnswer> {
    const timer = setTimeout(() => this.replace(HANG, `has not ended after ${HANG / 1000} s`), HANG);
    return new Promise((done) => {
      this.settle = (answer) => {
        clearTimeout(timer);
        done(answer);
      };
      this.worker.postMessage({ name, bytes });
    });
  }

  private replace(milliseconds: number, problem: string): void {
    this.worker.removeAllListeners();
    void this.worker.terminate();
    this.worker = this.start();
    this.settle({ milliseconds, refused: false, problems: [problem] });
  }

  private report(name: string, bytes: Uint8Array, problems: readonly string[]): void {
    this.failed += 1;
    console.log(`FAILED ${name}`);
    for (const problem of problems) console.log(`  ${problem}`);
    if (values.save === undefined) return;
    mkdirSync(values.save, { recursive: true });
    const path = join(values.save, `${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}.bin`);
    if (bytes.length < 5e6) writeFileSync(path, bytes);
    console.log(`  ${path}`);
  }
}

await run();
