/**
 * A distribution by its parameters, as plain data that passes between threads. Amounts are in units of the reporting
 * currency, shares and changes are fractions (0.03 is 3%), times are years.
 */
export type DistributionSpec =
  | { readonly distribution: 'constant'; readonly value: number }
  | { readonly distribution: 'normal'; readonly mean: number; readonly deviation: number }
  /** exp of a normal with mean `mu` and deviation `sigma`. */
  | { readonly distribution: 'lognormal'; readonly mu: number; readonly sigma: number }
  /** Beta on [low, high] with the mean (low + weight · mode + high) / (weight + 2); weight 4 is the usual PERT. */
  | {
      readonly distribution: 'pert';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
      readonly weight: number;
    }
  | {
      readonly distribution: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }
  | { readonly distribution: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly distribution: 'beta';
      readonly alpha: number;
      readonly beta: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly distribution: 'gamma'; readonly shape: number; readonly scale: number }
  | {
      readonly distribution: 'student-t';
      readonly freedom: number;
      readonly location: number;
      readonly scale: number;
    }
  /** P(X > x) = (minimum / x)^shape. */
  | { readonly distribution: 'pareto'; readonly shape: number; readonly minimum: number }
  /** Generalised Pareto above `threshold`: P(X > x) = (1 + shape (x − threshold) / scale)^(−1/shape). */
  | {
      readonly distribution: 'gpd';
      readonly shape: number;
      readonly scale: number;
      readonly threshold: number;
    }
  | {
      readonly distribution: 'discrete';
      readonly values: readonly number[];
      readonly probabilities: readonly number[];
    }
  /** Each observation is as likely as the others. */
  | { readonly distribution: 'empirical'; readonly values: readonly number[] };

/** The parameters of one law: `SpecOf<'normal'>`. */
export type SpecOf<Name extends DistributionSpec['distribution']> = Extract<
  DistributionSpec,
  { readonly distribution: Name }
>;
