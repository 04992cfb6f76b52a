import type { Emphasis, Look, RawBlock, RawTable, TextRange } from '../layout.js';
import { BOLD, ITALIC, UNDERLINED } from './marks.js';

/** A block while it is read: more is known of it than the layout tells. */
export interface DraftBlock extends RawBlock {
  kind: RawBlock['kind'];
  from: number;
  to: number;
  marker: string | null;
  look: Look;
  table: RawTable | null;
  /** The bits of emphasis that all of its text has. */
  readonly marks: number;
  readonly raised: readonly TextRange[];
  /** Whether it stands in an `li`. */
  readonly listed: boolean;
  /** Its first characters, at least `HEAD` of them where it has as many. */
  readonly head: string;
  /** Whether it begins in a font of symbols. */
  readonly symbol: boolean;
  /** Offsets at which lines begin that a line break parts from the line before, and at which those before end. */
  readonly lines: readonly number[];
  readonly lineEnds: readonly number[];
}

/** As much of a text as tells a number or a marker from words. */
export const HEAD = 48;

const NONE: readonly never[] = [];

/** No emphasis, or no raised text: most blocks share these. */
export const NO_EMPHASIS: readonly Emphasis[] = NONE;
export const NO_RANGES: readonly TextRange[] = NONE;
export const NO_LINES: readonly number[] = NONE;

export function emphasisOf(from: number, to: number, marks: number): Emphasis {
  return {
    from,
    to,
    bold: (marks & BOLD) !== 0,
    italic: (marks & ITALIC) !== 0,
    underlined: (marks & UNDERLINED) !== 0,
  };
}

/** Neighbours of one look as one; a single character parts cells. */
export function mergedEmphasis(all: readonly Emphasis[]): readonly Emphasis[] {
  const merged: Emphasis[] = [];
  for (const next of all) {
    const last = merged.at(-1);
    const goesOn =
      last !== undefined &&
      next.from - last.to <= 1 &&
      last.bold === next.bold &&
      last.italic === next.italic &&
      last.underlined === next.underlined;
    if (goesOn) merged[merged.length - 1] = { ...last, to: next.to };
    else merged.push(next);
  }
  return merged;
}
