import { firstIndex } from '../../value/index.js';

/** The last so many numbers of a sequence, kept in order: one comes in, the oldest goes out. */
export class SortedWindow {
  /** Ascending; what is not filled yet is at the end. */
  readonly sorted: Float64Array;
  /** In the order of coming, around the end. */
  private readonly ring: Float64Array;
  private next = 0;
  private count = 0;
  private sum = 0;

  constructor(size: number) {
    this.sorted = new Float64Array(size);
    this.ring = new Float64Array(size);
  }

  get isFull(): boolean {
    return this.count === this.ring.length;
  }

  /** Of a full window. */
  get largest(): number {
    return this.sorted[this.count - 1] as number;
  }

  /** Of what it holds. */
  get mean(): number {
    return this.sum / this.count;
  }

  push(value: number): void {
    if (this.isFull) {
      const oldest = this.ring[this.next] as number;
      const place = this.below(oldest);
      this.sorted.copyWithin(place, place + 1, this.count--);
      this.sum -= oldest;
    }
    const at = this.below(value);
    this.sorted.copyWithin(at + 1, at, this.count++);
    this.sorted[at] = value;
    this.ring[this.next] = value;
    this.sum += value;
    this.next = (this.next + 1) % this.ring.length;
    // Summed anew each time around, so that rounding does not pile up over the decades.
    if (this.next === 0) this.sum = this.ring.reduce((total, each) => total + each, 0);
  }

  /** How many are below a value. By its own loop, as it is asked for twice a day over half a century. */
  below(value: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many are at most a value. */
  atMost(value: number): number {
    return firstIndex(this.count, (index) => (this.sorted[index] as number) > value);
  }
}
