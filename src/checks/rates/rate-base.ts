/**
 * What exchange rates are quoted per, where that is 10, 100, 1,000 … units instead of one: "¥100" of "U.S. dollars per
 * ¥100", as is usual for yen and won. Null where no text says so.
 */
export function otherBase(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = MAY_NAME_BASE.test(text) ? BASE.exec(text)?.[1] : undefined;
    if (found !== undefined) return found.replace(/\s+/g, ' ').trim();
  }
  return null;
}

/** Most texts name no round number, and the pattern of all bases takes longer to make than they to read. */
const MAY_NAME_BASE = /\b1[0,]|hundred|thousand|million|\bten\b/;
const NUMBER =
  '(?:1[0,]*0(?:\\.0+)?(?![\\d.,]*\\d)|(?:one\\s+|a\\s+)?(?:ten\\s+|hundred\\s+)?(?:hundred|thousand|million))';
const SIGNED = `(?:[A-Z][A-Za-z.]{0,4}\\s?)?[$€£¥₩₹]\\s?${NUMBER}|[A-Z]{2,3}\\s?${NUMBER}`;
const NAMED = `${NUMBER}\\s+(?!(?:ordinary|common|shares?|ADSs?|units?)\\b)(?:[A-Z][a-z]+\\s+)?[A-Za-z]+`;
const BASE = new RegExp(`\\b(?:per|for\\s+each|for\\s+every|to\\s+each)\\s+(${SIGNED}|${NAMED})`);
