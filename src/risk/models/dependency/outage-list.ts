/** Outages of nodes in the trials of a block: grows as needed, is used again for the next block. */
export class OutageList {
  length = 0;
  #trials = new Int32Array(1024);
  #nodes = new Int32Array(1024);
  #starts = new Float64Array(1024);
  #ends = new Float64Array(1024);
  #order = new Int32Array(1024);
  #trialFrom = new Int32Array(1);

  get nodes(): Int32Array {
    return this.#nodes;
  }
  /** In years from the start of the trial's year. */
  get starts(): Float64Array {
    return this.#starts;
  }
  get ends(): Float64Array {
    return this.#ends;
  }

  clear(): void {
    this.length = 0;
  }

  add(trial: number, node: number, start: number, end: number): void {
    if (this.length === this.#trials.length) this.#grow();
    const at = this.length++;
    this.#trials[at] = trial;
    this.#nodes[at] = node;
    this.#starts[at] = start;
    this.#ends[at] = end;
  }

  /**
   * The outages of each trial in order of their start: those of trial `first + k` are
   * `order[from[k] .. from[k + 1]]`. Valid until the next `add` or `clear`.
   */
  byTrial(first: number, trials: number): { order: Int32Array; from: Int32Array } {
    if (this.#trialFrom.length < trials + 1) this.#trialFrom = new Int32Array(trials + 1);
    const from = this.#trialFrom.fill(0);
    for (let at = 0; at < this.length; at++) {
      const slot = (this.#trials[at] as number) - first + 1;
      from[slot] = (from[slot] as number) + 1;
    }
    for (let slot = 1; slot <= trials; slot++)
      from[slot] = (from[slot] as number) + (from[slot - 1] as number);
    // Filled from the back, so that `from` ends where each trial begins; ties keep the order in which they were added.
    const next = from.slice(0, trials + 1);
    for (let at = 0; at < this.length; at++) {
      const slot = (this.#trials[at] as number) - first;
      this.#order[next[slot] as number] = at;
      next[slot] = (next[slot] as number) + 1;
    }
    for (let slot = 0; slot < trials; slot++)
      this.#sortByStart(from[slot] as number, from[slot + 1] as number);
    return { order: this.#order, from };
  }

  #sortByStart(from: number, to: number): void {
    const order = this.#order;
    const starts = this.#starts;
    if (to - from > 40) {
      order.subarray(from, to).sort((a, b) => (starts[a] as number) - (starts[b] as number) || a - b);
      return;
    }
    for (let place = from + 1; place < to; place++) {
      const moved = order[place] as number;
      const start = starts[moved] as number;
      let hole = place;
      while (hole > from && (starts[order[hole - 1] as number] as number) > start) {
        order[hole] = order[hole - 1] as number;
        hole--;
      }
      order[hole] = moved;
    }
  }

  #grow(): void {
    const capacity = 2 * this.#trials.length;
    const longer = <T extends Int32Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#trials = longer(new Int32Array(capacity), this.#trials);
    this.#nodes = longer(new Int32Array(capacity), this.#nodes);
    this.#starts = longer(new Float64Array(capacity), this.#starts);
    this.#ends = longer(new Float64Array(capacity), this.#ends);
    this.#order = new Int32Array(capacity);
  }
}
