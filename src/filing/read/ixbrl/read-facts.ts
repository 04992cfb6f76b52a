import type { Fact } from '../../filing.js';
import { collectFacts } from './collect-facts.js';
import { tagPrefixes } from './prefixes.js';
import { settleFacts } from './settle-facts.js';

export interface FactOptions {
  /**
   * The other pages of its set of documents: contexts, units and continuations may stand in any of them. Their own
   * facts are not returned, and a place is always one in the page that is read.
   */
  readonly otherPages?: readonly string[];
}

/**
 * The facts of inline XBRL 1.1 (and 1.0) in a page, in order; none where it is not tagged. Reads the tags alone, apart
 * from the layout. Never throws: what a page states badly is null in its facts. Linear in the page.
 *
 * A number's value is sign × transformed text × 10^scale, exact. A text's value is its text, white space folded: of a
 * text block, which has mark-up (`escape="true"`), a line a paragraph or row. Where a transformation is not known, the
 * value is the printed text; a number without one that is no number has the value null.
 */
export function readFacts(source: string, options: FactOptions = {}): readonly Fact[] {
  if (!mayBeTagged(source)) return [];
  const others = (options.otherPages ?? []).filter(mayBeTagged);
  return settleFacts(collectFacts(source), others.map(collectFacts));
}

/** Whether any tag has a prefix of inline XBRL. All that a page without tags costs. */
function mayBeTagged(source: string): boolean {
  return tagPrefixes(source).some((prefix) => source.includes(`<${prefix}`));
}
