import { GONE, SYMBOL } from './marks.js';
import { readReference } from './references.js';
import { type Align, alignOf, isSymbolFont, NO_STYLE, readStyle, type Style } from './styles.js';

/** What the attributes of an element say of it, as far as the reader looks. */
export interface Attributes extends Style {
  /** `colspan` and `rowspan`, 1 or more. */
  readonly columns: number;
  readonly rows: number;
  /** `size` of a `font`, in points. */
  readonly fontSize: number | null;
  /** `align`, which means the text in some elements and the box in others. */
  readonly boxAlign: Align | null;
}

export const NO_ATTRIBUTES: Attributes = attributesOf(NO_STYLE, 0, 1, 1, null, null);

/** All attributes have one shape: they are read more often than anything else on a page. */
function attributesOf(
  style: Style,
  marks: number,
  columns: number,
  rows: number,
  fontSize: number | null,
  boxAlign: Align | null,
): Attributes {
  return {
    marks: style.marks | marks,
    clears: style.clears,
    align: style.align,
    left: style.left,
    textIndent: style.textIndent,
    size: style.size,
    above: style.above,
    below: style.below,
    display: style.display,
    floats: style.floats,
    breakBefore: style.breakBefore,
    breakAfter: style.breakAfter,
    columns,
    rows,
    fontSize,
    boxAlign,
  };
}

/** More is a slip of the pen, or meant to hurt. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
/** Points of `<font size="1">` to `<font size="7">`. */
const FONT_SIZES = [7.5, 10, 12, 13.5, 18, 24, 36];
const NORMAL_FONT = 3;

/** Reads attributes. A filing repeats a few hundred texts of them a hundred thousand times, so each is read once. */
export class AttributeReader {
  private readonly byText = new Map<string, Attributes>();
  private readonly styles = new Map<string, Style>();
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** The attributes at a range of the source. */
  read(start: number, end: number): Attributes {
    if (end - start < 2) return NO_ATTRIBUTES;
    const text = this.source.slice(start, end);
    let attributes = this.byText.get(text);
    if (attributes === undefined) {
      attributes = this.parse(text);
      this.byText.set(text, attributes);
    }
    return attributes;
  }

  private parse(text: string): Attributes {
    let style = NO_STYLE;
    let [marks, columns, rows] = [0, 1, 1];
    let fontSize: number | null = null;
    let boxAlign: Align | null = null;
    for (const [name, value] of namedValues(text)) {
      if (name === 'style') style = this.styleOf(value);
      else if (name === 'colspan') columns = spanOf(value, MOST_COLUMNS);
      else if (name === 'rowspan') rows = spanOf(value, MOST_ROWS);
      else if (name === 'align') boxAlign = alignOf(value.trim().toLowerCase());
      else if (name === 'hidden') marks |= GONE;
      else if (name === 'face') marks |= isSymbolFont(value.toLowerCase()) ? SYMBOL : 0;
      else if (name === 'size') fontSize = fontSizeOf(value);
    }
    return attributesOf(style, marks, columns, rows, fontSize, boxAlign);
  }

  private styleOf(text: string): Style {
    let style = this.styles.get(text);
    if (style === undefined) {
      style = readStyle(text.includes('&') ? decoded(text) : text);
      this.styles.set(text, style);
    }
    return style;
  }
}

const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Names, lower-case, and values as they stand; the first of a name counts. */
function namedValues(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, double ?? single ?? bare ?? '');
  }
  return found;
}

function decoded(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const reference = text.charAt(at) === '&' ? readReference(text, at, text.length) : null;
    out += reference?.text ?? text.charAt(at);
    at = reference?.end ?? at + 1;
  }
  return out;
}

function spanOf(value: string, most: number): number {
  const span = Number.parseInt(value, 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

function fontSizeOf(value: string): number | null {
  const number = Number.parseInt(value, 10);
  if (!Number.isFinite(number)) return null;
  const size = /^\s*[-+]/.test(value) ? NORMAL_FONT + number : number;
  return FONT_SIZES[Math.max(1, Math.min(size, FONT_SIZES.length)) - 1] ?? null;
}
