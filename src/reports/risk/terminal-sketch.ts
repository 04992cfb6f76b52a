import type { Spread } from '../../risk/results/results.js';

const BLOCKS = ' ▁▂▃▄▅▆▇█';

/** A histogram in one line of block signs, resampled to so many columns, and where a value stands in it. */
export function histogramSketch({ edges, counts }: Spread['histogram'], columns: number): string {
  const bars = resampled(counts, Math.min(columns, counts.length));
  const highest = bars.reduce((most, count) => Math.max(most, count), 0);
  if (highest === 0 || edges.length < 2) return '';
  return bars
    .map((count) => BLOCKS[count === 0 ? 0 : Math.max(1, Math.round((count / highest) * 8))] ?? ' ')
    .join('');
}

/** The column of a value, or null where it lies outside. */
export function columnOf(
  value: number,
  { edges, counts }: Spread['histogram'],
  columns: number,
): number | null {
  const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  if (!(value >= low && value <= high) || high <= low) return null;
  const width = Math.min(columns, counts.length);
  return Math.min(width - 1, Math.floor(((value - low) / (high - low)) * width));
}

/** A bar of so many eighths of a column. */
export function barSketch(part: number, columns: number): string {
  const eighths = Math.max(0, Math.min(columns * 8, Math.round(part * columns * 8)));
  const rest = eighths % 8;
  return '█'.repeat(Math.floor(eighths / 8)) + (rest === 0 ? '' : ('▏▎▍▌▋▊▉'[rest - 1] ?? ''));
}

function resampled(counts: readonly number[], columns: number): number[] {
  const bars = new Array<number>(columns).fill(0);
  for (const [nth, count] of counts.entries()) {
    const at = Math.min(columns - 1, Math.floor((nth / counts.length) * columns));
    bars[at] = (bars[at] ?? 0) + count;
  }
  return bars;
}
