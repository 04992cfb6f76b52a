import type { SourceSpan } from '../../filing.js';
import { readReference } from '../html/references.js';

/** What of a stretch of Markdown is not shown as it stands; offsets into the source, in order. */
export interface InlineMarks {
  /** Stretches that are not shown, and what is shown for them: "" for marks, a character for a reference. */
  readonly replaced: readonly Replaced[];
  readonly emphasis: readonly MarkedRange[];
}

export interface Replaced {
  readonly start: number;
  readonly end: number;
  /** What a character reference stands for; "\n" for a line break, which stands nowhere; "" for a mark. */
  readonly shown: string;
}

export interface MarkedRange {
  readonly span: SourceSpan;
  readonly as: 'bold' | 'italic' | 'bold-italic' | 'underlined' | 'raised';
}

const SPECIAL = /[\\&<*_[\]!`{]/g;
const TAG = /<(\/?)([a-z][a-z0-9:-]*)(?:\s[^<>]{0,1000})?\/?>/iy;
const AUTOLINK = /<(?:https?:|mailto:)[^<>\s]{1,1000}>/iy;
/** Where a link leads: shown nowhere. */
const TARGET = /\]\((?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000})(?:\s+"[^"\n]{0,500}")?\)/y;
/** The anchor that converters write behind headings. */
const ANCHOR = /\{#[\w.:-]{1,200}\}/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

const TAG_EMPHASIS: ReadonlyMap<string, MarkedRange['as']> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underlined'],
  ['sup', 'raised'],
]);

/** The marks of a stretch of Markdown: emphasis, links, escapes, character references, tags (CommonMark 0.31, chapter 6). */
export function inlineMarks(source: string, from: number, to: number): InlineMarks {
  const reader = new MarkReader(source, from, to);
  reader.read();
  return {
    replaced: reader.replaced.sort((a, b) => a.start - b.start),
    emphasis: reader.emphasis.sort((a, b) => a.span[0] - b.span[0]),
  };
}

/** A run of asterisks or underscores that may open emphasis. */
interface Opener {
  at: number;
  length: number;
}

class MarkReader {
  readonly replaced: Replaced[] = [];
  readonly emphasis: MarkedRange[] = [];
  private readonly source: string;
  private readonly from: number;
  private readonly to: number;
  private readonly openers: Readonly<Record<'*' | '_', Opener[]>> = { '*': [], _: [] };
  private readonly brackets: number[] = [];
  /** Where the comment that was found last ends; infinite where none is closed before the end. */
  private commentEnd = -1;
  private readonly openTags: { as: MarkedRange['as']; at: number }[] = [];

  constructor(source: string, from: number, to: number) {
    this.source = source;
    this.from = from;
    this.to = to;
  }

  read(): void {
    SPECIAL.lastIndex = this.from;
    for (
      let match = SPECIAL.exec(this.source);
      match !== null && match.index < this.to;
      match = SPECIAL.exec(this.source)
    ) {
      const next = this.take(match[0], match.index);
      SPECIAL.lastIndex = next;
    }
  }

  /** Reads the mark at an offset, and answers where the text goes on. */
  private take(sign: string, at: number): number {
    if (sign === '\\') return this.escape(at);
    if (sign === '&') return this.reference(at);
    if (sign === '<') return this.tag(at);
    if (sign === '*' || sign === '_') return this.run(sign, at);
    if (sign === ']') return this.link(at);
    if (sign === '[') this.brackets.push(at);
    if (sign === '{') return this.hide(ANCHOR, at);
    return at + 1;
  }

  private escape(at: number): number {
    if (at + 1 >= this.to || !ESCAPABLE.test(this.source.charAt(at + 1))) return at + 1;
    this.replaced.push({ start: at, end: at + 1, shown: '' });
    return at + 2;
  }

  private reference(at: number): number {
    const reference = readReference(this.source, at, this.to);
    if (reference === null || this.source.charAt(reference.end - 1) !== ';') return at + 1;
    this.replaced.push({ start: at, end: reference.end, shown: reference.text });
    return reference.end;
  }

  private tag(at: number): number {
    AUTOLINK.lastIndex = at;
    if (AUTOLINK.test(this.source) && AUTOLINK.lastIndex <= this.to) {
      this.replaced.push({ start: at, end: at + 1, shown: '' });
      this.replaced.push({ start: AUTOLINK.lastIndex - 1, end: AUTOLINK.lastIndex, shown: '' });
      return AUTOLINK.lastIndex;
    }
    TAG.lastIndex = at;
    const match = TAG.exec(this.source);
    if (match === null || TAG.lastIndex > this.to) return this.comment(at);
    const end = TAG.lastIndex;
    const name = (match[2] ?? '').toLowerCase();
    this.replaced.push({ start: at, end, shown: name === 'br' ? '\n' : '' });
    const as = TAG_EMPHASIS.get(name);
    if (as !== undefined && match[1] === '') this.openTags.push({ as, at: end });
    else if (as !== undefined) this.closeTag(as, at);
    return end;
  }

  private closeTag(as: MarkedRange['as'], at: number): void {
    const open = this.openTags.at(-1);
    if (open?.as !== as) return;
    this.openTags.pop();
    if (open.at < at) this.emphasis.push({ span: [open.at, at], as });
  }

  /** What is between "<!--" and "-->"; where nothing closes it, it is text, and so is all that opens after it. */
  private comment(at: number): number {
    if (this.commentEnd <= at) {
      const found = this.source.startsWith('<!--', at) ? this.source.indexOf('-->', at + 4) : -1;
      if (!this.source.startsWith('<!--', at)) return at + 1;
      this.commentEnd = found < 0 || found + 3 > this.to ? Number.POSITIVE_INFINITY : found + 3;
    }
    if (this.commentEnd > this.to || !this.source.startsWith('<!--', at)) return at + 1;
    this.replaced.push({ start: at, end: this.commentEnd, shown: '' });
    return this.commentEnd;
  }

  private hide(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    if (!pattern.test(this.source) || pattern.lastIndex > this.to) return at + 1;
    this.replaced.push({ start: at, end: pattern.lastIndex, shown: '' });
    return pattern.lastIndex;
  }

  /** "](address)" behind a bracket: the words of the link stay; of a picture nothing does. */
  private link(at: number): number {
    const open = this.brackets.pop();
    TARGET.lastIndex = at;
    if (open === undefined || !TARGET.test(this.source) || TARGET.lastIndex > this.to) return at + 1;
    const end = TARGET.lastIndex;
    const isPicture = open > this.from && this.source.charAt(open - 1) === '!';
    this.replaced.push({ start: isPicture ? open - 1 : open, end: isPicture ? end : open + 1, shown: '' });
    if (!isPicture) this.replaced.push({ start: at, end, shown: '' });
    return end;
  }

  /** A run of asterisks or underscores opens, closes, or is what it looks like (CommonMark 6.2). */
  private run(sign: '*' | '_', at: number): number {
    let end = at;
    while (end < this.to && this.source.charAt(end) === sign) end += 1;
    const before = at > this.from ? this.source.charAt(at - 1) : ' ';
    const after = end < this.to ? this.source.charAt(end) : ' ';
    const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
    const right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
    const canOpen = left && (sign === '*' || !right || isPunctuation(before));
    const canClose = right && (sign === '*' || !left || isPunctuation(after));
    const rest = canClose ? this.close(sign, at, end - at) : end - at;
    if (rest > 0 && canOpen) this.openers[sign].push({ at: end - rest, length: rest });
    return end;
  }

  /** Pairs a closing run with the openers before it, and answers how many of its signs are left. */
  private close(sign: '*' | '_', at: number, length: number): number {
    const openers = this.openers[sign];
    let [start, rest] = [at, length];
    while (rest > 0) {
      const opener = openers.at(-1);
      if (opener === undefined) break;
      const used = Math.min(3, opener.length, rest);
      const from = opener.at + opener.length - used;
      this.replaced.push(
        { start: from, end: from + used, shown: '' },
        { start, end: start + used, shown: '' },
      );
      this.emphasis.push({
        span: [from + used, start],
        as: used === 3 ? 'bold-italic' : used === 2 ? 'bold' : 'italic',
      });
      opener.length -= used;
      if (opener.length === 0) openers.pop();
      start += used;
      rest -= used;
      const other = this.openers[sign === '*' ? '_' : '*'];
      while ((other.at(-1)?.at ?? -1) > from) other.pop();
    }
    return rest;
  }
}

function isSpace(sign: string): boolean {
  return /\s/.test(sign);
}

function isPunctuation(sign: string): boolean {
  return /[\p{P}\p{S}]/u.test(sign);
}
