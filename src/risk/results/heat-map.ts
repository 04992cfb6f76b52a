import type { DetailRisk, DetailSample } from '../simulation/detail-sample.js';
import { quantileEstimate, sampleMeanEstimate } from '../simulation/estimates.js';
import { sortedValues } from '../simulation/ordered-values.js';
import type { Base } from '../waterfall/base.js';
import { MEASURES } from '../waterfall/measure.js';
import type { Waterfall } from '../waterfall/waterfall.js';
import { noEstimate, probabilityEstimate } from './estimate.js';
import { slotsOf } from './measure-sums.js';
import type { Estimate } from './results.js';
import type { HeatMap, HeatMapRisk } from './risk-run.js';

/** Upper ends of the bands of probability: once in a hundred years, in twenty, in five, every second. */
const PROBABILITY_BANDS = [0.01, 0.05, 0.2, 0.5];
/** Upper ends of the bands of size, as parts of what they are measured by. */
const SIZE_PARTS = [0.01, 0.05, 0.2, 0.5];
/** Losses below this part are no loss that anyone would count: rounding, a driver that hardly moves. */
const COUNTED_FROM = 0.0001;
const BAD_YEAR = 0.95;
const NO_LOSS = 'no loss in the sample';

/**
 * Of each risk how likely it costs anything within the year, and how much it costs in the years in which it does. The
 * loss is the fall of income before tax, or where it moves none of other comprehensive income, that the risk causes
 * alone. Bands of size are parts of planned operating income (of revenue where that is no gain).
 */
export function heatMap(detail: DetailSample, waterfall: Waterfall, base: Base): HeatMap {
  const operating = waterfall.baseMeasures[MEASURES.indexOf('operating-income')] as number;
  const revenue = waterfall.baseMeasures[MEASURES.indexOf('revenue')] as number;
  const size = operating > 0 ? operating : Math.abs(revenue);
  const sizeBands = SIZE_PARTS.map((part) => part * size);
  const cells = detail.risks.flatMap((risk) => {
    const losses = lossesOf(risk, base, detail.trials);
    return losses === null ? [] : [cellOf(risk, losses, COUNTED_FROM * size, sizeBands)];
  });
  return {
    probabilityBands: PROBABILITY_BANDS,
    sizeBands,
    sizeOf: operating > 0 ? 'planned operating income' : 'planned revenue',
    cells,
  };
}

/** Null where the risk reaches no line. */
function lossesOf({ effects, columns }: DetailRisk, base: Base, trials: number): Float64Array | null {
  const slots = slotsOf(base, effects);
  const kindAt = (nth: number) => base.lines[slots[nth] as number]?.kind;
  const ofIncome = effects.flatMap((_, nth) =>
    kindAt(nth) !== undefined && kindAt(nth) !== 'other-comprehensive-income' ? [nth] : [],
  );
  const moves = (nth: number) => (columns[nth] as Float64Array).some((value) => value !== 0);
  const ofEquity = effects.flatMap((_, nth) => (kindAt(nth) === 'other-comprehensive-income' ? [nth] : []));
  const chosen = ofIncome.some(moves) || ofEquity.length === 0 ? ofIncome : ofEquity;
  if (chosen.length === 0) return null;
  const losses = new Float64Array(trials);
  for (const nth of chosen) {
    const column = columns[nth] as Float64Array;
    for (let trial = 0; trial < trials; trial++)
      losses[trial] = (losses[trial] as number) - (column[trial] as number);
  }
  return losses;
}

function cellOf(
  { risk, momentsBelow }: DetailRisk,
  losses: Float64Array,
  from: number,
  sizeBands: readonly number[],
): HeatMapRisk {
  const counted = losses.filter((loss) => loss > from).sort();
  const probability = probabilityEstimate(counted.length, losses.length);
  const ofLosses = (estimate: () => Estimate) => (counted.length === 0 ? noEstimate(NO_LOSS) : estimate());
  const size = ofLosses(() => sampleMeanEstimate(counted, momentsBelow));
  const badYear = ofLosses(() => quantileEstimate(sortedValues(counted), BAD_YEAR));
  return {
    risk,
    probability,
    size,
    badYear,
    probabilityBand: bandOf(probability.value ?? 0, PROBABILITY_BANDS),
    sizeBand: bandOf(size.value ?? badYear.value ?? 0, sizeBands),
  };
}

function bandOf(value: number, ends: readonly number[]): number {
  const band = ends.findIndex((end) => value < end);
  return band < 0 ? ends.length : band;
}
