import type { Block, Figure, Filing, FormType } from '../../filing/filing.js';
import { sentenceKey } from '../engine/surroundings.js';
import { allSections } from './sections.js';

/** What kind of fact a sentence states, as the person who keeps its back-up would sort it. */
export type AssertionKind = 'superlative' | 'absolute' | 'office' | 'dated event';

/** A sentence that states a fact without an amount. */
export interface Assertion {
  readonly kind: AssertionKind;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/**
 * Items that tell of the business, its property, lawsuits, people and owners. Risk factors tell of what may happen, and
 * the review and the statements speak in amounts.
 */
const TELLING: Readonly<Record<FormType, ReadonlySet<string>>> = {
  '10-K': new Set(['item-1', 'item-2', 'item-3', 'item-4a', 'item-10']),
  '20-F': new Set(['item-4', 'item-6', 'item-7']),
};

/** The sentences that assert without a figure, in order of the document, at most so many of a kind. */
export function assertionsOf(filing: Filing, most: number): Assertion[] {
  const telling = tellingSections(filing);
  const { amounts, dates } = figuredSentences(filing.figures);
  const counts = new Map<AssertionKind, number>();
  return filing.blocks.flatMap((block, index) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'list-item') || !telling.has(block.section ?? ''))
      return [];
    return block.sentences.flatMap(([start, end], sentence): Assertion[] => {
      const place = sentenceKey({ block: index, sentence });
      if (amounts.has(place) || end - start < SHORTEST || end - start > LONGEST) return [];
      const kind = kindOf(block.text.slice(start, end), dates.has(place));
      const count = kind === null ? most : (counts.get(kind) ?? 0);
      if (kind === null || count >= most) return [];
      counts.set(kind, count + 1);
      return [{ kind, block, start, end }];
    });
  });
}

const SHORTEST = 25;
const LONGEST = 600;

/** Ids of the Items that tell, and of the sections below them. */
function tellingSections({ outline, cover }: Filing): Set<string> {
  const items = TELLING[cover.form ?? '20-F'];
  const told = outline.filter(({ id }) => items.has(id));
  return new Set(allSections(told).map(({ id }) => id));
}

function figuredSentences(figures: readonly Figure[]): { amounts: Set<number>; dates: Set<number> } {
  const [amounts, dates] = [new Set<number>(), new Set<number>()];
  for (const { role, unit, value, where } of figures) {
    if (role !== 'amount' || !('sentence' in where)) continue;
    const place = sentenceKey(where);
    if (unit !== 'date') amounts.add(place);
    else if (value.length === 10) dates.add(place);
  }
  return { amounts, dates };
}

const SUPERLATIVE =
  /\b(?:is|are|was|were|as|became|become|remains?|among|been)\s+(?:\w+\s+){0,2}?(?:the|an?|our|its)\s+(?:\w+\s+){0,2}?(?:largest|leading|first|only|oldest|fastest|highest|best|broadest|foremost|sole|most\s+\w+)\b/;
const ABSOLUTE =
  /\b(?:None\s+of|All\s+of\s+(?:our|the|its)|Each\s+of\s+(?:our|the)|No\s+(?:single\s+)?(?:director|officer|employee|customer|supplier|share|stock)\w*|no\s+(?:single|one|other)\s+\w+|(?:has|have|had|was|were)\s+never|(?:has|have)\s+not\s+ever|substantially\s+all\s+of\s+our)\b/;
const OFFICE =
  /\b(?:(?:Mr|Ms|Mrs|Dr)\.\s+\p{Lu}[\p{L}-]+|(?:He|She))\s+(?:has\s+(?:served|been|held)|served|joined|was\s+(?:appointed|elected|named)|is\s+(?:a|an|the|our)|became|holds|received)\b/u;
const EVENT =
  /\b(?:[Oo]n|[Ee]ffective|[Ss]ince|[Uu]ntil)\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const MAYBE = /\b(?:may|might|could|would|should|can|will|if|expect|believe|seek|intend|aim|strive)s?\b/i;

function kindOf(sentence: string, isDated: boolean): AssertionKind | null {
  if (OFFICE.test(sentence)) return 'office';
  if (isDated && EVENT.test(sentence)) return MAYBE.test(sentence) ? null : 'dated event';
  if (SUPERLATIVE.test(sentence)) return MAYBE.test(sentence) ? null : 'superlative';
  return ABSOLUTE.test(sentence) && !MAYBE.test(sentence) ? 'absolute' : null;
}
