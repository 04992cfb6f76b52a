/**
 * How often each formula of a filing comes out and how often it does not. One that fails in many places is not the
 * formula of these figures, whatever the places where it fits: rather a change at constant rates than three slips.
 */
export class FormulaTally {
  private readonly counts = new Map<string, { fits: number; misses: number }>();

  /** Counts cells under every key that names their formula: the table that they stand in, the label that they bear. */
  add(keys: readonly string[], fits: number, misses: number): void {
    for (const key of keys) {
      const own = this.counts.get(key) ?? { fits: 0, misses: 0 };
      this.counts.set(key, { fits: own.fits + fits, misses: own.misses + misses });
    }
  }

  /** Whether any of the keys fails too often for a miss to be a finding. */
  fails(keys: readonly string[]): boolean {
    return keys.some((key) => {
      const { fits, misses } = this.counts.get(key) ?? { fits: 0, misses: 0 };
      return misses >= TOO_MANY || (misses > 1 && misses * 4 > fits + misses);
    });
  }
}

/** Slips of one hand in one report are fewer. */
const TOO_MANY = 3;
