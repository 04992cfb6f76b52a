/**
 * How fast the risk engine is, and whether it is right: `npm run bench:risk [-- --squiggle]`. One model (ten compound
 * Poisson risks and two that move), a million trials, in processes that alternate: the engine from register to
 * quantiles, a plain JavaScript loop, and numpy on one thread where python3 has it, each of which runs it several times in
 * a process; the last counts, and the first is shown too. `--squiggle` installs @quri/squiggle-lang 0.10 in a temporary
 * folder and measures it once, on a tenth. Then two threads against one, in fresh processes, and the memory of a hundred
 * times as many trials.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtCommand } from '../test/built-command.js';
import { EXACT_MEAN } from './risk-model.js';
import { sampleOf } from './sample.js';
import { printTable } from './tables.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NUMPY = join(ROOT, 'bench/risk-speed/numpy_model.py');
const SQUIGGLE = join(ROOT, 'bench/risk-speed/squiggle.mjs');
const RUNS = 7;
const TRIALS = 1_000_000;
/** Of so many trials two threads are tried, and how much memory they take. */
const MANY = [10_000_000, 100_000_000];
const MANY_RUNS = 3;
const REPEATS = 6;
const COLUMNS = ['trials a second', 'median', 'quickest', 'first run', 'peak memory', 'mean', '95%', '99%'];
/** Known to this: 95% and 99% of the total. */
const KNOWN = [251, 700];

interface Answer {
  readonly seconds: number;
  /** Of all threads of the process: what a busy machine changes least. */
  readonly processor?: number;
  /** Of the first run in the process. */
  readonly first?: number;
  readonly mean: number;
  readonly error?: number;
  readonly quantiles: readonly number[];
  readonly peakBytes: number;
  readonly version?: string;
}

interface Contender {
  readonly name: string;
  readonly trials: number;
  readonly command: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'tickmark-risk-speed-'));
const entry = await builtCommand();
try {
  const [engine, loop] = await Promise.all(['engine', 'loop'].map(bundled));
  const node = (script: string | undefined, ...args: readonly (string | number)[]) =>
    [process.execPath, script ?? '', ...args.map(String)] as const;
  const own = speed(
    { name: 'engine, one thread', trials: TRIALS, command: node(engine, TRIALS, REPEATS) },
    { name: 'plain JavaScript loop', trials: TRIALS, command: node(loop, TRIALS) },
  );
  if (process.argv.includes('--squiggle')) squiggle(own);
  for (const trials of MANY) {
    growth(
      { name: 'engine, one thread', trials, command: node(engine, trials, 1) },
      { name: 'engine, two threads', trials, command: node(engine, trials, 1, 2, fileURLToPath(entry)) },
    );
  }
} finally {
  rmSync(folder, { recursive: true });
  rmSync(new URL('.', entry), { recursive: true });
}

async function bundled(name: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`bench/risk-speed-${name}.ts`],
    outfile,
    bundle: true,
    minifySyntax: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // Bundled CommonJS asks for it.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** Seconds a trial that the engine takes. */
function speed(engine: Contender, loop: Contender): number {
  const python = ['counts', 'scatter'].map((method) => ({
    name: `numpy, ${method === 'counts' ? 'a count for each trial' : 'events scattered, as the engine does'}`,
    trials: TRIALS,
    command: ['python3', NUMPY, String(TRIALS), method, '2'],
  }));
  const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
  if (!hasNumpy) console.log('numpy is left out: python3 has none (apt-get install python3-numpy).\n');
  const answers = alternating([engine, loop, ...(hasNumpy ? python : [])], RUNS);
  const version = [...answers.values()].flat().find((answer) => answer.version !== undefined)?.version;
  console.log(
    `Node ${process.version}${version === undefined ? '' : `, numpy ${version}`}, ${cpus()[0]?.model.trim()}. ` +
      `${TRIALS.toLocaleString('en-US')} trials, ${RUNS} alternating processes. ${loadNow()}\n`,
  );
  const own = answers.get(engine.name) ?? [];
  printTable(
    ['', ...COLUMNS, 'engine / this, medians', 'quickest', 'processor time, quickest'],
    [...answers].map(([name, runs]) => [
      ...row(name, runs, TRIALS),
      times(median(runs) / median(own)),
      times(quickest(runs) / quickest(own)),
      times(leastProcessor(runs) / leastProcessor(own)),
    ]),
  );
  const [first] = own;
  if (first !== undefined) checkNumbers(first);
  return median(own) / TRIALS;
}

