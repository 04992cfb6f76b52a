import { InputError } from '../../value/index.js';

/** The days of a century and more. */
const MOST_TRIALS = 1_000_000;

/** P(X = 0), P(X = 1), …, P(X = trials) of a binomial law, from its mode outwards, so that nothing underflows too early. */
export function binomialProbabilities(trials: number, probability: number): Float64Array {
  requireTrials(trials, probability);
  const out = new Float64Array(trials + 1);
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  out[mode] = 1;
  for (let k = mode; k < trials; k++) out[k + 1] = ((out[k] as number) * odds * (trials - k)) / (k + 1);
  for (let k = mode; k > 0; k--) out[k - 1] = ((out[k] as number) * k) / (odds * (trials - k + 1));
  const total = out.reduce((sum, each) => sum + each, 0);
  return out.map((each) => each / total);
}

function requireTrials(trials: number, probability: number): void {
  if (!(Number.isInteger(trials) && trials >= 1 && trials <= MOST_TRIALS)) {
    throw new InputError(
      'bad-number',
      `Unexpected ${trials} days of a backtest, expected 1 to ${MOST_TRIALS}.`,
    );
  }
  if (!(probability > 0 && probability < 1)) {
    throw new InputError(
      'bad-number',
      `Unexpected probability ${probability} of an exception, expected a number between 0 and 1.`,
    );
  }
}

/** Throws `InputError` unless there are 0 to `days` exceptions. */
export function requireExceptions(exceptions: number, days: number): void {
  if (Number.isInteger(exceptions) && exceptions >= 0 && exceptions <= days) return;
  throw new InputError(
    'bad-number',
    `Unexpected ${exceptions} exceptions in ${days} days, expected 0 to ${days}.`,
  );
}
