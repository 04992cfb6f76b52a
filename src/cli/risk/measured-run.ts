import type { Register, RiskRun, RunProgress, RunRequest } from '../../risk/index.js';
import type { PriorItem11 } from '../../risk/item-11/prior-item-11.js';
import type { CommandIo } from '../command.js';
import { type ConfigOptions, findConfig } from '../config/find-config.js';
import { heldRatesOf } from '../held-rates.js';
import { checkOutputPath } from '../output.js';
import { progressOn } from '../progress.js';
import { type SimulationOptions, simulationSettings } from './simulation-options.js';

/** Fewer trials than this for each thread are done before a thread has started. */
const TRIALS_A_THREAD = 50_000;

/** What of the register is measured, beside what the options of a simulation say. */
export type Measured = Pick<RunRequest, 'under' | 'compare' | 'moveInputs'> & {
  readonly prior?: PriorItem11 | null;
  /** What a command asks of the register before anything is simulated. Throws `InputError`. */
  readonly requires?: (register: Register) => void;
};

/** Reads the register of that name and measures it, with progress on the terminal. Throws `InputError`. */
export async function measuredRun(
  path: string,
  options: SimulationOptions & ConfigOptions & { readonly output?: string },
  measured: Measured,
  io: CommandIo,
): Promise<RiskRun> {
  const settings = simulationSettings(options);
  const [risk, { fileReader, filesOf, loadRegister }, { legendOf }, { sha256 }] = await Promise.all([
    import('../../risk/index.js'),
    import('../register/load-register.js'),
    import('../register/legend.js'),
    import('./register-digest.js'),
  ]);
  const config = await findConfig(options, io);
  const text = await loadRegister(path, io);
  const register = risk.requireRegister(text, path);
  measured.requires?.(register);
  checkOutputPath(options.output, [path, ...filesOf(register)], io);
  const sources = { rates: (await heldRatesOf(io)).noon, readFile: fileReader(path, io) };
  const progress = progressOn(io);
  try {
    return await risk.measureRegister({
      ...settings,
      ...measured,
      prior: measured.prior ?? null,
      register,
      sha256: sha256(text),
      legend: legendOf(register, config),
      resolve: risk.resolverOf(register, sources),
      markets: risk.otherMarkets(register, sources),
      workers: await workersOf(settings, io),
      onProgress: (state) => progress.say(progressWords(state)),
      // Ctrl-C ends the process at once: a report is written whole, under its name, or not at all.
      signal: null,
    });
  } finally {
    progress.clear();
  }
}

/** Threads to share the trials; none where one thread is as fast. */
async function workersOf(
  { threads, trials }: { readonly threads: number | null; readonly trials: number },
  io: CommandIo,
): Promise<RunRequest['workers']> {
  if (io.threadEntry === undefined || threads === 1) return undefined;
  const { processors } = await import('../threads/processors.js');
  const count = threads ?? Math.min(processors(), Math.floor(trials / TRIALS_A_THREAD));
  if (count < 2) return undefined;
  const { riskWorkers } = await import('./risk-workers.js');
  return riskWorkers(io.threadEntry, count);
}

/** "the register: 120,000 of 1,000,000 trials, error 0.8%". */
function progressWords({ what, trials, of, error }: RunProgress): string {
  const count = `${trials.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} trials`;
  return `${what}: ${count}${error === null ? '' : `, error ${(100 * error).toFixed(2)}%`}`;
}
