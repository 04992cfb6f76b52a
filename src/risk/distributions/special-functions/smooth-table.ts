/**
 * A smooth function by interpolation between equally spaced places, for loops that ask it millions of times. Through six
 * neighbours (Lagrange), so the error is below 0.005 h⁶ times its sixth derivative. Places are computed when first needed,
 * and the result does not depend on the order in which they are; outside [from, to] the function itself is asked.
 */
export function smoothTable(
  exact: (x: number) => number,
  from: number,
  to: number,
  steps: number,
): (x: number) => number {
  const step = (to - from) / steps;
  const known = new Float64Array(steps + 6).fill(Number.NaN);
  const isReady = new Uint8Array(steps);
  const start = from - 2 * step;
  const learn = (first: number): void => {
    isReady[first] = 1;
    for (let index = first; index < first + 6; index++)
      if (Number.isNaN(known[index] as number)) known[index] = exact(start + index * step);
  };
  return (x) => {
    if (!(x >= from && x < to)) return exact(x);
    const place = (x - from) / step;
    const first = Math.min(Math.floor(place), steps - 1);
    if (isReady[first] === 0) learn(first);
    const c = place - first;
    const a = c + 2;
    const b = c + 1;
    const d = c - 1;
    const e = c - 2;
    const g = c - 3;
    const cd = c * d;
    const ab = a * b;
    const eg = e * g;
    return (
      (-b * cd * eg * (known[first] as number) + ab * cd * e * (known[first + 5] as number)) / 120 +
      (a * cd * eg * (known[first + 1] as number) - ab * cd * g * (known[first + 4] as number)) / 24 +
      (ab * c * eg * (known[first + 3] as number) - ab * d * eg * (known[first + 2] as number)) / 12
    );
  };
}

/** Beyond this logit (a level of 8e-7 and its mirror image) the quantile itself is asked: near 1, levels are too coarse as doubles to tabulate. */
const FARTHEST_LOGIT = 14;
/** Steps of a table in one unit of the logit. */
const STEPS_PER_LOGIT = 32;

/**
 * A quantile by interpolation over the logit of the level, in which the quantiles of laws with power or exponential
 * tails are smooth: relative error below 1e-8 for tails p^(1/a) with a from ½.
 */
export function tabulated(quantile: (p: number) => number): (p: number) => number {
  const ofLogit = smoothTable(
    (logit) => quantile(1 / (1 + Math.exp(-logit))),
    -FARTHEST_LOGIT,
    FARTHEST_LOGIT,
    2 * FARTHEST_LOGIT * STEPS_PER_LOGIT,
  );
  return (p) => {
    const logit = Math.log(p / (1 - p));
    return logit > -FARTHEST_LOGIT && logit < FARTHEST_LOGIT ? ofLogit(logit) : quantile(p);
  };
}
