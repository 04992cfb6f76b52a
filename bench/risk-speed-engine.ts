/** The engine as the command runs it, on the benchmark's model: `node engine TRIALS REPEATS [THREADS COMMAND]`. */
import { pathToFileURL } from 'node:url';
import { riskWorkers } from '../src/cli/risk/risk-workers.js';
import { spreadOf } from '../src/risk/results/spread.js';
import { simulate } from '../src/risk/simulation/simulate.js';
import type { Tally } from '../src/risk/simulation/totals.js';
import { REGISTER } from './risk-model.js';

const [, , trials = '1000000', repeats = '3', threads = '1', command = ''] = process.argv;
const workers = Number(threads) > 1 ? { workers: riskWorkers(pathToFileURL(command), Number(threads)) } : {};

// The same run again and again: the first in a fresh process, while V8 still compiles; what counts is the last.
const first = await run();
let last = first;
for (let repeat = 1; repeat < Number(repeats); repeat++) last = await run();
console.log(
  JSON.stringify({ ...last, first: first.seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }),
);

async function run() {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const { measures } = await simulate(REGISTER, { trials: Number(trials), seed: 2, ...workers });
  const change = measures.find(({ measure }) => measure === 'net-income')?.change as Tally;
  const { mean, valueAtRisk } = spreadOf(change, { quantiles: [], confidence: [0.95, 0.99] });
  return {
    seconds: (performance.now() - start) / 1000,
    processor: processorSeconds(process.cpuUsage(used)),
    mean: -(mean.value ?? Number.NaN),
    error: mean.standardError,
    quantiles: valueAtRisk.map(({ estimate }) => estimate.value),
  };
}

/** Of all threads, those that compile and collect among them. */
function processorSeconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}
