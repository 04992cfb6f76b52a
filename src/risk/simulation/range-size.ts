/** Few blocks first, so that a slow register soon says how far it is. */
const FIRST_BLOCKS = 16;
/** More bring no more: putting together what ranges give is little work by then. */
const MOST_BLOCKS = 256;
/** What a range should take. Between two of them a run can be stopped, and tells how far it is. */
const WANTED_MILLISECONDS = 100;
const FASTEST_GROWTH = 16;

/**
 * How many blocks a thread gets at a time, by how long the blocks before took. What a simulation finds does not depend
 * on it: blocks are put together one by one, in their order.
 */
export class RangeSize {
  readonly #threads: number;
  #blocks = FIRST_BLOCKS;
  #last = performance.now();

  constructor(threads: number) {
    this.#threads = threads;
  }

  /** Of the next range, where so many blocks are left: several threads must come to an end together. */
  next(left: number): number {
    const share = this.#threads === 1 ? left : Math.ceil(left / (4 * this.#threads));
    return Math.max(1, Math.min(this.#blocks, share));
  }

  /** A range of so many blocks has come in. */
  arrived(blocks: number): void {
    const now = performance.now();
    const perBlock = ((now - this.#last) * this.#threads) / blocks;
    this.#last = now;
    const wanted = perBlock > 0 ? Math.floor(WANTED_MILLISECONDS / perBlock) : MOST_BLOCKS;
    this.#blocks = Math.max(1, Math.min(wanted, FASTEST_GROWTH * this.#blocks, MOST_BLOCKS));
  }
}
