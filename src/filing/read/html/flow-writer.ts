import type { Emphasis, TextRange } from '../layout.js';
import type { TextBuilder } from '../text-map.js';
import { type DraftBlock, emphasisOf, HEAD, NO_EMPHASIS, NO_LINES, NO_RANGES } from './draft-block.js';
import type { Frame } from './frames.js';
import { EMPHASIS, RAISED, SYMBOL } from './marks.js';
import { readReference } from './references.js';

const AMPERSAND = 38;
const NO_BREAK_SPACE = 160;
/** Characters that take no room: soft hyphens, joiners, byte-order marks. */
const INVISIBLE = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff'];
const RANK = { '': 0, ' ': 1, '\t': 2, '\n': 3 };

/** Writes text runs into blocks that begin and end at visible characters. */
export class FlowWriter {
  private readonly source: string;
  private readonly builder: TextBuilder;
  /** Offsets of the next "&" and of the next of each invisible character. */
  private nextReference = -1;
  private readonly nextInvisible: number[];
  private firstInvisible: number;

  /** What parts the next block from the one before. */
  private separator: '' | ' ' | '\t' | '\n' = '';
  private open = false;
  private from = 0;
  private to = 0;
  /** White space that counts only if more text follows: a range of the source, or a line break. */
  private spaceStart = -1;
  private spaceEnd = -1;
  private breaks = 0;
  /** No-break spaces before the first visible character. */
  private leading = 0;
  private frame: Frame | null = null;
  private align: Frame['align'] = 'left';
  private indent = 0;
  private size = 0;
  private marks = 0;
  private head = '';
  private symbol = false;
  private lines: number[] | null = null;
  private lineEnds: number[] | null = null;
  /** Whether something pushes the next character away from the last. */
  private gapped = false;
  private emphasis: Emphasis[] | null = null;
  private raised: TextRange[] | null = null;
  /** The stretch of one emphasis that is being written. */
  private stretchMarks = 0;
  private stretchFrom = 0;

  constructor(source: string, start: number, builder: TextBuilder) {
    this.source = source;
    this.builder = builder;
    this.nextReference = this.find('&', start);
    this.nextInvisible = INVISIBLE.map((character) => this.find(character, start));
    this.firstInvisible = Math.min(...this.nextInvisible);
  }

  /** Whether the block that is being written shows anything yet. */
  get isOpen(): boolean {
    return this.open;
  }

  /** Sets what parts the next block from those before; the strongest counts. */
  separate(separator: ' ' | '\t' | '\n'): void {
    if (RANK[separator] > RANK[this.separator]) this.separator = separator;
  }

  /** Writes what parts the next block, which another reader writes. */
  part(): void {
    if (this.separator !== '' && this.builder.length > 0) this.builder.part(this.separator);
    this.separator = '';
  }

  /** A range of the source without mark-up. */
  text(start: number, end: number, frame: Frame): void {
    this.frame = frame;
    let at = start;
    while (at < end) {
      if (this.nextReference < at) this.nextReference = this.find('&', at);
      if (this.firstInvisible < at) this.findInvisible(at);
      const stop = Math.min(end, this.nextReference, this.firstInvisible);
      if (stop > at) this.plain(at, stop);
      at = stop;
      if (at >= end) return;
      at = at === this.firstInvisible ? at + 1 : this.reference(at, end);
    }
  }

  /** A line break; true where it is the second one running, which ends a paragraph. */
  lineBreak(): boolean {
    this.breaks += 1;
    this.leading = 0;
    return this.breaks > 1;
  }

  /** Room that a style leaves before what follows: words on both sides are two. */
  gap(): void {
    this.gapped = true;
  }

  /** Ends the block that is being written; null where it shows nothing. */
  close(listed: boolean): DraftBlock | null {
    this.spaceStart = -1;
    this.breaks = 0;
    this.leading = 0;
    if (!this.open) return null;
    this.open = false;
    this.endStretch();
    const { from, to, emphasis, raised, marks, align, indent, size } = this;
    const block: DraftBlock = {
      kind: 'text',
      from,
      to,
      marker: null,
      look: { align, indent, size, emphasis: emphasis ?? NO_EMPHASIS },
      table: null,
      marks,
      raised: raised ?? NO_RANGES,
      listed,
      head: this.head,
      symbol: this.symbol,
      lines: this.lines ?? NO_LINES,
      lineEnds: this.lineEnds ?? NO_LINES,
    };
    this.lines = null;
    this.lineEnds = null;
    this.emphasis = null;
    this.raised = null;
    return block;
  }

