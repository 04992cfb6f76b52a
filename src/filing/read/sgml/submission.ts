import type { SubmittedDocument } from '../../filing.js';

/** An EDGAR submission as the SEC disseminates it: a header, then documents between SGML tags. */
export interface Submission {
  /** What stands before the first document: who files what for which period. Null where nothing does. */
  readonly header: string | null;
  readonly documents: readonly SubmittedDocument[];
}

/** A document's own lines begin with these; a value runs to the end of its line (PDS Dissemination Specification). */
const FIELD = /^<(TYPE|FILENAME|DESCRIPTION)>[ \t]*(\S[^\r\n]*)?/gim;
/** What stands before the first document: a page for each of the filers. */
const LONGEST_HEADER = 262_144;
/** The head of a document is a few lines; more is none. */
const LONGEST_HEAD = 4096;
/** What may stand behind the tag that closes a document. */
const LONGEST_TAIL = 16_384;
/** Annual reports and their variants: 10-K405, 10-KSB, 10-KT, 10-K/A, 20-F, 20-F/A. */
const ANNUAL_REPORT = /^(?:10-K|20-F)/i;
/** Files that are no text are submitted encoded, or behind a tag of their own. */
const ENCODED = /^\s*(?:<PDF>|begin \d{3} \S)/i;

/**
 * The documents of a submission, or null where the text is none. Its main document is the first annual report among
 * them, else the first that is text. Ranges are offsets into the text.
 */
export function readSubmission(text: string): Submission | null {
  const starts = documentStarts(text);
  if (starts.length === 0) return null;
  const found = starts.map((start, index) => documentAt(text, start, starts[index + 1] ?? text.length));
  const main = mainOf(text, found);
  const first = starts[0] ?? 0;
  return {
    header: first === 0 ? null : text.slice(0, first),
    documents: found.map((document, index) => ({ ...document, main: index === main })),
  };
}

/** Offsets of `<DOCUMENT>` tags at the beginning of a line that a type follows. */
function documentStarts(text: string): number[] {
  const starts: number[] = [];
  const beginning = text.slice(0, LONGEST_HEADER);
  if (!beginning.includes('<DOCUMENT>') && !beginning.includes('<document>')) return starts;
  const tags = /<DOCUMENT>\s{0,8}<TYPE>/gi;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    const before = match.index === 0 ? '\n' : text.charAt(match.index - 1);
    if (before === '\n' || before === '\r') starts.push(match.index);
  }
  return starts;
}

type FoundDocument = Omit<SubmittedDocument, 'main'>;

function documentAt(text: string, start: number, limit: number): FoundDocument {
  const head = text.slice(start, Math.min(limit, start + LONGEST_HEAD));
  const opening = /<TEXT>[ \t]*(?:\r\n?|\n)?/i.exec(head);
  const headEnd = opening?.index ?? head.length;
  const fields = new Map<string, string>();
  for (const [, name, value] of head.slice(0, headEnd).matchAll(FIELD)) {
    if (name !== undefined && value !== undefined) fields.set(name.toUpperCase(), value.trim());
  }
  const from =
    opening === null
      ? Math.min(limit, start + '<DOCUMENT>'.length)
      : start + opening.index + opening[0].length;
  return {
    type: fields.get('TYPE') ?? '',
    description: fields.get('DESCRIPTION') ?? null,
    name: fields.get('FILENAME') ?? null,
    ...innermost(text, from, endOf(text, from, limit)),
  };
}

/** Where `</TEXT>` closes the document; where it is cut short, `</DOCUMENT>` or the next document does. */
function endOf(text: string, from: number, limit: number): number {
  for (const tag of ['</TEXT>', '</DOCUMENT>']) {
    const at = lastTag(text, tag, from, limit);
    if (at >= 0) return at;
  }
  return limit;
}

/** The last occurrence in capitals or not, near the end: a document may print the tag that closes it. */
function lastTag(text: string, tag: string, from: number, limit: number): number {
  const near = Math.max(from, limit - LONGEST_TAIL);
  const tail = text.slice(near, limit);
  const at = Math.max(tail.lastIndexOf(tag), tail.lastIndexOf(tag.toLowerCase()));
  return at < 0 ? -1 : near + at;
}

/** Inline XBRL stands in a wrapper of its own: `<XBRL>` … `</XBRL>`. */
function innermost(text: string, start: number, end: number): { start: number; end: number } {
  const wrapper = /^\s*<XBRL>[ \t]*(?:\r\n?|\n)?/i.exec(text.slice(start, Math.min(end, start + 64)));
  if (wrapper === null) return { start, end };
  const from = start + wrapper[0].length;
  const closing = lastTag(text, '</XBRL>', from, end);
  return { start: from, end: closing < 0 ? end : closing };
}

function mainOf(text: string, documents: readonly FoundDocument[]): number {
  const isText = ({ start, end }: FoundDocument) =>
    !ENCODED.test(text.slice(start, Math.min(end, start + 200)));
  const report = documents.findIndex((document) => ANNUAL_REPORT.test(document.type) && isText(document));
  return Math.max(0, report >= 0 ? report : documents.findIndex(isText));
}
