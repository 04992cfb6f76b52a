import { describe, expect, it } from 'vitest';
import { placedGraph } from './graph-layout.js';

const SIZES = {
  widthOf: () => 100,
  layer: 40,
  gap: { across: 16, down: 46 },
  margin: 14,
  least: 300,
};

const vertex = (id: string, layer: number, place: number) => ({
  kind: 'site' as const,
  id,
  name: id,
  layer,
  place,
});

describe('a graph on the page', () => {
  // A service over two layers, and one edge from the bottom that skips the layer between.
  const graph = {
    vertices: [vertex('a', 0, 0), vertex('b', 0, 1), vertex('c', 1, 0), vertex('d', 1, 1), vertex('s', 2, 0)],
    edges: [
      { from: 0, to: 2 },
      { from: 1, to: 3 },
      { from: 0, to: 4 },
      { from: 2, to: 4 },
    ],
    layers: 3,
    width: 2,
    events: [],
  };
  const placed = placedGraph(graph, SIZES);

  it('keeps vertices of a layer apart and within its width', () => {
    for (const layer of [0, 1]) {
      const across = placed.middles
        .filter((_, nth) => graph.vertices[nth]?.layer === layer)
        .map(({ x }) => x);
      expect(Math.abs((across[1] ?? 0) - (across[0] ?? 0))).toBeGreaterThanOrEqual(116);
    }
    for (const { x, y } of placed.middles) {
      expect(x).toBeGreaterThanOrEqual(50);
      expect(x).toBeLessThanOrEqual(placed.width - 50);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(placed.height);
    }
  });

  it('leads an edge that skips a layer between its boxes', () => {
    const [bend] = placed.bends[2] ?? [];
    expect(placed.bends.map(({ length }) => length)).toEqual([0, 0, 1, 0]);
    for (const [nth, { x }] of placed.middles.entries()) {
      if (graph.vertices[nth]?.layer === 1) expect(Math.abs((bend?.x ?? 0) - x)).toBeGreaterThan(50);
    }
  });

  it('puts what is needed below what needs it', () => {
    for (const { from, to } of graph.edges) {
      expect(placed.middles[from]?.y ?? 0).toBeGreaterThan(placed.middles[to]?.y ?? 0);
    }
  });
});
