import { describe, expect, it } from 'vitest';
import { errorOf, expectMean, meanOf, varianceError, varianceOf } from '../../../../test/sample-moments.js';
import { EVENT, layer, run } from '../../../../test/sampled-event.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import { randomStream } from '../../random/xoshiro-stream.js';
import { lossOf, recoveriesOf, yearlyRecovery } from './occurrence.js';

describe('what an occurrence costs', () => {
  it('counts a loss up to the limit, and from the threshold on whole', () => {
    const terms = { limit: 10, franchise: 3, insurance: [] };
    expect([-1, 2.9, 3, 7, 12].map((severity) => lossOf(severity, terms))).toEqual([0, 0, 3, 7, 10]);
  });

  it('is shared by layers side by side, never beyond the loss', () => {
    const terms = {
      limit: null,
      franchise: 0,
      insurance: [layer(5, 10), layer(15, null, 0.5), layer(0, null)],
    };
    expect(recoveriesOf(20, terms)).toEqual([10, 2.5, 7.5]);
    expect(recoveriesOf(4, terms)).toEqual([0, 0, 4]);
  });

  it('has the mean of the limited severity in every trial', () => {
    const severity = distributionOf(EVENT.severity);
    expectMean(run({ ...EVENT, limit: 8 }).losses, 1.5 * severity.limitedMean(8));
    // E[X; X ≥ 4] = E[X] − E[min(X, 4)] + 4 · P(X > 4).
    const above = severity.mean - severity.limitedMean(4) + 4 * (1 - severity.cdf(4));
    expectMean(run({ ...EVENT, franchise: 4 }).losses, 1.5 * above);
  });

  it('is what the retention leaves under a layer, the recovery going to its own line', () => {
    const severity = distributionOf(EVENT.severity);
    const pays = 0.8 * (severity.limitedMean(14) - severity.limitedMean(4));
    const insured = { ...EVENT, insurance: [layer(4, 10, 0.8)] };
    expectMean(run(insured).losses, 1.5 * (6 - pays));
    const apart = run({ ...insured, recoveryTo: 'other' });
    expect(apart.lines).toEqual(['costs', 'other']);
    expectMean(apart.losses, 9);
    expectMean(apart.columns[1] as Float64Array, 1.5 * pays);
  });

  it('agrees with brute force where layers have annual limits', () => {
    const insured = { ...EVENT, insurance: [layer(2, 6, 1, 9), layer(8, null, 0.5, 4)], limit: 30 };
    const { losses, occurrences } = run(insured);
    const expected: number[] = [];
    const random = randomStream(99, 'brute force', 0);
    const severity = distributionOf(EVENT.severity);
    for (const count of occurrences) {
      const paid = [0, 0];
      let loss = 0;
      for (let nth = 0; nth < count; nth++) {
        const one = lossOf(severity.sample(random), insured);
        loss += one;
        recoveriesOf(one, insured).forEach((recovery, at) => {
          paid[at] = (paid[at] as number) + recovery;
        });
      }
      const recovered = insured.insurance.map((each, at) => yearlyRecovery(paid[at] as number, each));
      expected.push(loss - (recovered[0] as number) - (recovered[1] as number));
    }
    const difference = meanOf(losses) - meanOf(expected);
    expect(Math.abs(difference)).toBeLessThan(4 * Math.hypot(errorOf(losses), errorOf(expected)));
    const spread = varianceOf(losses) - varianceOf(expected);
    expect(Math.abs(spread)).toBeLessThan(4 * Math.hypot(varianceError(losses), varianceError(expected)));
  });

  it('never recovers more than an annual limit, nor than the loss', () => {
    const { losses, columns } = run({ ...EVENT, insurance: [layer(0, null, 1, 5)], recoveryTo: 'other' });
    const recovered = columns[1] as Float64Array;
    expect(Math.max(...recovered)).toBe(5);
    expect(
      losses.every((loss, trial) => Math.abs((recovered[trial] as number) - Math.min(5, loss)) < 1e-9),
    ).toBe(true);
  });

  it('is not of this year where the delay ends after it', () => {
    // P(U + D ≤ 1) with D uniform on [0, 2] is the integral of (1 − u) / 2: a quarter.
    const late = run({ ...EVENT, delay: { distribution: 'uniform', low: 0, high: 2 } });
    expectMean(late.losses, 9 / 4);
    expectMean(late.occurrences, 1.5);
    expect(Math.max(...run({ ...EVENT, delay: { distribution: 'constant', value: 1 } }).losses)).toBe(0);
    expectMean(run({ ...EVENT, delay: { distribution: 'constant', value: 0.3 } }).losses, 9 * 0.7);
  });

  it('goes to its lines by shares', () => {
    const { columns, lines } = run({
      ...EVENT,
      to: [
        { line: 'sales', share: 0.2 },
        { line: 'costs', share: 0.5 },
        { line: 'sales', share: 0.3 },
      ],
    });
    expect(lines).toEqual(['sales', 'costs']);
    const [sales, costs] = columns as [Float64Array, Float64Array];
    expect(
      sales.every((effect, trial) => effect <= 0 && Math.abs(effect - (costs[trial] as number)) < 1e-9),
    ).toBe(true);
    expectMean(columns[1] as Float64Array, -4.5);
  });

  it('is one amount for all occurrences of a trial where it is tied', () => {
    const severity = distributionOf(EVENT.severity);
    const { losses, occurrences, tied } = run(EVENT, { tied: 'severity' });
    const expected = Float64Array.from(occurrences, (count, trial) =>
      count === 0 ? 0 : count * severity.quantile(tied[trial] as number),
    );
    expect(losses.every((loss, trial) => Math.abs(loss - (expected[trial] as number)) < 1e-8)).toBe(true);
    expectMean(losses, 9);
  });

  it('of a law that reaches below 0 counts as 0 there', () => {
    const { losses } = run({ ...EVENT, severity: { distribution: 'normal', mean: 1, deviation: 1 } });
    expect(Math.min(...losses)).toBe(0);
  });
});
