import type { Layout } from '../read/layout.js';
import type { BlockLook } from './block-look.js';
import type { Line } from './lines.js';
import { isTitle } from './titles.js';

const LONGEST_HEADING = 170;
const FEWEST_STYLED = 3;
/** Points by which a heading's type is larger than that of paragraphs. */
const LARGER = 0.9;
const NO_HEADING =
  /^(?:table of contents|index|page\b|part\s+[ivx]+\b|\(|\*|[•●▪◦·■□☐☒]|see (?:accompanying |the )?notes|the accompanying|continued|total\b|by:?\s|\/s\/|form 10-k|form 20-f|none\b|not applicable)/i;
const CONTINUED = /\bcont(?:inued|['’]d)\b/i;
const SENTENCE = /[.!?][”"’)]*$/;
const MOST_WORDS_OF_STOPPED = 7;

/** Tells the filer's own headings from paragraphs: by their look where the document has looks, else by their words. */
export class HeadingRule {
  private readonly isStyled: boolean;
  private readonly bodySize: number;

  constructor(layout: Layout) {
    const { styled, size } = looksOf(layout);
    this.isStyled = styled >= FEWEST_STYLED;
    this.bodySize = size;
  }

  isHeading(line: Line): boolean {
    const { text, look } = line;
    const length = text.length;
    if (length < 3 || length > LONGEST_HEADING) return false;
    if (this.isStyled ? !this.standsOut(look) : !isTitle(text) || text.startsWith('(')) return false;
    const last = text.charCodeAt(length - 1);
    if (last === 44 || last === 58 || last === 59) return false;
    if (!/^["“'‘(]?[\p{Lu}\d]/u.test(text) || NO_HEADING.test(text) || CONTINUED.test(text)) return false;
    if (!/\p{L}{3}/u.test(text)) return false;
    return !SENTENCE.test(text) || text.split(' ').length <= MOST_WORDS_OF_STOPPED;
  }

  /** Emphasised as a whole, or larger than paragraphs are. */
  standsOut({ bold, italic, underlined, capitals, size }: BlockLook): boolean {
    return bold || italic || underlined || capitals || (size > 0 && size >= this.bodySize + LARGER);
  }
}

/** How many blocks have any emphasis, and the size of type that most text is set in. */
function looksOf({ blocks }: Layout): { styled: number; size: number } {
  const lengths = new Map<number, number>();
  let styled = 0;
  for (const { kind, from, to, look } of blocks) {
    if (kind === 'table') continue;
    if (look.emphasis.length > 0) styled += 1;
    if (look.size > 0) lengths.set(look.size, (lengths.get(look.size) ?? 0) + to - from);
  }
  let size = 0;
  let most = 0;
  for (const [one, length] of lengths) {
    if (length > most) {
      most = length;
      size = one;
    }
  }
  return { styled, size };
}
