import { Attributes } from './attributes.js';
import { type Contexts, readContexts } from './contexts.js';
import { afterDeclaration, tagEnd } from './mark-up.js';
import { tagPrefixes } from './prefixes.js';
import { type Mark, RunningText } from './running-text.js';
import { separatorOf } from './separators.js';

const SLASH = 47;
const EXCLAMATION = 33;

/** No taxonomy nests facts so deep; what does is not read, so that the work stays linear. */
const DEEPEST = 64;
/** Nor is anything excluded more often from one fact: what is then stays in. */
const MOST_SEGMENTS = 1000;

/** What an element encloses, without what it excludes: ranges of the running text. */
export type Segment = readonly [from: Mark, to: Mark];

/** A fact, a part of one or a continuation, as its tag states it. */
export interface TaggedElement {
  readonly name: string;
  readonly stated: Stated;
  readonly hidden: boolean;
  /** The offset of its content. */
  readonly at: number;
  segments: Segment[];
  /** Numerator and denominator of a fraction. */
  readonly parts: TaggedElement[];
}

/** Attributes that facts and continuations are read by, under their names; null where the tag has none. */
export interface Stated {
  readonly id: string | null;
  readonly name: string | null;
  readonly contextRef: string | null;
  readonly unitRef: string | null;
  readonly decimals: string | null;
  readonly scale: string | null;
  readonly sign: string | null;
  readonly format: string | null;
  readonly nil: string | null;
  readonly escape: string | null;
  readonly continuedAt: string | null;
}

export interface CollectedPage extends Contexts {
  readonly text: RunningText;
  readonly facts: readonly TaggedElement[];
  readonly continuations: ReadonlyMap<string, TaggedElement>;
}

const NONE: never[] = [];

/** Elements that enclose something that we keep, by name in small letters: pages that went through a browser have those. */
const KEPT = new Set(['nonfraction', 'nonnumeric', 'fraction', 'numerator', 'denominator', 'continuation']);
const FACTS = new Set(['nonfraction', 'nonnumeric', 'fraction']);

/** All facts of a page in order, with their text, and what they refer to. Linear, without recursion. */
export function collectFacts(source: string): CollectedPage {
  return new Collector(source).collect();
}

interface OpenElement {
  readonly name: string;
  /** Null for `ix:hidden`, `ix:exclude` and what nests too deep. */
  readonly element: TaggedElement | null;
  /** How many `ix:exclude` were open when it began: what a further one holds is none of its. */
  readonly excludes: number;
  /** Where the segment that it is in began; null inside an `ix:exclude`. */
  since: Mark | null;
}

class Collector {
  private readonly source: string;
  private readonly text: RunningText;
  private readonly attributes: Attributes;
  private readonly prefixes: readonly string[];
  private readonly facts: TaggedElement[] = [];
  private readonly continuations = new Map<string, TaggedElement>();
  private readonly contexts: Contexts = { contexts: new Map(), units: new Map() };
  private readonly open: OpenElement[] = [];
  /** Those of the open elements that want the text: not many, however deep the page nests. */
  private readonly wanting: OpenElement[] = [];
  private readonly openByName: Record<string, number> = { exclude: 0, hidden: 0 };

  constructor(source: string) {
    this.source = source;
    this.text = new RunningText(source);
    this.attributes = new Attributes(source);
    this.prefixes = tagPrefixes(source);
  }

  collect(): CollectedPage {
    const { source } = this;
    let at = 0;
    for (let next = source.indexOf('<', at); next >= 0; next = source.indexOf('<', at)) {
      if (this.wanting.length > 0) this.text.add(at, next);
      at = this.tag(next);
    }
    if (this.wanting.length > 0) this.text.add(at, source.length);
    while (this.open.length > 0) this.closeLast();
    const { text, facts, continuations } = this;
    return { text, facts, continuations, ...this.contexts };
  }

  /** Takes the mark-up that begins at `at`, and tells where it ends; passes over what need not be looked at. */
  private tag(at: number): number {
    const { source } = this;
    const code = source.charCodeAt(at + 1);
    if (code === EXCLAMATION) return afterDeclaration(source, at);
    const isClosing = code === SLASH;
    const nameAt = isClosing ? at + 2 : at + 1;
    const prefix = this.prefixAt(nameAt);
    if (prefix === null) {
      if (this.wanting.length === 0) return nameAt;
      this.text.part(separatorOf(source, nameAt));
      return tagEnd(source, nameAt) + 1;
    }
    const localAt = nameAt + prefix.length;
    const end = tagEnd(source, localAt);
    const name = nameFrom(source, localAt, end);
    if (isClosing) this.close(name);
    else if (name === 'resources') return this.resources(end, nameAt);
    else this.begin(name, localAt + name.length, end);
    return end + 1;
  }

