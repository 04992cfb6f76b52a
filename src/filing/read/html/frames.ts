import type { Attributes } from './attributes.js';
import type { Align } from './styles.js';
import { TAGS, type Tag, tagOf } from './tags.js';

/** How text looks at one depth of the elements that are open. */
export interface Frame {
  tag: Tag;
  /** Depth of the element of the same name below it; 0 where there is none. */
  same: number;
  /** Bits of `marks.ts`. */
  marks: number;
  align: Align;
  /** Left edge and indent of first lines, in columns. */
  left: number;
  textIndent: number;
  /** Points; 0 where not told. */
  size: number;
  /** Whether its edges part blocks. */
  block: boolean;
  breakAfter: boolean;
  /** Its attributes, for a formatting element that goes on in the next block. */
  attributes: Attributes | null;
}

const BODY = tagOf('body');
const HEADING_SIZES: Readonly<Record<string, number>> = { h1: 24, h2: 18, h3: 14, h4: 12, h5: 10, h6: 8 };
const CENTERED = new Set(['center', 'th', 'caption']);
/** Elements whose `align` places the text in them. */
const ALIGNS_TEXT = new Set([
  'p',
  'div',
  'td',
  'th',
  'tr',
  'tbody',
  'thead',
  'tfoot',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'caption',
]);
/** Nested lists and quotations are set in by as much. */
const LIST_INDENT = 6;
const SETS_IN = new Set(['ul', 'ol', 'blockquote', 'dd', 'dir', 'menu']);

/** What an element changes by its name alone. */
interface Default {
  readonly size: number;
  readonly align: Align | null;
  readonly alignsText: boolean;
  readonly left: number;
}
const DEFAULTS: readonly Default[] = TAGS.map(({ name }) => ({
  size: HEADING_SIZES[name] ?? 0,
  align: CENTERED.has(name) ? 'center' : null,
  alignsText: ALIGNS_TEXT.has(name),
  left: SETS_IN.has(name) ? LIST_INDENT : 0,
}));

function frame(): Frame {
  return {
    tag: BODY,
    same: 0,
    marks: 0,
    align: 'left',
    left: 0,
    textIndent: 0,
    size: 0,
    block: false,
    breakAfter: false,
    attributes: null,
  };
}

/** The elements that are open, outermost first. Frames are used again, so that a page makes but a few. */
export class Frames {
  /** The innermost. */
  top: Frame = frame();
  depth = 0;
  private readonly frames: Frame[] = [this.top];
  /** By id of the tag: the depth of its innermost open element; 0 for none. */
  private readonly open = new Int32Array(TAGS.length);

  depthOf(tag: Tag): number {
    return this.open[tag.id] as number;
  }

  at(depth: number): Frame {
    return this.frames[depth] as Frame;
  }

  /** Opens an element; what it does not say it takes from the one around it, a table but the left edge of its cells. */
  push(tag: Tag, attributes: Attributes, block: boolean): Frame {
    const around = this.top;
    const { size, align, alignsText, left } = DEFAULTS[tag.id] as Default;
    this.depth += 1;
    let top = this.frames[this.depth];
    if (top === undefined) {
      top = frame();
      this.frames[this.depth] = top;
    }
    this.top = top;
    top.tag = tag;
    top.same = this.open[tag.id] as number;
    this.open[tag.id] = this.depth;
    top.marks = (around.marks & ~attributes.clears) | tag.marks | attributes.marks;
    if (tag.marks !== 0) top.marks &= ~attributes.clears;
    top.align = attributes.align ?? (alignsText ? attributes.boxAlign : null) ?? align ?? around.align;
    top.left = block ? around.left + attributes.left + left : around.left;
    top.textIndent = attributes.textIndent ?? around.textIndent;
    top.size = attributes.size ?? attributes.fontSize ?? (size > 0 ? size : around.size);
    top.block = block;
    top.breakAfter = attributes.breakAfter;
    top.attributes = tag.formatting ? attributes : null;
    return top;
  }

  /** A table begins anew: nothing of how the text around it looks goes into its cells. */
  reset(hidden: number): void {
    const { top } = this;
    top.marks &= hidden;
    top.align = 'left';
    top.left = 0;
    top.textIndent = 0;
    top.size = 0;
  }

  pop(): Frame {
    const { top } = this;
    this.open[top.tag.id] = top.same;
    this.depth -= 1;
    this.top = this.frames[this.depth] as Frame;
    return top;
  }
}
