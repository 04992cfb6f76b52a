import type { DependencyResult } from '../../../risk/results/risk-run.js';

type Graph = DependencyResult['graph'];

/** Where a vertex or a bend of a long edge stands. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  /** Middle of each vertex, in the order of the graph. */
  readonly middles: readonly Spot[];
  /** Of each edge where it passes between the vertices of the layers in between, from below. */
  readonly bends: readonly (readonly Spot[])[];
}

export interface GraphSizes {
  readonly widthOf: (vertex: Graph['vertices'][number]) => number;
  readonly layer: number;
  readonly gap: { readonly across: number; readonly down: number };
  readonly margin: number;
  readonly least: number;
}

/** Room for a line that passes between vertices. */
const LANE = 12;

interface Item {
  readonly key: string;
  /** Wanted place across, 0 to 1. */
  readonly wish: number;
  readonly width: number;
}

/**
 * Gives every vertex its place and every edge that skips layers a lane of its own in each, so that no line runs behind a
 * box it has nothing to do with (dummy vertices, as Sugiyama, Tagawa and Toda 1981).
 */
export function placedGraph({ vertices, edges, layers }: Graph, sizes: GraphSizes): PlacedGraph {
  const counts = Array.from(
    { length: layers },
    (_, at) => vertices.filter(({ layer }) => layer === at).length,
  );
  const wishOf = (nth: number): number => {
    const { layer = 0, place = 0 } = vertices[nth] ?? {};
    return (place + 0.5) / Math.max(1, counts[layer] ?? 1);
  };
  const rows: Item[][] = counts.map((_, at) =>
    vertices.flatMap((vertex, nth) =>
      vertex.layer === at ? [{ key: `v${nth}`, wish: wishOf(nth), width: sizes.widthOf(vertex) }] : [],
    ),
  );
  for (const [nth, { from, to }] of edges.entries()) {
    const [low, high] = [vertices[from]?.layer ?? 0, vertices[to]?.layer ?? 0];
    for (let at = low + 1; at < high; at++) {
      const part = (at - low) / (high - low);
      rows[at]?.push({
        key: `e${nth}`,
        wish: wishOf(from) + part * (wishOf(to) - wishOf(from)),
        width: LANE,
      });
    }
  }
  const widths = rows.map((row) =>
    row.reduce((sum, { width }) => sum + width + sizes.gap.across, -sizes.gap.across),
  );
  const width = Math.max(sizes.least, ...widths.map((each) => each + 2 * sizes.margin));
  const height = layers * sizes.layer + Math.max(0, layers - 1) * sizes.gap.down + 2 * sizes.margin;
  const spots = rows.map((row, at) => placedRow(row, widths[at] ?? 0, width, sizes.gap.across));
  const yOf = (layer: number) =>
    height - sizes.margin - sizes.layer / 2 - layer * (sizes.layer + sizes.gap.down);
  const spot = (layer: number, key: string): Spot => ({
    x: spots[layer]?.get(key) ?? width / 2,
    y: yOf(layer),
  });
  return {
    width,
    height,
    middles: vertices.map(({ layer }, nth) => spot(layer, `v${nth}`)),
    bends: edges.map(({ from, to }, nth) => {
      const [low, high] = [vertices[from]?.layer ?? 0, vertices[to]?.layer ?? 0];
      return Array.from({ length: Math.max(0, high - low - 1) }, (_, step) =>
        spot(low + 1 + step, `e${nth}`),
      );
    }),
  };
}

/** Side by side in the order of their wishes, spread over the width. */
function placedRow(row: readonly Item[], used: number, width: number, gap: number): Map<string, number> {
  const sorted = [...row].sort((a, b) => a.wish - b.wish || (a.key < b.key ? -1 : 1));
  const spare = Math.max(0, width - used - 2 * gap) / (sorted.length + 1);
  let at = gap + spare;
  return new Map(
    sorted.map(({ key, width: each }) => {
      const middle = at + each / 2;
      at += each + gap + spare;
      return [key, middle];
    }),
  );
}
