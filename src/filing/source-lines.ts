import { firstIndex } from '../value/index.js';

/** Where a place is for a person and an editor: both from 1, the column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The lines of a source: a line ends with LF, CRLF or a lone CR. */
export class SourceLines {
  /** The offset that each line begins at. */
  readonly starts: readonly number[];

  constructor(source: string) {
    const starts = [0];
    for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.starts = starts;
  }

  /** Line and column of an offset, by binary search. */
  at(offset: number): LineColumn {
    const after = firstIndex(this.starts.length, (index) => (this.starts[index] ?? 0) > offset);
    const line = Math.max(1, after);
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }
}
