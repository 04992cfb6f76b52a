import type { Layout, RawBlock } from '../read/layout.js';

/** What an Item may say in a few words. */
const SHORT_ANSWER =
  /^[[(]?(?:none|not applicable|not required|n\/a|omitted|intentionally|inapplicable|reserved|no changes?|see )/i;
const LONGEST_ANSWER = 120;
const SHORTEST_SENTENCE = 40;
const LONG = 200;
const FULL_STOP = 46;
const COLON = 58;

/** How many blocks of prose stand before each block: what tells the body of a report from its table of contents. */
export class Prose {
  private readonly before: Int32Array;

  /** `leftOut`: blocks that are headings of Items, prose or not. */
  constructor(layout: Layout, leftOut: ReadonlySet<number>) {
    this.before = new Int32Array(layout.blocks.length + 1);
    for (const [index, block] of layout.blocks.entries()) {
      const isOne = !leftOut.has(index) && isProse(layout.text, block);
      this.before[index + 1] = (this.before[index] as number) + Number(isOne);
    }
  }

  /** Whether there is any among the blocks from `from` up to `until`, the end excluded. */
  isBetween(from: number, until: number): boolean {
    return until > from && (this.before[until] ?? this.before.at(-1) ?? 0) > (this.before[from] ?? 0);
  }
}

/** A sentence, or the short answer of an Item. */
export function isProse(text: string, { kind, from, to }: RawBlock): boolean {
  if (kind !== 'text' && kind !== 'list-item') return false;
  const length = to - from;
  if (length >= LONG) return true;
  const last = text.charCodeAt(to - 1);
  if (length >= SHORTEST_SENTENCE && (last === FULL_STOP || last === COLON)) return true;
  return length <= LONGEST_ANSWER && SHORT_ANSWER.test(text.slice(from, from + 24));
}
