/** Thrown within this folder when a diagram would grow beyond its limit; callers turn it into a reason. */
export class DiagramTooLarge extends Error {
  override readonly name = 'DiagramTooLarge';

  constructor(reason = 'The graph is too entangled for an exact answer') {
    super(reason);
  }
}

export const FALSE = 0;
export const TRUE = 1;
/** Keys of pairs and triples of nodes must be exact doubles. */
const LARGEST_DIAGRAM = 100_000;
const KEY = 2 ** 17;

/**
 * Reduced ordered binary decision diagrams (R. E. Bryant, IEEE Trans. Comput. C-35(8), 1986): functions of variables
 * 0, 1, 2 … that are tested in this order. Equal functions are the same number; a node is made after those it points at,
 * so that ascending numbers are bottom-up. Recursion is as deep as there are variables.
 */
export class DecisionDiagram {
  readonly variable: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  /** The function where the variable is false, and where it is true. */
  readonly low: number[] = [FALSE, TRUE];
  readonly high: number[] = [FALSE, TRUE];
  readonly #unique: Map<number, number>[] = [];
  readonly #memo = new Map<number, number>();
  readonly #largest: number;

  constructor(largest: number = LARGEST_DIAGRAM) {
    this.#largest = Math.min(largest, LARGEST_DIAGRAM);
  }

  get size(): number {
    return this.variable.length;
  }

  variableNode(variable: number): number {
    return this.#node(variable, FALSE, TRUE);
  }

  and(left: number, right: number): number {
    return this.ifThenElse(left, right, FALSE);
  }

  ifThenElse(test: number, then: number, otherwise: number): number {
    if (test === TRUE || then === otherwise) return then;
    if (test === FALSE) return otherwise;
    if (then === TRUE && otherwise === FALSE) return test;
    const key = (test * KEY + then) * KEY + otherwise;
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    if (this.#memo.size > 5 * this.#largest) throw new DiagramTooLarge();
    const variable = Math.min(
      this.variable[test] as number,
      this.variable[then] as number,
      this.variable[otherwise] as number,
    );
    const low = this.ifThenElse(
      this.#half(this.low, test, variable),
      this.#half(this.low, then, variable),
      this.#half(this.low, otherwise, variable),
    );
    const high = this.ifThenElse(
      this.#half(this.high, test, variable),
      this.#half(this.high, then, variable),
      this.#half(this.high, otherwise, variable),
    );
    const made = this.#node(variable, low, high);
    this.#memo.set(key, made);
    return made;
  }

  /** True where at least `least` of the functions are. Cheapest where their variables ascend. */
  atLeast(least: number, functions: readonly number[]): number {
    // reached[k]: at least k of those functions that have been gone through, from the last to the first.
    let reached = [TRUE, ...new Array<number>(least).fill(FALSE)];
    for (let index = functions.length - 1; index >= 0; index--) {
      const one = functions[index] as number;
      reached = reached.map((without, k) =>
        k === 0 ? TRUE : this.ifThenElse(one, reached[k - 1] as number, without),
      );
    }
    return reached[least] as number;
  }

  /** The nodes that a function is made of, bottom-up, without the two constants. */
  nodesOf(root: number): Int32Array {
    const seen = new Set<number>();
    const open = [root];
    while (open.length > 0) {
      const node = open.pop() as number;
      if (node <= TRUE || seen.has(node)) continue;
      seen.add(node);
      open.push(this.low[node] as number, this.high[node] as number);
    }
    return Int32Array.from(seen).sort();
  }

  #half(side: readonly number[], node: number, variable: number): number {
    return this.variable[node] === variable ? (side[node] as number) : node;
  }

  #node(variable: number, low: number, high: number): number {
    if (low === high) return low;
    let unique = this.#unique[variable];
    if (unique === undefined) {
      unique = new Map();
      this.#unique[variable] = unique;
    }
    const key = low * KEY + high;
    const known = unique.get(key);
    if (known !== undefined) return known;
    if (this.size >= this.#largest) throw new DiagramTooLarge();
    const made = this.size;
    this.variable.push(variable);
    this.low.push(low);
    this.high.push(high);
    unique.set(key, made);
    return made;
  }
}
