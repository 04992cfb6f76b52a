import type { Day } from '../../value/index.js';
import type { ChartPoint } from './rate-chart.js';

/** A longer run without a rate is a gap of the release, not holidays; no line is drawn over it. */
const LONGEST_HOLIDAYS = 10;
/** A source that sets rates once a month leaves a gap where it leaves out one. */
const MOST_STEPS = 1.5;

/** Days from one rate to the next, the median; 1 of a single rate. */
export function medianStep(points: readonly ChartPoint[]): number {
  const steps = points.slice(1).map(({ day }, index) => day - (points[index]?.day ?? day));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1;
}

/** The rates parted where the source has a gap, or where a new currency unit begins. */
export function partedLines(
  points: readonly ChartPoint[],
  stepDays: number,
  redenominations: readonly Day[],
): ChartPoint[][] {
  const longest = Math.max(LONGEST_HOLIDAYS, stepDays * MOST_STEPS);
  const lines: ChartPoint[][] = [];
  let line: ChartPoint[] = [];
  let before: Day | null = null;
  for (const point of points) {
    const { day } = point;
    if (before === null || day - before > longest || isNewUnit(before, day, redenominations)) {
      line = [];
      lines.push(line);
    }
    line.push(point);
    before = day;
  }
  return lines;
}

/** Whether a new currency unit began between two rates. */
export function isNewUnit(before: Day, day: Day, redenominations: readonly Day[]): boolean {
  return redenominations.some((first) => before < first && first <= day);
}
