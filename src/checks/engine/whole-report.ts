import type { Filing, Section } from '../../filing/filing.js';

/** Item 3.A of a report that answers the Items around it and has statements; null for an excerpt. */
export function wholeItem3A({ outline }: Filing): Section | null {
  const answers = (id: string) =>
    outline.some((section) => section.id === id && section.answer === 'content');
  if (!answers('item-3') || !answers('item-4') || !answers('item-5')) return null;
  if (!answers('item-17') && !answers('item-18')) return null;
  const item = outline.find(({ id }) => id === 'item-3');
  const sub = item?.children.find(({ id }) => id === 'item-3-a');
  return sub?.answer === 'content' && sub.printed ? sub : null;
}
