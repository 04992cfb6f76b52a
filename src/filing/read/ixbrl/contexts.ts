import { type Day, dayOf, instantAt, isCivilDate, type Period, plusDays } from '../../../value/index.js';
import type { FactContext } from '../../filing.js';
import { Attributes } from './attributes.js';
import { afterDeclaration, tagEnd } from './mark-up.js';
import { decodeReferences } from './references.js';

const SLASH = 47;
const EXCLAMATION = 33;

/** What the facts of a page refer to, by id. The first of an id counts. */
export interface Contexts {
  readonly contexts: Map<string, FactContext>;
  readonly units: Map<string, string>;
}

/** Reads the contexts and units of `ix:resources`, by the local names of XBRL 2.1, whatever their prefixes. */
export function readContexts(source: string, from: number, to: number, into: Contexts): void {
  const reader = new ResourceReader(source, into);
  let at = from;
  for (let next = source.indexOf('<', at); next >= 0 && next < to; next = source.indexOf('<', at)) {
    reader.text(at, next);
    at = reader.tag(next);
  }
}

interface OpenContext {
  readonly id: string;
  entity: string;
  readonly dimensions: [axis: string, member: string][];
  instant: string | null;
  start: string | null;
  end: string | null;
}

interface OpenUnit {
  readonly id: string;
  readonly measures: [above: string[], below: string[]];
  isBelow: boolean;
}

/** Flat: the elements of a context or unit do not repeat inside themselves, so no stack is needed. */
class ResourceReader {
  private readonly source: string;
  private readonly into: Contexts;
  private readonly attributes: Attributes;
  private context: OpenContext | null = null;
  private unit: OpenUnit | null = null;
  /** The axis of the member that is open. */
  private axis: string | null = null;
  private words = '';
  /** The element that began last and has not ended, where nothing stands between but text. */
  private latest: string | null = null;

  constructor(source: string, into: Contexts) {
    this.source = source;
    this.into = into;
    this.attributes = new Attributes(source);
  }

  text(from: number, to: number): void {
    if (this.context !== null || this.unit !== null) this.words = this.source.slice(from, to);
  }

  tag(at: number): number {
    const { source } = this;
    const code = source.charCodeAt(at + 1);
    if (code === EXCLAMATION) return afterDeclaration(source, at);
    const end = tagEnd(source, at + 1);
    if (code === SLASH) {
      // Most elements hold text alone: what ends is then what began last.
      this.close(this.latest ?? localName(source, at + 2, end));
      this.latest = null;
      return end + 1;
    }
    const name = localName(source, at + 1, end);
    this.open(name, at + 1, end);
    this.latest = name;
    if (source.charCodeAt(end - 1) === SLASH) {
      this.close(name);
      this.latest = null;
    }
    return end + 1;
  }

  private open(name: string, from: number, end: number): void {
    this.words = '';
    if (name === 'context') {
      const id = this.attribute('id', from, end);
      this.context = { id, entity: '', dimensions: [], instant: null, start: null, end: null };
    } else if (name === 'unit')
      this.unit = { id: this.attribute('id', from, end), measures: [[], []], isBelow: false };
    else if (name === 'explicitmember' || name === 'typedmember')
      this.axis = this.attribute('dimension', from, end);
    else if (name === 'unitdenominator' && this.unit !== null) this.unit.isBelow = true;
  }

  private attribute(name: string, from: number, end: number): string {
    this.attributes.read(from, end);
    return this.attributes.get(name) ?? '';
  }

  private close(name: string): void {
    const words = this.words === '' ? '' : decodeReferences(this.words).trim();
    this.words = '';
    if (this.unit !== null) this.closeInUnit(this.unit, name, words);
    else if (this.context !== null) this.closeInContext(this.context, name, words);
  }

  private closeInUnit(unit: OpenUnit, name: string, words: string): void {
    if (name === 'measure') unit.measures[unit.isBelow ? 1 : 0].push(measureOf(words));
    else if (name === 'unitdenominator') unit.isBelow = false;
    else if (name === 'unit') this.endUnit(unit);
  }

  private closeInContext(context: OpenContext, name: string, words: string): void {
    if (name === 'identifier') context.entity = words;
    else if (name === 'instant') context.instant = words;
    else if (name === 'startdate') context.start = words;
    else if (name === 'enddate') context.end = words;
    else if (name === 'context') this.endContext(context);
    else this.member(context, words);
  }

  /** An explicit member stands in the element itself, a typed one in an element of any name inside: what ends first. */
  private member(context: OpenContext, words: string): void {
    if (this.axis === null) return;
    context.dimensions.push([this.axis, words]);
    this.axis = null;
  }

  private endContext(context: OpenContext): void {
    const { id, entity, dimensions } = context;
    this.context = null;
    if (this.into.contexts.has(id)) return;
    dimensions.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.into.contexts.set(id, { id, entity, period: periodOf(context), dimensions });
  }

  private endUnit({ id, measures }: OpenUnit): void {
    this.unit = null;
    const [above, below] = measures.map((list) => list.join('*'));
    if (this.into.units.has(id) || above === undefined || above === '') return;
    this.into.units.set(id, below === '' ? above : `${above}/${below}`);
  }
}

function localName(source: string, from: number, end: number): string {
  let start = from;
  let at = from;
  for (; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code <= 32 || code === SLASH) break;
    if (code === 58) start = at + 1;
  }
  return source.slice(start, at).toLowerCase();
}

/** Currencies and the measures of XBRL itself go by their bare names; filers do not rename those two prefixes. */
function measureOf(words: string): string {
  return words.replace(/^(?:iso4217|xbrli):/, '');
}

/** Null for "forever", and for dates that are none. */
function periodOf({ instant, start, end }: OpenContext): Period | null {
  if (instant !== null) {
    const day = dayFrom(instant, true);
    return day === null ? null : instantAt(day);
  }
  const [first, last] = [
    start === null ? null : dayFrom(start, false),
    end === null ? null : dayFrom(end, true),
  ];
  return first === null || last === null || last < first ? null : { start: first, until: plusDays(last, 1) };
}

const days = new Map<string, Day | null>();
const MOST_DAYS = 2000;

/** A page names few days, often. */
function dayFrom(words: string, isEnd: boolean): Day | null {
  const key = isEnd ? words : `${words} `;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = readDay(words, isEnd);
  if (days.size < MOST_DAYS && key.length < 40) days.set(key, day);
  return day;
}

/** An end that is midnight ("T00:00:00") is the end of the day before, as XBRL 2.1 (4.7.2) has it. */
function readDay(words: string, isEnd: boolean): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(T[\d:.]+)?/.exec(words);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isCivilDate(year, month, day)) return null;
  const date = dayOf(year, month, day);
  return isEnd && match[4] !== undefined && /^T00:00(?::00(?:\.0+)?)?$/.test(match[4])
    ? plusDays(date, -1)
    : date;
}
