/**
 * The numbers that a page is tagged with, read with htmlparser2 alone: what the benchmarks hold our own reading
 * against, so nothing of `src/filing` is used here.
 */
import { Parser } from 'htmlparser2';
import { Decimal, type Period, parseDay, plusDays } from '../src/value/index.js';

/** A range of the source, the end excluded. */
export type Range = readonly [start: number, end: number];

/** An `ix:nonFraction`. */
export interface NumberTag {
  readonly concept: string;
  /** What it encloses, as it is seen; tags inside it count as their text. */
  readonly text: string;
  /** Where the characters of the text that are no white space stand, one range a run. */
  readonly spans: readonly Range[];
  /** The part of `spans` that holds digits. */
  readonly digits: readonly Range[];
  /** Exact, sign and scale applied; null where it is nil or its transformation is unknown to us. */
  readonly value: Decimal | null;
  readonly nil: boolean;
  /** Measures without prefixes "iso4217" and "xbrli", a divide as "USD/shares"; null where the page does not define it. */
  readonly unit: string | null;
  /** Null where the page does not define its context. An instant is the end of that day; the last day is included. */
  readonly period: Period | null;
  readonly scale: number;
  readonly format: string;
  /** In `ix:header`, or in an element that is not displayed. */
  readonly hidden: boolean;
  /** In an element `table`. */
  readonly inTable: boolean;
  /** Where the tag begins in the source. */
  readonly start: number;
  /** Visible text that ends where the tag begins, white space folded. */
  readonly before: string;
}

const CONTEXT_LENGTH = 120;

/** All numbers tagged, outer before inner. Pages of inline XBRL are XML, and are read as that. */
export function readNumberTags(source: string): NumberTag[] {
  const reading = new Reading();
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => reading.open(name, attributes, parser.startIndex),
      onclosetag: () => reading.close(),
      ontext: (text) => reading.text(text, parser.startIndex, parser.endIndex + 1),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return reading.tags();
}

interface OpenElement {
  readonly local: string;
  readonly hidden: boolean;
  readonly tables: number;
  readonly tag: OpenTag | null;
}

interface OpenTag {
  readonly attributes: Readonly<Record<string, string>>;
  readonly hidden: boolean;
  readonly inTable: boolean;
  readonly start: number;
  /** Offset into the visible text. */
  readonly at: number;
  text: string;
  readonly spans: [number, number][];
  readonly digits: [number, number][];
}

class Reading {
  private readonly open_: OpenElement[] = [];
  private readonly openTags: OpenTag[] = [];
  private readonly found: OpenTag[] = [];
  private readonly units = new Map<string, string>();
  private readonly periods = new Map<string, Period>();
  private visible = '';
  private id = '';
  private measures: string[][] = [];
  private dates = new Map<string, string>();
  private words = '';

  open(name: string, attributes: Readonly<Record<string, string>>, start: number): void {
    const above = this.open_.at(-1);
    const local = name.slice(name.indexOf(':') + 1);
    const hidden =
      above?.hidden === true || name === 'ix:header' || /display\s*:\s*none/i.test(attributes.style ?? '');
    const tables = (above?.tables ?? 0) + (local === 'table' ? 1 : 0);
    let tag: OpenTag | null = null;
    if (name === 'ix:nonFraction') {
      const inTable = tables > 0;
      tag = { attributes, hidden, inTable, start, at: this.visible.length, text: '', spans: [], digits: [] };
      this.found.push(tag);
      this.openTags.push(tag);
    } else if (local === 'unit' || local === 'context') {
      this.id = attributes.id ?? '';
      this.measures = [[]];
      this.dates = new Map();
    } else if (local === 'unitDenominator') this.measures.push([]);
    this.words = '';
    this.open_.push({ local, hidden, tables, tag });
    if (!hidden && /^(?:td|th|tr|p|div|li|br)$/.test(local)) this.visible += ' ';
  }

  text(text: string, start: number, end: number): void {
    const above = this.open_.at(-1);
    this.words += text;
    if (above === undefined || above.hidden === false) this.visible += text;
    for (const tag of this.openTags) {
      tag.text += text;
      if (text.length === end - start) {
        addRuns(tag.spans, text, start, (code) => code > 32 && code !== 0xa0);
        addRuns(tag.digits, text, start, (code) => code >= 48 && code <= 57);
      } else if (text.trim() !== '') addRange(tag.spans, start, end);
    }
  }

