import type { Layout, RawBlock } from '../read/layout.js';

/** How the whole text of a block looks: what tells a heading from a paragraph, and headings of one level from another. */
export interface BlockLook {
  /** In points; 0 where the format does not tell. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly centred: boolean;
  /** Printed in capital letters. */
  readonly capitals: boolean;
}

/** Characters of a block that may lack its emphasis: a stop, a quotation mark, a dash that was set plain. */
const UNEMPHASISED = 3;
/** Letters that we look at to see whether a text is in capitals. */
const LETTERS_SEEN = 60;

/** The look that all of a block has; emphasis of a part does not count. */
export function lookOf({ text }: Layout, block: RawBlock): BlockLook {
  const { from, to, look } = block;
  const length = to - from;
  let [bold, italic, underlined] = [0, 0, 0];
  for (const range of look.emphasis) {
    const covered = range.to - range.from;
    if (range.bold) bold += covered;
    if (range.italic) italic += covered;
    if (range.underlined) underlined += covered;
  }
  const isWhole = (covered: number) => covered > 0 && length - covered <= Math.min(UNEMPHASISED, length / 3);
  return {
    size: look.size,
    bold: isWhole(bold),
    italic: isWhole(italic),
    underlined: isWhole(underlined),
    centred: look.align === 'center',
    capitals: isInCapitals(text, from, to),
  };
}

/** Whether the letters of a range are capitals, two or more of them. */
export function isInCapitals(text: string, from: number, to: number): boolean {
  let capitals = 0;
  for (let at = from; at < to && capitals < LETTERS_SEEN; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
    if (code >= 65 && code <= 90) capitals += 1;
  }
  return capitals > 1;
}

/** The emphasised beginning of a block, where a heading runs into its paragraph; null where it begins plain. */
export function emphasisedLead(
  { text }: Layout,
  { from, to, look }: RawBlock,
): {
  readonly to: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
} | null {
  const first = look.emphasis[0];
  if (first === undefined || hasWord(text, from, first.from)) return null;
  let end = first.to;
  for (const range of look.emphasis) {
    if (range === first) continue;
    if (range.from - end > UNEMPHASISED || hasWord(text, end, range.from)) break;
    end = range.to;
  }
  const { bold, italic, underlined } = first;
  return { to: Math.min(end, to), bold, italic, underlined };
}

/** Whether a letter or digit stands in a range. */
function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191)
      return true;
  }
  return false;
}

/** Equal for blocks that look alike. */
export function lookKey({ size, bold, italic, underlined, centred, capitals }: BlockLook): string {
  return `${size}${bold ? 'b' : ''}${italic ? 'i' : ''}${underlined ? 'u' : ''}${centred ? 'c' : ''}${capitals ? 'C' : ''}`;
}

/**
 * Which of two looks stands higher: positive for the first. Larger type, capitals, bold and centred headings stand
 * above others; italics below. An underline tells levels apart, but not which is the higher.
 */
export function compareLooks(a: BlockLook, b: BlockLook): number {
  if (a.size !== b.size && a.size > 0 && b.size > 0) return a.size - b.size;
  return (
    Number(a.capitals) - Number(b.capitals) ||
    Number(a.bold) - Number(b.bold) ||
    Number(a.centred) - Number(b.centred) ||
    Number(b.italic) - Number(a.italic)
  );
}
