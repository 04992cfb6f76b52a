import type { Source } from '../filing.js';
import type { TextMap } from './text-map.js';

/** The part of a source that holds the document to read; every place stays an offset into the whole text. */
export interface SourceRange extends Pick<Source, 'path' | 'text'> {
  readonly start: number;
  readonly end: number;
}

/**
 * What the reader of a format makes of a source, whatever the format: its visible text, where each character of that
 * stands in the source, and flat blocks and cells that are ranges of it. What comes after knows no mark-up.
 */
export interface Layout {
  /** All that a person would see, in reading order; character references decoded, no-break spaces turned into spaces. */
  readonly text: string;
  readonly map: TextMap;
  readonly blocks: readonly RawBlock[];
}

/** Offsets into the text of the layout, the end excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A run of the document that belongs together, before headings are told from paragraphs. */
export interface RawBlock extends TextRange {
  readonly kind: 'text' | 'list-item' | 'table' | 'page-number' | 'running-header';
  /** The bullet or number of a list item or note; the text begins with it. */
  readonly marker: string | null;
  readonly look: Look;
  /** Of a table. */
  readonly table: RawTable | null;
}

/** How a block looks where the format tells; `PLAIN` where it does not. */
export interface Look {
  readonly align: 'left' | 'center' | 'right';
  /** Columns of white space, or pixels divided by 6, before its first line. */
  readonly indent: number;
  /** Font size in points; 0 where not told. */
  readonly size: number;
  /** Ranges that are bold, italic or underlined, in order; offsets into the text of the layout. */
  readonly emphasis: readonly Emphasis[];
}

export interface Emphasis extends TextRange {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
}

export const PLAIN: Look = { align: 'left', indent: 0, size: 0, emphasis: [] };

/** A table as it is laid out. */
export interface RawTable {
  /**
   * `grid`: columns as mark-up counts them, with spans; a figure may be split over cells ("(322" | ")", "$" | "5").
   * `columns`: columns that a reader of plain text found; a cell is a label, a heading or a whole figure.
   */
  readonly layout: 'grid' | 'columns';
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  /** In a grid every cell, empty ones too (`from === to`); else those that hold something, column 0 the label's. */
  readonly cells: readonly RawCell[];
  /** White space before the label, as `Look.indent`. */
  readonly indent: number;
}

export interface RawCell extends TextRange {
  readonly column: number;
  /** How many columns it stands over, 1 or more. */
  readonly columns: number;
  /** How many rows it reaches over, 1 or more. */
  readonly rows: number;
  readonly align: 'left' | 'center' | 'right';
  /** As `Look.indent`. */
  readonly indent: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A line that is drawn above or below it, as above a total: 0 none, 1 single, 2 double. */
  readonly above: 0 | 1 | 2;
  readonly below: 0 | 1 | 2;
  /** Marked up as a heading (`th`). */
  readonly heading: boolean;
  /** Ranges that are raised, as note marks are. */
  readonly raised: readonly TextRange[];
}
