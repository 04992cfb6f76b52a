import type { DependencyResult } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { placedGraph, type Spot } from './graph-layout.js';
import { figure, PLOT_WIDTH, round, shortened } from './plot.js';

const BOX = { width: 112, height: 38 };
const GATE = { width: 62, height: 20 };
const GAP = { across: 16, down: 46 };
const MARGIN = 14;
/** A larger graph is no picture any more; its tables say the same. */
const MOST_VERTICES = 150;
/** For what stands under the lowest boxes. */
const UNDER = 14;

type Vertex = DependencyResult['graph']['vertices'][number];

/** What needs what: services on top, gates between, single points of failure and shared events marked. */
export function graphPlot({ risk, graph, services }: DependencyResult): Html | null {
  if (graph.vertices.length === 0 || graph.vertices.length > MOST_VERTICES) return null;
  const single = new Set(
    services.flatMap(({ singlePoints }) =>
      singlePoints.flatMap(({ kind, id }) => (kind === 'node' ? [id] : [])),
    ),
  );
  const hits = new Map<string, string[]>();
  for (const { id, nodes } of graph.events)
    for (const node of nodes) hits.set(node, [...(hits.get(node) ?? []), id]);
  const placed = placedGraph(graph, {
    widthOf: (vertex) => sizeOf(vertex).width,
    layer: BOX.height,
    gap: GAP,
    margin: MARGIN,
    least: PLOT_WIDTH,
  });
  const { width } = placed;
  const height = placed.height + UNDER;
  const edges = graph.edges.map(({ from, to }, nth) => {
    const [one, other] = [graph.vertices[from] as Vertex, graph.vertices[to] as Vertex];
    const [start, end] = [placed.middles[from] as Spot, placed.middles[to] as Spot];
    const first = { x: start.x, y: start.y - sizeOf(one).height / 2 };
    const last = { x: end.x, y: end.y + sizeOf(other).height / 2 };
    return html`<path class="edge" d="${edgePath(first, placed.bends[nth] ?? [], last)}"/>`;
  });
  const boxes = graph.vertices.map((vertex, nth) =>
    boxMarkup(
      vertex,
      placed.middles[nth] as Spot,
      isNode(vertex) && single.has(vertex.id),
      hits.get(vertex.id) ?? [],
    ),
  );
  const alone = services.map(({ name, singlePoints }) => {
    const nodes = singlePoints.filter(({ kind }) => kind === 'node').map((part) => part.name);
    return nodes.length === 0
      ? `${name} has no single point of failure`
      : `${name} fails with ${nodes.join(' or ')} alone`;
  });
  return figure(
    {
      id: `graph-${risk}`,
      title: `What the services of ${risk} need.`,
      reading:
        'Each box needs what its lines lead down to; red boxes put a service out alone; ◆ names a shared event that may take a box down.',
      description: `${alone.join('; ')}. ${graph.vertices.length} nodes in ${graph.layers} layers; the table below lists what fails together.`,
      width,
      height,
    },
    html`${edges}${boxes}`,
  );
}

/** Up from a box, straight through the lane of each layer between, to the box above. */
function edgePath(from: Spot, bends: readonly Spot[], to: Spot): string {
  let path = `M${round(from.x)} ${round(from.y)}`;
  let at = from;
  const half = BOX.height / 2;
  const curve = (x: number, y: number) => {
    const middle = round((at.y + y) / 2);
    path += `C${round(at.x)} ${middle} ${round(x)} ${middle} ${round(x)} ${round(y)}`;
    at = { x, y };
  };
  for (const { x, y } of bends) {
    curve(x, y + half);
    path += `V${round(y - half)}`;
    at = { x, y: y - half };
  }
  curve(to.x, to.y);
  return path;
}

/** A gate or a service may have the id of a node. */
function isNode({ kind }: Vertex): boolean {
  return kind !== 'gate' && kind !== 'service';
}

function sizeOf({ kind }: Vertex): { readonly width: number; readonly height: number } {
  return kind === 'gate' ? GATE : BOX;
}

function boxMarkup(vertex: Vertex, { x, y }: Spot, isSingle: boolean, events: readonly string[]): Html {
  const { width, height } = sizeOf(vertex);
  const rect = (radius: number) =>
    html`<rect class="box ${vertex.kind}${isSingle ? ' single' : ''}" x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${width}" height="${height}" rx="${radius}"/>`;
  if (vertex.kind === 'gate') {
    return html`${rect(10)}<text class="lb mid" x="${round(x)}" y="${round(y + 4)}">${shortened(vertex.name, width - 4, 11)}</text>`;
  }
  const lines = twoLines(vertex.name, width - 8);
  const first = lines.length === 1 ? y + 4 : y - 3;
  const under = isSingle ? 'single point' : events.map((event) => `◆ ${event}`).join(', ');
  return html`${rect(4)}${lines.map((text, nth) => html`<text class="nm mid" x="${round(x)}" y="${round(first + nth * 14)}">${text}</text>`)}${under === '' ? null : html`<text class="sm mid${isSingle ? ' bad' : ''}" x="${round(x)}" y="${round(y + height / 2 + 11)}">${shortened(under, width + 10, 10)}</text>`}`;
}

function twoLines(text: string, width: number): string[] {
  const words = text.split(' ');
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (last === '' || shortened(joined, width) === joined) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const [first = '', ...rest] = lines;
  return rest.length === 0
    ? [shortened(first, width)]
    : [shortened(first, width), shortened(rest.join(' '), width)];
}
