/**
 * The tables of the ziggurat (Marsaglia & Tsang, Journal of Statistical Software 5(8), 2000) with 256 layers of equal
 * area. Layer 0 is the base: a strip and the tail beyond `start`. A draw takes a layer and, from other bits, a place in
 * its width: `place · width[layer]`; where `place` (31 bits) is below `inside[layer]`, it lies under the curve for certain.
 */
export interface Ziggurat {
  /** Where the tail begins. */
  readonly start: number;
  /** Width of each layer, for one step of 2^-31. */
  readonly width: Float64Array;
  readonly inside: Int32Array;
  /** Height of the curve at the right edge of each layer, and at 0 as the last. */
  readonly height: Float64Array;
}

const LAYERS = 256;

/** `area` of a layer and `start` of the tail belong together: the last layer must end at the curve's top. */
export const NORMAL_ZIGGURAT = ziggurat(
  3.654152885361009,
  0.004928673233974655,
  (x) => Math.exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * Math.log(y)),
);

export const EXPONENTIAL_ZIGGURAT = ziggurat(
  7.697117470131049,
  0.003949659822581557,
  (x) => Math.exp(-x),
  (y) => -Math.log(y),
);

function ziggurat(
  start: number,
  area: number,
  curve: (x: number) => number,
  inverse: (y: number) => number,
): Ziggurat {
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = area / curve(start);
  edge[1] = start;
  for (let layer = 2; layer < LAYERS; layer++) {
    const below = edge[layer - 1] as number;
    edge[layer] = inverse(area / below + curve(below));
  }
  const width = new Float64Array(LAYERS);
  const inside = new Int32Array(LAYERS);
  const height = new Float64Array(LAYERS + 1);
  for (let layer = 0; layer < LAYERS; layer++) {
    const right = edge[layer] as number;
    width[layer] = right * 2 ** -31;
    inside[layer] = Math.floor(((edge[layer + 1] as number) / right) * 2 ** 31);
    height[layer] = curve(right);
  }
  height[LAYERS] = 1;
  return { start, width, inside, height };
}
