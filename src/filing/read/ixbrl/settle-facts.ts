import type { Fact, FactContext, SourceSpan } from '../../filing.js';
import type { CollectedPage, TaggedElement } from './collect-facts.js';
import { fractionValue, numberValue } from './numbers.js';
import { textValue } from './texts.js';

/**
 * Facts as their tags and what they refer to state them. Contexts, units and continuations are looked for in the page
 * itself, then in the others of its set.
 */
export function settleFacts(page: CollectedPage, others: readonly CollectedPage[]): Fact[] {
  const set = [page, ...others];
  const used = new Set<TaggedElement>();
  return page.facts.map((element) => factOf(element, page, set, used));
}

function factOf(
  element: TaggedElement,
  page: CollectedPage,
  set: readonly CollectedPage[],
  used: Set<TaggedElement>,
): Fact {
  const { name, stated, hidden, at } = element;
  const chain = stated.continuedAt === null ? [] : continuationsOf(stated.continuedAt, set, used);
  const spans = spansOf(page, element, chain);
  const { start, end } = hullOf(spans, at);
  return {
    id: stated.id ?? '',
    concept: stated.name ?? '',
    kind: name === 'nonnumeric' ? 'text' : 'number',
    value: isNil(stated.nil) ? null : valueIn(page, element, chain),
    decimals: stated.decimals,
    scale: scaleOf(stated.scale),
    negated: stated.sign === '-',
    unit: unitOf(stated.unitRef, set),
    context: contextOf(stated.contextRef, set),
    format: stated.format === null ? null : stated.format.slice(stated.format.indexOf(':') + 1).trim(),
    hidden,
    spans,
    start,
    end,
  };
}

interface Link {
  readonly page: CollectedPage;
  readonly element: TaggedElement;
}

/**
 * The chain that `continuedAt` names. A continuation belongs to one fact: where a second names it, or the chain comes
 * back to itself, the chain ends.
 */
function continuationsOf(first: string, set: readonly CollectedPage[], used: Set<TaggedElement>): Link[] {
  const chain: Link[] = [];
  let next: string | null = first;
  while (next !== null) {
    const id: string = next;
    const page = set.find(({ continuations }) => continuations.has(id));
    const element = page?.continuations.get(id);
    if (page === undefined || element === undefined || used.has(element)) break;
    used.add(element);
    chain.push({ page, element });
    next = element.stated.continuedAt;
  }
  return chain;
}

function valueIn(page: CollectedPage, element: TaggedElement, chain: readonly Link[]): string | null {
  const { name, stated, parts } = element;
  if (name === 'nonfraction') return numberOf(page, element);
  if (name === 'fraction') {
    const [above = null, below = null] = parts.map((part) => numberOf(page, part));
    return fractionValue(above, below);
  }
  const isBlock = stated.escape === 'true' || stated.escape === '1';
  const texts = [textOf(page, element, isBlock)];
  for (const link of chain) texts.push(textOf(link.page, link.element, isBlock));
  const text = texts.filter((part) => part !== '').join(isBlock ? '\n' : ' ');
  return isBlock ? text : textValue(text, stated.format);
}

function textOf({ text }: CollectedPage, { segments }: TaggedElement, isBlock: boolean): string {
  const texts = segments.map(([from, to]) => (isBlock ? text.laidOut(from, to) : text.joined(from, to)));
  return texts.length === 1 ? (texts[0] as string) : texts.filter((part) => part !== '').join(' ');
}

function numberOf({ text }: CollectedPage, { stated, segments }: TaggedElement): string | null {
  let printed = '';
  for (const [from, to] of segments) printed += text.joined(from, to);
  return numberValue(printed, stated.format, scaleOf(stated.scale), stated.sign === '-');
}

/** In the page alone, not in the others of its set. */
function spansOf(page: CollectedPage, element: TaggedElement, chain: readonly Link[]): SourceSpan[] {
  const [only] = element.segments;
  if (chain.length === 0 && element.segments.length === 1 && only !== undefined)
    return page.text.spans(only[0], only[1]);
  const spans: SourceSpan[] = [];
  for (const [from, to] of element.segments) spans.push(...page.text.spans(from, to));
  for (const link of chain) {
    if (link.page !== page) continue;
    for (const [from, to] of link.element.segments) spans.push(...page.text.spans(from, to));
  }
  return spans;
}

function hullOf(spans: readonly SourceSpan[], at: number): { readonly start: number; readonly end: number } {
  let [start, end] = spans[0] ?? [at, at];
  for (const [from, to] of spans) {
    if (from < start) start = from;
    if (to > end) end = to;
  }
  return { start, end };
}

function isNil(nil: string | null): boolean {
  return nil === 'true' || nil === '1';
}

/** 0 where it is none, or larger than any report's: a value is written out in full. */
function scaleOf(scale: string | null): number {
  if (scale === null || scale === '0') return 0;
  return /^[+-]?\d{1,2}$/.test(scale.trim()) ? Number(scale) : 0;
}

function unitOf(id: string | null, set: readonly CollectedPage[]): string | null {
  if (id === null) return null;
  for (const { units } of set) {
    const unit = units.get(id);
    if (unit !== undefined) return unit;
  }
  return null;
}

function contextOf(id: string | null, set: readonly CollectedPage[]): FactContext | null {
  if (id === null) return null;
  for (const { contexts } of set) {
    const context = contexts.get(id);
    if (context !== undefined) return context;
  }
  return null;
}
