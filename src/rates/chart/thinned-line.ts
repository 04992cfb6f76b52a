/** A place of a drawing, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * A line that looks the same at a given width with far fewer points: of every column, the first and the last point
 * and the highest and the lowest, in their order. Neither end and no extreme is lost; a line of no more points than
 * twice its columns stays as it is.
 * Source: U. Jugel, Z. Jerzak, G. Hackenbroich, V. Markl, "M4: A Visualization-Oriented Time Series Data Aggregation",
 * PVLDB 7(10), 2014.
 */
export function thinnedLine(line: readonly Spot[], columnWidth: number): readonly Spot[] {
  const columnOf = ({ x }: Spot) => Math.floor(x / columnWidth);
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return line;
  if (line.length <= 2 * (columnOf(last) - columnOf(first) + 1)) return line;
  const kept: Spot[] = [];
  let start = 0;
  for (let index = 1; index <= line.length; index++) {
    const [here, before] = [line[index], line[index - 1]];
    if (here !== undefined && before !== undefined && columnOf(here) === columnOf(before)) continue;
    kept.push(...columnPoints(line, start, index));
    start = index;
  }
  return kept;
}

function columnPoints(line: readonly Spot[], start: number, until: number): Spot[] {
  let [highest, lowest] = [start, start];
  for (let index = start; index < until; index++) {
    const y = line[index]?.y ?? 0;
    if (y < (line[highest]?.y ?? 0)) highest = index;
    if (y > (line[lowest]?.y ?? 0)) lowest = index;
  }
  const indexes = [...new Set([start, highest, lowest, until - 1])].sort((a, b) => a - b);
  return indexes.map((index) => line[index]).filter((spot) => spot !== undefined);
}
