/** A table of a report, written once for all forms of it. The first column names the row; the others are numbers or texts. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Printed below. */
  readonly notes: readonly string[];
}

export interface ReportColumn {
  readonly head: string;
  /** Of more and shorter words, for a terminal: "There- after". */
  readonly short?: string;
  readonly align: 'left' | 'right';
  /** Left out where there is no room for all. */
  readonly isOptional: boolean;
}

/** "Risk" is text on the left, ">Mean" a number on the right, "?>Deviation" one that may be left out. */
export function columns(...heads: readonly string[]): ReportColumn[] {
  return heads.map((text) => {
    const isOptional = text.startsWith('?');
    const head = isOptional ? text.slice(1) : text;
    return head.startsWith('>')
      ? { head: head.slice(1), align: 'right', isOptional }
      : { head, align: 'left', isOptional };
  });
}

/** Several tables under one heading, with what is said before them. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly tables: readonly ReportTable[];
  /** Printed after the tables. */
  readonly lists?: readonly ReportList[];
}

/** Sentences under a title of their own. */
export interface ReportList {
  readonly title: string;
  readonly items: readonly string[];
}
