/** The same model as a plain JavaScript loop, trial by trial: Math.random, Box-Muller, Knuth's Poisson. */
import { MEDIANS, MOVED, NORMAL, RATES, SIGMAS } from './risk-model.js';

const trials = Number(process.argv[2] ?? 1_000_000);

const { seconds: first } = timed();
timed();
console.log(JSON.stringify({ ...timed(), first, peakBytes: process.resourceUsage().maxRSS * 1024 }));

function timed() {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = run(trials);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { seconds, processor: (user + system) / 1e6, ...result };
}

function run(count: number) {
  const none = RATES.map((rate) => Math.exp(-rate));
  const logs = MEDIANS.map((median) => Math.log(median));
  const sums = new Float64Array(count);
  let total = 0;
  for (let trial = 0; trial < count; trial++) {
    let sum = NORMAL.mean + NORMAL.deviation * normal() + MOVED.amount * Math.expm1(MOVED.sigma * normal());
    for (let risk = 0; risk < none.length; risk++) {
      const limit = none[risk] as number;
      for (let product = Math.random(); product > limit; product *= Math.random()) {
        sum += Math.exp((logs[risk] as number) + (SIGMAS[risk] as number) * normal());
      }
    }
    sums[trial] = sum;
    total += sum;
  }
  sums.sort();
  const quantiles = [0.95, 0.99].map((level) => sums[Math.ceil(level * count) - 1]);
  return { mean: total / count, quantiles };
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}
