import { InputError } from '../../../value/index.js';
import { tableLaw } from './count-table.js';
import type { FrequencySpec } from './event-spec.js';

/** The law of a number of occurrences, as a table from which numbers are drawn by inversion. */
export interface CountLaw {
  readonly mean: number;
  readonly variance: number;
  /** Numbers that its tables hold. */
  readonly entries: number;
  /** P(N ≤ n). */
  cdf(n: number): number;
  /** The least n with P(N ≤ n) ≥ p, for p in (0, 1). */
  quantile(p: number): number;
}

/**
 * The law of a year's occurrences, its frequency multiplied by `times`: the mean of a Poisson and of a negative
 * binomial law (whose mixing gamma keeps its size), the probability of a binomial one, at most 1.
 *
 * @throws InputError where parameters are out of range, or the law reaches over a million occurrences
 */
export function countLawOf(frequency: FrequencySpec, times = 1): CountLaw {
  checkFrequency(frequency);
  switch (frequency.frequency) {
    case 'poisson':
      return poissonLaw(frequency.rate * times);
    case 'negative-binomial':
      return negativeBinomialLaw(frequency.mean * times, frequency.size);
    case 'binomial':
      return binomialLaw(frequency.trials, Math.min(1, frequency.probability * times));
  }
}

export function poissonLaw(mean: number): CountLaw {
  if (!(mean >= 0 && mean < Infinity)) throw bad(mean, 'the mean of a Poisson law', 'a number from 0');
  return tableLaw({ mean, variance: mean }, Math.floor(mean), Infinity, (n) => mean / (n + 1));
}

function negativeBinomialLaw(mean: number, size: number): CountLaw {
  const more = mean / (size + mean);
  const mode = size > 1 ? Math.floor((mean * (size - 1)) / size) : 0;
  return tableLaw(
    { mean, variance: mean + mean ** 2 / size },
    mode,
    Infinity,
    (n) => (more * (n + size)) / (n + 1),
    more,
  );
}

function binomialLaw(trials: number, probability: number): CountLaw {
  const [mean, odds] = [trials * probability, probability / (1 - probability)];
  if (probability === 1) return constantLaw(trials);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  return tableLaw(
    { mean, variance: mean * (1 - probability) },
    mode,
    trials,
    (n) => (odds * (trials - n)) / (n + 1),
  );
}

function constantLaw(value: number): CountLaw {
  return { mean: value, variance: 0, entries: 1, cdf: (n) => (n >= value ? 1 : 0), quantile: () => value };
}

/** A yearly mean that `frequency` may have. */
export function meanOf(frequency: FrequencySpec): number {
  switch (frequency.frequency) {
    case 'poisson':
      return frequency.rate;
    case 'negative-binomial':
      return frequency.mean;
    case 'binomial':
      return frequency.trials * frequency.probability;
  }
}

export function checkFrequency(frequency: FrequencySpec): void {
  const from0 = (value: number, name: string) => {
    if (!(value >= 0 && value < Infinity)) throw bad(value, name, 'a number from 0');
  };
  switch (frequency.frequency) {
    case 'poisson':
      from0(frequency.rate, 'the rate of a Poisson frequency');
      return;
    case 'negative-binomial':
      from0(frequency.mean, 'the mean of a negative binomial frequency');
      if (!(frequency.size > 0 && frequency.size < Infinity))
        throw bad(frequency.size, 'the size of a negative binomial frequency', 'a number above 0');
      return;
    case 'binomial':
      if (!Number.isSafeInteger(frequency.trials) || frequency.trials < 0)
        throw bad(frequency.trials, 'the number of trials of a binomial frequency', 'a whole number from 0');
      if (!(frequency.probability >= 0 && frequency.probability <= 1))
        throw bad(frequency.probability, 'the probability of a binomial frequency', '0 to 1');
  }
}

function bad(value: number, name: string, expected: string): InputError {
  return new InputError('bad-number', `Unexpected ${value} for ${name}, expected ${expected}.`);
}
