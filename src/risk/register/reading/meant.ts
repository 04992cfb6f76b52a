import { nearWord } from '../../../value/index.js';

/** ", did you mean "x"?" where a candidate is near, else ", expected one of …", or what is said for none. */
export function meant(word: string, candidates: readonly string[], none: string): string {
  const near = nearWord(word, candidates);
  if (near !== null) return `, did you mean "${near}"?`;
  if (candidates.length === 0) return `: ${none}`;
  const shown = candidates.slice(0, 20).join(', ');
  return `, expected one of ${shown}${candidates.length > 20 ? ', …' : ''}`;
}
