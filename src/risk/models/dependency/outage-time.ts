import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import type { DependencyNode } from './dependency-spec.js';

/** How long an outage lasts, in years: a mixture of laws. */
export interface OutageTime {
  /** Infinity where a law has no mean. */
  readonly mean: number;
  /** E[min(time, limit)]: the integral of the survival function up to the limit. */
  limitedMean(limit: number): number;
  quantile(p: number): number;
  /** Where the law jumps or bends. */
  readonly kinks: readonly number[];
}

/** Repair, or replacement with its probability. */
export function ownOutageTime({ repair, replacement }: DependencyNode): OutageTime {
  if (replacement === null) return outageTime([{ weight: 1, spec: repair }]);
  return outageTime([
    { weight: 1 - replacement.probability, spec: repair },
    { weight: replacement.probability, spec: replacement.time },
  ]);
}

export function outageTime(mixture: readonly { weight: number; spec: DistributionSpec }[]): OutageTime {
  const parts = mixture.flatMap(({ weight, spec }) =>
    weight > 0 ? [{ weight, spec, law: distributionOf(spec) }] : [],
  );
  return {
    mean: parts.reduce((sum, { weight, law }) => sum + weight * meanOf(law), 0),
    limitedMean(limit) {
      if (!(limit > 0)) return 0;
      let sum = 0;
      for (const { weight, law } of parts) sum += weight * law.limitedMean(limit);
      return sum;
    },
    quantile: (p) => Math.max(...parts.map(({ law }) => law.quantile(p))),
    kinks: parts.flatMap(({ law, spec }) => kinksOf(law, spec)),
  };
}

function meanOf(law: Distribution): number {
  return Number.isFinite(law.mean) ? law.mean : Number.POSITIVE_INFINITY;
}

function kinksOf(law: Distribution, spec: DistributionSpec): number[] {
  const inner =
    spec.distribution === 'discrete' || spec.distribution === 'empirical'
      ? spec.values
      : spec.distribution === 'triangular'
        ? [spec.mode]
        : [];
  return [...law.support, ...inner].filter((time) => time > 0 && Number.isFinite(time));
}
