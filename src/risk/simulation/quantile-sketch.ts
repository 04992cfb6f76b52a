/** Bits of the mantissa that tell buckets apart: 2^10 buckets in each power of two. */
const MANTISSA_BITS = 10;
export const BUCKETS_A_PAGE = 1 << MANTISSA_BITS;
/** Sign and exponent of a double: a page of buckets for each that occurs. */
export const PAGES = 1 << 12;
const NEGATIVE = 1 << 11;
/** The middle of a bucket differs from any value in it by no more than this fraction of the value. */
export const SKETCH_ERROR = 2 ** -(MANTISSA_BITS + 1);

/** How many values fell between `low` and `high`; both are the value itself where it is exactly known. */
export interface Bucket {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** The counts of a sketch as plain data: `counts` has 1,024 for each page. */
export interface SketchCounts {
  readonly pages: Uint16Array;
  readonly counts: Uint32Array;
}

/**
 * Values counted by their leading bits (the kernel does it), so that any quantile of any number of values is known to within 0.05% of itself,
 * in memory that does not grow with their number. Counts are integers: sketches that are merged in any order are equal.
 * (The idea of HdrHistogram and DDSketch, with the double's own logarithm.) What is too small for a normal double counts
 * as zero, which is exact.
 */
export class QuantileSketch {
  /** Where in `#counts` a page begins; −1 where it has not been needed. */
  readonly #pageAt = new Int32Array(PAGES).fill(-1);
  #counts = new Uint32Array(8 * BUCKETS_A_PAGE);
  #used = 0;

  merge({ pages, counts }: SketchCounts): void {
    const added = signed(counts);
    for (let nth = 0; nth < pages.length; nth++) {
      const page = pages[nth] as number;
      const known = this.#pageAt[page] as number;
      const at = known < 0 ? this.#newPage(page) : known;
      addCounts(signed(this.#counts), at, added, nth * BUCKETS_A_PAGE);
    }
  }

  /** Forgets all counts, keeps the memory. */
  clear(): void {
    this.#counts.fill(0, 0, this.#used);
  }

  /** A copy of the counts, by page. */
  toCounts(): SketchCounts {
    const used: number[] = [];
    const parts: Uint32Array[] = [];
    this.#pageAt.forEach((at, page) => {
      if (at < 0) return;
      const part = this.#counts.subarray(at, at + BUCKETS_A_PAGE);
      if (part.every((count) => count === 0)) return;
      used.push(page);
      parts.push(part);
    });
    const counts = new Uint32Array(parts.length * BUCKETS_A_PAGE);
    parts.forEach((part, nth) => {
      counts.set(part, nth * BUCKETS_A_PAGE);
    });
    return { pages: Uint16Array.from(used), counts };
  }

  #newPage(page: number): number {
    const at = this.#used;
    if (at === this.#counts.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#pageAt[page] = at;
    this.#used = at + BUCKETS_A_PAGE;
    return at;
  }
}

/** The same memory: sums are the same bits, and V8 adds signed numbers without making doubles of them. */
function signed({ buffer, byteOffset, length }: Uint32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

function addCounts(sums: Int32Array, at: number, counts: Int32Array, from: number): void {
  for (let bucket = 0; bucket < BUCKETS_A_PAGE; bucket++) {
    sums[at + bucket] = ((sums[at + bucket] as number) + (counts[from + bucket] as number)) | 0;
  }
}

/**
 * Finds the bucket of any value by its number; the buckets of a page stand together. Those of zero, and of what is too
 * small to be told from it, come out as −1, and so do values of pages that are not there.
 */
export function bucketFinder({ pages }: SketchCounts): (value: number) => number {
  const startOf = new Int32Array(PAGES).fill(-1);
  pages.forEach((page, nth) => {
    if (page % NEGATIVE !== 0) startOf[page] = nth * BUCKETS_A_PAGE;
  });
  const value = new Float64Array(1);
  const halves = new Uint32Array(value.buffer);
  return (x) => {
    value[0] = x;
    const bits = halves[1] as number;
    const start = startOf[bits >>> 20] as number;
    return start < 0 ? -1 : start + ((bits >>> (20 - MANTISSA_BITS)) & (BUCKETS_A_PAGE - 1));
  };
}

/** The buckets that hold something, from the lowest value to the highest. */
export function bucketsOf({ pages, counts }: SketchCounts): Bucket[] {
  const negative: Bucket[] = [];
  const positive: Bucket[] = [];
  let zeros = 0;
  pages.forEach((page, nth) => {
    const from = nth * BUCKETS_A_PAGE;
    const side = page < NEGATIVE ? positive : negative;
    for (let i = 0; i < BUCKETS_A_PAGE; i++) {
      const count = counts[from + i] as number;
      if (count === 0) continue;
      if (page % NEGATIVE === 0) zeros += count;
      else side.push(bucketAt(page, i, count));
    }
  });
  const zero = zeros > 0 ? [{ low: 0, high: 0, count: zeros }] : [];
  return [...negative.reverse(), ...zero, ...positive];
}

function bucketAt(page: number, nth: number, count: number): Bucket {
  const exponent = (page & (NEGATIVE - 1)) - 1023;
  const near = 2 ** exponent * (1 + nth / BUCKETS_A_PAGE);
  // The last bucket of all ends with the doubles.
  const far = Math.min(2 ** exponent * (1 + (nth + 1) / BUCKETS_A_PAGE), Number.MAX_VALUE);
  return page < NEGATIVE ? { low: near, high: far, count } : { low: -far, high: -near, count };
}
