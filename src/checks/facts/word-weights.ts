import type { Label, Series } from './amount-facts.js';

/** How much a word tells: the fewer lines of this report have it, the more. */
export class WordWeights {
  private readonly weights = new Map<string, number>();
  private readonly most: number;

  /** Counts each distinct label of a table once. */
  constructor(series: readonly Series[]) {
    const counts = new Map<string, number>();
    const seen = new Set<Label>();
    for (const { table, label } of series) {
      if (table === null || seen.has(label)) continue;
      seen.add(label);
      for (const word of label.words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    this.most = Math.log2(2 + seen.size);
    for (const [word, count] of counts) this.weights.set(word, this.most - Math.log2(1 + count));
  }

  /** Of a word that no table has, the most. */
  of(word: string): number {
    return this.weights.get(word) ?? this.most;
  }

  /** The part of a label, by weight, that other words hold: 1 where they hold all of it; 0 for an empty label. */
  share(words: readonly string[], held: (word: string) => boolean): number {
    let [total, found] = [0, 0];
    for (const word of words) {
      const weight = this.of(word);
      total += weight;
      if (held(word)) found += weight;
    }
    return total === 0 ? 0 : found / total;
  }
}
