import { describe, expect, it } from 'vitest';
import { checkTrials } from './trial-limits.js';
import { checkUntilError } from './until-error.js';

function messageOf(trials: number, quantiles: 'sketch' | 'exact' = 'sketch', kept = 10): string {
  try {
    checkTrials({ seed: 1, trials, quantiles }, kept);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('limits of trials', () => {
  it('let through what a machine can do', () => {
    expect([1, 4096, 1_000_000, 1e9].map((trials) => messageOf(trials))).toEqual(['', '', '', '']);
    expect(messageOf(1_000_000, 'exact')).toBe('');
  });

  it('refuse what it cannot, with the time it would take and the remedy', () => {
    expect(messageOf(1e12)).toMatch(
      /^1,000,000,000,000 trials would take about 2 days\. Ask for at most 1,000,000,000/,
    );
    for (const trials of [0, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(messageOf(trials)).toMatch(
        /^Unexpected number of trials .* expected a whole number from 1 to 1,000,000,000/,
      );
    }
  });

  it('refuse to keep more values than memory holds', () => {
    expect(messageOf(100_000_000, 'exact')).toContain(
      'Ask for at most 13,421,772 trials, or leave out exact quantiles',
    );
  });

  it('hold the error to stop at to what can be reached', () => {
    for (const error of [0, 1, -0.1, Number.NaN, 50])
      expect(() => checkUntilError(error)).toThrow('Unexpected error');
    expect(() => checkUntilError(0.005)).not.toThrow();
  });
});