function checkNumbers({ mean, error, quantiles }: Answer): void {
  const away = Math.abs(mean - EXACT_MEAN) / (error ?? Number.NaN);
  const near = quantiles.every((quantile, nth) => Math.abs(quantile / (KNOWN[nth] ?? 0) - 1) < 0.02);
  console.log(
    `Exact mean ${EXACT_MEAN.toFixed(3)}: the engine is ${away.toFixed(2)} standard errors from it. ` +
      `Quantiles near ${KNOWN.join(' and ')}: ${near ? 'yes' : 'NO'}.\n`,
  );
  if (!(away < 4) || !near) process.exitCode = 1;
}

function growth(one: Contender, two: Contender): void {
  const answers = alternating([one, two], MANY_RUNS);
  const alone = answers.get(one.name) ?? [];
  console.log(`${one.trials.toLocaleString('en-US')} trials, start of threads included. ${loadNow()}\n`);
  printTable(
    ['', ...COLUMNS, 'times one thread, medians', 'quickest'],
    [...answers].map(([name, runs]) => [
      ...row(name, runs, one.trials),
      times(median(alone) / median(runs)),
      times(quickest(alone) / quickest(runs)),
    ]),
  );
  const [a, b] = [one, two].map(({ name }) => JSON.stringify(numbersOf(answers.get(name)?.[0])));
  console.log(
    a === b ? 'One and two threads give the same numbers.\n' : `One and two threads DIFFER: ${a}, ${b}\n`,
  );
  if (a !== b) process.exitCode = 1;
}

/** Other work on the machine makes all numbers worse, and two threads most of all. */
function loadNow(): string {
  return `Load of the machine: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} processors.`;
}

function numbersOf(answer: Answer | undefined): readonly unknown[] {
  return [answer?.mean, answer?.quantiles];
}

function squiggle(own: number): void {
  const install = spawnSync('npm', ['install', '--prefix', folder, '@quri/squiggle-lang@0.10'], {
    encoding: 'utf8',
  });
  if (install.status !== 0) {
    console.log(`Squiggle is left out: it cannot be installed.\n${install.stderr}`);
    return;
  }
  const trials = TRIALS / 10;
  const answer = answerOf({
    name: 'squiggle',
    trials,
    command: [process.execPath, SQUIGGLE, String(trials), folder],
  });
  printTable(
    [`${trials.toLocaleString('en-US')} trials, one run`, ...COLUMNS, 'engine / this'],
    [[...row('@quri/squiggle-lang 0.10', [answer], trials), times(answer.seconds / trials / own)]],
  );
}

/** Each contender once in each round, so that a busy moment of the machine hits all alike. */
function alternating(contenders: readonly Contender[], rounds: number): Map<string, Answer[]> {
  const answers = new Map<string, Answer[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) answers.get(contender.name)?.push(answerOf(contender));
  }
  return answers;
}

function answerOf({ name, command: [program = '', ...args] }: Contender): Answer {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}

function median(runs: readonly Answer[]): number {
  return sampleOf(runs.map(({ seconds }) => seconds)).median;
}

function quickest(runs: readonly Answer[]): number {
  return sampleOf(runs.map(({ seconds }) => seconds)).quickest;
}

function leastProcessor(runs: readonly Answer[]): number {
  return sampleOf(runs.map(({ processor, seconds }) => processor ?? seconds)).quickest;
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} times`;
}

function row(name: string, runs: readonly Answer[], trials: number): string[] {
  const ms = (seconds: number) => `${(seconds * 1000).toFixed(0)} ms`;
  const peak = Math.max(...runs.map(({ peakBytes }) => peakBytes));
  const { mean = Number.NaN, quantiles = [] } = runs[0] ?? {};
  return [
    name,
    `${(trials / median(runs) / 1e6).toFixed(2)} million`,
    ms(median(runs)),
    ms(quickest(runs)),
    ms(sampleOf(runs.map(({ first, seconds }) => first ?? seconds)).median),
    `${(peak / 2 ** 20).toFixed(0)} MB`,
    mean.toFixed(3),
    ...quantiles.map((quantile) => quantile.toFixed(1)),
  ];
}
