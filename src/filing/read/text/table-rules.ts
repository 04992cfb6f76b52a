import type { Extent } from './columns.js';
import { isWhite, type Lines } from './lines.js';

/** A line drawn in a table: where its strokes are, and whether they are double. */
export interface Rule {
  readonly strokes: readonly Extent[];
  readonly weight: 1 | 2;
}

/** A drawn line of more strokes is no line below figures. */
const MOST_STROKES = 64;

/** The strokes of a drawn line, left to right. */
export function ruleOf({ codes, starts, firsts, lasts }: Lines, line: number): Rule {
  const [start, last] = [starts[line] ?? 0, lasts[line] ?? 0];
  const strokes: Extent[] = [];
  let weight: Rule['weight'] = 1;
  let at = firsts[line] ?? 0;
  while (at < last && strokes.length < MOST_STROKES) {
    const from = at;
    for (; at < last && !isWhite(codes[at] as number); at += 1) if (codes[at] === EQUALS) weight = 2;
    // "- ----" is what a message with an electronic signature makes of a line of dashes.
    if (at - from > 1) strokes.push({ from: from - start, to: at - start });
    while (at < last && isWhite(codes[at] as number)) at += 1;
  }
  return { strokes, weight };
}

const EQUALS = 0x3d;
