import { wordStems } from './word-stems.js';

/** How far blocks of text share their telling words; a word that few blocks hold weighs more. */
export class Cohesion {
  private readonly stems: readonly ReadonlySet<string>[];
  private readonly weights = new Map<string, number>();

  constructor(texts: readonly string[]) {
    this.stems = texts.map(wordStems);
    const holders = new Map<string, number>();
    for (const stems of this.stems) for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
    for (const [stem, count] of holders) this.weights.set(stem, Math.log((texts.length + 1) / count));
  }

  /** The share, 0 to 1, of a block's weight that stands in any of the blocks from `from` up to `until`. */
  share(at: number, from: number, until: number): number {
    const others = this.stems.slice(from, until);
    let total = 0;
    let shared = 0;
    for (const stem of this.stems[at] ?? []) {
      const weight = this.weights.get(stem) ?? 0;
      total += weight;
      if (others.some((other) => other.has(stem))) shared += weight;
    }
    return total === 0 ? 0 : shared / total;
  }
}
