import { BOLD, GONE, ITALIC, RAISED, SYMBOL, UNDERLINED, UNSEEN } from './marks.js';

export type Align = 'left' | 'center' | 'right';
export type Rule = 0 | 1 | 2;

/** What a `style` attribute says of an element, as far as the reader looks. Null where it says nothing. */
export interface Style {
  readonly marks: number;
  /** Bits that it takes away: `font-weight: normal` inside `b`. */
  readonly clears: number;
  readonly align: Align | null;
  /** Padding and margin on the left, in pixels divided by 6. */
  readonly left: number;
  /** Of the first line, in the same measure; null where it is inherited. */
  readonly textIndent: number | null;
  /** Font size in points. */
  readonly size: number | null;
  readonly above: Rule | null;
  readonly below: Rule | null;
  readonly display: 'inline' | 'block' | null;
  /** Placed by itself: inline elements do so to make tab stops. */
  readonly floats: boolean;
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
}

export const NO_STYLE: Style = newStyle();

/** A style while it is read, with what only counts together. */
type Draft = { -readonly [Key in keyof Style]: Style[Key] } & {
  padding: number;
  margin: number;
  relative: boolean;
  lifted: boolean;
};

/** About one character of text. */
const PIXELS_A_COLUMN = 6;
/** Longer texts are no style that a person or a tool wrote. */
const LONGEST_STYLE = 4096;

/** Reads the text of a `style` attribute. */
export function readStyle(text: string): Style {
  const style = newStyle();
  for (const declaration of text.slice(0, LONGEST_STYLE).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    PROPERTIES.get(property)?.(
      style,
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    );
  }
  style.left = style.padding + style.margin;
  // "vertical-align: baseline" only undoes what a <sup> does of itself, before it is lifted.
  if (style.relative && style.lifted) {
    style.marks |= RAISED;
    style.clears &= ~RAISED;
  }
  return style;
}

function newStyle(): Draft {
  return {
    marks: 0,
    clears: 0,
    align: null,
    left: 0,
    textIndent: null,
    size: null,
    above: null,
    below: null,
    display: null,
    floats: false,
    breakBefore: false,
    breakAfter: false,
    padding: 0,
    margin: 0,
    relative: false,
    lifted: false,
  };
}

type Property = (style: Draft, value: string) => void;

const above: Property = (style, value) => {
  style.above = ruleOf(value);
};
const below: Property = (style, value) => {
  style.below = ruleOf(value);
};
const underline: Property = (style, value) => turn(style, UNDERLINED, value.includes('underline'));
const breakBefore: Property = (style, value) => {
  style.breakBefore = PAGE_BREAK.test(value);
};
const breakAfter: Property = (style, value) => {
  style.breakAfter = PAGE_BREAK.test(value);
};
const PAGE_BREAK = /^(?:always|page|left|right)/;

