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
    let [feed, carriage] = [source.indexOf('\n'), source.indexOf('\r')];
    while (feed >= 0 || carriage >= 0) {
      const isFeed = carriage < 0 || (feed >= 0 && feed <= carriage + 1);
      const end = isFeed ? feed + 1 : carriage + 1;
      starts.push(end);
      if (feed >= 0 && feed < end) feed = source.indexOf('\n', end);
      if (carriage >= 0 && carriage < end) carriage = source.indexOf('\r', end);
    }
    this.starts = starts;
  }

  /** Line and column of an offset, by binary search. */
  at(offset: number): LineColumn {
    const after = firstIndex(this.starts.length, (index) => (this.starts[index] ?? 0) > offset);
    const line = Math.max(1, after);
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }
}
