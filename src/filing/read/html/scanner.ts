import { isPlainLetter } from '../../plain-characters.js';
import { findTag, mix, type Tag } from './tags.js';

export const END = 0;
export const TEXT = 1;
export const OPEN = 2;
export const CLOSE = 3;
/** A comment: page breaks stand in some. */
export const COMMENT = 4;

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const EQUALS = 61;

/**
 * Walks mark-up and stops at each text run, tag and comment; elements that are not listed in `tags.ts` are passed over.
 * `start` and `end` are the range of what it stands at: of a tag, its attributes. Linear: what is not found once is not
 * looked for again.
 */
export class Scanner {
  start = 0;
  end = 0;
  /** Of the tag that it stands at. */
  tag: Tag | null = null;
  selfClosing = false;
  private at: number;
  /** Where the end tags that were looked for stand next, by name; past the source where none does. */
  private readonly endTags = new Map<string, number>();
  private readonly stop: number;
  private readonly source: string;
  /** Closing marks that do not occur any more. */
  private readonly absent = new Set<string>();
  private nextSingleQuote = -1;

  constructor(source: string, start: number, end: number) {
    this.source = source;
    this.at = start;
    this.stop = end;
  }

  /** Goes to the next one and tells what it is. */
  next(): number {
    const { source, stop } = this;
    while (this.at < stop) {
      const from = this.at;
      if (source.charCodeAt(from) !== LESS_THAN) return this.text(from, from);
      const code = source.charCodeAt(from + 1);
      if (isPlainLetter(code)) {
        if (this.openTag(from + 1)) return OPEN;
      } else if (code === SLASH) {
        if (this.closeTag(from + 2)) return CLOSE;
      } else if (code === EXCLAMATION || code === QUESTION) {
        if (this.declaration(from)) return COMMENT;
      } else {
        return this.text(from, from + 1);
      }
    }
    return END;
  }

  /** Goes to the end tag of an element whose content is not read here; answers the range that it passed over. */
  skip(tag: Tag): { readonly start: number; readonly end: number } {
    const start = this.at;
    const end = this.endTag(tag.name, start);
    this.at = end < this.stop ? end : start;
    return { start, end: this.at };
  }

  /** Goes back, or on, to an offset that is outside of any tag. */
  goTo(offset: number): void {
    this.at = offset;
  }

  private text(from: number, after: number): number {
    const found = this.source.indexOf('<', after);
    this.start = from;
    this.end = found === -1 || found > this.stop ? this.stop : found;
    this.at = this.end;
    return TEXT;
  }

  private openTag(nameStart: number): boolean {
    this.name(nameStart);
    const nameEnd = this.at;
    const end = this.tagEnd(nameEnd);
    this.start = nameEnd;
    this.selfClosing = this.source.charCodeAt(end - 1) === SLASH;
    this.end = this.selfClosing ? end - 1 : end;
    this.at = end + 1;
    return this.tag !== null;
  }

  private closeTag(nameStart: number): boolean {
    this.name(nameStart);
    if (this.source.charCodeAt(this.at) === GREATER_THAN) this.at += 1;
    else this.at = this.after('>', this.at) ?? this.stop;
    return this.tag !== null;
  }

  /** Reads a name into `tag`, and stands behind it. */
  private name(start: number): void {
    const { source, stop } = this;
    let hash = 0;
    let at = start;
    for (; at < stop; at += 1) {
      const code = source.charCodeAt(at);
      if (code <= 32 || code === GREATER_THAN || code === SLASH || code === LESS_THAN) break;
      hash = mix(hash, code >= 65 && code <= 90 ? code | 32 : code);
    }
    this.tag = findTag(hash, source, start, at);
    this.at = at;
  }

  /**
   * The offset of the ">" that ends a tag; one inside a quoted value does not. Mostly it is the first, behind the quote
   * that closes the last value: only where that quote may open a value, or single quotes are used, need all be read.
   */
  private tagEnd(from: number): number {
    const { source } = this;
    const end = source.indexOf('>', from);
    if (end === from) return end;
    if (end === -1 || end > this.stop) return this.exactTagEnd(from);
    const quote = source.charCodeAt(end - 1) === SLASH ? end - 2 : end - 1;
    const before = source.charCodeAt(quote - 1);
    if (source.charCodeAt(quote) !== DOUBLE_QUOTE || before <= 32 || before === EQUALS)
      return this.exactTagEnd(from);
    if (this.nextSingleQuote < from) this.nextSingleQuote = this.find("'", from) ?? Number.MAX_SAFE_INTEGER;
    return this.nextSingleQuote > end ? end : this.exactTagEnd(from);
  }

  private exactTagEnd(from: number): number {
    const { source, stop } = this;
    let afterEquals = false;
    for (let at = from; at < stop; at += 1) {
      const code = source.charCodeAt(at);
      if (code === GREATER_THAN) return at;
      if (afterEquals && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) {
        const close = this.find(code === DOUBLE_QUOTE ? '"' : "'", at + 1);
        if (close !== null && close < stop) at = close;
      }
      if (code > 32) afterEquals = code === EQUALS;
    }
    return stop;
  }

  /** A comment, a document type, a marked section or a processing instruction; true for a comment. */
  private declaration(from: number): boolean {
    const { source } = this;
    if (source.startsWith('<!--', from)) {
      this.start = from + 4;
      const end = this.find('-->', this.start);
      this.end = end ?? this.stop;
      this.at = end === null ? this.stop : end + 3;
      return true;
    }
    const close = source.startsWith('<![CDATA[', from) ? ']]>' : '>';
    this.at = this.after(close, from + 2) ?? this.stop;
    return false;
  }

  private after(mark: string, from: number): number | null {
    const found = this.find(mark, from);
    return found === null ? null : found + mark.length;
  }

  /** Where the next end tag of an element stands, in small letters or capitals; not looked for again before it comes. */
  private endTag(name: string, from: number): number {
    let at = this.endTags.get(name) ?? -1;
    if (at < from) {
      at = this.find(`</${name}`, from) ?? Number.MAX_SAFE_INTEGER;
      const capitals = this.source.slice(from, Math.min(at, this.stop)).indexOf(`</${name.toUpperCase()}`);
      if (capitals >= 0) at = from + capitals;
      this.endTags.set(name, at);
    }
    return at;
  }

  private find(mark: string, from: number): number | null {
    if (this.absent.size > 0 && this.absent.has(mark)) return null;
    const found = this.source.indexOf(mark, from);
    if (found === -1) this.absent.add(mark);
    return found === -1 ? null : found;
  }
}
