import type { Command } from 'commander';
import { InputError } from '../../value/index.js';
import { askedThreads } from '../thread-option.js';

/** What a run is asked for, as typed. */
export interface SimulationOptions {
  readonly trials?: string;
  readonly seed?: string;
  readonly untilError?: string;
  readonly level?: string;
  readonly quantiles?: 'sketch' | 'exact';
  readonly threads?: string;
}

export interface SimulationSettings {
  readonly trials: number;
  readonly seed: number | bigint;
  /** A fraction; null: a number of trials is set. */
  readonly untilError: number | null;
  /** Confidence of the contributions, the tornado and the comparisons. */
  readonly level: number;
  readonly quantiles: 'sketch' | 'exact';
  /** Null: one for each processor. */
  readonly threads: number | null;
}

const DEFAULT_TRIALS = 100_000;
/** With `--until-error`, so many at most unless `--trials` says more. */
const TRIALS_UNTIL_ERROR = 20_000_000;
const MOST_TRIALS = 1_000_000_000;
const DEFAULT_SEED = 1;
const LONGEST_SEED = 2n ** 63n - 1n;

/** Adds the options of a simulation. */
export function addSimulationOptions(command: Command): Command {
  return command
    .option('-n, --trials <number>', `years to simulate (default ${DEFAULT_TRIALS.toLocaleString('en-US')})`)
    .option(
      '--seed <number>',
      `start of the random numbers (default ${DEFAULT_SEED}); printed with the result`,
    )
    .option(
      '--until-error <percent>',
      'go on until the standard errors are within this share of the results, such as 0.5%',
    )
    .option('--level <percent>', 'confidence of contributions, tornado and comparisons (default 95%)')
    .addOption(
      command
        .createOption('--quantiles <how>', 'sketch: little memory, within 0.05%; exact: every trial is kept')
        .choices(['sketch', 'exact'])
        .default('sketch'),
    )
    .option('--threads <number>', 'threads that share the trials; without it, one for each processor');
}

/** Throws `InputError` ('bad-option') that names the option, what was expected and the remedy. */
export function simulationSettings(options: SimulationOptions): SimulationSettings {
  const untilError = options.untilError === undefined ? null : untilErrorOf(options.untilError);
  const usual = untilError === null ? DEFAULT_TRIALS : TRIALS_UNTIL_ERROR;
  return {
    trials: options.trials === undefined ? usual : trialsOf(options.trials),
    seed: options.seed === undefined ? DEFAULT_SEED : seedOf(options.seed),
    untilError,
    level: options.level === undefined ? 0.95 : levelOf(options.level),
    quantiles: options.quantiles ?? 'sketch',
    threads: askedThreads(options.threads),
  };
}

function trialsOf(text: string): number {
  const trials = wholeNumber(text);
  if (trials !== null && trials >= 1 && trials <= MOST_TRIALS) return trials;
  const remedy =
    trials !== null && trials > MOST_TRIALS
      ? '; an error shrinks with the square root of the trials, so --until-error is the better way to ask for more'
      : '';
  throw wrong(
    'trials',
    text,
    `a whole number from 1 to ${MOST_TRIALS.toLocaleString('en-US')}, such as 100000 or 1e6${remedy}`,
  );
}

function seedOf(text: string): number | bigint {
  const digits = /^\d{1,19}$/.test(text) ? BigInt(text) : null;
  if (digits === null || digits > LONGEST_SEED)
    throw wrong('seed', text, 'a whole number of up to 18 digits');
  return digits <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(digits) : digits;
}

function untilErrorOf(text: string): number {
  const share = percentOf(text);
  if (share !== null && share >= 0.0001 && share <= 0.5) return share;
  throw wrong('until-error', text, 'a percentage from 0.01% to 50%, such as 0.5%');
}

function levelOf(text: string): number {
  const level = percentOf(text);
  if (level !== null && level >= 0.5 && level <= 0.999) return level;
  throw wrong('level', text, 'a percentage from 50% to 99.9%, such as 95%');
}

/** 100000, "100,000" or 1e6. */
function wholeNumber(text: string): number | null {
  if (!/^\d[\d,_]{0,20}(e\d{1,2})?$/i.test(text)) return null;
  const value = Number(text.replace(/[,_]/g, ''));
  return Number.isInteger(value) ? value : null;
}

/** "0.5%" is 0.005; without the sign, a number below 1 is a fraction. */
function percentOf(text: string): number | null {
  const [, digits, sign] = /^(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})(%?)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = Number(digits);
  if (sign === '%') return value / 100;
  return value < 1 ? value : null;
}

function wrong(option: string, text: string, expected: string): InputError {
  return new InputError('bad-option', `Unexpected --${option} "${text.slice(0, 40)}", expected ${expected}`);
}
