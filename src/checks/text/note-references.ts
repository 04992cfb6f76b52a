import type { Block, Filing, Section } from '../../filing/filing.js';
import type { FindingDraft } from '../check.js';
import { isOfOtherDocument } from '../engine/item-citations.js';
import { normalizedLabel } from '../engine/label-words.js';
import { rangeIn } from '../engine/surroundings.js';
import { labelsIn } from './labels-in.js';
import { allSections } from './sections.js';

export type NoteMessage = 'note' | 'note-title';

/** A note that a sentence cites, with offsets into its block's text. */
interface NoteCitation {
  readonly block: Block;
  /** "14", "b". */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** A single note is cited: what follows may be its title. */
  readonly alone: boolean;
}

/** As printed, and as titles are compared. */
interface NoteTitle {
  readonly printed: string;
  readonly words: string;
}

/** The notes of a report, by number, with their titles. */
interface Notes {
  readonly titles: ReadonlyMap<string, NoteTitle>;
  readonly last: number;
  readonly lettered: boolean;
  /** Numbers that begin any line, as the heading of a note that was not read as one would. */
  readonly begun: ReadonlySet<string>;
}

/** Fewer notes are no count to hold a number against. */
const FEWEST_NOTES = 5;
/** A note that is cited so often is there, whatever was read. */
const MOST_CITED = 2;

/** Holds each note that a sentence cites against the notes of the report: its number, and the title printed beside it. */
export function judgeNoteReferences(filing: Filing): FindingDraft<NoteMessage>[] {
  const notes = notesOf(filing);
  if (notes === null) return [];
  const cited = filing.blocks.flatMap((block) => noteCitations(block, notes.lettered));
  const counts = new Map<string, number>();
  for (const { number } of cited) counts.set(number, (counts.get(number) ?? 0) + 1);
  return cited.flatMap((citation) => {
    const { number } = citation;
    if (notes.titles.has(number)) return wrongTitle(filing, citation, notes) ?? [];
    const mayBeThere = notes.begun.has(number) || (counts.get(number) ?? 0) > MOST_CITED;
    if (mayBeThere || orderOf(number) <= notes.last || isOfOthers(citation)) return [];
    return [absentNote(filing, citation, notes)];
  });
}

/** Null where the report has no notes, or some were missed in reading. */
function notesOf({ outline, blocks }: Filing): Notes | null {
  const titles = new Map<string, NoteTitle>();
  for (const section of allSections(outline)) {
    const number = section.kind === 'note' ? numberOf(section) : null;
    if (number !== null && !titles.has(number)) titles.set(number, titleOf(section.title));
  }
  const orders = [...titles.keys()].map(orderOf);
  const last = Math.max(0, ...orders);
  if (last < FEWEST_NOTES || new Set(orders).size < last) return null;
  const lettered = titles.has('a');
  const begun = new Set(blocks.flatMap((block) => beginning(block) ?? []));
  return { titles, last, lettered, begun };
}

function titleOf(title: string): NoteTitle {
  return { printed: title.replace(/\s+/g, ' '), words: normalizedLabel(title) };
}

function numberOf({ id }: Section): string | null {
  return /^note-(\d{1,2}|[a-z])(?:~\d+)?$/.exec(id)?.[1] ?? null;
}

function orderOf(number: string): number {
  return /^\d/.test(number) ? Number.parseInt(number, 10) : number.charCodeAt(0) - 96;
}

/** "Note 14", "14. Leases", "N. Leases" at the beginning of a line; the number of a page is none. */
function beginning({ kind, text }: Block): string | null {
  if (kind === 'page-number' || kind === 'running-header') return null;
  const lead = text.slice(0, 24);
  const named = /^\W{0,3}notes?\s+(\d{1,2}|[A-Z])\b/i.exec(lead);
  if (named !== null && GOES_ON.test(text.slice(named[0].length, named[0].length + 4))) return null;
  const match = named ?? BEGINNING.exec(lead);
  const bare = kind === 'heading' && match === null ? /^(\d{1,2})\s+\p{L}/u.exec(lead) : match;
  return bare?.[1]?.toLowerCase() ?? null;
}

const BEGINNING = /^\(?(\d{1,2}|[A-Z])[.):–—-]\s*\p{L}/u;

