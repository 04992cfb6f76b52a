import {
  attachPeriods,
  type FiscalYear,
  type Mention,
  type MentionOptions,
  readMentions,
  readTimes,
  sentenceLabel,
} from './figures/index.js';
import type { Block } from './filing.js';
import { rangeStepOf, type UnnumberedFigure } from './number-figures.js';
import { partOf } from './place.js';

/** Every figure of a paragraph, list item or heading, sentence by sentence, with the period that its sentence gives it. */
export function sentenceFigures(
  source: string,
  block: Block,
  index: number,
  fiscalYear: FiscalYear | null,
  options: MentionOptions,
): UnnumberedFigure[] {
  return block.sentences.flatMap(([from, to], sentence) => {
    const text = block.text.slice(from, to);
    const mentions = readMentions(text, options);
    if (mentions.length === 0) return [];
    const periods = attachPeriods(text, mentions, readTimes(text, { ...options, fiscalYear, mentions }));
    return mentions.map((mention, position) => ({
      place: partOf(source, block, from + mention.start, from + mention.end),
      mention: block.kind === 'page-number' ? { ...mention, role: 'label' as const } : mention,
      unit: mention.unit,
      period: mention.role === 'amount' ? (periods[position] ?? null) : null,
      label: labelOf(text, mention),
      where: { section: block.section, block: index, sentence },
      rangeStep: rangeStepOf(mention, position),
    }));
  });
}

/** A date needs no name beside itself. */
function labelOf(sentence: string, mention: Mention): string {
  if (mention.role === 'label') return mention.labelKind ?? 'label';
  return mention.unit === 'date' ? mention.value : sentenceLabel(sentence, mention);
}
