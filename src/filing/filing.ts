import type { CurrencyCode, Day, Period, RateUnit } from '../value/index.js';

/** A range of UTF-16 code units in `source.text`, the end excluded. */
export type SourceSpan = readonly [start: number, end: number];

/**
 * Where something stands in the source. `text` is the spans joined, character references decoded, no-break spaces turned
 * into spaces; in plain text, with a single span, `source.text.slice(start, end) === text` but for those. Where mark-up
 * parts two lines or cells and no white space stands between, the text of a block or cell has a space, line end or tab
 * that is in no span; that of a figure never has. `start` and `end` are the hull.
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
  /** The exact name of the registrant as its charter specifies it. */
  readonly issuer: string | null;
  /** The currency that most of its amounts are in. */
  readonly currency: CurrencyCode | null;
  /** Other currencies that its amounts are in, commonest first. */
  readonly otherCurrencies: readonly CurrencyCode[];
  /** The end of the fiscal year that it reports. */
  readonly periodEnd: Day | null;
  /** Shares outstanding by class, as the cover states them, in order. */
  readonly sharesOutstanding: readonly SharesOutstanding[];
  /** By what principles the statements were prepared. */
  readonly accounting: 'US GAAP' | 'IFRS' | 'other' | null;
}

/** A number of shares that the cover states: value as `Figure.value`, the class in its words, the day it is as of. */
export interface SharesOutstanding {
  readonly value: string;
  readonly title: string;
  readonly asOf: Day | null;
}

/** A document of an EDGAR submission. */
export interface SubmittedDocument {
  /** "10-K", "EX-13", "GRAPHIC". */
  readonly type: string;
  readonly description: string | null;
  readonly name: string | null;
  /** Range of its text in the source. */
  readonly start: number;
  readonly end: number;
  /** Whether it is the one that was read. */
  readonly main: boolean;
}

/** How an Item answers the form. */
export type Answer = 'content' | 'not-applicable' | 'pointer' | 'omitted';

/** `item`: an Item or sub-item of the form. `statement`: one of the financial statements. `note`: a note to them. */
export type SectionKind = 'item' | 'statement' | 'note' | 'heading';

/** A node of the outline: an Item (`item-3`), a sub-item (`item-3-d`) or a heading below. */
export interface Section {
  readonly id: string;
  readonly key: string;
  readonly kind: SectionKind;
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

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table' | 'page-number' | 'running-header';

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
  /** How far its label is set in: 0 for the outermost. */
  readonly level: number;
  /** A line is drawn above its values, or it is printed bold: the marks of a total. */
  readonly ruled: boolean;
  readonly bold: boolean;
  /** What it states for itself ("Diluted (in dollars per share)"); null where it takes the column's or the table's. */
  readonly unit: Unit | null;
  readonly scale: number | null;
  readonly cells: readonly Cell[];
}

export interface Column {
  /** Headings above its cells, outermost first, footnote marks taken off. */
  readonly labelPath: readonly string[];
  /** What its headings state for it alone; null where it takes the table's. */
  readonly unit: Unit | null;
  readonly scale: number | null;
}

/** A note below a table: "(1) For fiscal years, …". */
export interface TableNote {
  /** "1", "*", "a"; null for an unmarked note that follows the table. */
  readonly mark: string | null;
  readonly text: string;
  /** Index of its block. */
  readonly block: number;
}

export interface Table {
  readonly id: string;
  readonly start: number;
  readonly end: number;
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
  /** Where its text begins in the text of its block. */
  readonly at: number;
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

/**
 * A fact that the page is tagged with (inline XBRL). Nothing else in a filing is read from tags: the figures of a
 * tagged page are those of the same page with its tags removed.
 */
export interface Fact {
  /** The id of its tag; "" where it has none. */
  readonly id: string;
  /** As printed: "us-gaap:Revenues". */
  readonly concept: string;
  readonly kind: 'number' | 'text';
  /**
   * Exact, sign and scale applied, of a number; the text, its continuations joined, of any other, of a text block with a
   * line a paragraph or row. Null for nil, and for a number whose text is none.
   */
  readonly value: string | null;
  /** As tagged: digits behind the point that are accurate, negative before it; "INF"; null where not stated. */
  readonly decimals: string | null;
  readonly scale: number;
  /** Whether the tag turns the printed number's sign (`sign="-"`). */
  readonly negated: boolean;
  /** The unit's measures: "USD", "USD/shares", "shares", "pure"; null of a text or an unknown unit. */
  readonly unit: string | null;
  /** The tag's context; null where it names none, or one that is not there. */
  readonly context: FactContext | null;
  /** The name of the transformation, without its prefix ("num-dot-decimal"); null where it has none. */
  readonly format: string | null;
  /** In `ix:hidden`: no figure on the page shows it. */
  readonly hidden: boolean;
  /** Ranges of what it encloses in the source, mark-up left out; where those would be many, the range that holds them. */
  readonly spans: readonly SourceSpan[];
  readonly start: number;
  readonly end: number;
}

export interface FactContext {
  readonly id: string;
  readonly entity: string;
  readonly period: Period | null;
  /** Axis to member, explicit and typed, as printed; in order of the axis names. */
  readonly dimensions: readonly (readonly [axis: string, member: string])[];
}

/** What a report is written in: of HTML the source is mark-up around what a person reads. */
export type Format = 'html' | 'markdown' | 'text';

/** One report as read: plain immutable data, so that it passes between threads. */
export interface Filing {
  readonly source: Source;
  readonly format: Format;
  readonly cover: Cover;
  readonly outline: readonly Section[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
  readonly riskFactors: readonly RiskFactor[];
  /** The summary of risk factors that stands apart from them, or null. */
  readonly riskSummary: RiskSummary | null;
  /** Facts of inline XBRL, in order of the document; empty where the page is not tagged. */
  readonly facts: readonly Fact[];
  /** Documents of the submission; empty where the source is a single document. */
  readonly documents: readonly SubmittedDocument[];
}

export interface RiskSummary {
  readonly start: number;
  readonly end: number;
  /** Indexes of its blocks, its heading first. */
  readonly blocks: readonly number[];
}
