import type { Check, FindingDraft } from '../check.js';

/** The template of the draft's message with its values. An unfilled placeholder is a bug of the check and throws. */
export function fillMessage(check: Check, draft: FindingDraft): string {
  const template = check.messages[draft.message];
  if (template === undefined) {
    throw new Error(`${check.meta.id} has no message "${draft.message}"`);
  }
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = draft.values[name];
    if (value === undefined) {
      throw new Error(`${check.meta.id}: message "${draft.message}" has no value for ${placeholder}`);
    }
    return value;
  });
}
