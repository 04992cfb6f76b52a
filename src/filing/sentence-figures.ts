import {
  type Mention,
  type MentionOptions,
  type PeriodReader,
  readMentions,
  sentenceLabel,
  unitsBySentence,
} from './figures/index.js';
import type { Block, SourceSpan } from './filing.js';
import type { FoundFigures } from './number-figures.js';

/**
 * Adds every figure of a paragraph, list item or heading, sentence by sentence. `statements` holds the ids of the sections
 * of the financial statements and their notes; `periods` is given the blocks of a report in order.
 */
export function sentenceFigures(
  found: FoundFigures,
  block: Block,
  from: number,
  index: number,
  statements: ReadonlySet<string>,
  periods: PeriodReader,
  options: MentionOptions,
): void {
  const isFurniture = block.kind === 'page-number' || block.kind === 'running-header';
  const marked = block.marker?.length ?? 0;
  // What a page break puts between two paragraphs does not part them.
  if (!isFurniture) periods.enter(paragraphOf(block, statements));
  for (let sentence = 0; sentence < block.sentences.length; sentence += 1) {
    const [start, end] = block.sentences[sentence] as SourceSpan;
    const text = block.text.slice(start, end);
    const mentions = readMentions(text, options);
    if (mentions.length === 0) continue;
    const units = unitsBySentence(text, mentions);
    const held = isFurniture ? [] : periods.periodsOf(text, mentions);
    for (let position = 0; position < mentions.length; position += 1) {
      const mention = mentions[position] as Mention;
      const isLabel = isFurniture || start + mention.end <= marked;
      const role = isLabel ? 'label' : mention.role;
      const period = role === 'amount' ? (held[position] ?? null) : null;
      const where = { section: block.section, block: index, sentence, at: start + mention.start };
      const unit = units[position] ?? mention.unit;
      found.add(mention, from + start, position, role, unit, period, labelOf(text, mention), where);
    }
  }
}

function paragraphOf({ text, section, kind }: Block, statements: ReadonlySet<string>) {
  const isOfStatements = section !== null && statements.has(section);
  return { text, section, isListItem: kind === 'list-item', isOfStatements };
}

/** A date needs no name beside itself. */
function labelOf(sentence: string, mention: Mention): string {
  if (mention.role === 'label') return mention.labelKind ?? 'label';
  return mention.unit === 'date' ? mention.value : sentenceLabel(sentence, mention);
}