const GOES_ON = /^\s+\p{Ll}/u;
const NUMBERED = /\bNotes?\s+(\d{1,2})(?![\d%]|[.,]\d|[.]?[a-z]\b)((?:\s*(?:,|and|through|to|&)\s*)+\d)?/g;
const LETTERED = /\bNotes?\s+([A-Z])(?![\w'’])((?:\s*(?:,|and|through|to|&)\s*)+[A-Z]\b)?/g;

function noteCitations(block: Block, lettered: boolean): NoteCitation[] {
  const { text, kind } = block;
  if ((kind !== 'paragraph' && kind !== 'list-item') || !text.includes('Note')) return [];
  const citations: NoteCitation[] = [];
  for (const match of text.matchAll(lettered ? LETTERED : NUMBERED)) {
    const end = match.index + match[0].length;
    // A heading that the outline did not take; a sentence goes on in small letters.
    if (match.index < 3 && !GOES_ON.test(text.slice(end, end + 4))) continue;
    const number = (match[1] ?? '').toLowerCase();
    citations.push({ block, number, start: match.index, end, alone: match[2] === undefined });
  }
  return citations;
}

/** "Note 31 to the financial statements of Minato Foods", "Note 5 in our 2022 annual report". */
function isOfOthers({ block: { text }, end }: NoteCitation): boolean {
  return isOfOtherDocument(text, end) || OTHERS.test(text.slice(end, end + 160));
}

const OTHERS =
  /^[^.;]{0,100}?(?:statements\s+of\s+(?!(?:the\s+)?(?:company|group|registrant|operations|income|earnings|cash|financial|comprehensive|changes))|(?:(?:19|20)\d{2}|prior|previous|last)\s+(?:year[’']s\s+)?(?:annual\s+)?(?:report|form|financial))/i;

function absentNote(filing: Filing, citation: NoteCitation, notes: Notes): FindingDraft<NoteMessage> {
  const { block, start, end, number } = citation;
  const at = rangeIn(filing, block, start, end);
  const last = noteName(notes.lettered ? String.fromCharCode(96 + notes.last) : String(notes.last));
  return {
    message: 'note',
    values: { note: noteName(number), last },
    at,
    suspects: labelsIn(filing, at),
    printed: block.text.slice(start, end),
    expected: `a note from ${noteName(notes.lettered ? 'a' : '1')} to ${last}`,
    evidence: [`the notes to the financial statements end with ${last}`],
  };
}

/** “Note 7, Leases”, where Leases is the title of Note 8 and not a word of it stands in that of Note 7. */
function wrongTitle(filing: Filing, citation: NoteCitation, notes: Notes): FindingDraft<NoteMessage> | null {
  const { block, number, start, end, alone } = citation;
  const behind = alone ? TITLE.exec(block.text.slice(end, end + LONGEST_TITLE)) : null;
  const own = notes.titles.get(number);
  if (behind === null || own === undefined) return null;
  const [, quote = '', raw = ''] = behind;
  const words = normalizedLabel(raw);
  if (words.startsWith(own.words)) return null;
  const owner = [...notes.titles].find(([, title]) => opens(raw, words, title.words, quote !== ''));
  if (owner === undefined || sharesWord(owner[1].words, own.words) || isOfOthers(citation)) return null;
  const at = rangeIn(filing, block, start, end);
  const [name, meant] = [noteName(number), noteName(owner[0])];
  const { printed: title } = owner[1];
  return {
    message: 'note-title',
    values: { note: name, title, expected: meant },
    at,
    suspects: labelsIn(filing, at),
    printed: name,
    expected: meant,
    cause: `the title of ${meant}`,
    evidence: [`${name} is titled “${own.printed}”`, `${meant} is titled “${title}”`],
  };
}

const LONGEST_TITLE = 160;
const TITLE = /^\s*(?:[,:—–-]\s*|\.\s+|\()?\s*(?:entitled\s+|titled\s+)?(["“]?)(\p{Lu}[^"“”;()]{2,150})/u;
/** What may follow a title of a single word: “Leases, for more”, but not “Revenue Recognition”. */
const BEHIND_WORD = /^\p{L}+(?:[,.]|\s+(?:to|in|within|for|of|below|above)\b|\s*$)/u;

/** Whether the words are a title, or go on behind it where no quotation mark closes it. */
function opens(raw: string, words: string, title: string, isQuoted: boolean): boolean {
  if (title === '' || words === title) return title !== '';
  if (isQuoted || !words.startsWith(`${title} `)) return false;
  return title.includes(' ') || BEHIND_WORD.test(raw);
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  words.delete('and');
  return b.split(' ').some((word) => words.has(word));
}

function noteName(number: string): string {
  return `Note ${number.toUpperCase()}`;
}