  private prefixAt(at: number): string | null {
    for (const prefix of this.prefixes) {
      if (this.source.charCodeAt(at) === prefix.charCodeAt(0) && this.source.startsWith(prefix, at))
        return prefix;
    }
    return null;
  }

  private resources(end: number, nameAt: number): number {
    const { source } = this;
    if (source.charCodeAt(end - 1) === SLASH) return end + 1;
    const close = source.indexOf(`</${source.slice(nameAt, end).split(/\s/, 1)[0]}`, end);
    const stop = close < 0 ? source.length : close;
    readContexts(source, end + 1, stop, this.contexts);
    return stop;
  }

  private begin(name: string, from: number, end: number): void {
    const isKept = KEPT.has(name);
    if (!isKept && name !== 'exclude' && name !== 'hidden') return;
    const isEmpty = this.source.charCodeAt(end - 1) === SLASH;
    const element = isKept && this.open.length < DEEPEST ? this.elementOf(name, from, end) : null;
    if (element !== null) this.keep(element);
    if (isEmpty) return;
    const excludes = this.openByName.exclude as number;
    if (name === 'exclude') this.suspend(excludes);
    const open: OpenElement = { name, element, excludes, since: this.text.mark() };
    this.open.push(open);
    this.openByName[name] = (this.openByName[name] ?? 0) + 1;
    if (element !== null) this.wanting.push(open);
  }

  private elementOf(name: string, from: number, end: number): TaggedElement {
    const { attributes } = this;
    attributes.read(from, end);
    const stated = {
      id: attributes.get('id'),
      name: attributes.get('name'),
      contextRef: attributes.get('contextRef') ?? attributes.get('contextref'),
      unitRef: name === 'nonnumeric' ? null : (attributes.get('unitRef') ?? attributes.get('unitref')),
      decimals: attributes.get('decimals'),
      scale: attributes.get('scale'),
      sign: attributes.get('sign'),
      format: attributes.get('format'),
      nil: attributes.get('nil'),
      escape: attributes.get('escape'),
      continuedAt: attributes.get('continuedAt') ?? attributes.get('continuedat'),
    };
    const hidden = this.openByName.hidden !== 0;
    return {
      name,
      stated,
      hidden,
      at: Math.min(end + 1, this.source.length),
      segments: NONE,
      parts: name === 'fraction' ? [] : NONE,
    };
  }

  private keep(element: TaggedElement): void {
    const { id } = element.stated;
    if (FACTS.has(element.name)) this.facts.push(element);
    else if (element.name === 'continuation') {
      if (id !== null && !this.continuations.has(id)) this.continuations.set(id, element);
    } else {
      const fraction = this.wanting.findLast((open) => open.name === 'fraction')?.element;
      if (fraction?.parts.length === 0 || fraction?.parts.length === 1) fraction.parts.push(element);
    }
  }

  /** What encloses an `ix:exclude` goes on behind it; what an outer one has suspended stays so. */
  private suspend(excludes: number): void {
    const now = this.text.mark();
    for (const open of this.wanting) {
      const { element, since } = open;
      if (open.excludes !== excludes || element === null || since === null) continue;
      if (element.segments.length === MOST_SEGMENTS) continue;
      if (since.run < now.run) addSegment(element, [since, now]);
      open.since = null;
    }
  }

  private resume(excludes: number): void {
    const now = this.text.mark();
    for (const open of this.wanting) if (open.excludes === excludes) open.since ??= now;
  }

  /** Closes the innermost element of a name, and with it what was left open inside; a stray end tag closes nothing. */
  private close(name: string): void {
    if (!this.openByName[name]) return;
    while (this.closeLast() !== name);
  }

  private closeLast(): string | null {
    const last = this.open.pop();
    if (last === undefined) return null;
    const { name, element, since } = last;
    this.openByName[name] = (this.openByName[name] ?? 1) - 1;
    if (element !== null) {
      const now = this.text.mark();
      if (since !== null) addSegment(element, [since, now]);
      this.wanting.pop();
    }
    if (name === 'exclude') this.resume(last.excludes);
    return name;
  }
}

/** An array that is pushed to takes room for many; nearly all elements have one. */
function addSegment(element: TaggedElement, segment: Segment): void {
  if (element.segments === NONE) element.segments = [segment];
  else element.segments.push(segment);
}

function nameFrom(source: string, from: number, end: number): string {
  let at = from;
  while (at < end && source.charCodeAt(at) > 32 && source.charCodeAt(at) !== SLASH) at += 1;
  return source.slice(from, at).toLowerCase();
}
