import { type Kernel, kernelOver } from './kernel/kernel.js';
import { type Moments, momentsFromSums } from './moments.js';
import { BUCKETS_A_PAGE, PAGES, QuantileSketch, type SketchCounts } from './quantile-sketch.js';
import type { TouchedTrials } from './risk-sampler.js';

/** A column of a block's trials, in the memory of the kernel. */
export interface Column {
  readonly address: number;
  readonly values: Float64Array;
}

const PAGE_BYTES = 4 * BUCKETS_A_PAGE;
const TABLE_BYTES = 4 * PAGES;
/** Pages of counts for each sketch, on average. Values of a dozen powers of ten on both sides need no more. */
const PAGES_A_SKETCH = 128;
/** And for all together: 256 MB, of which what is never written takes no memory. */
const MOST_PAGES = 65_536;

/**
 * The memory that a simulation works in: columns of trials, and the counts of sketches. All is laid out at the start,
 * since memory that grew would leave the columns behind.
 */
export class ColumnMemory {
  readonly #kernel: Kernel;
  readonly #buffer: ArrayBuffer;
  readonly #integers: Uint32Array;
  readonly #sums: Float64Array;
  /** Trials that are touched. */
  readonly #list: Int32Array;
  readonly #listAddress: number;
  readonly #sketches: Sketched[] = [];
  readonly #firstPage: number;
  readonly #lastPage: number;
  readonly #size: number;
  #next: number;
  #nextPage: number;

