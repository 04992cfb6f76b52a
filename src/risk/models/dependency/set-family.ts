import { type DecisionDiagram, DiagramTooLarge, FALSE, TRUE } from './decision-diagram.js';

/** Families of sets: none at all, and the one that holds just the empty set. */
const NONE = 0;
const EMPTY_SET = 1;
const LARGEST_FAMILY = 100_000;
const MOST_DIFFERENCES = 1_000_000;
const KEY = 2 ** 17;

/**
 * Families of sets of variables as zero-suppressed decision diagrams (S. Minato, DAC 1993), with what minimal cut sets
 * need: A. Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System Safety 40 (1993).
 */
export class SetFamilies {
  readonly #diagram: DecisionDiagram;
  readonly #variable: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  /** The sets without the variable, and those with it (it left out of them). */
  readonly #without: number[] = [NONE, EMPTY_SET];
  readonly #with: number[] = [NONE, EMPTY_SET];
  readonly #unique = new Map<string, number>();
  readonly #cuts = new Map<number, number>();
  readonly #differences = new Map<number, number>();

  constructor(diagram: DecisionDiagram) {
    this.#diagram = diagram;
  }

  /**
   * The minimal sets of at most `order` variables that make an increasing function false when they alone are false.
   *
   * @throws DiagramTooLarge
   */
  minimalCuts(root: number, order: number): number {
    if (root === TRUE) return NONE;
    if (root === FALSE) return EMPTY_SET;
    const key = root * KEY + Math.min(order, KEY - 1);
    const known = this.#cuts.get(key);
    if (known !== undefined) return known;
    const { variable, low, high } = this.#diagram;
    const without = this.minimalCuts(high[root] as number, order);
    // What cuts with the variable false and is not cut already while it is true.
    const withIt =
      order === 0 ? NONE : this.#notAbove(this.minimalCuts(low[root] as number, order - 1), without);
    const made = this.#node(variable[root] as number, without, withIt);
    this.#cuts.set(key, made);
    return made;
  }

  /** How many sets of each size a family holds: index 0 is the empty set. Counts beyond 2^53 are rounded. */
  sizes(family: number): number[] {
    return this.#sizesByNode(family)[family] as number[];
  }

  /** The first `most` sets of a family, small ones first, then by their variables. */
  sets(family: number, most: number): number[][] {
    const sets: number[][] = [];
    const chosen: number[] = [];
    const sizes = this.#sizesByNode(family);
    // Only branches that hold a set of the size sought are entered, so that a huge family costs no more than what is listed.
    const visit = (node: number, size: number): void => {
      if (sets.length >= most || !(((sizes[node] as number[])[size] as number) > 0)) return;
      if (node === EMPTY_SET) {
        sets.push([...chosen]);
        return;
      }
      if (size > 0) {
        chosen.push(this.#variable[node] as number);
        visit(this.#with[node] as number, size - 1);
        chosen.pop();
      }
      visit(this.#without[node] as number, size);
    };
    for (let size = 0; size < (sizes[family] as number[]).length; size++) visit(family, size);
    return sets;
  }

  #sizesByNode(family: number): (number[] | undefined)[] {
    const memo: (number[] | undefined)[] = [[], [1]];
    for (const node of this.#nodesOf(family)) {
      const without = memo[this.#without[node] as number] as number[];
      const withIt = memo[this.#with[node] as number] as number[];
      const sizes = new Array<number>(Math.max(without.length, withIt.length + 1)).fill(0);
      for (const [size, count] of without.entries()) sizes[size] = count;
      for (const [size, count] of withIt.entries()) sizes[size + 1] = (sizes[size + 1] as number) + count;
      memo[node] = sizes;
    }
    return memo;
  }

  /** Those sets of a family that contain no set of another. */
  #notAbove(family: number, other: number): number {
    if (family === NONE || other === EMPTY_SET) return NONE;
    if (other === NONE || family === EMPTY_SET) return family;
    if (family === other) return NONE;
    const key = family * KEY + other;
    const known = this.#differences.get(key);
    if (known !== undefined) return known;
    if (this.#differences.size > MOST_DIFFERENCES) throw new DiagramTooLarge();
    const variable = this.#variable[family] as number;
    const otherVariable = this.#variable[other] as number;
    let made: number;
    if (otherVariable < variable) made = this.#notAbove(family, this.#without[other] as number);
    else {
      const [otherWithout, otherWith] =
        otherVariable === variable
          ? [this.#without[other] as number, this.#with[other] as number]
          : [other, NONE];
      made = this.#node(
        variable,
        this.#notAbove(this.#without[family] as number, otherWithout),
        this.#notAbove(this.#notAbove(this.#with[family] as number, otherWith), otherWithout),
      );
    }
    this.#differences.set(key, made);
    return made;
  }

  #node(variable: number, without: number, withIt: number): number {
    if (withIt === NONE) return without;
    const key = `${variable},${without},${withIt}`;
    const known = this.#unique.get(key);
    if (known !== undefined) return known;
    const made = this.#variable.length;
    if (made >= LARGEST_FAMILY) throw new DiagramTooLarge();
    this.#variable.push(variable);
    this.#without.push(without);
    this.#with.push(withIt);
    this.#unique.set(key, made);
    return made;
  }

  #nodesOf(family: number): number[] {
    const seen = new Set<number>();
    const open = [family];
    while (open.length > 0) {
      const node = open.pop() as number;
      if (node <= EMPTY_SET || seen.has(node)) continue;
      seen.add(node);
      open.push(this.#without[node] as number, this.#with[node] as number);
    }
    return [...seen].sort((a, b) => a - b);
  }
}
