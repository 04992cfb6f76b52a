import { type DecisionDiagram, TRUE } from './decision-diagram.js';

/** The probability that a function of independent variables is false, and its derivatives, in passes over its diagram. */
export class DiagramProbability {
  readonly size: number;
  readonly #root: number;
  readonly #nodes: Int32Array;
  readonly #variable: Int32Array;
  /** Places in `#value`: 0 and 1 are false and true, then the function's nodes bottom-up. */
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #value: Float64Array;
  readonly #weight: Float64Array;

  constructor(diagram: DecisionDiagram, root: number) {
    this.#nodes = diagram.nodesOf(root);
    this.size = this.#nodes.length;
    const place = new Map<number, number>([
      [0, 0],
      [TRUE, 1],
    ]);
    for (const [index, node] of this.#nodes.entries()) place.set(node, index + 2);
    const at = (side: readonly number[]) =>
      Int32Array.from(this.#nodes, (node) => place.get(side[node] as number) as number);
    this.#variable = Int32Array.from(this.#nodes, (node) => diagram.variable[node] as number);
    this.#low = at(diagram.low);
    this.#high = at(diagram.high);
    this.#root = place.get(root) as number;
    this.#value = new Float64Array(this.size + 2);
    this.#value[0] = 1;
    this.#weight = new Float64Array(this.size + 2);
  }

  /**
   * P(the function is false), where `out[v]` is the probability that variable v is false. Only sums of products of
   * probabilities are taken, so that one of 10^-20 keeps its digits.
   */
  of(out: ArrayLike<number>): number {
    const value = this.#value;
    for (let index = 0; index < this.size; index++) {
      const high = value[this.#high[index] as number] as number;
      const low = value[this.#low[index] as number] as number;
      const u = out[this.#variable[index] as number] as number;
      value[index + 2] = u * low + (1 - u) * high;
    }
    return value[this.#root] as number;
  }

  /**
   * The same, and adds its derivative by each variable's probability to `derivatives`: Birnbaum's reliability importance
   * (Z. W. Birnbaum, in Multivariate Analysis II, 1969).
   */
  ofWithDerivatives(out: ArrayLike<number>, derivatives: Float64Array): number {
    const result = this.of(out);
    const weight = this.#weight.fill(0);
    weight[this.#root] = 1;
    for (let index = this.size - 1; index >= 0; index--) {
      const reached = weight[index + 2] as number;
      const variable = this.#variable[index] as number;
      const low = this.#low[index] as number;
      const high = this.#high[index] as number;
      const u = out[variable] as number;
      derivatives[variable] =
        (derivatives[variable] as number) +
        reached * ((this.#value[low] as number) - (this.#value[high] as number));
      weight[high] = (weight[high] as number) + reached * (1 - u);
      weight[low] = (weight[low] as number) + reached * u;
    }
    return result;
  }
}