  private plain(start: number, end: number): void {
    const { source } = this;
    let from = start;
    for (; from < end; from += 1) {
      const code = source.charCodeAt(from);
      if (!isSpace(code)) break;
      if (code === NO_BREAK_SPACE) this.leading += 1;
    }
    if (from > start) this.space(start, from);
    if (from === end) return;
    let to = end;
    while (isSpace(source.charCodeAt(to - 1))) to -= 1;
    this.show();
    this.builder.add(from, to);
    if (this.head.length < HEAD) this.head += source.slice(from, Math.min(to, from + HEAD));
    this.shown();
    if (to < end) this.space(to, end);
  }

  private reference(at: number, end: number): number {
    const { source } = this;
    const reference = readReference(source, at, end);
    if (reference === null) {
      this.show();
      this.builder.add(at, at + 1);
      if (this.head.length < HEAD) this.head += '&';
      this.shown();
      return at + 1;
    }
    const { text } = reference;
    const code = text.charCodeAt(0);
    if (isSpace(code)) {
      if (code === NO_BREAK_SPACE) this.leading += 1;
      this.space(at, reference.end);
    } else if (!INVISIBLE.includes(text)) {
      this.show();
      this.builder.addDecoded(text, at, reference.end);
      if (this.head.length < HEAD) this.head += text;
      this.shown();
    }
    return reference.end;
  }

  private space(start: number, end: number): void {
    if (this.spaceStart >= 0) return;
    this.spaceStart = start;
    this.spaceEnd = end;
  }

  /** Before visible characters are written: begins the block, or writes the white space before them. */
  private show(): void {
    const { builder } = this;
    if (!this.open) this.begin();
    else if (this.spaceStart >= 0 || this.breaks > 0 || this.gapped) this.partWords();
    this.spaceStart = -1;
    this.breaks = 0;
    this.gapped = false;
    this.leading = 0;
    const marks = (this.frame as Frame).marks;
    this.marks &= marks;
    if ((marks & EMPHASIS) !== this.stretchMarks) {
      this.endStretch();
      this.stretchMarks = marks & EMPHASIS;
      this.stretchFrom = builder.length;
    }
    if ((marks & RAISED) !== 0) this.raise();
  }

  private shown(): void {
    this.to = this.builder.length;
    const last = this.raised?.at(-1);
    if (last !== undefined && ((this.frame as Frame).marks & RAISED) !== 0)
      (this.raised as TextRange[])[(this.raised as TextRange[]).length - 1] = {
        from: last.from,
        to: this.to,
      };
  }

  private raise(): void {
    const from = this.builder.length;
    const last = this.raised?.at(-1);
    if (last !== undefined && last.to === from) return;
    if (this.raised === null) this.raised = [{ from, to: from }];
    else this.raised.push({ from, to: from });
  }

  /** Writes what parts the next character from the last: the white space of the source, if there is any. */
  private partWords(): void {
    const { source, builder, spaceStart, spaceEnd } = this;
    if (spaceStart < 0) builder.part(' ');
    else if (source.charCodeAt(spaceStart) === AMPERSAND) builder.addDecoded(' ', spaceStart, spaceEnd);
    else builder.add(spaceStart, spaceEnd);
    if (this.head.length < HEAD) this.head += ' ';
    if (this.breaks > 0) {
      this.lines ??= [];
      this.lineEnds ??= [];
      this.lines.push(builder.length);
      this.lineEnds.push(this.to);
    }
  }

  private begin(): void {
    const { builder } = this;
    const frame = this.frame as Frame;
    this.part();
    this.open = true;
    this.from = builder.length;
    this.marks = -1;
    this.head = '';
    this.symbol = (frame.marks & SYMBOL) !== 0;
    this.gapped = false;
    this.stretchMarks = 0;
    this.align = frame.align;
    this.indent = Math.max(0, Math.round(frame.left + frame.textIndent)) + this.leading;
    this.size = frame.size;
  }

  private endStretch(): void {
    if (this.stretchMarks === 0) return;
    const emphasis = emphasisOf(this.stretchFrom, this.to, this.stretchMarks);
    if (this.emphasis === null) this.emphasis = [emphasis];
    else this.emphasis.push(emphasis);
    this.stretchMarks = 0;
  }

  private find(character: string, from: number): number {
    const found = this.source.indexOf(character, from);
    return found === -1 ? Number.MAX_SAFE_INTEGER : found;
  }

  private findInvisible(from: number): void {
    for (const [index, character] of INVISIBLE.entries())
      if ((this.nextInvisible[index] as number) < from)
        this.nextInvisible[index] = this.find(character, from);
    this.firstInvisible = Math.min(...this.nextInvisible);
  }
}

/** White space of any kind, no-break spaces too. */
export function isSpace(code: number): boolean {
  if (code <= 32) return true;
  if (code < 160) return false;
  return (
    code === NO_BREAK_SPACE ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