  /** @param size trials that a column holds; a multiple of four */
  constructor(columns: number, sketches: number, size: number) {
    // Address 0 stands for a page that is not there: the sums are there instead.
    this.#firstPage = 64 + 4 * size + columns * 8 * size + sketches * TABLE_BYTES;
    this.#lastPage = this.#firstPage + (Math.min(sketches * PAGES_A_SKETCH, MOST_PAGES) + PAGES) * PAGE_BYTES;
    const { kernel, buffer } = kernelOver(this.#lastPage);
    this.#kernel = kernel;
    this.#buffer = buffer;
    this.#integers = new Uint32Array(buffer);
    this.#sums = new Float64Array(buffer, 0, 8);
    this.#listAddress = 64;
    this.#list = new Int32Array(buffer, 64, size);
    this.#size = size;
    this.#next = 64 + 4 * size;
    this.#nextPage = this.#firstPage;
  }

  column(): Column {
    const address = this.#take(8 * this.#size);
    return { address, values: new Float64Array(this.#buffer, address, this.#size) };
  }

  sketch(): Sketched {
    const sketched: Sketched = {
      table: this.#take(TABLE_BYTES),
      pages: [],
      moved: new QuantileSketch(),
      isParted: false,
    };
    this.#sketches.push(sketched);
    return sketched;
  }

  /** Counts the first `trials` values of a column, and adds them to another where one is given; their moments. */
  accumulate(
    { address, values }: Column,
    trials: number,
    sketched: Sketched,
    total: Column | null = null,
  ): Moments {
    const shift = middleOfThree(
      values[0] as number,
      values[trials >> 1] as number,
      values[trials - 1] as number,
    );
    // Values are taken by twos: one more that changes no power, and is not counted in the end.
    const isOdd = trials % 2 === 1;
    if (isOdd) values[trials] = shift;
    const end = address + 8 * (trials + (trials & 1));
    const { table } = sketched;
    this.#sums.fill(0);
    let at = address;
    for (;;) {
      const of = total === null ? 0 : total.address + at - address;
      at =
        total === null
          ? this.#kernel.accumulate(at, end, shift, table, 0, 0)
          : this.#kernel.accumulateAndAdd(at, end, shift, table, 0, of);
      if (at === end) break;
      if (!this.#ensurePage(this.#upperHalf(at) >>> 20, sketched)) {
        this.#ensurePage(this.#upperHalf(at + 8) >>> 20, sketched);
      }
    }
    if (isOdd) this.#count(this.#upperHalf(end - 8) >>> 10, -1, sketched);
    return momentsFromSums(trials, shift, this.#takenSums());
  }

  /**
   * The same for a column that is 0 but in the trials touched: its values are added to `total`, and the column is left
   * all zeros.
   */
  settle(
    column: Column,
    { trials, count }: TouchedTrials,
    of: number,
    sketched: Sketched,
    total: Column,
  ): Moments {
    if (count > 0) {
      this.#list.set(count === trials.length ? trials : trials.subarray(0, count));
      this.#sums.fill(0);
      const end = this.#listAddress + 4 * count;
      let at = this.#listAddress;
      for (;;) {
        at = this.#kernel.settle(at, end, column.address, total.address, sketched.table, 0);
        if (at === end) break;
        const trial = this.#integers[at >> 2] as number;
        this.#ensurePage(this.#upperHalf(column.address + 8 * trial) >>> 20, sketched);
      }
    } else this.#sums.fill(0);
    // Of the trials listed twice, one was counted as a zero already.
    this.#count(0, of - count, sketched);
    return momentsFromSums(of, 0, this.#takenSums());
  }

  addTo(sum: Column, { address }: Column, trials: number): void {
    this.#kernel.addTo(sum.address, address, address + 8 * trials);
  }

  /** What a sketch has counted since the last call. */
  counts(sketched: Sketched): SketchCounts {
    if (sketched.isParted) {
      this.#moveOut(sketched);
      const counts = sketched.moved.toCounts();
      sketched.moved.clear();
      sketched.isParted = false;
      return counts;
    }
    // Pages stay from range to range: those that this one left alone are no part of what it counted.
    const pages = Uint16Array.from(sketched.pages)
      .sort()
      .filter((page) => holdsAny(this.#cells(page, sketched)));
    const counts = new Uint32Array(pages.length * BUCKETS_A_PAGE);
    for (let nth = 0; nth < pages.length; nth++) {
      const cells = this.#cells(pages[nth] as number, sketched);
      counts.set(cells, nth * BUCKETS_A_PAGE);
      cells.fill(0);
    }
    return { pages, counts };
  }

  #take(bytes: number): number {
    const address = this.#next;
    this.#next += bytes;
    return address;
  }

  #takenSums(): [number, number, number, number] {
    // A typed array taken apart by a pattern is walked by its iterator: slow.
    const sums = this.#sums;
    const both = (power: number) => (sums[2 * power] as number) + (sums[2 * power + 1] as number);
    return [both(0), both(1), both(2), both(3)];
  }

  #upperHalf(address: number): number {
    return this.#integers[(address >> 2) + 1] as number;
  }

  /** Adds to a bucket's count, which never falls below 0 in the end. */
  #count(bucket: number, more: number, sketched: Sketched): void {
    this.#ensurePage(bucket >>> 10, sketched);
    const page = this.#integers[(sketched.table >> 2) + (bucket >>> 10)] as number;
    const at = (page >> 2) + (bucket & (BUCKETS_A_PAGE - 1));
    this.#integers[at] = (this.#integers[at] as number) + more;
  }

  /** False where it is there. */
  #ensurePage(page: number, sketched: Sketched): boolean {
    if (this.#integers[(sketched.table >> 2) + page] !== 0) return false;
    this.#addPage(page, sketched);
    return true;
  }

  #addPage(page: number, sketched: Sketched): void {
    if (this.#nextPage === this.#lastPage) {
      for (const each of this.#sketches) this.#release(each);
      this.#nextPage = this.#firstPage;
    }
    this.#integers[(sketched.table >> 2) + page] = this.#nextPage;
    sketched.pages.push(page);
    this.#nextPage += PAGE_BYTES;
  }

  /** Leaves zeros. */
  #moveOut(sketched: Sketched): void {
    for (const page of sketched.pages) {
      const cells = this.#cells(page, sketched);
      sketched.moved.merge({ pages: Uint16Array.of(page), counts: cells });
      cells.fill(0);
    }
  }

  /** Gives the pages themselves back. */
  #release(sketched: Sketched): void {
    this.#moveOut(sketched);
    this.#integers.fill(0, sketched.table >> 2, (sketched.table >> 2) + PAGES);
    sketched.pages.length = 0;
    sketched.isParted = true;
  }

  #cells(page: number, { table }: Sketched): Uint32Array {
    const from = (this.#integers[(table >> 2) + page] as number) >> 2;
    return this.#integers.subarray(from, from + BUCKETS_A_PAGE);
  }
}

/** A sketch in the memory. */
export interface Sketched {
  /** Address of its table of pages. */
  readonly table: number;
  /** Those that it has, in the order in which they were needed. */
  readonly pages: number[];
  /** Counts that had to make room. */
  readonly moved: QuantileSketch;
  isParted: boolean;
}

/** A shift near the values keeps their powers from cancelling; one wild value must not be it. */
function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function holdsAny(counts: Uint32Array): boolean {
  for (let bucket = 0; bucket < counts.length; bucket++) if (counts[bucket] !== 0) return true;
  return false;
}
