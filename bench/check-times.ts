/** How long reading and each check take, in processor time, warm, against bare tokenization of the same page. */
import type { Check, CheckContext, CheckOutcome } from '../src/checks/index.js';
import type { Checker } from './checker.js';
import type { RealFiling } from './real-filings.js';
import { sampleOf } from './sample.js';
import { printTable } from './tables.js';
import { tokenize } from './tokenize.js';

const RUNS = 8;
/** Until the code is compiled; the first filing serves for it. */
const WARM_UP = 12;
const MEGABYTE = 1e6;

interface Times {
  readonly megabytes: number;
  readonly figures: number;
  /** Milliseconds, the quickest of the runs. */
  readonly yardstick: number;
  readonly read: number;
  readonly check: number;
  readonly by: ReadonlyMap<string, number>;
}

/** Of pages of HTML, the yardstick being a tokenizer of HTML; as filed, with their tags. */
export function checkTimes(filings: readonly RealFiling[], checker: Checker, context: CheckContext): void {
  const pages = filings.filter(({ kind }) => kind === 'html');
  const [first] = pages;
  if (first === undefined) throw new Error('No page of HTML among them');
  timesOf(first, checker, context, WARM_UP);
  const rows = pages.map((filing) => ({ name: filing.name, times: timesOf(filing, checker, context, RUNS) }));
  const ratios = rows.map(({ times }) => (times.read + times.check) / times.yardstick);
  printTable(
    ['filing', 'MB', 'figures', 'yardstick', 'read', 'check', 'both'],
    rows.map(({ name, times }, index) => [
      name,
      times.megabytes.toFixed(2),
      String(times.figures),
      `${times.yardstick.toFixed(1)} ms`,
      `${(times.read / times.yardstick).toFixed(2)}×`,
      `${(times.check / times.yardstick).toFixed(2)}×`,
      `${(ratios[index] ?? 0).toFixed(2)}×`,
    ]),
  );
  console.log(
    `Read and check: median ${sampleOf(ratios).median.toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)} times.\n`,
  );
  const ids = [...checker.checks.map(({ meta }) => meta.id), 'engine'];
  printTable(
    ['check', 'ms a MB', 'times the yardstick', 'worst filing, ms a MB'],
    ids
      .map((id) => {
        const perMegabyte = rows.map(({ times }) => (times.by.get(id) ?? 0) / times.megabytes);
        const overYardstick = rows.map(({ times }) => (times.by.get(id) ?? 0) / times.yardstick);
        return { id, mean: mean(perMegabyte), over: mean(overYardstick), worst: Math.max(...perMegabyte) };
      })
      .sort((a, b) => b.mean - a.mean)
      .map(({ id, mean: own, over, worst }) => [id, own.toFixed(2), over.toFixed(3), worst.toFixed(2)]),
  );
}

function timesOf({ name, bytes }: RealFiling, checker: Checker, context: CheckContext, runs: number): Times {
  const { readFiling, runChecks, checks } = checker;
  const { text } = readFiling(bytes, { path: name }).source;
  const times: Record<'yardstick' | 'read' | 'check', number[]> = { yardstick: [], read: [], check: [] };
  const by = new Map<string, number[]>();
  let figures = 0;
  for (let index = 0; index < runs; index += 1) {
    times.yardstick.push(cpuTime(() => tokenize(text)).milliseconds);
    const { result: filing, milliseconds } = cpuTime(() => readFiling(text, { path: name }));
    times.read.push(milliseconds);
    figures = filing.figures.length;
    let inChecks = 0;
    const timed = checks.map(
      (check): Check => ({
        ...check,
        run: (own, given): CheckOutcome => {
          const { result, milliseconds: taken } = cpuTime(() => check.run(own, given));
          inChecks += taken;
          add(by, check.meta.id, taken);
          return result;
        },
      }),
    );
    const whole = cpuTime(() => runChecks(timed, filing, context)).milliseconds;
    times.check.push(whole);
    add(by, 'engine', whole - inChecks);
  }
  const quickest = (all: readonly number[]) => sampleOf(all).quickest;
  return {
    megabytes: text.length / MEGABYTE,
    figures,
    yardstick: quickest(times.yardstick),
    read: quickest(times.read),
    check: quickest(times.check),
    by: new Map([...by].map(([id, all]) => [id, quickest(all)])),
  };
}

function add(by: Map<string, number[]>, id: string, milliseconds: number): void {
  by.set(id, [...(by.get(id) ?? []), milliseconds]);
}

function cpuTime<Result>(work: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, milliseconds: (user + system) / 1000 };
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, each) => sum + each, 0) / Math.max(1, all.length);
}
