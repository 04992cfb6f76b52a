import {
  deviationEstimate,
  expectedShortfallEstimate,
  meanEstimate,
  quantileEstimate,
  valueAtRiskEstimate,
} from '../simulation/estimates.js';
import { type OrderedValues, orderedValues } from '../simulation/ordered-values.js';
import type { Tally } from '../simulation/totals.js';
import { probabilityEstimate } from './estimate.js';
import type { EstimateAt, Spread } from './results.js';

const QUANTILE_LEVELS = [0.005, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.995] as const;
export const CONFIDENCE_LEVELS = [0.95, 0.99, 0.995] as const;
const HISTOGRAM_BARS = 60;
/** Points of the exceedance curve: so many for each tenth of the probability. */
const POINTS_A_DECADE = 16;

/** Everything that is reported of a quantity, each number with its error. */
export function spreadOf(
  tally: Tally,
  levels: { readonly quantiles?: readonly number[]; readonly confidence?: readonly number[] } = {},
): Omit<Spread, 'exact'> {
  const { quantiles = QUANTILE_LEVELS, confidence = CONFIDENCE_LEVELS } = levels;
  const values = orderedValues(tally);
  const each = (chosen: readonly number[], estimate: (level: number) => EstimateAt['estimate']) =>
    chosen.map((level) => ({ level, estimate: estimate(level) }));
  return {
    mean: meanEstimate(tally),
    deviation: deviationEstimate(tally, values),
    quantiles: each(quantiles, (p) => quantileEstimate(values, p)),
    valueAtRisk: each(confidence, (level) => valueAtRiskEstimate(values, level)),
    expectedShortfall: each(confidence, (level) => expectedShortfallEstimate(values, level, tally)),
    exceedance: exceedanceOf(values),
    histogram: histogramOf(values),
  };
}

/** P(loss > x) at losses that are evenly spaced in the logarithm of the probability, down to one trial in the tail. */
function exceedanceOf(values: OrderedValues): Spread['exceedance'] {
  const { count } = values;
  const points: Spread['exceedance'][number][] = [];
  const last = Math.floor(POINTS_A_DECADE * Math.log10(count));
  for (let step = 0; step <= last; step++) {
    const rank = Math.max(1, Math.round(count * 10 ** (-step / POINTS_A_DECADE)));
    const { value, low } = values.at(rank);
    const loss = value === 0 ? 0 : -value;
    if (points.at(-1)?.loss === loss) continue;
    points.push({ loss, probability: probabilityEstimate(Math.round(values.below(low)), count) });
  }
  return points;
}

/** Bars between the half percent on either side; what lies outside is counted in the outermost. */
function histogramOf(values: OrderedValues): Spread['histogram'] {
  const { count } = values;
  const low = values.at(Math.max(1, Math.ceil(count * 0.005))).low;
  const high = values.at(Math.min(count, Math.floor(count * 0.995) + 1)).high;
  if (!(high > low)) return { edges: [low, high], counts: [count] };
  const edges = Array.from(
    { length: HISTOGRAM_BARS + 1 },
    (_, nth) => low + ((high - low) * nth) / HISTOGRAM_BARS,
  );
  const upTo = edges.map((edge) => values.below(edge));
  upTo[0] = 0;
  upTo[HISTOGRAM_BARS] = count;
  const counts = upTo.slice(1).map((here, nth) => here - (upTo[nth] as number));
  return { edges, counts };
}
