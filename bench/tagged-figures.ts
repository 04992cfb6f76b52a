/** Which figures of a page its filer tagged: what coverage is measured on. */
import type { Filing } from '../src/filing/index.js';
import { outcomesOf } from './ixbrl-score.js';
import { readNumberTags } from './ixbrl-tags.js';

/** A number that is tagged with digits on the page. */
export interface TaggedFigure {
  /** Index of its figure, the same in the page without its tags; null where the reader did not find it. */
  readonly index: number | null;
  readonly concept: string;
  readonly inTable: boolean;
}

/** In order of the page; a figure with several tags stands once. */
export function taggedFigures(filing: Filing): TaggedFigure[] {
  const indexes = new Map(filing.figures.map(({ id }, index) => [id, index]));
  const seen = new Set<number>();
  return outcomesOf(filing, readNumberTags(filing.source.text)).flatMap(({ tag, figure }) => {
    if (tag.digits.length === 0) return [];
    const index = figure === null ? null : (indexes.get(figure.id) ?? null);
    if (index !== null) {
      if (seen.has(index)) return [];
      seen.add(index);
    }
    return [{ index, concept: tag.concept, inTable: tag.inTable }];
  });
}
