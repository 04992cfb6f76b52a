import type { Tick } from '../check.js';

/** How sure the ticks of a filing make one of each figure, in the points by which suspects are ranked. */
export class Confidence {
  private readonly ticks: ReadonlyMap<string, readonly Tick[]>;
  /** Figures from which others were recomputed; found when first asked for. */
  private used: Set<string> | null = null;

  constructor(ticks: ReadonlyMap<string, readonly Tick[]>) {
    this.ticks = ticks;
  }

  /**
   * What independent work confirms is hardly the wrong one; two mentions that agree are seldom mistyped alike, the less
   * so where work confirms the other; and a figure from which another comes out right cannot be far off.
   */
  of(id: string): number {
    let strongest = this.isUsed(id) ? 2 : 0;
    for (const tick of this.ticks.get(id) ?? []) strongest = Math.max(strongest, this.strengthOf(tick));
    return strongest;
  }

  private strengthOf({ support, grade, inputs }: Tick): number {
    if (grade === 'possible') return 0;
    if (support !== 'agreement') return grade === 'exact' ? 8 : 5;
    if (grade !== 'exact') return 1;
    return inputs.some((input) => 'figure' in input && this.isRecomputed(input.figure)) ? 6 : 3;
  }

  private isRecomputed(id: string): boolean {
    return (this.ticks.get(id) ?? []).some(
      ({ support, grade }) => support === 'recomputed' && grade === 'exact',
    );
  }

  private isUsed(id: string): boolean {
    this.used ??= inputsOfWork(this.ticks);
    return this.used.has(id);
  }
}

function inputsOfWork(ticks: ReadonlyMap<string, readonly Tick[]>): Set<string> {
  const used = new Set<string>();
  for (const own of ticks.values()) {
    for (const { support, grade, inputs } of own) {
      if (support !== 'recomputed' || grade === 'possible') continue;
      for (const input of inputs) if ('figure' in input) used.add(input.figure);
    }
  }
  return used;
}
