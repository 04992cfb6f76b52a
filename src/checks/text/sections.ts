import type { Section } from '../../filing/filing.js';

/** Every section of an outline, in order of the document. */
export function allSections(outline: readonly Section[]): Section[] {
  const sections: Section[] = [];
  const open = [...outline].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    sections.push(next);
    open.push(...[...next.children].reverse());
  }
  return sections;
}
