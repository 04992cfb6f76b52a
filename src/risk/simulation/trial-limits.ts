import { InputError } from '../../value/index.js';
import type { PlanSettings } from './plan.js';

export const MOST_TRIALS = 1e9;
/** Kept values that fit the memory of an ordinary machine: 1 GB. */
const MOST_KEPT = 2 ** 27;
/** What a register of a dozen risks reaches on one thread: for the time that an error names. */
const TRIALS_A_SECOND = 5e6;

/** @throws InputError where so many trials, or so many kept values, are more than a machine can be asked for */
export function checkTrials({ trials, quantiles }: PlanSettings, kept: number): void {
  if (!Number.isInteger(trials) || trials < 1) {
    throw new InputError(
      'bad-option',
      `Unexpected number of trials ${trials}, expected a whole number from 1 to ${spaced(MOST_TRIALS)}.`,
    );
  }
  if (trials > MOST_TRIALS) {
    throw new InputError(
      'too-large',
      `${spaced(trials)} trials would take about ${duration(trials / TRIALS_A_SECOND)}. Ask for at most ${spaced(MOST_TRIALS)}: a million trials give a value at risk at 99% to about 1% of itself, and each hundred times as many one more digit.`,
    );
  }
  if (quantiles === 'exact' && trials * kept > MOST_KEPT) {
    throw new InputError(
      'too-large',
      `Exact quantiles would keep ${spaced(trials * kept)} values (${kept} for each of ${spaced(trials)} trials), and at most ${spaced(MOST_KEPT)} are kept. Ask for at most ${spaced(Math.floor(MOST_KEPT / kept))} trials, or leave out exact quantiles: the others are within 0.05% of themselves.`,
    );
  }
}

function spaced(count: number): string {
  return count.toLocaleString('en-US');
}

function duration(seconds: number): string {
  const [amount, unit] = (
    [
      [86_400, 'day'],
      [3_600, 'hour'],
      [60, 'minute'],
    ] as const
  ).find(([length]) => seconds >= length) ?? [1, 'second'];
  const count = Math.round(seconds / amount);
  return `${spaced(count)} ${unit}${count === 1 ? '' : 's'}`;
}
