import type { DetailSample } from '../simulation/detail-sample.js';
import { meanOf } from '../simulation/moments.js';
import type { Base } from '../waterfall/base.js';
import { MEASURES, type Measure, unitOf } from '../waterfall/measure.js';
import type { Waterfall } from '../waterfall/waterfall.js';
import { estimateOf } from './estimate.js';
import { changesAlone, slotsOf } from './measure-sums.js';
import type { Estimate } from './results.js';
import type { Tornado } from './risk-run.js';

/** A risk's 5% is the mean of its trials between 4.5% and 5.5%: one trial of several lines would be noise. */
const HALF_WIDTH = 0.005;
/** Parts of the run that each find the level for themselves, for its error. */
const BATCHES = 16;
const WIDEST = 40;

/**
 * Each risk at its own 5% and 95% (by what it alone does to the measure), the others at their mean effect, through the
 * waterfall; less the waterfall of all at their mean. The error is that of 16 parts of the run, each of which finds the
 * level among its own trials.
 */
export function riskTornado(
  detail: DetailSample,
  waterfall: Waterfall,
  base: Base,
  measure: Measure,
  levels: readonly [low: number, high: number] = [0.05, 0.95],
): Tornado {
  const width = base.lines.length + 2;
  const slots = detail.risks.map(({ effects }) => slotsOf(base, effects));
  const means = detail.risks.map(({ columns }, nth) =>
    inSlots(
      columns.map((column) => meanOf(column)),
      slots[nth] as number[],
      width,
    ),
  );
  const allMeans = sumOf(means, width);
  const measured = outcomeOf(waterfall, base, measure);
  const middle = measured(allMeans);

  const changes = changesAlone(detail, waterfall, base, measure);
  const bars = detail.risks.flatMap(({ risk, columns }, nth) => {
    const alone = changes[nth] as Float64Array;
    if (alone.every((change) => change === 0)) return [];
    const outcome = (some: Int32Array) => {
      const here = inSlots(
        columns.map((column) => meanOver(column, some)),
        slots[nth] as number[],
        width,
      );
      return (
        measured(allMeans.map((all, slot) => all - (means[nth]?.[slot] ?? 0) + (here[slot] ?? 0))) - middle
      );
    };
    const parts = [sorted(alone, 0, alone.length), ...partsOf(alone)];
    const at = (level: number): Estimate => {
      const [all = 0, ...each] = parts.map((part) => outcome(trialsNear(part, level)));
      return estimateOf(all, errorOf(each));
    };
    return [{ risk, low: at(levels[0]), high: at(levels[1]) }];
  });
  return {
    measure,
    unit: unitOf(measure, base.currency),
    lowLevel: levels[0],
    highLevel: levels[1],
    bars: bars.sort((a, b) => widthOf(b) - widthOf(a) || (a.risk < b.risk ? -1 : 1)).slice(0, WIDEST),
  };
}

function widthOf({ low, high }: Tornado['bars'][number]): number {
  return Math.abs((high.value ?? 0) - (low.value ?? 0));
}

/** The measure's change for one set of effects by slot. */
function outcomeOf(
  waterfall: Waterfall,
  base: Base,
  measure: Measure,
): (effects: readonly number[]) => number {
  const out = new Float64Array(1);
  const lines = base.lines.length;
  return (effects) => {
    const columns = effects.map((effect) => Float64Array.of(effect));
    waterfall.apply(
      1,
      columns.slice(0, lines),
      { price: columns[lines] ?? null, rate: columns[lines + 1] ?? null },
      MEASURES.map((each) => (each === measure ? out : null)),
    );
    return out[0] as number;
  };
}

function inSlots(values: readonly number[], slots: readonly number[], width: number): number[] {
  const sums = new Array<number>(width).fill(0);
  for (const [nth, slot] of slots.entries()) sums[slot] = (sums[slot] ?? 0) + (values[nth] ?? 0);
  return sums;
}

function sumOf(parts: readonly (readonly number[])[], width: number): number[] {
  return Array.from({ length: width }, (_, slot) => parts.reduce((sum, part) => sum + (part[slot] ?? 0), 0));
}

/** Trials of the run, or of a part of it, with their values in ascending order. */
interface Sorted {
  readonly from: number;
  readonly values: Float64Array;
  readonly ascending: Float64Array;
}

function sorted(values: Float64Array, from: number, to: number): Sorted {
  const part = values.subarray(from, to);
  return { from, values: part, ascending: part.slice().sort() };
}

function partsOf(values: Float64Array): Sorted[] {
  const size = Math.floor(values.length / BATCHES);
  if (size === 0) return [];
  return Array.from({ length: BATCHES }, (_, nth) => sorted(values, nth * size, (nth + 1) * size));
}

/** The trials whose values lie within half a percent of the level's rank; of equal values all. */
function trialsNear({ from, values, ascending }: Sorted, level: number): Int32Array {
  const count = ascending.length;
  const half = Math.max(0.5, count * HALF_WIDTH);
  const first = Math.max(0, Math.floor(count * level - half));
  const last = Math.min(count, Math.max(first + 1, Math.ceil(count * level + half))) - 1;
  const [low, high] = [ascending[first] as number, ascending[last] as number];
  const near: number[] = [];
  for (let trial = 0; trial < count; trial++) {
    const value = values[trial] as number;
    if (value >= low && value <= high) near.push(from + trial);
  }
  return Int32Array.from(near);
}

/** Of the mean of the parts; none where there are too few trials to part. */
function errorOf(each: readonly number[]): number {
  if (each.length < 2) return Number.NaN;
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
  const squares = each.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return Math.sqrt(squares / (each.length - 1) / each.length);
}

function meanOver(column: Float64Array, trials: Int32Array): number {
  let sum = 0;
  for (const trial of trials) sum += column[trial] as number;
  return sum / trials.length;
}
