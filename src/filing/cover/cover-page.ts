import type { Layout, RawBlock } from '../read/layout.js';

/** What stands before the body of a report, and the header of the submission that it came in. */
export interface CoverPage {
  readonly layout: Layout;
  /** The blocks of the cover. */
  readonly blocks: readonly RawBlock[];
  /** Its text: the beginning of the report's. */
  readonly text: string;
  /** "COMPANY CONFORMED NAME: …"; empty where the report came alone. */
  readonly header: string;
}

/** As far as a cover reaches, in characters: that of Form 20-F with its check boxes has some eight thousand. */
const LONGEST_COVER = 16_000;

/** The cover of a report; of a text without one, its beginning. */
export function coverPage(layout: Layout, header: string | null): CoverPage {
  const blocks: RawBlock[] = [];
  for (const block of layout.blocks) {
    if (block.from >= LONGEST_COVER) break;
    blocks.push(block.to > LONGEST_COVER ? { ...block, to: LONGEST_COVER } : block);
  }
  return { layout, blocks, text: layout.text.slice(0, LONGEST_COVER), header: header ?? '' };
}

/** Whether it is the cover of a filed report, and not the beginning of an excerpt. */
export function isFiledCover({ text, header }: CoverPage): boolean {
  return (
    header !== '' ||
    /\bcommission\s+file\s+(?:number|no)|\bsecurities\s+and\s+exchange\s+commission\b/i.test(text)
  );
}

/** The text of a block, its white space made single spaces. */
export function blockText({ text }: Layout, { from, to }: RawBlock): string {
  return text.slice(from, to).replace(/\s+/g, ' ').trim();
}
