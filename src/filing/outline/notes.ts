import type { Layout, RawBlock } from '../read/layout.js';
import { type BlockLook, emphasisedLead, isInCapitals } from './block-look.js';
import { type Line, lineText } from './lines.js';
import { isTitle } from './titles.js';

/** The heading of a note to the financial statements. */
export interface NoteHeading {
  /** "5", "7a", "b": as `note-5` has it. */
  readonly number: string;
  /** Empty where the next block holds it. */
  readonly title: string;
  readonly look: BlockLook;
}

const NAMED =
  /^notes?\s+(?:no\.\s*)?(\d{1,2}|[A-Z]{1,2}(?![\p{L}]))\s?([A-Z](?![\p{L}]))?\s*[-–—.:)|]*\s*([\s\S]*)$/iu;
const NUMBERED = /^\(?(\d{1,2})[.)]?\s*[-–—:|]?\s+([\s\S]*)$/;
const LETTERED = /^\(?([A-Z]{1,2})[.)]\s+([\s\S]*)$/;
const CONTINUED = /\s*[-–—]?\s*\(?\bcont(?:inued|['’]d|\.)\)?\s*$/i;

const LONGEST_HEADING = 200;
/** Notes whose headings we fail to see do not end the count. */
const MOST_MISSED = 2;
const MOST_MISSED_NAMED = 6;

/**
 * Reads the headings of notes in the order in which they stand: "Note 5 — Leases", "5. Leases", "E. Leases", the
 * beginning of a paragraph in bold. A number counts as a note's where it follows the last one and looks as that did.
 */
export class NoteReader {
  private last = 0;
  private form: 'named' | 'numbered' | 'lettered' | null = null;
  private look: BlockLook | null = null;

  /** Whether any note was read. */
  get hasBegun(): boolean {
    return this.last > 0;
  }

  /** How the heading of the last note looks. */
  get lastLook(): BlockLook | null {
    return this.look;
  }

  /** Forgets the notes read so far: others begin. */
  reset(): void {
    this.last = 0;
    this.form = null;
    this.look = null;
  }

  /** The note that a block begins, or null. A bare number counts where the heading of the notes is open. */
  read(layout: Layout, block: RawBlock, line: Line | null, inNotes: boolean): NoteHeading | null {
    const code = layout.text.charCodeAt(block.from);
    const mayBe = (code >= 48 && code <= 57) || code === 40 || (code >= 65 && code <= 90) || code === 110;
    if (!mayBe || block.kind === 'table') return null;
    const lead = headText(layout, block, line);
    if (lead === null) return null;
    return this.named(lead) ?? (inNotes ? this.counted(lead) : null);
  }

  private named({ text, look, emphasised }: Head): NoteHeading | null {
    const code = text.charCodeAt(0) | 32;
    if (code !== 110) return null;
    const [, number = '', suffix = '', rest = ''] = NAMED.exec(text) ?? [];
    if (number === '' || CONTINUED.test(rest)) return null;
    const title = rest.trim().replace(/[.:]$/, '');
    const order = orderOf(number);
    const isNext = order > this.last && order <= this.last + MOST_MISSED_NAMED;
    if (!isNext && !(suffix !== '' && order === this.last) && order !== 1) return null;
    if (title !== '' && !emphasised && !isTitle(title, LONGEST_HEADING)) return null;
    if (this.form !== null && this.form !== 'named' && order !== 1) return null;
    this.accept('named', order, look);
    return { number: `${number}${suffix}`.toLowerCase(), title, look };
  }

  private counted({ text, look, emphasised }: Head): NoteHeading | null {
    const numbered = NUMBERED.exec(text);
    const match = numbered ?? LETTERED.exec(text);
    if (match === null) return null;
    const form = numbered === null ? 'lettered' : 'numbered';
    const [, number = '', rest = ''] = match;
    if (CONTINUED.test(rest)) return null;
    const title = rest.trim().replace(/[.:]$/, '');
    const order = orderOf(number);
    if (title === '' || (!emphasised && !isTitle(title)) || !/^\p{Lu}/u.test(title)) return null;
    if (this.form === null ? order !== 1 : this.form !== form) return null;
    if (order <= this.last || order > this.last + 1 + MOST_MISSED) return null;
    if (
      this.look !== null &&
      (this.look.bold !== look.bold || this.look.capitals !== look.capitals) &&
      order !== this.last + 1
    )
      return null;
    this.accept(form, order, look);
    return { number: number.toLowerCase(), title, look };
  }

  private accept(form: NonNullable<NoteReader['form']>, order: number, look: BlockLook): void {
    this.form = form;
    this.last = order;
    this.look = look;
  }
}

/** What of a block may be a heading: the whole of a short one, or the emphasised beginning of a paragraph. */
interface Head {
  readonly text: string;
  readonly look: BlockLook;
  readonly emphasised: boolean;
}

function headText(layout: Layout, block: RawBlock, line: Line | null): Head | null {
  if (line !== null && line.text.length <= LONGEST_HEADING) {
    const { bold, italic, underlined, capitals } = line.look;
    if (bold || italic || underlined || capitals || block.look.emphasis.length === 0)
      return { text: line.text, look: line.look, emphasised: bold || italic || underlined || capitals };
  }
  const lead = emphasisedLead(layout, behindPlainNumber(layout, block));
  if (lead === null || lead.to - block.from > LONGEST_HEADING) return null;
  const { bold, italic, underlined, to } = lead;
  return {
    text: lineText(layout, block.from, to).trim(),
    look: {
      size: block.look.size,
      bold,
      italic,
      underlined,
      centred: false,
      capitals: isInCapitals(layout.text, block.from, to),
    },
    emphasised: true,
  };
}

/** Where the number of a heading was set plain and its title bold, the block as it begins with the title. */
function behindPlainNumber({ text }: Layout, block: RawBlock): RawBlock {
  const from = block.look.emphasis[0]?.from ?? block.from;
  if (from === block.from || from - block.from > 6) return block;
  const before = text.slice(block.from, from);
  return /^\(?\d{1,2}[.)]?\s*$/.test(before) ? { ...block, from } : block;
}

/** Of "7" 7; of "A" 1, of "AA" 27. */
function orderOf(number: string): number {
  const digits = Number(number);
  if (Number.isInteger(digits)) return digits;
  const code = number.toUpperCase().charCodeAt(0) - 64;
  return number.length === 1 ? code : 26 + code;
}
