import type { Filing, SourceSpan } from '../../filing/filing.js';
import { figuresIn } from '../engine/surroundings.js';

/** At most three label figures of a range: "5" of "Item 5". */
export function labelsIn(filing: Filing, range: SourceSpan): string[] {
  return figuresIn(filing, range)
    .filter((figure) => figure.role === 'label')
    .map((figure) => figure.id)
    .slice(0, 3);
}
