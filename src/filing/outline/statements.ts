import type { Layout } from '../read/layout.js';
import type { Line } from './lines.js';
import { isProse } from './prose.js';
import { isTitle } from './titles.js';

/** The heading of one of the financial statements, or of the notes to them as a whole. */
export interface StatementHeading {
  readonly kind: 'statement' | 'notes';
  readonly title: string;
}

const STATEMENT =
  /\b(?:(?:consolidated|combined|condensed|separate|group|supplemental)\s+)*(?:balance\s+sheets?|(?:income|cash[\s-]flow)\s+statements?|statements?\s+of\s+(?:(?:consolidated|changes\s+in|other|net)\s+)*(?:income|(?:profit|comprehensive|operations|earnings|loss|cash\s*flows?|financial\s+(?:position|condition)|stockholders|shareholders|shareowners|share(?:holder|owner|stock)|stock|equity|partners|members|retained|net\s+assets|capital|changes)))\b/i;
/** What may stand before a statement's title in one block, the issuer's name aside, and behind it. */
const LONGEST_STATEMENT = 260;
const SHORTEST_STATEMENT = 12;
const LONGEST_BEFORE = 90;
const LONGEST_TITLE = 120;
const LONGEST_NOTES = 160;
const STATEMENT_TITLE_END =
  /\s*(?:[({—–-]|(?:for|as of|at|as at|years?|fiscal|months?|in)\s+(?:the\s+)?(?:\w+\s+){0,4}(?:\d|in\s+millions|ended|thousands|millions)|(?:dollars|amounts|expressed|yen|u\.s\.|us\$|\$)|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d|\d{4}).*$/i;
const NOTES =
  /^(?!see\b|the accompanying|refer\b|index\b|these\b)(?:[\p{L}\p{N}.,&’' -]{0,80}\s)?notes\s+to\s+(?:the\s+)?(?:(?:consolidated|combined|condensed|group|annual|audited)\s+)*(?:financial\s+statements|accounts|financial\s+information)/iu;
/** Neither pattern matches a text without one of these words, and most headings and lines have none. */
const MAY_NAME = /notes|balance|statement/iu;
const CONTINUED = /\bcont(?:inued|['’]d|\.)/i;

/** The foot of a page: "Consolidated Balance Sheets 74". */
const PAGE_AT_END = /\s\d{1,3}$/;

/** A statement shows its table soon. */
const TABLE_WITHIN = 6;
const FEWEST_ROWS = 6;

/** The heading of a statement: by its words, with a table below. Null for an entry of a list of statements. */
export function statementHeading(layout: Layout, line: Line): StatementHeading | null {
  const { text, index, look } = line;
  if (text.length > LONGEST_STATEMENT || text.length < SHORTEST_STATEMENT || !MAY_NAME.test(text))
    return null;
  const standsOut = look.bold || look.capitals || look.italic || look.underlined;
  if (NOTES.test(text)) {
    const isHeading = text.length < LONGEST_NOTES && (standsOut || isTitle(text, LONGEST_NOTES));
    return isHeading ? { kind: 'notes', title: 'Notes to financial statements' } : null;
  }
  const title = statementTitle(text, look.bold || look.capitals);
  return title !== null && hasTableBelow(layout, index) ? { kind: 'statement', title } : null;
}

/** A statement whose title is the first row of its own table. */
export function statementInTable({ blocks, text }: Layout, index: number): StatementHeading | null {
  const block = blocks[index];
  if (block?.table == null || block.table.rows.length < FEWEST_ROWS) return null;
  const first =
    text.slice(block.from, Math.min(block.to, block.from + LONGEST_STATEMENT)).split('\n')[0] ?? '';
  const title = statementTitle(first.replace(/\s+/g, ' ').trim(), false);
  return title === null ? null : { kind: 'statement', title };
}

/** The words of a statement's title in a line: the issuer's name before it, and dates and units behind it, taken off. */
function statementTitle(text: string, standsOut: boolean): string | null {
  const match = MAY_NAME.test(text) ? STATEMENT.exec(text) : null;
  if (match === null || match.index > LONGEST_BEFORE) return null;
  const title = text
    .slice(match.index)
    .replace(STATEMENT_TITLE_END, '')
    .replace(/[\s.,:;*]+$/, '');
  if (PAGE_AT_END.test(title) || title.length > LONGEST_TITLE) return null;
  if (!standsOut && !isTitle(title, LONGEST_TITLE)) return null;
  const before = text
    .slice(0, match.index)
    .trim()
    .replace(/[.,:—–-]+$/, '');
  return before === '' || isTitle(before, LONGEST_BEFORE) ? title : null;
}

/** Whether it is the head of a page on which the section that it names goes on. */
export function isContinued(text: string): boolean {
  return CONTINUED.test(text);
}

function hasTableBelow({ blocks, text }: Layout, at: number): boolean {
  for (let index = at; index <= at + TABLE_WITHIN && index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) return false;
    if (block.kind === 'table') {
      if ((block.table?.rows.length ?? 0) >= FEWEST_ROWS) return true;
    } else if (index > at && isProse(text, block) && block.to - block.from > 300) return false;
  }
  return false;
}
