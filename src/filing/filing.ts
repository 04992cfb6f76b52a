import type { CurrencyCode, Day, Period, RateUnit } from '../value/index.js';

/** A range of UTF-16 code units in `source.text`, the end excluded. */
export type SourceSpan = readonly [start: number, end: number];

/**
 * Where something stands in the source. `text` is the spans joined, no-break spaces turned into spaces; with a single
 * span, in plain text, `source.text.slice(start, end) === text` but for those. `start` and `end` are the hull.
 */
export interface Place {
  readonly text: string;
  readonly spans: readonly SourceSpan[];
  readonly start: number;
  readonly end: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Source {
  /** As the caller named it; "-" for text without a file. */
  readonly path: string;
  /** Decoded, without its byte-order mark, line ends kept. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Of the bytes as read, lower-case hex. */
  readonly sha256: string;
}

export type FormType = '20-F' | '10-K';

/** What the report says of itself; null where it does not. */
export interface Cover {
  readonly form: FormType | null;
  /** The currency that most of its amounts are in. */
  readonly currency: CurrencyCode | null;
  /** The end of the fiscal year that it reports. */
  readonly periodEnd: Day | null;
}

/** How an Item answers the form. */
export type Answer = 'content' | 'not-applicable' | 'pointer' | 'omitted';

/** A node of the outline: an Item (`item-3`), a sub-item (`item-3-d`) or a heading below. */
export interface Section {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** 1 for an Item, 2 for a sub-item, more for what stands below. */
  readonly level: number;
  /** From its heading to the next heading of its level. */
  readonly start: number;
  readonly end: number;
  readonly answer: Answer;
  /**
   * False where the excerpt holds no such heading and the form tells that one must stand above: an excerpt that
   * begins with "B. Capitalization and Indebtedness" is inside Item 3.
   */
  readonly printed: boolean;
  readonly children: readonly Section[];
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table' | 'page-number';

/** A run of the document, in order: flat, so that everything is a linear pass. */
export interface Block extends Place {
  readonly kind: BlockKind;
  /** Id of the innermost section that holds it; null before the first heading. */
  readonly section: string | null;
  /** Id of the table, for a block of kind `table`. */
  readonly table: string | null;
  /** The bullet or number of a list item, or the mark of a footnote: "-", "(1)"; `text` begins with it. Null for neither. */
  readonly marker: string | null;
  /** Ranges of its sentences in `text`. */
  readonly sentences: readonly SourceSpan[];
}

export interface Cell extends Place {
  readonly row: number;
  /** The first column that it stands in. */
  readonly column: number;
  /** More than 1 where a heading spans columns. */
  readonly columns: number;
}

/** `header`: names columns. `group`: names the rows below it. `data`: a label and its values. */
export type RowKind = 'header' | 'group' | 'data';

export interface Row {
  readonly kind: RowKind;
  /** The row's own label, footnote marks taken off: "2002", "July (through July 7, 2006)". */
  readonly label: string;
  /** The labels of the groups above it, outermost first, then its own. */
  readonly labelPath: readonly string[];
  readonly cells: readonly Cell[];
}

export interface Column {
  /** Headings above its cells, outermost first, footnote marks taken off. */
  readonly labelPath: readonly string[];
}

/** A note below a table: "(1) For fiscal years, …". */
export interface TableNote {
  /** "1", "*", "a"; null for an unmarked note that follows the table. */
  readonly mark: string | null;
  readonly text: string;
  /** Index of its block. */
  readonly block: number;
}

export interface Table extends Place {
  readonly id: string;
  readonly section: string | null;
  /** Index of its block. */
  readonly block: number;
  /** The paragraph or heading that introduces it, or null. */
  readonly caption: string | null;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly notes: readonly TableNote[];
  /** Power of ten that its amounts are in: 6 for "in millions", 0 where none is stated. */
  readonly scale: number;
  /** The unit that caption or headings state for its bare numbers. */
  readonly unit: Unit | null;
}

/**
 * An ISO currency, a rate (`JPY/USD`), an amount per share or ADS (`JPY/share`), or one of the plain units.
 * `percent` holds 29.7 for 29.7%; `year`, `month`, `day` are durations; the value of a `date` is ISO text, as precise
 * as printed: `2006-03-31`, `2006-03`, `2006`.
 */
export type Unit =
  | CurrencyCode
  | RateUnit
  | `${CurrencyCode}/share`
  | `${CurrencyCode}/ADS`
  | 'share'
  | 'ADS'
  | 'percent'
  | 'bp'
  | 'multiple'
  | 'year'
  | 'month'
  | 'day'
  | 'date'
  | 'count'
  | 'pure';

export interface TableWhere {
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

export interface TextWhere {
  readonly section: string | null;
  readonly block: number;
  readonly sentence: number;
}

/** One numeric mention. */
export interface Figure extends Place {
  /** `f1`, in order of the document. */
  readonly id: string;
  /** Survives edits elsewhere: section, label path, unit, period and ordinal, hashed. */
  readonly key: string;
  /** `label`: an item, note or page number, a year as heading, a footnote mark. Not an amount; never ticked. */
  readonly role: 'amount' | 'label';
  /** Exact, scale and sign applied: "¥29.7 billion" is "29700000000". Read it with `Decimal.parse` unless a date. */
  readonly value: string;
  /** Of the last printed digit, at its scale: 2 for "117.48", -8 for "29.7 billion", 0 for a date. */
  readonly decimals: number;
  readonly unit: Unit;
  readonly period: Period | null;
  /** What it is: the label path of its cell, or the words that a sentence gives it. */
  readonly label: string;
  readonly where: TableWhere | TextWhere;
  /** The other end of a range, or null. */
  readonly range: string | null;
}

/** A heading of Item 3.D (20-F) or Item 1A (10-K) with its paragraphs and lists. */
export interface RiskFactor {
  /** `rf1`, in order. */
  readonly id: string;
  readonly key: string;
  readonly heading: string;
  /** Title of the group of risk factors that it stands in, or null. */
  readonly group: string | null;
  /** From its heading to the next factor. */
  readonly start: number;
  readonly end: number;
  /** Indexes of its blocks, the heading first. */
  readonly blocks: readonly number[];
  readonly figures: readonly string[];
}

/** One report as read: plain immutable data, so that it passes between threads. */
export interface Filing {
  readonly source: Source;
  readonly cover: Cover;
  readonly outline: readonly Section[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
  readonly riskFactors: readonly RiskFactor[];
}
