import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { RandomStream } from '../../random/random-stream.js';
import type { Block } from '../../simulation/risk-sampler.js';
import type { DependencySpec } from './dependency-spec.js';
import type { OutageList } from './outage-list.js';

/**
 * Outages of the nodes by themselves. A node fails at its rate while it has no outage of its own (an alternating renewal
 * process; every trial begins with all nodes working), whatever becomes of what it needs and of shared events.
 *
 * The years of a block's trials are laid end to end, so that a node that fails once in a hundred years costs one draw for
 * a hundred trials: waiting is memoryless, and a trial's end makes the node new.
 */
export class NodeFailures {
  readonly #nodes: readonly FailingNode[];
  /** Failures that a trial is expected to see, at most. */
  readonly perTrial: number;

  constructor(spec: DependencySpec, risk: string) {
    this.#nodes = spec.nodes.flatMap((node, index) =>
      node.failuresPerYear === 0
        ? []
        : [
            {
              index,
              purpose: `risk/${risk}/node/${node.id}`,
              rate: node.failuresPerYear,
              repair: distributionOf(node.repair),
              replacement:
                node.replacement === null || node.replacement.probability === 0
                  ? null
                  : {
                      probability: node.replacement.probability,
                      time: distributionOf(node.replacement.time),
                    },
            },
          ],
    );
    this.perTrial = this.#nodes.reduce((sum, { rate }) => sum + rate, 0);
  }

  /** Ready to draw the outages of a block, trials in ascending order. */
  start(block: Block): { draw(toTrial: number, out: OutageList): void } {
    const clocks = this.#nodes.map((node) => new NodeClock(node, block.stream(node.purpose)));
    return {
      draw: (toTrial, out) => {
        for (const clock of clocks) clock.draw(toTrial, out);
      },
    };
  }
}

interface FailingNode {
  readonly index: number;
  readonly purpose: string;
  readonly rate: number;
  readonly repair: Distribution;
  readonly replacement: { readonly probability: number; readonly time: Distribution } | null;
}

/** Numbers drawn together: a fill is faster than as many calls. Nodes that fail seldom need few. */
const AHEAD = 64;
const SELDOM = 0.01;

/** One node in one block of trials. */
class NodeClock {
  readonly #node: FailingNode;
  readonly #random: RandomStream;
  readonly #waits: Float64Array;
  readonly #repairs: Float64Array;
  #waited: number;
  #repaired: number;
  /** The time of the next failure on the line of all trials' years. */
  #failure: number;

  constructor(node: FailingNode, random: RandomStream) {
    const size = node.rate < SELDOM ? AHEAD / 16 : AHEAD;
    this.#node = node;
    this.#random = random;
    this.#waits = new Float64Array(size);
    this.#repairs = new Float64Array(size);
    this.#waited = size;
    this.#repaired = size;
    this.#failure = this.#wait();
  }

  /** Adds the node's outages up to, not with, a trial. */
  draw(toTrial: number, out: OutageList): void {
    const { index, replacement } = this.#node;
    let failure = this.#failure;
    while (failure < toTrial) {
      const trial = Math.floor(failure);
      const start = failure - trial;
      const isReplaced = replacement !== null && this.#random.uniform() < replacement.probability;
      const end = Math.min(1, start + (isReplaced ? replacement.time.sample(this.#random) : this.#repair()));
      if (end > start) out.add(trial, index, start, end);
      failure = trial + end + this.#wait();
    }
    this.#failure = failure;
  }

  #wait(): number {
    if (this.#waited === this.#waits.length) {
      this.#random.fillExponential(this.#waits, 0, this.#waits.length);
      this.#waited = 0;
    }
    return (this.#waits[this.#waited++] as number) / this.#node.rate;
  }

  #repair(): number {
    if (this.#repaired === this.#repairs.length) {
      this.#node.repair.fill(this.#random, this.#repairs, 0, this.#repairs.length);
      this.#repaired = 0;
    }
    return this.#repairs[this.#repaired++] as number;
  }
}
