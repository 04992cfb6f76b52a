/** The same model in Squiggle: `node squiggle.mjs TRIALS FOLDER`, where FOLDER has it among its node_modules. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , trials, folder] = process.argv;
const require = createRequire(pathToFileURL(join(folder, 'package.json')));
const { run } = await import(pathToFileURL(require.resolve('@quri/squiggle-lang')).href);

const CODE = `
rates = [0.05, 0.1, 0.1, 0.2, 0.25, 0.3, 0.5, 0.5, 1, 2]
medians = [50, 20, 80, 10, 15, 30, 5, 8, 3, 1]
sigmas = [1.2, 1, 1.5, 0.8, 1, 1.1, 0.7, 0.9, 0.8, 0.6]
event(nth) = {
  severity = Sym.lognormal(log(medians[nth]), sigmas[nth])
  SampleSet.map(SampleSet.fromDist(Danger.poissonDist(rates[nth])), {|count|
    count < 1 ? 0 : Number.sum(List.make(count, {|i| sample(severity)}))
  })
}
moved = SampleSet.map(SampleSet.fromDist(Sym.normal(0, 0.08)), {|x| 500 * (exp(x) - 1)})
start = SampleSet.fromDist(Sym.normal(-10, 40)) + moved
total = List.reduce(List.upTo(0, 9), start, {|sum, nth| sum + event(nth)})
[mean(total), quantile(total, 0.95), quantile(total, 0.99)]
`;

const start = performance.now();
const output = await run(CODE, {
  environment: { sampleCount: Number(trials), xyPointLength: 1000, seed: 'benchmark' },
});
const seconds = (performance.now() - start) / 1000;
if (!output.result.ok) throw new Error(String(output.result.value));
const [mean, ...quantiles] = output.result.value.result.value.getValues().map(({ value }) => value);
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ seconds, mean, quantiles, peakBytes }));
