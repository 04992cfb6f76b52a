import { InputError } from '../../../value/index.js';
import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { RandomStream } from '../../random/random-stream.js';
import type { DriverSpec } from './driver-spec.js';
import { type LineResponse, possibleChanges } from './line-response.js';

/** With a greater probability beyond −100% the law is refused; with a smaller one it is cut there. */
const MOST_CUT = 0.01;

/** The change of a driver: its law, on condition that no price or volume falls below −100%. */
export interface DriverChange {
  readonly law: Distribution;
  /** Probability that the law gives to impossible changes, which are left out. */
  readonly cut: number;
  readonly possible: readonly [low: number, high: number];
  quantile(p: number): number;
  /** The quantile for drawing: faster, within 1e-8 of the law's spread. */
  drawn(p: number): number;
  fill(random: RandomStream, out: Float64Array, trials: number): void;
}

/** @throws InputError where more than 1% of the law would move a price or a volume below −100% */
export function driverChange(
  spec: DriverSpec,
  risk: string,
  responses: readonly LineResponse[],
): DriverChange {
  const law = distributionOf(spec.change);
  const [low, high] = possibleChanges(responses);
  const whole = law.support[0] >= low && law.support[1] <= high;
  const below = whole || low === -Infinity ? 0 : law.cdf(low);
  const above = whole || high === Infinity ? 0 : 1 - law.cdf(high);
  const cut = below + above;
  if (cut > MOST_CUT) {
    throw new InputError(
      'bad-config',
      `Risk "${risk}": with probability ${Number(cut.toPrecision(2))} a price or volume would fall by more than 100%, which it cannot: expected a law that stays above (lower its deviation or loading, or take PERT, beta or triangular).`,
    );
  }
  const within = (quantile: (p: number) => number) =>
    whole ? quantile : (p: number) => Math.min(high, Math.max(low, quantile(below + p * (1 - cut))));
  return {
    law,
    cut,
    possible: [low, high],
    quantile: within(law.quantile),
    drawn: within(law.tabulatedQuantile ?? law.quantile),
    fill(random, out, trials) {
      law.fill(random, out, 0, trials);
      if (whole) return;
      for (let trial = 0; trial < trials; trial++) {
        while (!((out[trial] as number) >= low && (out[trial] as number) <= high))
          out[trial] = law.sample(random);
      }
    },
  };
}