const PROPERTIES = new Map<string, Property>([
  ['font-weight', (style, value) => turn(style, BOLD, /^(?:bold|bolder|[6-9]\d\d)/.test(value))],
  ['font-style', (style, value) => turn(style, ITALIC, /^(?:italic|oblique)/.test(value))],
  ['font-family', (style, value) => turn(style, SYMBOL, isSymbolFont(value))],
  [
    'font',
    (style, value) => {
      turn(style, BOLD, /(?:^|\s)(?:bold|bolder|[6-9]00)\s/.test(value));
      turn(style, ITALIC, /(?:^|\s)(?:italic|oblique)\s/.test(value));
      const size = /(?:^|\s)(\d*\.?\d+(?:pt|px|em))(?:[\s/]|$)/.exec(value)?.[1];
      if (size !== undefined) style.size = pointsOf(size);
    },
  ],
  [
    'float',
    (style, value) => {
      style.floats = value === 'left' || value === 'right';
    },
  ],
  ['text-decoration', underline],
  ['text-decoration-line', underline],
  ['vertical-align', (style, value) => turn(style, RAISED, value === 'super' || (lengthOf(value) ?? 0) > 0)],
  [
    'position',
    (style, value) => {
      style.relative = value === 'relative';
    },
  ],
  [
    'top',
    (style, value) => {
      style.lifted = (lengthOf(value) ?? 0) < 0;
    },
  ],
  [
    'bottom',
    (style, value) => {
      if ((lengthOf(value) ?? 0) > 0) style.lifted = true;
    },
  ],
  [
    'font-size',
    (style, value) => {
      style.size = pointsOf(value);
    },
  ],
  [
    'display',
    (style, value) => {
      if (value === 'none') style.marks |= GONE;
      else if (value === 'inline' || value === 'block') style.display = value;
    },
  ],
  [
    'visibility',
    (style, value) => {
      if (value === 'hidden' || value === 'collapse') style.marks |= UNSEEN;
    },
  ],
  [
    'text-align',
    (style, value) => {
      style.align = alignOf(value);
    },
  ],
  [
    'text-indent',
    (style, value) => {
      style.textIndent = lengthOf(value);
    },
  ],
  [
    'padding',
    (style, value) => {
      style.padding = leftOf(value);
    },
  ],
  [
    'margin',
    (style, value) => {
      style.margin = leftOf(value);
    },
  ],
  [
    'padding-left',
    (style, value) => {
      style.padding = lengthOf(value) ?? 0;
    },
  ],
  [
    'margin-left',
    (style, value) => {
      style.margin = lengthOf(value) ?? 0;
    },
  ],
  ['border-top', above],
  ['border-top-style', above],
  ['border-bottom', below],
  ['border-bottom-style', below],
  [
    'border',
    (style, value) => {
      above(style, value);
      below(style, value);
    },
  ],
  ['page-break-before', breakBefore],
  ['break-before', breakBefore],
  ['page-break-after', breakAfter],
  ['break-after', breakAfter],
]);

function turn(style: Draft, mark: number, on: boolean): void {
  if (on) style.marks |= mark;
  else style.clears |= mark;
}

/** "left" and "start" are left, whatever else is not told apart. */
export function alignOf(value: string): Align | null {
  if (value === 'center' || value === 'middle') return 'center';
  if (value === 'right' || value === 'end') return 'right';
  return value === 'left' || value === 'justify' || value === 'start' ? 'left' : null;
}

/** Fonts whose letters are pictures; `value` is lower-case. */
export function isSymbolFont(value: string): boolean {
  return /^\W*(?:wingdings|symbol|webdings|zapfdingbats|marlett)/.test(value);
}

/** A length in columns; percentages are of a page of a hundred columns. Null for what is no length. */
function lengthOf(value: string): number | null {
  const number = Number.parseFloat(value);
  if (!Number.isFinite(number)) return null;
  const pixels = PIXELS_OF.find(([unit]) => value.endsWith(unit))?.[1] ?? (number === 0 ? 0 : 1);
  return Math.round((100 * number * pixels) / PIXELS_A_COLUMN) / 100;
}

const PIXELS_OF: readonly (readonly [string, number])[] = [
  ['px', 1],
  ['pt', 4 / 3],
  ['%', PIXELS_A_COLUMN],
  ['em', 40 / 3],
  ['ex', 20 / 3],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
  ['pc', 16],
];

/** The left one of "top right bottom left". */
function leftOf(value: string): number {
  const sides = value.split(/\s+/, 4);
  return lengthOf(sides[3] ?? sides[1] ?? sides[0] ?? '') ?? 0;
}

function pointsOf(value: string): number | null {
  const columns = lengthOf(value);
  if (columns === null || columns <= 0) return null;
  if (value.endsWith('%')) return columns / 10;
  return Math.round(columns * PIXELS_A_COLUMN * 7.5) / 10;
}

/** "1pt solid #000", "3px double"; "none" and a width of 0 draw nothing. */
function ruleOf(value: string): Rule {
  if (
    /\b(?:none|hidden)\b/.test(value) ||
    /^0[a-z]*\b(?!\.)/.test(value) ||
    / 0(?:px|pt)?(?: |$)/.test(value)
  )
    return 0;
  if (/#fff(?:fff)?\b|\bwhite\b|\btransparent\b/.test(value)) return 0;
  if (value.includes('double')) return 2;
  return /solid|dashed|dotted|groove|ridge|inset|outset/.test(value) ? 1 : 0;
}
