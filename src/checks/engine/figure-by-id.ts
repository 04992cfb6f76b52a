import type { Figure, Filing } from '../../filing/filing.js';

/** The figure of an id; undefined for none. Ids count from `f1` in order of the document, so that no index is needed. */
export function figureById({ figures }: Filing, id: string): Figure | undefined {
  const figure = figures[Number(id.slice(1)) - 1];
  return figure?.id === id ? figure : figures.find((each) => each.id === id);
}