  close(): void {
    const closed = this.open_.pop();
    if (closed === undefined) return;
    const words = this.words.trim();
    if (closed.local === 'measure') this.measures.at(-1)?.push(words.replace(/^(?:iso4217|xbrli):/, ''));
    else if (closed.local === 'unit')
      this.units.set(this.id, this.measures.map((measures) => measures.join('*')).join('/'));
    else if (closed.local === 'instant' || closed.local === 'startDate' || closed.local === 'endDate')
      this.dates.set(closed.local, words.slice(0, 10));
    else if (closed.local === 'context') this.addPeriod();
    if (closed.tag !== null) this.openTags.pop();
    this.words = '';
  }

  private addPeriod(): void {
    const [instant, start, end] = ['instant', 'startDate', 'endDate'].map((name) => this.dates.get(name));
    if (instant !== undefined) this.periods.set(this.id, { instant: parseDay(instant) });
    else if (start !== undefined && end !== undefined)
      this.periods.set(this.id, { start: parseDay(start), until: plusDays(parseDay(end), 1) });
  }

  tags(): NumberTag[] {
    return this.found.map((tag): NumberTag => {
      const { attributes, text, spans, digits, hidden, inTable, start, at } = tag;
      const scale = Number(attributes.scale ?? '0');
      const format = (attributes.format ?? '').replace(/^[^:]*:/, '');
      const nil = attributes['xsi:nil'] === 'true' || attributes['xsi:nil'] === '1';
      return {
        concept: attributes.name ?? '',
        text: text.replace(/\s+/g, ' ').trim(),
        spans,
        digits,
        value: nil ? null : taggedValue(text.trim(), format, scale, attributes.sign === '-'),
        nil,
        unit: this.units.get(attributes.unitRef ?? '') ?? null,
        period: this.periods.get(attributes.contextRef ?? '') ?? null,
        scale,
        format,
        hidden,
        inTable,
        start,
        before: this.visible
          .slice(Math.max(0, at - 2 * CONTEXT_LENGTH), at)
          .replace(/\s+/g, ' ')
          .slice(-CONTEXT_LENGTH),
      };
    });
  }
}

function addRuns(
  runs: [number, number][],
  text: string,
  start: number,
  belongs: (code: number) => boolean,
): void {
  for (let index = 0; index < text.length; index += 1)
    if (belongs(text.charCodeAt(index))) addRange(runs, start + index, start + index + 1);
}

function addRange(runs: [number, number][], start: number, end: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last[1] === start) last[1] = end;
  else runs.push([start, end]);
}

const COMMA_DECIMAL = /^(?:num-?comma-?decimal|numdotcomma|numcomma|numspacecomma)/;
const DOT_DECIMAL = /^(?:$|num-?dot-?decimal|numcommadot|numspacedot)/;
const ZERO = /^(?:zerodash|numdash|fixed-zero)$/;

/** Null where the transformation is none of those that number tags use. */
function taggedValue(text: string, format: string, scale: number, negative: boolean): Decimal | null {
  const printed = unscaled(text, format);
  if (printed === null) return null;
  const value = scaled(printed, scale);
  return negative ? value.negated() : value;
}

function unscaled(text: string, format: string): Decimal | null {
  if (ZERO.test(format)) return Decimal.ZERO;
  if (format === 'numwordsen') return numberInWords(text);
  const plain = COMMA_DECIMAL.test(format)
    ? text.replace(/[.\s\u00a0]/g, '').replace(',', '.')
    : DOT_DECIMAL.test(format)
      ? text.replace(/[,\s\u00a0]/g, '')
      : '';
  const whole = plain.startsWith('.') ? `0${plain}` : plain;
  return /^\d+(?:\.\d+)?$/.test(whole) ? Decimal.parse(whole) : null;
}

/** `value × 10^scale`, exact. */
export function scaled(value: Decimal, scale: number): Decimal {
  return Decimal.of(value.coefficient, value.scale - scale);
}

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Numbers up to 99, and the words for none. */
function numberInWords(text: string): Decimal | null {
  const words = text.toLowerCase();
  if (NOTHING.test(words)) return Decimal.ZERO;
  const [first = '', second] = words.split(/[\s-]+/);
  const unit = WORDS.indexOf(second ?? first);
  const ten = TENS.indexOf(first);
  if (ten > 1) return Decimal.of(10 * ten + (second === undefined ? 0 : unit));
  return unit < 0 || second !== undefined ? null : Decimal.of(unit);
}

/** Words that are tagged as zero and are no number that a reader would tick. */
export const NOTHING =
  /^(?:no|none|not|nothing|never|neither|without|immaterial|insignificant|nominal|any|not material|n\/?a)$/i;
